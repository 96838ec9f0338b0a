#pragma once

#include <orgscale/core/state.hpp>

namespace orgscale {

/// What can limit growth: the customers' limits, demand first, then the people's.
enum class growth_limit { sell, decide, serve, recruit, need };

/// The word for a limit, for a table or a message.
[[nodiscard]] constexpr const char* name(growth_limit limit) noexcept
{
    switch (limit) {
    case growth_limit::sell: return "sell";
    case growth_limit::decide: return "decide";
    case growth_limit::serve: return "serve";
    case growth_limit::recruit: return "recruit";
    case growth_limit::need: return "need";
    }
    return "unknown";
}

/// The rates of which the smallest governs (theory of constraints [1]).
///
/// [1] Goldratt, E. M., Cox, J. (1984). The Goal: A Process of Ongoing Improvement. North River
///     Press.
template <real Real = double>
struct growth_limits {
    Real sell;    ///< customers that can be won if nothing else limits      [customers/time]
    Real decide;  ///< customers whose questions can be settled              [customers/time]
    Real serve;   ///< customers that can be taken on by those who serve     [customers/time]
    Real recruit; ///< people who can be hired                               [people/time]
    Real need;    ///< people who are wanted                                 [people/time]
};

static_assert(state<growth_limits<>, double>);

} // namespace orgscale
