#include "report/report.hpp"

#include <utility>
#include <vector>

#include <fmt/core.h>

#include "chart/plots.hpp"
#include "chart/plots_of_samples.hpp"
#include "chart/plots_of_what_ifs.hpp"
#include "format/escaped.hpp"
#include "report/html.hpp"
#include "scenario/names.hpp"
#include "text/figures.hpp"
#include "text/figures_of_designs.hpp"
#include "text/figures_of_levers.hpp"
#include "text/figures_of_samples.hpp"
#include "text/headline.hpp"
#include "text/words.hpp"
#include "text/words_on_comparison.hpp"
#include "text/words_on_designs.hpp"
#include "text/words_on_levers.hpp"
#include "text/words_on_others.hpp"
#include "text/words_on_samples.hpp"
#include "text/words_on_warnings.hpp"

namespace program {

namespace {

std::string plots(const std::vector<figure>& all)
{
    std::string out;
    for (const auto& one : all) out += html_of(one);
    return out;
}

std::string tables(const std::vector<figure_table>& all)
{
    std::string out;
    for (const auto& one : all) out += html_of(one);
    return out;
}

/// The answer, with one plot.
std::string first_screen(const study& found)
{
    const auto said = headline_of(found);
    return element("h1", found.plan.title) +
           fmt::format("<p class=\"headline\">{}</p>\n", escaped(said.heading)) +
           (said.sentences.empty() ? "" : list_of(said)) +
           (found.none() ? "" : html_of(first_plot(found))) +
           fmt::format("<p class=\"note\">{}</p>\n", escaped(situation_of(found)));
}

/// What the comparison of the six rests on, to stand beside the verdict.
std::string basis_of_verdict(const study& found)
{
    return "<div class=\"beside\"><div>" + html_of(on_differences(found)) + "</div><div>" +
           html_of(on_assumptions(found)) + "</div></div>\n";
}

std::string verdict_section(const study& found)
{
    auto       table = verdict_of(found);
    const auto title = std::exchange(table.title, "");
    return element("h2", title) + html_of(table) + note(legend_of_verdict(found)) +
           basis_of_verdict(found);
}

std::string advice_section(const study& found)
{
    const auto said = on_levers(found);
    if (said.sentences.empty()) return "";
    std::string all;
    if (const auto money = figures_of_lasting(found))
        all += html_of(*money) + note(legend_of_lasting(found));
    if (const auto moves = figures_of_levers(found))
        all += html_of(*moves) + note(legend_of_levers(found));
    return element("h2", said.heading) + list_of(said) + details("All changes of ten percent", all);
}

std::string listed_open(const passage& said)
{
    return said.sentences.empty() ? "" : details(said.heading, list_of(said), true);
}

std::string promise_section(const study& found)
{
    const auto said = on_designs(found);
    if (said.sentences.empty()) return "";
    auto shown = figures_of_designs(found); // who keeps it, and what was chosen
    shown.front().title.clear();            // the section's heading says it
    const auto chosen = std::exchange(shown.back().title, "");
    return element("h2", said.heading) + list_of(said) + html_of(shown.front()) +
           note(legend_of_designs(found)) +
           details(chosen, html_of(shown.back()) + note(legend_of_choices(found))) +
           (found.none() ? "" : basis_of_verdict(found));
}

/// How long customers wait: open, for where they do it is what they see of all this.
std::string waits_section(const study& found)
{
    const auto waits = waits_over_time(found);
    return waits ? details(fmt::format("How long {} wait", customers_word(found.plan)),
                           html_of(*waits), true)
                 : "";
}

/// What pressure makes of the work, where it makes something of it.
std::string standards_section(const study& found)
{
    const auto shown = standards_over_time(found);
    return shown ? details("What becomes of the work", html_of(*shown), true) : "";
}

/// The rest: the questions and the spread are open, all else is opened on demand.
std::string all_details(const study& found)
{
    const auto& plan   = found.plan;
    std::string limits = html_of(limits_over_time(found, found.now()));
    if (const auto* leader = found.leader(); leader != nullptr && leader->which != plan.now_is)
        limits += html_of(limits_over_time(found, *leader));

    std::string spread = plots(fan_charts(found));
    if (const auto table = table_of_samples(found)) spread += html_of(*table);
    if (!plan.unknowns.none()) spread += html_of(table_of_unknowns(found, true));

    std::string words;
    for (const auto& one : details_of(found)) words += html_of(one);
    std::string sources;
    for (const auto& one : plan.about) sources += element("p", one);
    std::string compared; // of a promise, the verdict is who keeps it
    auto        verdict = verdict_of(found);
    const auto  title   = std::exchange(verdict.title, "");
    if (!found.designs.empty()) compared = html_of(verdict) + note(legend_of_verdict(found));
    return element("h2", "Details") + listed_open(on_what_ifs(found)) +
           listed_open(on_samples(found)) + details(title, compared) + waits_section(found) +
           standards_section(found) + details("More plots of the six", plots(comparisons(found))) +
           details("What limits growth, and when", limits) +
           details("What if, in plots", plots(what_if_plots(found))) +
           details("The uncertain parameters varied", spread) + details("In words", words) +
           details("In figures", tables(figures_of(found)) + note(legend_of(found))) +
           details("Where the numbers come from", sources) +
           details("Parameters", html_of_parameters(found));
}

} // namespace

std::string report_of(const study& found)
{
    auto body = first_screen(found) + html_of(on_warnings(found));
    body += found.designs.empty() && !found.none() ? verdict_section(found)
                                                   : promise_section(found);
    if (!found.none()) body += advice_section(found) + all_details(found);
    return page_of(found.plan.title, body);
}

} // namespace program
