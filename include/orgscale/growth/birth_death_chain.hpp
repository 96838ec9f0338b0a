#pragma once

#include <concepts>
#include <cstdint>
#include <source_location>
#include <type_traits>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// The chance that a small firm dies before it grows, for any rates of winning and losing customers, one at a
/// time.
///
///     γ_k = d(1)/b(1) · d(2)/b(2) ... d(k)/b(k)
///     P(0 before m) = (γ_n0 + ... + γ_(m-1)) / (γ_0 + ... + γ_(m-1))                             [1]
///
/// b(n) and d(n) are the rates at n customers, functions of a whole number 1 <= n < m. A firm with none is
/// dead. For a composition, b is its inflow and d its losses at n customers, with the people it then has:
///
///     const birth_death_chain small{
///         [&](std::int64_t n) { return inflow(firm, 0.0, {.people = 2, .customers = double(n)}); },
///         [&](std::int64_t n) { return 0.05 * double(n); }};
///     small.dies_before_reaching(50, 3);
///
/// Only the order of events counts, not their times. Exact for people who follow customers at once or not at
/// all; not where they follow late, nor for customers won in large groups.
///
/// [1] Karlin, S., Taylor, H. M. (1975). A First Course in Stochastic Processes, 2nd ed., chapter 4.
///     Academic Press.
template <class Birth, class Death>
struct birth_death_chain {
    using real_type = std::remove_cvref_t<std::invoke_result_t<const Birth&, std::int64_t>>;

    Birth birth_rate; ///< b(n) [customers/time]
    Death death_rate; ///< d(n) [customers/time]

    /// P(0 before m) from n0 = `start` to m = `target`: 1 from 0, 0 from the target on. Refuses a negative
    /// start, a target below 1, and rates that are negative, infinite, NaN or
    /// both 0 [-].
    [[nodiscard]] real_type dies_before_reaching(
        std::int64_t target, std::int64_t start,
        std::source_location where = std::source_location::current()) const
        requires ordered_real<real_type>
    {
        if (start < 0)
            refuse(parameter_error{"start must be 0 or greater", static_cast<double>(start), where});
        if (target < 1)
            refuse(
                parameter_error{"target must be 1 or greater", static_cast<double>(target), where});
        if (start >= target) return real_type(0);
        // down: from k, to reach 0 before k + 1.
        real_type down(1), dies(1);
        for (std::int64_t k = 1; k < target; ++k) {
            const real_type up = birth_rate(k), off = death_rate(k);
            if (!(up >= 0) || !(off >= 0) || !(up + off > 0) || !(up + off < infinity<real_type>()))
                refuse(
                    parameter_error{"rates must be 0 or greater and finite, and one greater than 0",
                                    static_cast<double>(k), where});
            const real_type leaves = up + off * down; // 0 if it goes to and fro for ever
            down                   = select(leaves > 0,
                                            real_type(off * down / select(leaves > 0, leaves, real_type(1))),
                                            real_type(0));
            dies                   = k <= start ? down : real_type(down + (1 - down) * dies);
        }
        return start == 0 ? real_type(1) : dies;
    }
};

template <class Birth, class Death>
birth_death_chain(Birth, Death) -> birth_death_chain<Birth, Death>;

} // namespace orgscale
