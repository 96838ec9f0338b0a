#pragma once

#include <string>
#include <vector>

#include "chart/plot.hpp"
#include "study/study.hpp"

namespace program {

/// People or customers of a run over time, or of the records.
[[nodiscard]] std::vector<point> points_of(const outcome& one, double moment::* number);
[[nodiscard]] std::vector<point> points_of(const std::vector<record>& records,
                                           const time_scale&          time);

[[nodiscard]] double highest(const std::vector<point>& points);

/// A plot over the scenario's time, still without curves and scale.
[[nodiscard]] plot empty_plot(const scenario& plan, const std::string& title,
                              const std::string& y_label);

/// The colour tells the growth law, the dashes the governance; told apart by the colour-blind and
/// in black and white. The organisation as it is is drawn strongly.
[[nodiscard]] pen pen_of(const outcome& one, const scenario& plan);

/// "linear, hierarchy".
[[nodiscard]] std::string comma_name(const outcome& one);

} // namespace program
