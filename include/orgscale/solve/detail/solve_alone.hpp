#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <orgscale/core/state.hpp>
#include <orgscale/solve/detail/batch_settings.hpp>
#include <orgscale/solve/detail/runge_kutta.hpp>
#include <orgscale/solve/reach.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale::detail {

/// Solves one run by itself, for models that cannot run in lanes.
template <class Model, class Sink>
void solve_alone(std::size_t index, const Model& model, const state_of<Model>& start,
                 const batch_settings& settings, std::vector<state_of<Model>>& outputs,
                 const Sink& sink)
{
    const solve_options<double> options{.from      = settings.from,
                                        .to        = settings.to,
                                        .relative  = settings.relative,
                                        .absolute  = settings.absolute,
                                        .max_steps = settings.max_steps,
                                        .max_step  = settings.max_step};
    outputs.clear();
    if (settings.outputs == 1) {
        const auto arrived = reach(model, start, options);
        if (arrived.complete()) outputs.push_back(arrived.state);
        sink(index, std::span<const state_of<Model>>{outputs}, arrived.reason);
        return;
    }
    const auto run = solve(model, start, options);
    auto       at  = run.cursor();
    for (std::size_t i = 0; i < settings.outputs && settings.output_time(i) <= run.to(); ++i) {
        const auto there = at(settings.output_time(i));
        if (!all_finite(to_array<double>(there))) break;
        outputs.push_back(there);
    }
    sink(index, std::span<const state_of<Model>>{outputs}, run.reason());
}

} // namespace orgscale::detail
