#pragma once

#include <orgscale/core/state.hpp>

namespace orgscale {

/// The limits to growth: those on customers, demand first, then those on people.
enum class growth_limit { sell, decide, serve, recruit, need };

/// The name of a limit, for tables and messages.
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

/// The limiting rates, the smallest of which binds (theory of constraints [1]).
///
/// [1] Goldratt, E. M., Cox, J. (1984). The Goal: A Process of Ongoing Improvement. North River
///     Press.
template <real Real = double>
struct growth_limits {
    Real sell;    ///< customers that can be won if nothing else limits [customers/time]
    Real decide;  ///< customers for whom decisions can be made         [customers/time]
    Real serve;   ///< customers that can be onboarded within capacity  [customers/time]
    Real recruit; ///< people who can be hired                          [people/time]
    Real need;    ///< people needed to serve the load                  [people/time]
};

static_assert(state<growth_limits<>, double>);

} // namespace orgscale
