#pragma once

#include <string>
#include <vector>

#include "format/time_scale.hpp"

namespace program {

/// "one, two and three".
[[nodiscard]] std::string listed(const std::vector<std::string>& parts);

/// "time_per_level" as "time per level", without what stands before a dot.
[[nodiscard]] std::string readable(const std::string& parameter);

/// The same with a capital letter first.
[[nodiscard]] std::string capital(std::string text);

/// A unit of a description with the scenario's own time: "1/time" as "1/year".
[[nodiscard]] std::string unit_in(const std::string& unit, const time_scale& time);

/// A unit without what explains it: "customers" of "customers, each worth 100 dollars".
[[nodiscard]] std::string short_unit(const std::string& unit);

/// A unit as it fits beside the axis of a plot: with what explains it, if that is short.
[[nodiscard]] std::string axis_unit(const std::string& unit);

/// Whether a unit is thousands, millions or billions of something.
[[nodiscard]] bool counts_in_thousands(const std::string& unit);

/// "4.56 million articles"; but 12,300 of a unit that is thousands or millions itself.
[[nodiscard]] std::string amount(double value, const std::string& unit);

/// The number of an amount alone.
[[nodiscard]] std::string amount_alone(double value, const std::string& unit);

} // namespace program
