#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <orgscale/core/breakpoints.hpp>
#include <orgscale/core/checked.hpp>
#include <orgscale/core/lanes.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/solve/detail/batch_layout.hpp>
#include <orgscale/solve/detail/batch_settings.hpp>
#include <orgscale/solve/detail/exact_lanes.hpp>
#include <orgscale/solve/detail/lane_model.hpp>
#include <orgscale/solve/detail/same_kind.hpp>
#include <orgscale/solve/detail/solve_alone.hpp>
#include <orgscale/solve/detail/solve_in_lanes.hpp>
#include <orgscale/solve/detail/step_planner.hpp>
#include <orgscale/solve/ending.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale {

/// One run of a batch: a model with its parameters, and its start.
template <class Model>
struct batch_member {
    Model                   model;
    detail::state_of<Model> start;
};

/// Options shared by the runs of a batch. Only `to` is required.
///
/// With one output, the state at the end; with k > 1, the states at k equally spaced times from start to
/// end.
template <real Real = double>
struct batch_options {
    finite_value<Real> from{0};                    ///< time of the starts       [time]
    finite_value<Real> to;                         ///< time of the ends         [time]
    std::size_t        outputs = 1;                ///< number of states recorded
    positive<Real>     relative{1e-6};             ///< error of a step          [-]
    positive<Real>     absolute{1e-6};             ///< error of a step near zero, in units of x
    std::int64_t       max_steps = 100'000;        ///< attempted, rejected ones included
    positive<Real>     max_step{infinity<Real>()}; ///< longest step             [time]

    [[no_unique_address]] agreed ends_after_start{to >= from, "to must not lie before from"};
    [[no_unique_address]] agreed has_outputs{outputs >= 1, "outputs must be 1 or more"};
};

/// A sequence of steps that all runs of a batch take together, made by plan_steps. Empty where runs are faster with
/// steps of their own.
struct step_plan {
    std::vector<double> times; ///< from the start to the end
};

/// Solves many runs of one type of model, one in each lane (see lanes.hpp).
///
///     solve_batch(0, 1000, member_of, {.to = 60}, [](std::size_t i, auto states, ending) {...});
///
/// member_of(i) returns batch_member i, for i from first to last - 1. sink(i, states, reason) is called
/// once for each, in any order, with the states at the outputs reached; all of them if the reason is
/// reached_end. A run's states are bitwise the same whatever its lane, its neighbours and the range it is
/// solved in, and for any number of lanes if no operations are fused (see lanes.hpp).
///
/// Each lane has its own step size and error control, as in `solve`, but the explicit method alone: a stiff
/// run may reach its step limit there. A run that fails ends with its
/// reason and does not disturb the others; a start that no organisation can have is refused (see
/// check_start.hpp). A law with a closed form is evaluated without steps. Models that are not described
/// templates over their number run one by one; models that hold a choice (one_of.hpp) run kind by kind.
/// Memory grows with the number of kinds, not of runs.
template <std::size_t Width = preferred_lanes, class Source, class Sink>
void solve_batch(std::size_t first, std::size_t last, const Source& member_of,
                 const batch_options<>& options, Sink&& sink)
{
    using Model         = detail::model_of<Source>;
    const auto settings = detail::settings_of(options);
    if constexpr (detail::laneable<Model, Width> && closed_form<Model>) {
        detail::solve_exactly<Model, Width>(first, last, member_of, settings, sink);
    } else if constexpr (detail::laneable<Model, Width>) {
        detail::solve_in_lanes<Model, Width>(first, last, member_of, settings, sink);
    } else {
        std::vector<detail::state_of<Model>> outputs;
        for (std::size_t index = first; index < last; ++index) {
            const auto member = detail::with_checked_start(member_of)(index);
            detail::solve_alone(index, member.model, member.start, settings, outputs, sink);
        }
    }
}

