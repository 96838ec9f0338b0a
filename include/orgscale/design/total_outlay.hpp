#pragma once

#include <orgscale/design/detail/over_run.hpp>

namespace orgscale {

/// The cost of an organisation in money: everything it pays,
///
///     ∫ outlay(t, x) dt                                                        [money]
///
/// over the run, for a model that reports its `outlay` [money/time], such as `operated` with a budget
/// (wages and hiring). Not discounted; earnings are not deducted.
struct total_outlay {
    template <class Model, class Run>
        requires requires(const Model& model, const Run& run) {
            model.outlay(run.back().time, run.back().state);
        }
    [[nodiscard]] auto operator()(const Model& model, const Run& run) const
    {
        return detail::over_run(run,
                                [&](const auto& t, const auto& x) { return model.outlay(t, x); });
    }
};

} // namespace orgscale
