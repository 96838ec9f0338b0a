#pragma once

#include <orgscale/core/check_start.hpp>
#include <orgscale/solve/detail/recorder.hpp>
#include <orgscale/solve/ending.hpp>
#include <orgscale/solve/options.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale {

/// Where a run arrived, and whether that is its end.
template <class State, real Real = double>
struct arrival {
    Real   time;
    State  state;
    ending reason;

    [[nodiscard]] constexpr bool complete() const noexcept { return reason == ending::reached_end; }
};

/// The state at the end alone: `reach(firm, {.people = 5, .customers = 20}, {.to = 60}).state`.
///
/// As `solve`, but without the steps in between: faster where only the end is needed, in constant memory.
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
        check_start(start, options.where);
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
        for (bool more = true; more && reason == ending::reached_end;) {
            const Real stop = detail::next_stop(model, integrator.time(), Real{options.to});
            more            = stop < options.to;
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
