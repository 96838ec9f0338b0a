#pragma once

#include <concepts>
#include <iterator>
#include <optional>
#include <type_traits>

#include <orgscale/core/growth_model.hpp>

namespace orgscale {

/// What tells how far a growth model is on a way of ordered stages.
///
///     stage_type         an enumeration of the stages, each greater than the one before
///     stages             a range of all of them, in their order
///     of(model, t, x)    the last stage reached in state x at time t, or an optional that holds
///                        nothing before the first; who has reached a stage has reached those before
///
/// It may also tell, so that the dates of stages have derivatives:
///     margin(stage, model, t, x)    a number above 0 where the stage is reached, and nowhere else
///
/// `scaling_journey` is the library's own; one of yours needs no base.
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
