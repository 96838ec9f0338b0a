#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace orgscale {

/// Rounds until everybody has heard: down a hierarchy, or by word of mouth.
///
///     together   = L - 1                    each manager calls all b reports at once
///     one by one = b (L - 1)                one call a round; the last report of the last manager
///     gossip     = log2 N + ln N + O(1)     in each round everybody who knows calls one of all the others
///                                           at random [1, 2]; the last few take ln N rounds
///     with N = e.g. 1 + b + ... + b^(L-1), whose levels are L = ln(1 + N (b-1))/ln b
///
/// All three are logarithmic in N: a hierarchy is not slow at broadcasting. Its limits are the load of its
/// head (message_tree) and what breaks when a manager leaves (tree_robustness).
///
///     message_rounds<>{.people = 1024, .branching = 5}.gossip();                           // 16.9
///
/// [1] Frieze, A. M., Grimmett, G. R. (1985). The shortest-path problem for graphs with random
///     arc-lengths. Discrete Applied Mathematics 10(1), 57-77. doi:10.1016/0166-218X(85)90059-9
/// [2] Pittel, B. (1987). On spreading a rumor. SIAM Journal on Applied Mathematics 47(1), 213-223.
///     doi:10.1137/0147013
template <real Real = double>
struct message_rounds {
    using real_type = Real;

    at_least_one<Real> people;    ///< N                              [people]
    above_one<Real>    branching; ///< b, direct reports of a manager [people]

    /// L - 1, calling all reports at once [rounds].
    [[nodiscard]] Real together() const
    {
        using std::log, std::log1p;
        // L - 1 = ln(1 + (N-1) (b-1)/b)/ln b
        return log1p(Real((people - 1) * ((branching - 1) / branching))) / log(Real{branching});
    }

    /// b (L - 1), calling them one after another [rounds].
    [[nodiscard]] Real one_by_one() const { return branching * together(); }

    /// log2 N + ln N, less than the mean by a number that tends to a constant [rounds].
    [[nodiscard]] Real gossip() const
    {
        using std::log;
        return log(Real{people}) * (1 / Real(log(Real(2))) + 1);
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"people", "N", "people", "those who shall hear", &message_rounds::people},
            parameter{"branching", "b", "people", "direct reports of a manager",
                      &message_rounds::branching}};
    }
};

static_assert(fully_described<message_rounds<>>);

} // namespace orgscale
