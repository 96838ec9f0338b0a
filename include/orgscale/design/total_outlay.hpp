#pragma once

#include <orgscale/design/detail/over_run.hpp>

namespace orgscale {

/// The cost of an organisation in money: all that it pays,
///
///     ∫ outlay(t, x) dt                                                        [money]
///
/// over the run, for a model that tells what it pays at a moment [money/time]: operated with a budget, its
/// wages and its hiring. Money later counts as money now; what is earned meanwhile is no part of it.
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
