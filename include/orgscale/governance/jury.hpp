#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <source_location>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/passive.hpp>
#include <orgscale/governance/detail/vote_sums.hpp>
#include <orgscale/governance/detail/weighted_votes.hpp>
#include <orgscale/governance/vote_accuracy.hpp>

namespace orgscale {

/// A jury of voters who differ in competence: is one expert better than a vote, and how should votes be weighted by
/// merit?
///
///     majority()      each has one vote; a tie is decided by a fair coin
///     weighted(w)     right if Σ w_i s_i > 0, with s_i = 1 if voter i is right, else -1
///     best()          weighted by w_i = ln(p_i/(1-p_i)): no rule that knows only the votes is more often right [1, 2]
///
/// A voter with p_i < 1/2 then has a negative weight and counts by voting for the opposite. The best rule is that of
/// the expert alone if his weight is no less than the sum of the others', as for three if
/// p1/(1-p1) >= p2/(1-p2) p3/(1-p3); with equal competence it is simple majority. If the two answers are not equally
/// likely beforehand, the more likely one has a vote like a further voter's whose competence is its probability.
///
///     const jury<> five{.competences = {0.9, 0.9, 0.6, 0.6, 0.6}};
///     five.majority().accuracy;                                    // 0.877
///     five.best_member();                                          // 0.9
///     five.best().accuracy;                                        // 0.927
///
/// Any number of voters, without enumerating the 2^n ways to vote: exact (but for rounding) for simple majorities, for
/// weights that are multiples of a common unit, and where no more than `sums` different sums occur, as with few kinds
/// of voters; otherwise weights are rounded to `sums` steps, and the result states by how much it may be wrong.
/// Votes are independent, given the truth.
///
/// [1] Nitzan, S., Paroush, J. (1982). Optimal decision rules in uncertain dichotomous choice situations.
///     International Economic Review 23(2), 289-297. doi:10.2307/2526438
/// [2] Shapley, L., Grofman, B. (1984). Optimizing group judgmental accuracy in the presence of interdependencies.
///     Public Choice 43, 329-343. doi:10.1007/BF00118940
template <ordered_real Real = double>
struct jury {
    using real_type = Real;

    /// Different sums of weights by default, which take some 10 ms for a hundred voters who all differ.
    static constexpr std::int64_t default_sums = std::int64_t{1} << 18;

    std::vector<fraction<Real>> competences; ///< p_i, probability that voter i is right [-]

    [[no_unique_address]] agreed has_voters{!competences.empty(), "a jury must have a voter"};

    /// Each has one vote.
    [[nodiscard]] vote_accuracy<Real> majority() const
    {
        const auto              n = static_cast<std::int64_t>(competences.size());
        detail::vote_sums<Real> right(n, n);
        for (const auto& one : competences) right.add(1, Real{one}, Real(1 - one));
        Real more = Real(0);
        right.for_each([&](std::int64_t votes, const Real& share) {
            if (2 * votes >= n) more = more + (2 * votes > n ? share : Real(share / 2));
        });
        return {more, right.left_out()};
    }

    /// ln(p_i/(1-p_i)), the weights of the best rule; infinite for a voter who never errs, or always [-].
    [[nodiscard]] std::vector<Real> best_weights() const
    {
        using std::log;
        std::vector<Real> weights;
        for (const auto& one : competences) weights.push_back(log(Real(one / Real(1 - one))));
        return weights;
    }

    /// Voters weighted by these numbers, any finite ones, in the order of the voters. A sum closer to 0 than 2^-40 of
    /// all weights is a tie and decided by a fair coin.
    [[nodiscard]] vote_accuracy<Real> weighted(
        const std::vector<Real>& weights, std::int64_t sums = default_sums,
        std::source_location where = std::source_location::current()) const
    {
        if (weights.size() != competences.size())
            refuse(parameter_error{"there must be a weight for each voter", where});
        if (sums < 2) refuse(parameter_error{"sums must be 2 or more", where});
        for (const Real& weight : weights)
            if (!finite_value<Real>::rule_type::holds(weight))
                refuse(parameter_error{"weights must be finite", where});
        return detail::weighted_votes<Real>(competences, weights).accuracy(sums, false);
    }

    /// The best rule. Its error is of one sign: the accuracy is that of a rule near the best.
    [[nodiscard]] vote_accuracy<Real> best(
        std::int64_t         sums  = default_sums,
        std::source_location where = std::source_location::current()) const
    {
        if (sums < 2) refuse(parameter_error{"sums must be 2 or more", where});
        for (const auto& one : competences)
            if (one <= 0 || one >= 1) return {Real(1), Real(0)};
        return detail::weighted_votes<Real>(competences, best_weights()).accuracy(sums, true);
    }

    /// The competence of the most competent voter; of one who errs more often than not, that of the opposite.
    [[nodiscard]] Real best_member() const
    {
        Real most = Real(0);
        for (const auto& one : competences)
            most = greatest(most, greatest(Real{one}, Real(1 - one)));
        return most;
    }

    /// Whether the best rule is to let the most competent voter decide.
    [[nodiscard]] bool expert_decides() const
    {
        Real all = Real(0), most = Real(0);
        for (const Real& weight : best_weights()) {
            const Real size = greatest(weight, Real(-weight));
            most            = greatest(most, size);
            all             = all + size;
        }
        return most >= infinity<Real>() || 2 * most >= all;
    }
};

} // namespace orgscale
