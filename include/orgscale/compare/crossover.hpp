#pragma once

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

#include <orgscale/compare/answer.hpp>
#include <orgscale/compare/detail/change_of_lead.hpp>
#include <orgscale/solve/crossings.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale {

/// When one run overtakes another for good, and both states then.
template <class First, class Second, real Real = double>
struct overtaking {
    Real   time;
    First  first;
    Second second;
};

namespace detail {

/// The customers of a state, or the number of a law.
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

/// The last time at which the order of two runs by customers changes, if the second leads from then to
/// the end of both; otherwise nothing. Nothing, too, if the second leads from the start.
///
///     lead(t) = second's customers - first's
///     real:     |lead(t)| > 10 (r1 c1 + a1 + r2 c2 + a2)    c customers, r and a the tolerances of the run
///
/// Only a real lead counts, one beyond the errors of the two runs. So runs that level off at the same
/// number have no crossover, and runs that touch do not change their order. Where one lead turns into the
/// other, the time is that of equality. Where the runs coincide in between, or from the start (a what-if
/// that departs later), it is when the second's lead becomes real. Runs that start together and part at
/// once have no order to change.
///
/// For trajectories whose states have `customers`, or for runs of laws.
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
    const auto error_bound = [&](const Real& time) { // of the two runs together
        using std::abs;
        const Real sum = abs(detail::customers_of(of_first(time))) * first.relative() +
                         abs(detail::customers_of(of_second(time))) * second.relative();
        return Real(10 * (sum + first.absolute() + second.absolute()));
    };

    answer<found> none{first.complete() ? second.reason() : first.reason()};
    if (!(begin < end)) return none;
    if (const auto time = detail::last_change_of_lead<Real>(grid, lead, error_bound))
        return answer<found>{none.reason(), {*time, of_first(*time), of_second(*time)}};
    return none;
}

/// The same for two models, run from their starts:
///     crossover(firm, firm_start, commons, commons_start, {.to = 240})
template <solvable First, solvable Second>
[[nodiscard]] auto crossover(const First& first, const detail::state_of<First>& first_start,
                             const Second& second, const detail::state_of<Second>& second_start,
                             const solve_options<typename First::real_type>& options)
{
    return crossover(solve(first, first_start, options), solve(second, second_start, options));
}

} // namespace orgscale