/// A common sequence of steps for runs like the first `pilot_members`, each of which stays within four
/// fifths of the tolerance in every step.
///
/// Common steps are cheaper than steps for each lane, and pay off where the runs are hard at the same
/// times. The plan is empty where they do not, where the equations have breakpoints, and for models that
/// need no steps or cannot run in lanes.
template <std::size_t Width = preferred_lanes, class Source>
[[nodiscard]] step_plan plan_steps(const Source& member_of, std::size_t pilot_members,
                                   const batch_options<>& options)
{
    using Model         = detail::model_of<Source>;
    const auto settings = detail::settings_of(options);
    if constexpr (detail::laneable<Model, Width> && !closed_form<Model> &&
                  !detail::has_choice<Model>()) {
        using layout = detail::batch_layout<Model, Width>;
        if (pilot_members == 0 || !(settings.to > settings.from)) return {};
        if constexpr (requires(const Model& model) { model.breakpoints(); })
            for (const auto&           model = member_of(0).model;
                 [[maybe_unused]] auto time : model.breakpoints())
                return {};
        else if constexpr (has_breakpoints<Model>)
            return {};
        typename layout::adaptive runner{settings};
        std::size_t               index = 0;
        std::vector<std::size_t>  good; // members that reach their end
        runner.run(
            [&](const auto& put) {
                if (index >= pilot_members) return false;
                const auto member = detail::with_checked_start(member_of)(index);
                put(index++, member.model, member.start);
                return true;
            },
            [&](std::size_t which, const auto&, ending reason) {
                if (reason == ending::reached_end) good.push_back(which);
            });
        if (good.empty()) return {};
        const double mean = runner.steps_tried() / static_cast<double>(pilot_members);
        return {detail::find_steps<Model, layout::lanes_each, layout::packs>(
            good.size(), [&](std::size_t i) { return member_of(good[i]); }, settings, 0.8,
            static_cast<std::size_t>(std::ceil(mean)), static_cast<std::size_t>(2 * mean) + 8)};
    } else {
        return {};
    }
}

/// The same by common steps. A run whose error exceeds the tolerance at any step is solved again with
/// steps of its own. Returns how many were.
template <std::size_t Width = preferred_lanes, class Source, class Sink>
std::size_t solve_batch(std::size_t first, std::size_t last, const Source& member_of,
                        const batch_options<>& options, const step_plan& plan, Sink&& sink)
{
    using Model          = detail::model_of<Source>;
    const auto  settings = detail::settings_of(options);
    std::size_t again    = 0;
    if constexpr (detail::laneable<Model, Width> && !closed_form<Model> &&
                  !detail::has_choice<Model>()) {
        if (!plan.times.empty()) {
            if (plan.times.front() != settings.from || plan.times.back() != settings.to)
                refuse(parameter_error{"must go from the start to the end of the runs", "plan"});
            using layout = detail::batch_layout<Model, Width>;
            typename layout::graded  runner{settings};
            std::vector<std::size_t> failed;
            const auto               catch_up = [&] {
                solve_batch<Width>(
                    0, failed.size(), [&](std::size_t i) { return member_of(failed[i]); }, options,
                    [&](std::size_t i, const auto& states, ending reason) {
                        sink(failed[i], states, reason);
                    });
                again += failed.size();
                failed.clear();
            };
            for (std::size_t begin = first; begin < last; begin += layout::lanes) {
                const std::size_t end = (std::min)(begin + layout::lanes, last);
                runner.fill(begin, end, detail::with_checked_start(member_of));
                runner.run(plan.times);
                runner.finish(begin, end, [&](std::size_t index, bool kept, const auto& states) {
                    if (kept) {
                        sink(index, states, ending::reached_end);
                    } else {
                        failed.push_back(index);
                    }
                });
                if (failed.size() >= 16 * Width) catch_up();
            }
            catch_up();
            return again;
        }
    }
    solve_batch<Width>(first, last, member_of, options, sink);
    return again;
}

} // namespace orgscale
