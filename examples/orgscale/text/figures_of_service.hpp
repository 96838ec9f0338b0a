#pragma once

#include <string>
#include <vector>

#include <orgscale/design/promise_margins.hpp>

#include "study/study.hpp"
#include "text/figure_table.hpp"

namespace program {

/// What customers get at the end: the stage each way of growing has reached, how many of those who would join
/// are taken on, or wait and give up, how long they wait, how many are served, how many leave; and whether the
/// promise is kept.
[[nodiscard]] figure_table figures_of_service(const study& found);

/// What those columns mean.
[[nodiscard]] std::string legend_of_service(const study& found);

/// "kept", or "broken: wait, share".
[[nodiscard]] std::string keeping_in_short(const orgscale::promise_margins<>& margins);

} // namespace program
