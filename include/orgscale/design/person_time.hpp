#pragma once

#include <orgscale/design/detail/over_run.hpp>

namespace orgscale {

/// The default cost of an organisation: the working time of its people,
///
///     ∫ people dt                                                       [person time]
///
/// over the run. Not for wages that differ: use total_outlay or any callable `(model, run) -> number`.
struct person_time {
    template <class Model, class Run>
        requires requires(const Run& run) { run.back().state.people; }
    [[nodiscard]] auto operator()(const Model&, const Run& run) const
    {
        return detail::over_run(run, [](const auto&, const auto& x) { return x.people; });
    }
};

} // namespace orgscale
