#pragma once

#include <cstddef>
#include <vector>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/solve/detail/roots.hpp>
#include <orgscale/solve/events.hpp>
#include <orgscale/solve/implicit_zero.hpp>

namespace orgscale {

/// A zero of a function of time.
template <real Real = double>
struct located_crossing {
    Real     time;
    crossing kind;
};

/// The ends of a run's steps, subdivided so that there are at least `fewest` intervals: a grid on which a
/// function of the run is smooth.
template <class Run>
[[nodiscard]] auto grid_of(const Run& run, std::size_t fewest = 64)
{
    using Real = typename Run::real_type;
    std::vector<Real> times;
    const std::size_t parts = 1 + fewest / (run.size() > 1 ? run.size() - 1 : 1);
    for (const auto& step : run) {
        if (!times.empty() && step.time > times.back()) {
            const Real last = times.back();
            for (std::size_t part = 1; part < parts; ++part)
                times.push_back(last + (step.time - last) * Real(static_cast<double>(part)) /
                                           Real(static_cast<double>(parts)));
        }
        if (times.empty() || step.time > times.back()) times.push_back(step.time);
    }
    return times;
}

/// The zeros of a function of time, in order, located to rounding.
///
/// Over numbers with derivatives the times have derivatives (implicit function theorem); those of a zero
/// that is only touched are NaN.
///
/// `grid` is an increasing sequence of times between which the function is smooth, such as grid_of(run).
/// `error_bound(time)` is the size below which the function counts as zero.
template <real Real, class Function, class ErrorBound>
[[nodiscard]] std::vector<located_crossing<Real>> crossings(const std::vector<Real>& grid,
                                                            const Function&          function,
                                                            const ErrorBound&        error_bound)
{
    using Plain      = passive_t<Real>;
    const auto value = [&](const Plain& time) { return Plain(passive(function(Real(time)))); };
    const auto bound_at = [&](const Plain& time) { return Plain(passive(error_bound(Real(time)))); };

    std::vector<located_crossing<Real>> found;
    for (std::size_t i = 0; i + 1 < grid.size(); ++i)
        detail::root_search<decltype(value), decltype(bound_at), Plain>{
            value, bound_at, passive(grid[i]), passive(grid[i + 1])}
            .from(passive(grid[i]), false, [&](const Plain& time, crossing kind, int) {
                found.push_back({detail::time_of_crossing<Real>(function, time, kind), kind});
            });
    return found;
}

} // namespace orgscale
