#include "chart/plots_of_what_ifs.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "chart/coinciding.hpp"
#include "chart/colours.hpp"
#include "chart/plot_parts.hpp"
#include "chart/plot_scales.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "study/names.hpp"

namespace program {

namespace {

/// One of the two plots: what it counts.
struct subject {
    std::string title;
    std::string unit;
    double moment::*      number;
    std::vector<record>   records;
    yardstick             curves;
    std::optional<misfit> outcome::* miss;
};

drawn_curve curve_of(const outcome& one, const subject& what, std::string label, pen drawn_with)
{
    return {std::move(label), std::move(drawn_with), points_of(one, what.number)};
}

/// The organisation as it is, and any other composition that a question is about.
void add_usual(plot& shown, const study& found, const subject& what)
{
    shown.curves.push_back(
        curve_of(found.now(), what, as_it_is(found.plan), pen_of(found.now(), found.plan)));
    for (const auto& one : found.outcomes) {
        const bool asked =
            std::any_of(found.plan.what_ifs.begin(), found.plan.what_ifs.end(),
                        [&](const what_if& question) { return question.which == one.which; });
        if (asked && one.which != found.plan.now_is)
            shown.curves.push_back(curve_of(one, what, comma_name(one), pen_of(one, found.plan)));
    }
}

void add_what_ifs(plot& shown, const study& found, const subject& what)
{
    for (std::size_t i = 0; i < std::min(max_questions, found.what_ifs.size()); ++i)
        shown.curves.push_back(
            curve_of(found.what_ifs[i], what, found.plan.what_ifs[i].title, pen_of_question(i)));
}

/// The simplest curves, over the years that were recorded.
void add_yardsticks(plot& shown, const scenario& plan, const subject& what)
{
    if (what.records.empty()) return;
    const double from = what.records.front().time, to = what.records.back().time;
    const auto   add = [&](const std::optional<reference_curve>& curve, const std::string& label,
                         const std::string& dash, auto value) {
        if (!curve) return;
        drawn_curve drawn{label, {colour("quiet"), dash, 1.2}, {}};
        for (double i = 0; i <= 60; ++i) {
            const double at = from + (to - from) * i / 60;
            drawn.points.push_back({plan.time.of_record(at), value(*curve, at - curve->from)});
        }
        shown.curves.push_back(drawn);
    };
    add(what.curves.line, "best straight line", "",
        [](const reference_curve& one, double t) { return one.level + one.slope * t; });
    add(what.curves.exponential, "best exponential", dotted,
        [](const reference_curve& one, double t) { return one.level * std::exp(one.slope * t); });
}

/// Whether a linear axis would press a curve to its foot.
bool needs_powers(const plot& shown)
{
    double most = 0, least = 0;
    for (const auto& one : shown.curves) {
        const double top = highest(one.points);
        most             = std::max(most, top);
        if (top > 0) least = least > 0 ? std::min(least, top) : top;
    }
    return most > dwarfs * least;
}

/// Whether there is something to tell apart: curves that part, or a record.
bool worth_showing(const plot& shown)
{
    if (!shown.dots.empty()) return true;
    constexpr double seen = 0.05; // of the highest point: what a reader sees
    const auto&      own  = shown.curves.front().points;
    for (const auto& one : shown.curves)
        for (std::size_t i = 0; i < std::min(own.size(), one.points.size()); ++i)
            if (std::abs(one.points[i].y - own[i].y) > seen * highest(own)) return true;
    return false;
}

std::string quoted(const std::string& text) { return "\xe2\x80\x9c" + text + "\xe2\x80\x9d"; }

std::string note_on(const study& found, const subject& what)
{
    const auto& now  = found.now();
    std::string text = "Bold: " + long_name(now) + ", " + as_now(found.plan) + ".";
    if (!found.what_ifs.empty()) text += " Dashes and dots: what if.";
    if (found.what_ifs.size() > max_questions)
        text += " Only the first " + std::to_string(max_questions) + " questions are drawn.";
    for (const auto& question : found.plan.what_ifs)
        if (question.which != now.which)
            text += " " + quoted(capital(question.title)) + " is asked of " +
                    long_name(found.outcomes[question.which]) + ".";
    if (what.records.empty()) return text;
    if (!what.curves.line || !what.curves.exponential) return text;
    text +=
        " Grey: the straight line and the exponential that come closest to all dots. At worst the line is "
        "off by " +
        percent(what.curves.line->worst) + ", the exponential by " +
        percent(what.curves.exponential->worst);
    if (now.complete && now.*what.miss)
        text += ", the organisation " + as_it_is(found.plan) + " by " +
                percent((now.*what.miss)->worst);
    for (std::size_t i = 0; i < found.what_ifs.size(); ++i) {
        const auto& one = found.what_ifs[i];
        if (one.complete && one.*what.miss)
            text += ", " + quoted(found.plan.what_ifs[i].title) + " by " +
                    percent((one.*what.miss)->worst);
    }
    return text + ".";
}

} // namespace

std::vector<figure> what_if_plots(const study& found)
{
    const auto& plan = found.plan;
    if (plan.what_ifs.empty() && !plan.record) return {};
    const auto                   records = plan.record.value_or(recorded{});
    const std::array<subject, 2> both{
        subject{"People", plan.people_are, &moment::people, records.people, found.people,
                &outcome::people_misfit},
        subject{capital(customers_word(plan)), plan.customers_are, &moment::customers,
                records.customers, found.customers, &outcome::customers_misfit}};

    std::vector<figure> all;
    for (const auto& what : both) {
        if (plan.what_ifs.empty() && what.records.empty()) continue;
        figure one{empty_plot(plan, what.title, what.unit), ""};
        add_usual(one.shown, found, what);
        add_what_ifs(one.shown, found, what);
        add_yardsticks(one.shown, plan, what);
        add_records(one, what.records, plan.time);
        one.add(note_on(found, what));
        if (!worth_showing(one.shown)) continue;
        if (needs_powers(one.shown)) {
            scale_by_powers(one.shown);
            one.shown.title += ", on a logarithmic axis";
        } else {
            scale_linearly(one.shown);
        }
        one.add(part_coinciding(one.shown));
        all.push_back(one);
    }
    return all;
}

} // namespace program
