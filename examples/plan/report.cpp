#include "report.hpp"

#include <algorithm>

#include "figures.hpp"
#include "numbers.hpp"
#include "phrases.hpp"
#include "plots.hpp"
#include "words.hpp"

namespace plan {

namespace {

constexpr auto style_sheet = R"(
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 58rem; padding: 1.5rem 1rem 4rem; background: #fff;
  color: #1a1a1a; font: 1rem/1.55 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .6rem; padding-top: .6rem; border-top: 1px solid #ccc; }
h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
p, ul { max-width: 44rem; margin: .4rem 0 .8rem; }
ul { padding-left: 1.2rem; }
li { margin: .3rem 0; }
.situation { font-size: 1.08rem; color: #333; }
.note { color: #555; font-size: .9rem; }
figure { margin: 1.5rem 0 2.4rem; }
figcaption { font-weight: 600; margin: 0 0 .5rem; }
svg { display: block; width: 100%; height: auto; font-family: inherit; }
.legend { list-style: none; padding: 0; margin: .4rem 0; display: flex; flex-wrap: wrap;
  gap: .15rem 1.1rem; font-size: .85rem; max-width: none; }
.legend li { display: flex; align-items: center; gap: .4rem; margin: 0; }
.narrow, ul.narrow { display: none; }
.legend svg { width: 30px; height: 14px; flex: none; }
.scroll { overflow-x: auto; margin: .4rem 0 1.4rem; }
table { border-collapse: collapse; font-size: .92rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { padding: .28rem .7rem; text-align: left; border-bottom: 1px solid #e4e4e4;
  white-space: nowrap; }
th { font-weight: 600; color: #444; }
td:first-child, th:first-child { padding-left: 0; }
.number { text-align: right; }
th.number { white-space: normal; vertical-align: bottom; }
.own td { font-weight: 700; background: #f4f4f0; }
td.wrap { white-space: normal; min-width: 11rem; }
@media (max-width: 640px) { .wide { display: none; } .narrow { display: block; }
  ul.narrow { display: flex; } h1 { font-size: 1.4rem; } }
@media print { body { max-width: none; font-size: 10.5pt; } figure, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; } .scroll { overflow: visible; } }
)";

std::string element(const std::string& name, const std::string& text)
{
    return "<" + name + ">" + escaped(text) + "</" + name + ">\n";
}

std::string list_of(const std::vector<std::string>& sentences)
{
    std::string out = "<ul>\n";
    for (const auto& one : sentences) out += element("li", one);
    return out + "</ul>\n";
}

std::string in_html(const passage& said)
{
    return element("h3", said.heading) + list_of(said.sentences);
}

std::string in_html(const figure_table& table)
{
    std::string out  = "<div class=\"scroll\"><table>\n" + element("caption", table.title) + "<tr>";
    const auto  cell = [&](const char* kind, std::size_t column, const std::string& text) {
        out += std::string{"<"} + kind + (table.numeric[column] ? " class=\"number\">" : ">") +
               escaped(text) + "</" + kind + ">";
    };
    for (std::size_t column = 0; column < table.heads.size(); ++column)
        cell("th", column, table.heads[column]);
    out += "</tr>\n";
    for (const auto& row : table.rows) {
        out += row.front().ends_with("*") ? "<tr class=\"own\">" : "<tr>";
        for (std::size_t column = 0; column < row.size(); ++column) cell("td", column, row[column]);
        out += "</tr>\n";
    }
    return out + "</table></div>\n";
}

std::string swatch(const std::string& colour, bool dashed, bool strong)
{
    return "<svg viewBox=\"0 0 30 14\" aria-hidden=\"true\"><line x1=\"0\" y1=\"7\" x2=\"30\" "
           "y2=\"7\" stroke=\"" +
           colour + "\" stroke-width=\"" + (strong ? "3.5" : "2") + "\"" +
           (dashed ? " stroke-dasharray=\"7 4\"" : "") + "/></svg>";
}

std::string block(const std::string& colour)
{
    return "<svg viewBox=\"0 0 30 14\" aria-hidden=\"true\"><rect width=\"30\" height=\"14\" "
           "stroke=\"#bbb\" fill=\"" +
           colour + "\"/></svg>";
}

std::string legend_entry(const std::string& sign, const std::string& text)
{
    return "<li>" + sign + escaped(text) + "</li>\n";
}

/// On a wide page the six are labelled at their curves; bands need a legend on any.
std::string legend_of(const figure& one)
{
    std::string out;
    if (one.compares_all) {
        out = "<ul class=\"legend narrow\">\n";
        for (const auto& curve : one.shown.curves)
            out += legend_entry(swatch(curve.colour, curve.dashed, curve.strong), curve.label);
    } else {
        out = "<ul class=\"legend\">\n";
        for (const auto& [limit, text] :
             {std::pair{orgscale::growth_limit::sell, "selling binds"},
              std::pair{orgscale::growth_limit::decide, "deciding binds"},
              std::pair{orgscale::growth_limit::serve, "serving binds"}})
            out += legend_entry(block(colour_of(limit)), text);
    }
    return out + "</ul>\n";
}

std::string in_html(const figure& one)
{
    return "<figure>\n" + element("figcaption", one.shown.title) + "<div class=\"wide\">" +
           draw_wide(one.shown) + "</div>\n<div class=\"narrow\">" + draw_narrow(one.shown) +
           "</div>\n" + legend_of(one) +
           (one.note.empty() ? "" : "<p class=\"note\">" + escaped(one.note) + "</p>\n") +
           "</figure>\n";
}

/// Parameters with a column of values for each of several compositions.
std::string parameter_table(const study& found, const std::string& title,
                            const std::vector<std::pair<std::string, std::size_t>>& columns,
                            bool                                                    of_governance)
{
    struct line {
        parameter_line           what;
        std::vector<std::string> values;
    };
    std::vector<line> lines;
    for (std::size_t column = 0; column < columns.size(); ++column)
        for (const auto& one : found.outcomes[columns[column].second].parameters) {
            if (one.name.starts_with("governance.") != of_governance) continue;
            auto at = std::find_if(lines.begin(), lines.end(), [&](const line& other) {
                return other.what.name == one.name && other.what.meaning == one.meaning;
            });
            if (at == lines.end()) at = lines.insert(at, {one, {}});
            at->values.resize(column + 1);
            at->values[column] = plain_digits(one.value);
        }

    std::string out = "<div class=\"scroll\"><table>\n" + element("caption", title) +
                      "<tr><th>parameter</th><th>symbol</th><th>unit</th><th>meaning</th>";
    for (const auto& column : columns)
        out += "<th class=\"number\">" + escaped(column.first) + "</th>";
    out += "</tr>\n";
    for (auto& one : lines) {
        one.values.resize(columns.size());
        out += "<tr><td>" + escaped(readable(one.what.name)) + "</td><td>" +
               escaped(one.what.symbol) + "</td><td>" +
               escaped(unit_in(one.what.unit, found.plan.time)) + "</td><td class=\"wrap\">" +
               escaped(one.what.meaning) + "</td>";
        for (const auto& value : one.values)
            out += "<td class=\"number\">" + escaped(value) + "</td>";
        out += "</tr>\n";
    }
    return out + "</table></div>\n";
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
                      "<p class=\"situation\">" + escaped(situation_of(plan)) + "</p>\n";

    const auto            words = words_of(found);
    constexpr std::size_t first = 3; // the answer; the rest is for who has seen the plots
    for (std::size_t i = 0; i < std::min(first, words.size()); ++i) out += in_html(words[i]);

    out += element("h2", "Six ways to grow");
    for (const auto& one : comparisons(found)) out += in_html(one);

    out += element("h2", "What binds when");
    out += in_html(limits_over_time(found, found.now()));
    if (const auto* leader = found.leader(); leader != nullptr && leader->which != plan.now_is)
        out += in_html(limits_over_time(found, *leader));

    out += element("h2", "What else it says");
    for (std::size_t i = first; i < words.size(); ++i) out += in_html(words[i]);

    out += element("h2", "In figures");
    for (const auto& table : figures_of(found)) out += in_html(table);
    out += "<p class=\"note\">" + escaped(legend_of(found)) + "</p>\n";

    if (!plan.about.empty()) {
        out += element("h2", "Where the numbers come from");
        for (const auto& one : plan.about) out += element("p", one);
    }
    out += element("h2", "Parameters");
    out +=
        parameter_table(found, "Growth", {{"linear", 0}, {"parallel", 2}, {"network", 4}}, false);
    out += parameter_table(found, "Governance", {{"hierarchy", 0}, {"meritocracy", 1}}, true);
    return out + "</body>\n</html>\n";
}

} // namespace plan
