#pragma once

#include <optional>
#include <string>

#include <orgscale/growth/growth_limits.hpp>

#include "format/time_scale.hpp"
#include "scenario/composition_names.hpp"
#include "study/outcome.hpp"
#include "study/study.hpp"

namespace program {

/// "linear growth under hierarchy".
[[nodiscard]] inline std::string long_name(const outcome& one) { return long_name(one.name); }

/// "deciding", "serving (hiring)": what binds, and where that is serving, what keeps people few.
[[nodiscard]] std::string binding(orgscale::growth_limit                limit,
                                  std::optional<orgscale::growth_limit> cause);

/// The same for the organisation as it is, as half a sentence that explains it.
[[nodiscard]] std::string binding_explained(const study& found, orgscale::growth_limit limit,
                                            std::optional<orgscale::growth_limit> cause);

/// "straight line", "speeding up, as t^1.56", "exponential, 9.7% a year", "levels off near 5.04M".
[[nodiscard]] std::string kind_in_short(const outcome& one, const time_scale& time);

/// "2006.1, deciding", "none", or why the run ended.
[[nodiscard]] std::string wall_in_short(const outcome& one, const time_scale& time);

/// "2,000 runs over 5 uncertain parameters".
[[nodiscard]] std::string samples_drawn(const study& found);

/// A relative difference that a table would hardly show.
inline constexpr double alike = 0.01;

} // namespace program
