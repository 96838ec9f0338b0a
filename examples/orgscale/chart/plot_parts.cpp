#include "chart/plot_parts.hpp"

#include <algorithm>

#include "chart/colours.hpp"
#include "chart/thinned.hpp"
#include "format/numbers.hpp"
#include "scenario/composition_names.hpp"

namespace program {

std::vector<point> points_of(const outcome& one, double moment::* number)
{
    std::vector<point> points;
    for (const auto& at : one.curve) points.push_back({at.time, at.*number});
    return points;
}

std::vector<point> points_of(const std::vector<record>& records, const time_scale& time)
{
    std::vector<point> points;
    for (const auto& one : records) points.push_back({time.of_record(one.time), one.value});
    return points;
}

void add_records(figure& to, const std::vector<record>& records, const time_scale& time)
{
    if (records.empty()) return;
    to.shown.dots = thinned(points_of(records, time));
    to.add(to.shown.dots.size() == records.size()
               ? "Dots: recorded figures."
               : "Dots: " + std::to_string(to.shown.dots.size()) + " of " +
                     with_commas(std::to_string(records.size())) +
                     " recorded figures, the lowest and the highest of each stretch of time.");
}

double highest(const std::vector<point>& points)
{
    double most = 0;
    for (const auto& one : points) most = std::max(most, one.y);
    return most;
}

plot empty_plot(const scenario& plan, const std::string& title, const std::string& y_label)
{
    const auto& time = plan.time;
    return {.title       = title,
            .x_label     = time.start ? "year" : time.unit + "s from now",
            .y_label     = y_label,
            .time        = time,
            .logarithmic = false,
            .bottom      = 0,
            .top         = 1,
            .curves      = {}};
}

pen pen_of(const outcome& one, const scenario& plan)
{
    return {colour(growth_of(one.name)), one.which % 2 == 1 ? dashes : "",
            one.which == plan.now_is ? 3.2 : 1.9};
}

pen pen_of_question(std::size_t index)
{
    constexpr std::size_t colours = 4;
    return {colour("question-" + std::to_string(index % colours + 1)),
            index / colours % 2 == 0 ? dashes_dots : dashes_two, 2.2};
}

std::string comma_name(const outcome& one)
{
    auto text = one.name;
    text.replace(text.find('/'), 1, ", ");
    return text;
}

} // namespace program
