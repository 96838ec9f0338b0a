#pragma once

#include <string>

#include "chart/plot.hpp"

namespace program {

/// The plot as an SVG element with labels at the ends of the curves, for a wide page.
[[nodiscard]] std::string draw_wide(const plot& shown);

/// The same for a narrow page, without those labels: it needs a legend beside it.
[[nodiscard]] std::string draw_narrow(const plot& shown);

/// A piece of a curve for a legend.
[[nodiscard]] std::string draw_swatch(const drawn_curve& of);

/// A block of colour for a legend.
[[nodiscard]] std::string draw_block(const std::string& colour, double how_opaque);

} // namespace program
