#include "chart/plots_of_samples.hpp"

#include "chart/plot_parts.hpp"
#include "chart/plot_scales.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "study/names.hpp"

namespace program {

namespace {

constexpr auto pale = "#cfe3f2", fuller = "#94c1e2", edge = "#4f8fbd", middle = "#0b3c5d";
constexpr auto orange = "#fdebdc";

std::vector<point> line_of(const prospects& samples, const fan& of, double quantiles::* q)
{
    std::vector<point> points;
    for (std::size_t i = 0; i < of.size(); ++i) points.push_back({samples.times[i], of[i].*q});
    return points;
}

drawn_area area_of(const prospects& samples, const fan& of, double quantiles::* low,
                   double quantiles::* high, const char* colour, const std::string& label)
{
    return {label, colour, line_of(samples, of, low), line_of(samples, of, high)};
}

figure fan_chart(const study& found, const fan& of, double moment::* number,
                 const std::string& title, const std::string& unit,
                 const std::vector<record>& records)
{
    const auto& samples = *found.samples;
    figure      one{empty_plot(found.plan, title, unit), ""};
    auto&       shown = one.shown;
    shown.areas       = {
        area_of(samples, of, &quantiles::p10, &quantiles::p90, pale, "8 of 10 cases"),
        area_of(samples, of, &quantiles::p25, &quantiles::p75, fuller, "half of the cases")};

    if (samples.wall && samples.share_never < 0.9)
        shown.bands = {{samples.wall->p10, samples.wall->p90, orange,
                        samples.share_never > 0 ? "wall, in 8 of 10 of the cases that have one"
                                                : "wall, in 8 of 10 cases"}};

    const auto value = [&](double quantiles::* q) { return brief(of.back().*q); };
    shown.curves     = {{"1 of 10 above " + value(&quantiles::p90),
                         {edge, "", 1},
                         line_of(samples, of, &quantiles::p90)},
                        {"half above " + value(&quantiles::p50),
                         {middle, "", 3},
                         line_of(samples, of, &quantiles::p50)},
                        {"1 of 10 below " + value(&quantiles::p10),
                         {edge, "", 1},
                         line_of(samples, of, &quantiles::p10)}};
    if (found.now().complete)
        shown.curves.push_back({"as in the tables, " + brief(found.now().end().*number),
                                {"#A0377F", dashes, 2},
                                points_of(found.now(), number)});
    shown.dots = points_of(records, found.plan.time);
    scale_linearly(shown);

    one.note =
        "From " + samples_drawn(found) +
        ", at each time by itself: no one case need follow an edge. Dashed: the one run with the "
        "values that the tables use.";
    if (!shown.dots.empty()) one.note += " Dots: what was recorded.";
    return one;
}

} // namespace

std::vector<figure> fan_charts(const study& found)
{
    if (!found.samples || found.samples->customers.empty()) return {};
    const auto& plan    = found.plan;
    const auto  records = plan.record.value_or(recorded{});
    return {fan_chart(found, found.samples->customers, &moment::customers,
                      capital(customers_word(plan)) + ", if what isn't known varies",
                      plan.customers_are, records.customers),
            fan_chart(found, found.samples->people, &moment::people,
                      "People, if what isn't known varies", plan.people_are, records.people)};
}

} // namespace program
