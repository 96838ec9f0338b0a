#pragma once

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

#include <orgscale/compare/answer.hpp>
#include <orgscale/solve/crossings.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale {

/// When one run overtakes another for good, and where both stand then.
template <class First, class Second, real Real = double>
struct overtaking {
    Real   time;
    First  first;
    Second second;
};

namespace detail {

/// The customers of a state; of a law, its number.
template <class State>
[[nodiscard]] auto customers_of(const State& state)
{
    if constexpr (requires { state.customers; }) {
        return state.customers;
    } else {
        return state;
    }
}

} // namespace detail

/// The last time at which the order of two runs by customers changes, if the second leads from then
/// until both have ended; otherwise nothing. Nothing, too, if the second leads from the start.
///
/// Runs that touch within their tolerance have not changed their order. For runs of the same kind of
/// thing: trajectories whose states have `customers`, or of laws.
template <class FirstRun, class SecondRun>
    requires requires(const FirstRun& a, const SecondRun& b) {
        a.cursor();
        b.cursor();
        a.complete();
        b.complete();
    }
[[nodiscard]] auto crossover(const FirstRun& first, const SecondRun& second)
{
    using Real  = typename FirstRun::real_type;
    using found = overtaking<typename FirstRun::state_type, typename SecondRun::state_type, Real>;

    const Real        begin = (std::max)(first.from(), second.from());
    const Real        end   = (std::min)(first.to(), second.to());
    std::vector<Real> grid;
    std::ranges::set_union(grid_of(first), grid_of(second), std::back_inserter(grid));
    std::erase_if(grid, [&](const Real& time) { return time < begin || end < time; });

    auto       of_first  = first.cursor();
    auto       of_second = second.cursor();
    const auto lead      = [&](const Real& time) {
        return Real(detail::customers_of(of_second(time)) - detail::customers_of(of_first(time)));
    };
    const auto error_bound = [&](const Real& time) { // of both runs at their tolerance
        using std::abs;
        const Real sum = abs(detail::customers_of(of_first(time))) * first.relative() +
                         abs(detail::customers_of(of_second(time))) * second.relative();
        return Real(sum + first.absolute() + second.absolute());
    };

    answer<found> last{first.complete() ? second.reason() : first.reason()};
    if (!(begin < end) || !(lead(end) > 0)) return last;
    for (const auto& zero : crossings(grid, lead, error_bound))
        if (zero.kind == crossing::rising)
            last = {last.reason(), {zero.time, of_first(zero.time), of_second(zero.time)}};
    return last;
}

/// The same of two models from their starts on:
///     crossover(firm, firm_start, commons, commons_start, {.to = 240})
template <solvable First, solvable Second>
[[nodiscard]] auto crossover(const First& first, const detail::state_of<First>& first_start,
                             const Second& second, const detail::state_of<Second>& second_start,
                             const solve_options<typename First::real_type>& options)
{
    return crossover(solve(first, first_start, options), solve(second, second_start, options));
}

} // namespace orgscale
