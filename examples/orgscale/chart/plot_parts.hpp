#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "chart/figure.hpp"
#include "study/study.hpp"

namespace program {

/// People or customers of a run over time, or of all records.
[[nodiscard]] std::vector<point> points_of(const outcome& one, double moment::* number);
[[nodiscard]] std::vector<point> points_of(const std::vector<record>& records,
                                           const time_scale&          time);

/// Adds the dots of what was recorded, thinned where they are many, and to the note what they are.
void add_records(figure& to, const std::vector<record>& records, const time_scale& time);

[[nodiscard]] double highest(const std::vector<point>& points);

/// A plot over the scenario's time, still without curves and scale.
[[nodiscard]] plot empty_plot(const scenario& plan, const std::string& title,
                              const std::string& y_label);

/// Colour shows the growth law and dashes the governance, in every plot the same; the colour-blind can tell
/// them apart, and so can readers of a black and white print. The organisation as it is is drawn strongly.
[[nodiscard]] pen pen_of(const outcome& one, const scenario& plan);

inline constexpr std::size_t max_questions = 8; ///< that a plot can show

/// The same of a question, of which there may be so many.
[[nodiscard]] pen pen_of_question(std::size_t index);

/// "linear, hierarchy".
[[nodiscard]] std::string comma_name(const outcome& one);

} // namespace program
