#include "report/report_of_regions.hpp"

#include <fmt/core.h>

#include "chart/plot_of_regions.hpp"
#include "format/escaped.hpp"
#include "report/html.hpp"
#include "text/text_of_regions.hpp"

namespace program {

std::string report_of(const region_study& found)
{
    const auto said = headline_of(found);
    auto       page = element("h1", found.plan.title) +
                fmt::format("<p class=\"headline\">{}</p>\n", escaped(said.heading)) +
                list_of(said);
    if (!found.map.boundaries.empty()) page += html_of(plot_of_regions(found));
    for (const auto& table : tables_of(found)) page += html_of(table);
    return page_of(found.plan.title, page + html_of(on_map(found)));
}

} // namespace program
