#pragma once

#include <orgscale/design/detail/over_run.hpp>

namespace orgscale {

/// The cost of an organisation where nothing else is said: the time of its people,
///
///     ∫ people dt                                                       [person time]
///
/// over the run. Not for wages that differ: see total_outlay, or write a cost of your own, any callable
/// `(model, run) -> number`.
struct person_time {
    template <class Model, class Run>
        requires requires(const Run& run) { run.back().state.people; }
    [[nodiscard]] auto operator()(const Model&, const Run& run) const
    {
        return detail::over_run(run, [](const auto&, const auto& x) { return x.people; });
    }
};

} // namespace orgscale
