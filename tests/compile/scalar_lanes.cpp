// Without vector types in the compiler, lanes and derivatives are computed one by one: batches still agree
// with runs in `double`. Other headers come first, since they need the compiler's macros.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <initializer_list>
#include <limits>
#include <ranges>
#include <source_location>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/math/policies/policy.hpp>
#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <range/v3/view/facade.hpp>

#undef __GNUC__

#include <orgscale/core/dual.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/solve/batch.hpp>
#include <orgscale/solve/reach.hpp>

using namespace orgscale;

static_assert(detail::widest_lanes == 1);
static_assert(std::is_same_v<decltype(detail::lane_row<detail::lane_number, 1>::part), double>);

namespace {

batch_member<network_growth<meritocracy>> commons(std::size_t i)
{
    return {{.governance           = {.alignment = 0.8},
             .imitation            = 0.1 + 0.01 * static_cast<double>(i),
             .potential            = 1e5,
             .participation        = 0.1,
             .customers_per_node   = 10,
             .hiring_rate          = 3,
             .customers_per_person = 50},
            {.people = 5, .customers = 20}};
}

} // namespace

int main()
{
    constexpr std::size_t members = 20;
    constexpr double      to = 40, tolerance = 1e-9;
    // Two runs, each within some ten times the tolerance of a step, or a hundred times where limits start
    // to bind.
    constexpr double apart = 2 * 100 * tolerance;

    std::size_t right = 0;
    solve_batch<4>(
        0, members, commons, {.to = to, .relative = tolerance, .absolute = tolerance},
        [&](std::size_t i, const auto& states, ending) {
            const auto   member   = commons(i);
            const double expected = reach(member.model, member.start, {.to = to}).state.customers;
            const bool   same     = !states.empty() &&
                              std::abs(states.back().customers - expected) <= apart * expected;
            if (same) ++right;
        });

    using number = dual<double, 3>;
    const auto x = number::variable(3, 0), y = number::variable(4, 1), z = number::variable(5, 2);
    const auto all    = x * y * z;
    const bool slopes = all.slope(0) == 20 && all.slope(1) == 15 && all.slope(2) == 12;

    std::printf("%zu of %zu runs in lanes are right, the slopes %s\n", right, members,
                slopes ? "too" : "are not");
    return right == members && slopes ? 0 : 1;
}
