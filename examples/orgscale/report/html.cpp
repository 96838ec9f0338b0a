#include "report/html.hpp"

#include <utility>

#include <fmt/core.h>

#include "chart/svg.hpp"
#include "format/escaped.hpp"

namespace program {

std::string element(const std::string& name, const std::string& text)
{
    return fmt::format("<{0}>{1}</{0}>\n", name, escaped(text));
}

std::string note(const std::string& text)
{
    return fmt::format("<p class=\"note\">{}</p>\n", escaped(text));
}

std::string list_of(const passage& said)
{
    std::string out = "<ul>\n";
    for (const auto& one : said.sentences) out += element("li", one);
    return out + "</ul>\n";
}

std::string html_of(const passage& said)
{
    return said.sentences.empty() ? "" : element("h3", said.heading) + list_of(said);
}

std::string html_of(const figure_table& table)
{
    std::string out  = "<div class=\"scroll\"><table>\n" + element("caption", table.title) + "<tr>";
    const auto  cell = [&](const char* kind, std::size_t column, const std::string& text) {
        const bool wraps = table.last_wraps && column + 1 == table.heads.size();
        out += fmt::format("<{0}{1}>{2}</{0}>", kind,
                           table.numeric[column] ? " class=\"number\""
                            : wraps               ? " class=\"wrap\""
                                                  : "",
                            escaped(text));
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

namespace {

std::string legend_entry(const std::string& sign, const std::string& text)
{
    return fmt::format("<li>{}{}</li>\n", sign, escaped(text));
}

/// On a wide page curves are labelled where they end; bands need a legend on any.
std::string legend_of(const plot& shown)
{
    std::string out;
    if (!shown.areas.empty()) {
        out = "<ul class=\"legend\">\n";
        for (const auto& area : shown.areas)
            out += legend_entry(draw_block(area.colour), area.label);
        for (const auto& band : shown.bands)
            out += legend_entry(draw_block(band.colour), band.label);
        out += "</ul>\n";
    }
    if (!shown.areas.empty() || shown.bands.empty()) {
        out += "<ul class=\"legend narrow\">\n";
        for (const auto& curve : shown.curves)
            out += legend_entry(draw_swatch(curve.drawn_with), curve.label);
    } else {
        out = "<ul class=\"legend\">\n";
        for (const auto& [limit, text] :
             {std::pair{orgscale::growth_limit::sell, "selling binds"},
              std::pair{orgscale::growth_limit::decide, "deciding binds"},
              std::pair{orgscale::growth_limit::serve, "serving binds"}})
            out += legend_entry(draw_block(colour_of(limit)), text);
    }
    return out + "</ul>\n";
}

} // namespace

std::string html_of(const figure& one)
{
    return fmt::format(
        "<figure>\n{}<div class=\"wide\">{}</div>\n<div class=\"narrow\">{}</div>\n{}{}"
        "</figure>\n",
        element("figcaption", one.shown.title), draw_wide(one.shown), draw_narrow(one.shown),
        legend_of(one.shown), one.note.empty() ? "" : note(one.note));
}

} // namespace program
