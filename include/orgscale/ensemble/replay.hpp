#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/detail/drawn_block.hpp>
#include <orgscale/ensemble/detail/trajectories.hpp>
#include <orgscale/ensemble/ensemble_options.hpp>
#include <orgscale/ensemble/failures.hpp>
#include <orgscale/ensemble/uncertain.hpp>
#include <orgscale/solve/ending.hpp>
#include <orgscale/solve/step.hpp>

namespace orgscale {

/// A value drawn for one member of an ensemble.
struct drawn_value {
    std::string name;
    double      value;

    friend bool operator==(const drawn_value&, const drawn_value&) = default;
};

/// One member of an ensemble, computed again.
template <class Model>
struct replayed {
    std::vector<drawn_value>                           drawn;   ///< empty if drawing failed
    std::optional<Model>                               model;   ///< empty if it is refused
    std::vector<step<detail::state_of<Model>, double>> outputs; ///< as far as the run came
    std::string                                        failure; ///< why it failed; empty if not
};

namespace detail {

/// Draws one member and records its values.
template <class Model, class Check = no_start_check>
[[nodiscard]] drawn_block<Model> drawn_again(replayed<Model>&              again,
                                             const uncertain_model<Model>& model,
                                             const draw_sequence& sequence, std::uint64_t index,
                                             const Check& check = {})
{
    if (index == (std::numeric_limits<std::uint64_t>::max)()) // the last index is one below
        refuse(parameter_error{"no ensemble has a member of this number", "index"});
    std::vector<double> values(model.dimension());
    sequence.point(index, values);
    try {
        model.values(values, values);
        for (std::size_t i = 0; i < values.size(); ++i)
            again.drawn.push_back({model.parameters()[i].name, values[i]});
    } catch (const parameter_error&) { // reported as the failure below
    }
    failures           failed;
    drawn_block<Model> alone{model, sequence, index, index + 1, failed, check};
    if (alone.models.empty()) {
        again.failure = failed.first().front().reason;
    } else {
        again.model = alone.models.front();
    }
    return alone;
}

} // namespace detail

/// Computes member `index` of an ensemble again: its parameters and its states at the output times,
/// bit-identical to the ensemble's.
///
///     for (const auto& odd : bands.failed().first()) replay(study, start, options, odd.index);
template <described Model>
[[nodiscard]] replayed<Model> replay(const uncertain_model<Model>&  model,
                                     const detail::state_of<Model>& start,
                                     const ensemble_options& options, std::uint64_t index)
{
    const detail::trajectories<Model> job{model, start, options};
    replayed<Model>                   again;
    const auto alone = detail::drawn_again(again, model, job.sequence(), index, job.start_check());
    job.solve(alone, [&](std::size_t, std::span<const detail::state_of<Model>> states, ending how) {
        for (std::size_t i = 0; i < states.size(); ++i)
            again.outputs.push_back({options.output_time(i), states[i]});
        if (how != ending::reached_end) again.failure = describe(how);
    });
    return again;
}

/// Draws member `index` of an ensemble of outputs again: its values and its model, from which its output
/// can be computed: `output(*replay(study, options, 4711).model)`.
template <described Model>
[[nodiscard]] replayed<Model> replay(const uncertain_model<Model>& model,
                                     const output_options& options, std::uint64_t index)
{
    const draw_sequence sequence{options.sampling, options.seed, model.dimension()};
    replayed<Model>     again;
    static_cast<void>(detail::drawn_again(again, model, sequence, index));
    return again;
}

/// The first with the distributions given directly.
template <described Model>
[[nodiscard]] replayed<Model> replay(const Model& model, const detail::state_of<Model>& start,
                                     std::vector<uncertain_parameter> parameters,
                                     const ensemble_options& options, std::uint64_t index)
{
    return replay(uncertain_model<Model>{model, std::move(parameters)}, start, options, index);
}

} // namespace orgscale
