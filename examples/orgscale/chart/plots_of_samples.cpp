#include "chart/plots_of_samples.hpp"

#include "chart/coinciding.hpp"
#include "chart/colours.hpp"
#include "chart/plot_parts.hpp"
#include "chart/plot_scales.hpp"
#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "study/names.hpp"

namespace program {

namespace {

constexpr double seldom = 0.5; ///< a share of runs with a wall below which their dates are no band

std::vector<point> line_of(const prospects& samples, const fan& of, double quantiles::* q)
{
    std::vector<point> points;
    for (std::size_t i = 0; i < of.size(); ++i) points.push_back({samples.times[i], of[i].*q});
    return points;
}

drawn_area area_of(const prospects& samples, const fan& of, double quantiles::* low,
                   double quantiles::* high, const std::string& colour, double opacity,
                   const std::string& label)
{
    return {label, colour, opacity, line_of(samples, of, low), line_of(samples, of, high)};
}

std::string whole_percent(double share) { return fixed(100 * share, 0) + " percent"; }

/// The wall's dates as a band if most runs have one, paler the fewer they are; a sentence if not.
void add_walls(figure& to, const prospects& samples, const time_scale& time)
{
    if (!samples.wall) return to.add("None of the runs meets a wall.");
    const double share = 1 - samples.share_never;
    if (share < seldom)
        return to.add("Only " + whole_percent(share) +
                      " of the runs meet a wall, 8 of 10 of these between " +
                      since(time, samples.wall->p10) + " and " + since(time, samples.wall->p90) +
                      ": too few for a band here.");
    const bool all = samples.share_never < 0.005;
    to.shown.bands = {
        {samples.wall->p10, samples.wall->p90, colour("decide"), "",
         all ? std::string{"wall, in 8 of 10 runs"}
             : "wall, in 8 of 10 of the " + whole_percent(share) + " of runs that meet one",
         share}};
}

figure fan_chart(const study& found, const fan& of, double moment::* number,
                 const std::string& title, const std::string& unit,
                 const std::vector<record>& records)
{
    const auto& samples = *found.samples;
    figure      one{empty_plot(found.plan, title, unit), ""};
    auto&       shown = one.shown;
    const auto  own   = pen_of(found.now(), found.plan);
    shown.areas       = {
        area_of(samples, of, &quantiles::p10, &quantiles::p90, own.colour, 0.18, "8 of 10 runs"),
        area_of(samples, of, &quantiles::p25, &quantiles::p75, own.colour, 0.28,
                      "half of the runs")};

    const auto value = [&](double quantiles::* q) { return brief(of.back().*q); };
    shown.curves     = {{"1 of 10 above " + value(&quantiles::p90),
                         {colour("quiet"), "", 1},
                         line_of(samples, of, &quantiles::p90)},
                        {"half above " + value(&quantiles::p50),
                         {colour("ink"), dotted, 2},
                         line_of(samples, of, &quantiles::p50)},
                        {"1 of 10 below " + value(&quantiles::p10),
                         {colour("quiet"), "", 1},
                         line_of(samples, of, &quantiles::p10)}};
    if (found.now().complete)
        shown.curves.push_back({"as in the tables, " + brief(found.now().end().*number), own,
                                points_of(found.now(), number)});
    add_records(one, records, found.plan.time);
    scale_linearly(shown);
    one.add(
        "From " + samples_drawn(found) +
        ", at each time by itself: no single run need follow an edge. Bold: the one run with the "
        "values of the tables.");
    if (found.now().run_by.stops && samples.share_gone > 0)
        one.add("An organisation without money has ended, and counts as 0.");
    add_walls(one, samples, found.plan.time);
    one.add(part_coinciding(shown));
    return one;
}

} // namespace

std::vector<figure> fan_charts(const study& found)
{
    if (!found.samples || found.samples->customers.empty()) return {};
    const auto& plan    = found.plan;
    const auto  records = plan.record.value_or(recorded{});
    return {fan_chart(found, found.samples->customers, &moment::customers,
                      capital(customers_word(plan)) + ", with the uncertain parameters varied",
                      plan.customers_are, records.customers),
            fan_chart(found, found.samples->people, &moment::people,
                      "People, with the uncertain parameters varied", plan.people_are,
                      records.people)};
}

} // namespace program
