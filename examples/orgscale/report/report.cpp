#include "report/report.hpp"

#include "chart/plots.hpp"
#include "chart/plots_of_samples.hpp"
#include "chart/plots_of_what_ifs.hpp"
#include "format/escaped.hpp"
#include "report/html.hpp"
#include "report/style_sheet.hpp"
#include "text/figures.hpp"
#include "text/figures_of_designs.hpp"
#include "text/figures_of_levers.hpp"
#include "text/figures_of_samples.hpp"
#include "text/words.hpp"
#include "text/words_on_cost.hpp"
#include "text/words_on_designs.hpp"
#include "text/words_on_network.hpp"
#include "text/words_on_others.hpp"
#include "text/words_on_record.hpp"
#include "text/words_on_samples.hpp"

namespace program {

namespace {

/// What the scenario asks, and how the organisation compares with what was recorded.
std::string what_if_section(const study& found)
{
    const auto& plan = found.plan;
    if (plan.what_ifs.empty() && !plan.record) return "";
    auto out = element("h2", plan.what_ifs.empty() ? "Beside what was recorded" : "What if");
    if (!plan.what_ifs.empty()) out += list_of(on_what_ifs(found));
    for (const auto& one : what_if_plots(found)) out += html_of(one);
    return out + html_of(on_record(found));
}

/// When the wall comes and where it leads if parameters are known only by their distributions.
std::string section_on_samples(const study& found)
{
    const auto said = on_samples(found);
    if (said.sentences.empty()) return "";
    auto out = element("h2", said.heading) + list_of(said);
    for (const auto& one : fan_charts(found)) out += html_of(one);
    if (const auto samples = table_of_samples(found)) out += html_of(*samples);
    return out + html_of(table_of_unknowns(found, true));
}

} // namespace

std::string report_of(const study& found)
{
    const auto& plan = found.plan;
    std::string out  = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, "
                       "initial-scale=1\">\n" +
                      element("title", plan.title) + "<style>" + style_sheet +
                      "</style>\n</head>\n<body>\n" + element("h1", plan.title) +
                      "<p class=\"situation\">" + escaped(situation_of(found)) + "</p>\n";

    if (!found.none())
        for (const auto& one : answer_of(found)) out += html_of(one);
    else
        out += html_of(on_designs(found));
    if (!found.designs.empty()) {
        for (const auto& table : figures_of_designs(found)) out += html_of(table);
        out += note(legend_of_designs(found));
    }
    if (found.none()) return out + "</body>\n</html>\n";

    if (const auto moves = figures_of_levers(found))
        out += html_of(*moves) + note(legend_of_levers(found));

    out += section_on_samples(found);

    out += element("h2", "Six ways to grow");
    for (const auto& one : comparisons(found)) out += html_of(one);

    out += element("h2", "What binds when");
    out += html_of(limits_over_time(found, found.now()));
    if (const auto* leader = found.leader(); leader != nullptr && leader->which != plan.now_is)
        out += html_of(limits_over_time(found, *leader));

    out += what_if_section(found);

    const auto rest = html_of(on_cost(found)) + html_of(on_overtaking(found)) +
                      html_of(on_network(found));
    if (!rest.empty()) out += element("h2", "What else it says") + rest;

    out += element("h2", "In figures");
    for (const auto& table : figures_of(found)) out += html_of(table);
    out += note(legend_of(found));

    if (!plan.about.empty()) {
        out += element("h2", "Where the numbers come from");
        for (const auto& one : plan.about) out += element("p", one);
    }
    out += element("h2", "Parameters");
    out += html_of_parameters(found);
    return out + "</body>\n</html>\n";
}

} // namespace program
