#include "report/html.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <sstream>

#include <fmt/core.h>

#include "chart/svg.hpp"
#include "format/escaped.hpp"
#include "format/wrapped.hpp"
#include "report/style_sheet.hpp"

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

namespace {

/// The letters of the longest word.
std::size_t longest_word(const std::string& text)
{
    std::size_t        most = 0;
    std::istringstream words{text};
    for (std::string word; words >> word;) most = std::max(most, letters(word));
    return most;
}

/// Whether its columns fit beside each other on a phone, where words may break and numbers may not.
bool fits_narrow(const figure_table& table)
{
    constexpr std::size_t room = 46, space = 2; // letters
    std::size_t           all = 0;
    for (std::size_t column = 0; column < table.heads.size(); ++column) {
        if (table.is_dispensable(column)) continue;
        std::size_t widest = longest_word(table.heads[column]);
        for (const auto& row : table.rows)
            widest = std::max(widest, table.numeric[column] ? letters(row[column])
                                                            : longest_word(row[column]));
        all += widest + space;
    }
    return all <= room;
}

/// The classes of a cell as an attribute; nothing if there are none.
std::string class_of(const figure_table& table, std::size_t column, std::string all = "")
{
    if (table.numeric[column]) all += " number";
    if (table.is_dispensable(column)) all += " wide";
    return all.empty() ? "" : fmt::format(" class=\"{}\"", all.substr(all.front() == ' ' ? 1 : 0));
}

/// The star of the own organisation, kept on the line of what it marks.
std::string with_its_star(std::string name)
{
    if (name.ends_with(" *")) name.replace(name.size() - 2, 1, "&nbsp;");
    return name;
}

} // namespace

std::string html_of(const figure_table& whole)
{
    const auto table = bounded(whole);
    auto       out   = fmt::format("<div class=\"scroll\"><table{}>\n",
                           fits_narrow(table) ? "" : " class=\"stack\"") +
               (table.title.empty() ? "" : element("caption", table.title)) + "<thead><tr>";
    for (std::size_t column = 0; column < table.heads.size(); ++column)
        out += fmt::format("<th scope=\"col\"{}>{}</th>", class_of(table, column),
                           escaped(table.heads[column]));
    out += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        out += row.front().ends_with("*") ? "<tr class=\"own\">" : "<tr>";
        out += fmt::format("<th scope=\"row\"{}>{}</th>", class_of(table, 0),
                           with_its_star(escaped(row.front())));
        for (std::size_t column = 1; column < row.size(); ++column)
            out += fmt::format("<td{} data-head=\"{}\">{}</td>",
                               class_of(table, column, row[column] == "-" ? "none" : ""),
                               escaped(table.heads[column]), escaped(row[column]));
        out += "</tr>\n";
    }
    return out + "</tbody></table></div>\n";
}

namespace {

std::string legend_entry(const std::string& sign, const std::string& text)
{
    return fmt::format("<li>{}{}</li>\n", sign, escaped(text));
}

/// What areas and bands mean, each once; and on a narrow page, which has no labels beside the curves, the
/// curves.
std::string legend_of(const plot& shown)
{
    constexpr double      seen = 0.005; // of the width
    std::string           blocks;
    std::set<std::string> listed;
    for (const auto& area : shown.areas)
        blocks += legend_entry(draw_block(area.colour, area.opacity), area.label);
    for (const auto& band : shown.bands)
        if (band.to - band.from > seen * shown.time.horizon && listed.insert(band.meaning).second)
            blocks += legend_entry(draw_block(band.colour, band.opacity), band.meaning);
    std::string curves;
    for (const auto& curve : shown.curves)
        if (!curve.label.empty()) curves += legend_entry(draw_swatch(curve), curve.label);
    return (blocks.empty() ? "" : "<ul class=\"legend\">\n" + blocks + "</ul>\n") +
           (curves.empty() ? "" : "<ul class=\"legend narrow\">\n" + curves + "</ul>\n");
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

std::string details(const std::string& title, const std::string& inside, bool open)
{
    if (inside.empty()) return "";
    return fmt::format("<details{}>\n{}{}</details>\n", open ? " open" : "",
                       element("summary", title), inside);
}

std::string page_of(const std::string& title, const std::string& body)
{
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n" +
           element("title", title) + "<style>" + style_sheet + "</style>\n</head>\n<body>\n" +
           body + "</body>\n</html>\n";
}

} // namespace program
