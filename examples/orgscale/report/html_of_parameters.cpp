#include <algorithm>

#include <fmt/core.h>

#include "format/escaped.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "report/html.hpp"
#include "scenario/parameter_line.hpp"
#include "scenario/parameter_names.hpp"

namespace program {

namespace {

/// Parameters with a column of values for each of several compositions.
template <class Select>
std::string parameter_table(const study& found, const std::string& title,
                            const std::vector<std::pair<std::string, std::size_t>>& columns,
                            const Select&                                           is_of_table)
{
    struct line {
        parameter_line           what;
        std::vector<std::string> values;
    };
    std::vector<line> lines;
    for (std::size_t column = 0; column < columns.size(); ++column)
        for (const auto& one : found.outcomes[columns[column].second].parameters) {
            if (!is_of_table(one.name)) continue;
            auto at = std::find_if(lines.begin(), lines.end(), [&](const line& other) {
                return other.what.name == one.name && other.what.meaning == one.meaning;
            });
            if (at == lines.end()) at = lines.insert(at, {one, {}});
            at->values.resize(column + 1);
            at->values[column] = counted_digits(one.value);
        }

    std::string out = "<div class=\"scroll\"><table class=\"parameters\">\n" +
                      element("caption", title) + "<thead><tr><th scope=\"col\">parameter</th>";
    for (const auto& column : columns)
        out += fmt::format("<th scope=\"col\" class=\"number\">{}</th>", escaped(column.first));
    out += "</tr></thead>\n<tbody>\n";
    for (auto& one : lines) {
        one.values.resize(columns.size());
        const auto unit = unit_in(one.what.unit, found.plan.time);
        out += fmt::format("<tr><th scope=\"row\">{}{} <span class=\"meaning\">{}{}</span></th>",
                           escaped(in_words(one.what.name)),
                           one.what.symbol.empty() ? "" : ", " + escaped(one.what.symbol),
                           escaped(one.what.meaning),
                           unit.empty() || unit == "-" ? "" : " [" + escaped(unit) + "]");
        for (const auto& value : one.values)
            out += fmt::format("<td class=\"number\">{}</td>", escaped(value));
        out += "</tr>\n";
    }
    return out + "</tbody></table></div>\n";
}

} // namespace

std::string html_of_parameters(const study& found)
{
    const auto of_growth     = [](const std::string& name) { return prefix_of(name).empty(); };
    const auto of_governance = [](const std::string& name) {
        return prefix_of(name) == "governance";
    };
    const auto of_run = [&](const std::string& name) {
        return !of_growth(name) && !of_governance(name);
    };
    auto out =
        parameter_table(found, "Growth", {{"linear", 0}, {"parallel", 2}, {"network", 4}},
                        of_growth) +
        parameter_table(found, "Governance", {{"hierarchy", 0}, {"meritocracy", 1}}, of_governance);
    const auto& lines = found.now().parameters;
    if (std::any_of(lines.begin(), lines.end(),
                    [&](const parameter_line& one) { return of_run(one.name); }))
        out += parameter_table(found, "How it is run", {{"all six", 0}}, of_run);
    return out;
}

} // namespace program
