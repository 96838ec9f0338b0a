#pragma once

#include <cmath>
#include <cstdint>
#include <source_location>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/decision_losses.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/passive.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/governance/screening.hpp>

namespace orgscale {

/// Projects, good and bad, and how well one evaluator separates them.
///
///     payoff     Y = α z1 F(p1) - (1-α) z2 F(p2)      per project, screened by an architecture F [1]
///     omission   1 - F(p1)                            good projects rejected
///     commission F(p2)                                bad projects accepted
///
/// A share α of the projects is good and gains z1 when accepted, the others lose z2. One evaluator accepts good
/// ones with probability p1, bad ones with p2. Of two evaluators, the polyarchy is better than the chain if
/// α z1 p1 (1-p1) > (1-α) z2 p2 (1-p2). The best committee of n accepts if the votes make a project worth
/// accepting, k* = the least k for which
///
///     k ln( p1 (1-p2)/(p2 (1-p1)) ) >= n ln( (1-p2)/(1-p1) ) + ln( (1-α) z2/(α z1) )       [2]
///
/// With the defaults all are good and everybody sees it. Evaluators err independently, given the project; the
/// effort of an evaluator costs nothing here: see evaluations() of the architectures.
///
/// [1] Sah, R. K., Stiglitz, J. E. (1986). The architecture of economic systems: hierarchies and polyarchies.
///     American Economic Review 76(4), 716-727.
/// [2] Sah, R. K., Stiglitz, J. E. (1988). Committees, hierarchies and polyarchies. Economic Journal 98,
///     451-470. doi:10.2307/2233377
template <real Real = double>
struct project_portfolio {
    using real_type = Real;

    /// What an organisation accepts of them.
    struct accepted_shares {
        Real good; ///< F(p1), of the good projects [-]
        Real bad;  ///< F(p2), of the bad ones      [-]
    };

    positive_fraction<Real>   good_share{1};   ///< α, projects that are good                    [-]
    finite_positive<Real>     gain{1};         ///< z1, of a good project accepted         [value]
    finite_non_negative<Real> loss{1};         ///< z2, of a bad project accepted          [value]
    fraction<Real>            accepts_good{1}; ///< p1, one evaluator accepts a good project     [-]
    fraction<Real>            accepts_bad{0};  ///< p2, one evaluator accepts a bad project      [-]

    [[no_unique_address]] agreed evaluators_help{Real{accepts_bad} <= Real{accepts_good},
                                                 "accepts_bad must not exceed accepts_good"};

    /// Y, from the shares of good and of bad projects accepted [value].
    [[nodiscard]] constexpr Real payoff(const fraction<Real>& good_accepted,
                                        const fraction<Real>& bad_accepted) const
    {
        return good_share * gain * good_accepted - (1 - good_share) * loss * bad_accepted;
    }

    /// Y under an architecture [value].
    template <screening<Real> Architecture>
    [[nodiscard]] constexpr Real payoff(const Architecture& architecture) const
    {
        return payoff(architecture.accepted(Real{accepts_good}),
                      architecture.accepted(Real{accepts_bad}));
    }

    /// 1 - F(p1), good projects rejected [-].
    template <screening<Real> Architecture>
    [[nodiscard]] constexpr Real omission(const Architecture& architecture) const
    {
        if constexpr (requires { architecture.rejected(Real{accepts_good}); }) {
            return architecture.rejected(Real{accepts_good});
        } else {
            return 1 - architecture.accepted(Real{accepts_good});
        }
    }

    /// F(p2), bad projects accepted [-].
    template <screening<Real> Architecture>
    [[nodiscard]] constexpr Real commission(const Architecture& architecture) const
    {
        return architecture.accepted(Real{accepts_bad});
    }

    /// Y over that of screening without errors, α z1: 1 less what omissions lose and what commissions waste.
    /// Below 0 it is better to accept nothing [-].
    [[nodiscard]] constexpr Real value_share(const fraction<Real>& good_accepted,
                                             const fraction<Real>& bad_accepted) const
    {
        return good_accepted - bad_odds() * bad_accepted;
    }

    /// The decision quality of an organisation that accepts these shares: value_share(), and 0 where it is better to
    /// accept nothing. For growth models, which ask it at trial states, so nothing is refused [-].
    [[nodiscard]] constexpr Real quality(const accepted_shares& accepted) const
    {
        return greatest(Real(accepted.good - bad_odds() * accepted.bad), Real(0));
    }

    /// What the rest of the quality went to. Bad ones waste no more than the good ones accepted have won [-].
    [[nodiscard]] constexpr decision_losses<Real> losses(const accepted_shares& accepted) const
    {
        return {1 - accepted.good, least(Real(bad_odds() * accepted.bad), accepted.good)};
    }

    /// Y of a polyarchy of two less that of a chain of two [value].
    [[nodiscard]] constexpr Real polyarchy_gain() const
    {
        return 2 * (good_share * gain * accepts_good * Real(1 - accepts_good) -
                    Real(1 - good_share) * loss * accepts_bad * Real(1 - accepts_bad));
    }

    /// k*, the votes that n members should require: 0 if they should accept everything, n + 1 if nothing. The
    /// least of them if several are best [people].
    [[nodiscard]] std::int64_t best_consensus(
        std::int64_t members, std::source_location where = std::source_location::current()) const
        requires ordered_real<Real>
    {
        if (members < 1) refuse(parameter_error{"members must be 1 or more", where});
        using std::ceil, std::log;
        const auto p1 = passive(Real{accepts_good}), p2 = passive(Real{accepts_bad});
        const auto odds = passive(bad_odds());
        const auto q1 = 1 - p1, q2 = 1 - p2;
        if (odds <= 0) return 0;                          // nothing is lost by bad ones
        if (q1 <= 0 && p2 <= 0) return 1;                 // one vote decides
        if (p1 <= p2) return odds <= 1 ? 0 : members + 1; // votes say nothing
        const auto count = static_cast<double>(members);
        if (p2 <= 0)
            return count * plain(log(q1)) >= plain(log(odds)) ? 0 : 1; // a vote proves it good
        if (q1 <= 0) return count * plain(log(p2)) <= -plain(log(odds)) ? members : members + 1;
        const double needed = (count * plain(log(q2 / q1)) + plain(log(odds))) /
                              plain(log(p1 / p2 * (q2 / q1)));
        return static_cast<std::int64_t>(plain(greatest(least(ceil(needed), count + 1), 0.0)));
    }

    static constexpr auto parameters()
    {
        return description{parameter{"good_share", "α", "-", "share of the projects that are good",
                                     &project_portfolio::good_share},
                           parameter{"gain", "z1", "value", "gain from a good project accepted",
                                     &project_portfolio::gain},
                           parameter{"loss", "z2", "value", "loss from a bad project accepted",
                                     &project_portfolio::loss},
                           parameter{"accepts_good", "p1", "-",
                                     "probability that one evaluator accepts a good project",
                                     &project_portfolio::accepts_good},
                           parameter{"accepts_bad", "p2", "-",
                                     "probability that one evaluator accepts a bad project",
                                     &project_portfolio::accepts_bad}};
    }

private:
    /// (1-α) z2/(α z1)
    [[nodiscard]] constexpr Real bad_odds() const
    {
        return Real(1 - good_share) / good_share * (loss / gain);
    }
};

static_assert(fully_described<project_portfolio<>>);

} // namespace orgscale
