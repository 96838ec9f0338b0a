#pragma once

#include <vector>

#include "chart/plots.hpp"

namespace program {

/// People and customers of the organisation as it is beside the scenario's questions, and where there
/// is a record, beside its dots and the line and the exponential nearest to them. A plot that would
/// show one and the same curve is left out.
[[nodiscard]] std::vector<figure> what_if_plots(const study& found);

} // namespace program
