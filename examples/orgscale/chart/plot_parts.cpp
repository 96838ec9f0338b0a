#include "chart/plot_parts.hpp"

#include <algorithm>

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
    static constexpr const char* colours[] = {"#0072B2", "#C65300", "#007A5A"};
    return {colours[one.which / 2], one.which % 2 == 1 ? dashes : "",
            one.which == plan.now_is ? 3.2 : 1.9};
}

std::string comma_name(const outcome& one)
{
    auto text = one.name;
    text.replace(text.find('/'), 1, ", ");
    return text;
}

} // namespace program
