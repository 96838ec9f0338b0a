#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/lanes.hpp>
#include <orgscale/solve/detail/lane_model.hpp>
#include <orgscale/solve/detail/lane_runner.hpp>
#include <orgscale/solve/ending.hpp>
#include <orgscale/solve/reach.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale {

/// One run of a batch: a model with its parameters, and where it starts.
template <class Model>
struct batch_member {
    Model                   model;
    detail::state_of<Model> start;
};

/// What the runs of a batch share. Only the end must be told.
///
/// With one output it is the state at the end; with k > 1 they are k equally spaced times, the first the
/// start itself and the last the end.
template <real Real = double>
struct batch_options {
    finite_value<Real> from{0};                   ///< time of the starts       [time]
    finite_value<Real> to;                        ///< time of the ends         [time]
    std::size_t        outputs = 1;               ///< times at which the state is wanted
    positive<Real>     relative{1e-6};            ///< error of a step          [-]
    positive<Real>     absolute{1e-6};            ///< the same near zero, in units of x
    std::int64_t       max_steps = 100'000;       ///< tried, refused ones included
    positive<Real>     largest{infinity<Real>()}; ///< step                     [time]

    [[no_unique_address]] agreed ends_after_start{to >= from, "to must not lie before from"};
    [[no_unique_address]] agreed has_outputs{outputs >= 1, "outputs must be 1 or more"};
};

namespace detail {

template <class Source>
using model_of = std::remove_cvref_t<decltype(std::declval<const Source&>()(std::size_t{0}).model)>;

[[nodiscard]] inline batch_settings settings_of(const batch_options<>& options)
{
    return {options.from,     options.to,        options.outputs, options.relative,
            options.absolute, options.max_steps, options.largest};
}

/// One run by itself, for models that can't be had in lanes.
template <class Model, class Sink>
void solve_alone(std::size_t index, const batch_member<Model>& member,
                 const batch_settings& settings, std::vector<state_of<Model>>& outputs,
                 const Sink& sink)
{
    const solve_options<double> options{.from      = settings.from,
                                        .to        = settings.to,
                                        .relative  = settings.relative,
                                        .absolute  = settings.absolute,
                                        .max_steps = settings.max_steps,
                                        .largest   = settings.largest};
    outputs.clear();
    if (settings.outputs == 1) {
        const auto arrived = reach(member.model, member.start, options);
        if (arrived.complete()) outputs.push_back(arrived.state);
        sink(index, std::span<const state_of<Model>>{outputs}, arrived.reason);
    } else {
        const auto run = solve(member.model, member.start, options);
        auto       at  = run.cursor();
        for (std::size_t i = 0; i < settings.outputs && settings.output_time(i) <= run.to(); ++i)
            outputs.push_back(at(settings.output_time(i)));
        sink(index, std::span<const state_of<Model>>{outputs}, run.reason());
    }
}

} // namespace detail

/// Solves many runs of one kind of model, one in each lane (see lanes.hpp).
///
///     solve_batch(0, 1000, member_of, {.to = 60}, [](std::size_t i, auto states, ending) {...});
///
/// member_of(i) is the batch_member number i, for i from first to last - 1. sink(i, states, reason) gets
/// each once, in any order: the states at the outputs that were reached, all of them if the reason is
/// reached_end. A run's states have the same bits whatever its lane, its neighbours, the range it is
/// solved in and the number of lanes.
///
/// Each lane has its own step, so that the error of each is kept within absolute + relative |x|, as
/// `solve` does; a run that fails ends with its reason and disturbs no other. A law that knows its
/// solution is evaluated without steps. Models that are no described templates over their number run one
/// by one. The memory does not grow with the number of runs.
template <std::size_t Width = preferred_lanes, class Source, class Sink>
void solve_batch(std::size_t first, std::size_t last, const Source& member_of,
                 const batch_options<>& options, Sink&& sink)
{
    using Model         = detail::model_of<Source>;
    const auto settings = detail::settings_of(options);
    if constexpr (detail::laneable<Model, Width> && !closed_form<Model>) {
        constexpr std::size_t packs = Width > detail::widest_lanes ? 2 : 1;
        detail::lane_runner<Model, Width / packs, packs> runner{settings};
        std::size_t                                      index = first;
        runner.run(
            [&](const auto& put) {
                if (index >= last) return false;
                const auto member = member_of(index);
                put(index++, member.model, member.start);
                return true;
            },
            sink);
    } else {
        std::vector<detail::state_of<Model>> outputs;
        for (std::size_t index = first; index < last; ++index)
            detail::solve_alone<Model>(index, member_of(index), settings, outputs, sink);
    }
}

} // namespace orgscale
