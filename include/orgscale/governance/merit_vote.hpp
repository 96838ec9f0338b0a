#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/governance/project_portfolio.hpp>

namespace orgscale {

/// A vote weighted by merit: the one who knows the matter best, and peers with one vote each.
///
///     F = p_e P(2 X > m - v) + (1 - p_e) P(2 X > m + v),    half of each tie
///
/// of m = min(c, n) - 1 peers, X accept, each with probability p1 if the initiative is good and p2 if it is bad; the
/// expert, whose vote counts v, does so with p_e of his own. If all are as good at seeing good initiatives as bad ones
/// (p2 = 1 - p1), and both kinds matter alike, the best v is the ratio of log odds [1]: best_weight(). v = 1 is one
/// person, one vote; v > m leaves it to the expert, v = 0 to the peers.
///
/// Exact for whole m, linear between; circles of up to 32 people. That each initiative has one expert and his peers
/// differ in nothing is the library's assumption; for voters who all differ see jury.hpp. A screen for `screened`.
///
/// [1] Nitzan, S., Paroush, J. (1982). Optimal decision rules in uncertain dichotomous choice situations.
///     International Economic Review 23(2), 289-297. doi:10.2307/2526438
template <real Real = double>
struct merit_vote {
    using real_type = Real;

    static constexpr int max_circle = 32;

    at_least_one<Real>        circle{1}; ///< c, who vote, the expert included   [people]
    fraction<Real>            expert_accepts_good{1}; ///< p_e of a good initiative           [-]
    fraction<Real>            expert_accepts_bad{0};  ///< p_e of a bad one                   [-]
    finite_non_negative<Real> expert_weight{1};       ///< v, in votes of a peer              [-]

    [[no_unique_address]] agreed is_a_circle{circle <= max_circle, "circle must be 32 or less"};

    template <class Governance>
    [[nodiscard]] auto accepted(const Governance&, const Real& people,
                                const project_portfolio<Real>& initiatives) const
    {
        const Real peers = greatest(Real(least(people, Real{circle}) - 1), Real(0));
        return typename project_portfolio<Real>::accepted_shares{
            share(peers, Real{initiatives.accepts_good}, Real{expert_accepts_good}),
            share(peers, Real{initiatives.accepts_bad}, Real{expert_accepts_bad})};
    }

    /// The best weight of an expert who is right with one probability, above 1/2, of peers with another; 1 where
    /// both are the same.
    [[nodiscard]] static Real best_weight(const fraction<Real>& expert, const fraction<Real>& peer)
    {
        using std::log;
        const auto alike = expert >= peer && expert <= peer;
        return select(alike, Real(1),
                      Real(log(Real(expert / Real(1 - expert))) / log(Real(peer / Real(1 - peer)))));
    }

    /// How far n people are from the size of the circle.
    [[nodiscard]] constexpr std::array<Real, 1> margins(const Real& people) const
    {
        return {people - circle};
    }

    static constexpr auto parameters()
    {
        return description{parameter{"circle", "c", "people",
                                     "people who vote, the expert included", &merit_vote::circle},
                           parameter{"expert_accepts_good", "p_e1", "-",
                                     "probability that the expert accepts a good initiative",
                                     &merit_vote::expert_accepts_good},
                           parameter{"expert_accepts_bad", "p_e2", "-",
                                     "probability that the expert accepts a bad initiative",
                                     &merit_vote::expert_accepts_bad},
                           parameter{"expert_weight", "v", "-", "votes of the expert",
                                     &merit_vote::expert_weight}};
    }

private:
    /// F, between the whole numbers of peers around `peers`.
    [[nodiscard]] Real share(const Real& peers, const Real& p, const Real& expert) const
    {
        std::array<Real, max_circle + 1> shares; // of 0, ..., m peers accepting
        shares.fill(Real(0));
        shares[0]   = Real(1);
        Real result = Real(0);
        for (int m = 0; m < max_circle; ++m) {
            const Real off     = greatest(Real(peers - Real(m)), Real(Real(m) - peers));
            const Real near_by = greatest(Real(1 - off), Real(0));
            if (!every(near_by <= 0)) {
                Real accepted = Real(0);
                for (int x = 0; x <= m; ++x)
                    accepted =
                        accepted +
                        shares[static_cast<std::size_t>(x)] *
                            (expert * passes(Real(Real(2 * x - m) + expert_weight)) +
                             Real(1 - expert) * passes(Real(Real(2 * x - m) - expert_weight)));
                result = result + near_by * accepted;
            }
            if (every(peers <= Real(m))) break;
            for (int x = m + 1; x > 0; --x)
                shares[static_cast<std::size_t>(x)] = shares[static_cast<std::size_t>(x)] *
                                                          (1 - p) +
                                                      shares[static_cast<std::size_t>(x - 1)] * p;
            shares[0] = shares[0] * (1 - p);
        }
        return result;
    }

    /// 1 above 0, 1/2 at it.
    [[nodiscard]] static Real passes(const Real& surplus)
    {
        return (select(surplus > 0, Real(1), Real(0)) + select(surplus >= 0, Real(1), Real(0))) / 2;
    }
};

static_assert(fully_described<merit_vote<>>);

} // namespace orgscale
