#pragma once

#include <concepts>
#include <iterator>
#include <optional>
#include <type_traits>

#include <orgscale/core/growth_model.hpp>

namespace orgscale {

/// Assigns a growth model's state to one of several ordered stages.
///
///     stage_type         an enumeration of the stages, in increasing order
///     stages             a range of all of them, in order
///     of(model, t, x)    the last stage reached in state x at time t, or an empty optional
///                        before the first; reaching a stage implies the earlier ones
///
/// For dates of stages with derivatives it may also have
///     margin(stage, model, t, x)    a number above 0 exactly where the stage is reached
///
/// `scaling_journey` is the library's own; yours needs no base class.
template <class Staging, class Model>
concept staging =
    growth_model<Model> && std::is_enum_v<typename Staging::stage_type> &&
    requires(const Staging& way, const Model& model, const typename Model::real_type& t,
             const typename Model::state_type& x) {
        { *std::begin(Staging::stages) } -> std::convertible_to<typename Staging::stage_type>;
        std::end(Staging::stages);
        { way.of(model, t, x) } -> std::convertible_to<std::optional<typename Staging::stage_type>>;
    };

} // namespace orgscale
