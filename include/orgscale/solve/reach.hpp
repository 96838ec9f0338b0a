#pragma once

#include <orgscale/solve/detail/recorder.hpp>
#include <orgscale/solve/ending.hpp>
#include <orgscale/solve/options.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale {

/// Where a run arrived, and whether that is where it should.
template <class State, real Real = double>
struct arrival {
    Real   time;
    State  state;
    ending reason;

    [[nodiscard]] constexpr bool complete() const noexcept { return reason == ending::reached_end; }
};

/// The state at the end alone: `reach(firm, {.people = 5, .customers = 20}, {.to = 60}).state`.
///
/// As `solve`, but nothing in between is kept, so it is the faster where nothing in between is
/// asked, and its memory does not grow with the steps.
template <solvable Model>
[[nodiscard]] auto reach(const Model& model, const detail::state_of<Model>& start,
                         const solve_options<typename Model::real_type>& options)
{
    using Real  = typename Model::real_type;
    using State = detail::state_of<Model>;
    if constexpr (closed_form<Model>) {
        const auto run = solve(model, start, options);
        return arrival<State, Real>{run.to(), run.back().state, run.reason()};
    } else {
        constexpr bool dense = false;

        detail::integrator<Model> integrator{model,
                                             Real{options.from},
                                             to_array<Real>(start),
                                             Real{options.relative},
                                             Real{options.absolute},
                                             Real{options.max_step},
                                             dense};
        auto                      budget = options.max_steps;
        ending                    reason = ending::reached_end;
        for (const Real& stop : detail::stops_of(model, Real{options.from}, Real{options.to})) {
            while (reason == ending::reached_end && integrator.time() < stop)
                if (!integrator.advance(stop, budget)) reason = integrator.reason();
            integrator.restart(integrator.time(), integrator.state());
        }
        if (!detail::all_finite(integrator.state())) reason = ending::not_finite;
        return arrival<State, Real>{integrator.time(), from_array<State>(integrator.state()),
                                    reason};
    }
}

} // namespace orgscale
