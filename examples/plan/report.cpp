#include "report.hpp"

#include <algorithm>

#include "escaped.hpp"
#include "html.hpp"
#include "style_sheet.hpp"

namespace plan {

std::string report_of(const study& found)
{
    const auto& plan = found.plan;
    std::string out  = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, "
                       "initial-scale=1\">\n" +
                      element("title", plan.title) + "<style>" + style_sheet +
                      "</style>\n</head>\n<body>\n" + element("h1", plan.title) +
                      "<p class=\"situation\">" + escaped(situation_of(plan)) + "</p>\n";

    const auto            words = words_of(found);
    constexpr std::size_t first = 3; // the answer; the rest is for who has seen the plots
    for (std::size_t i = 0; i < std::min(first, words.size()); ++i) out += html_of(words[i]);

    out += element("h2", "Six ways to grow");
    for (const auto& one : comparisons(found)) out += html_of(one);

    out += element("h2", "What binds when");
    out += html_of(limits_over_time(found, found.now()));
    if (const auto* leader = found.leader(); leader != nullptr && leader->which != plan.now_is)
        out += html_of(limits_over_time(found, *leader));

    out += element("h2", "What else it says");
    for (std::size_t i = first; i < words.size(); ++i) out += html_of(words[i]);

    out += element("h2", "In figures");
    for (const auto& table : figures_of(found)) out += html_of(table);
    out += "<p class=\"note\">" + escaped(legend_of(found)) + "</p>\n";

    if (!plan.about.empty()) {
        out += element("h2", "Where the numbers come from");
        for (const auto& one : plan.about) out += element("p", one);
    }
    out += element("h2", "Parameters");
    out += html_of_parameters(found);
    return out + "</body>\n</html>\n";
}

} // namespace plan
