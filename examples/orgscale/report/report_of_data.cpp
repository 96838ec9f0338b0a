#include "report/report_of_data.hpp"

#include <fmt/core.h>

#include "chart/plots_of_checks.hpp"
#include "chart/plots_of_data.hpp"
#include "format/escaped.hpp"
#include "report/html.hpp"
#include "text/figures_of_data.hpp"
#include "text/words_on_data.hpp"

namespace program {

namespace {

template <class Part>
std::string html_if(const std::optional<Part>& part)
{
    return part ? html_of(*part) : "";
}

/// A passage under a heading of the page.
std::string section_of(const passage& said, const std::string& shown)
{
    if (said.sentences.empty() && shown.empty()) return "";
    return element("h2", said.heading) + (said.sentences.empty() ? "" : list_of(said)) + shown;
}

} // namespace

std::string report_of(const identified& found)
{
    const auto said = headline_of(found);
    auto       page = element("h1", found.title) +
                fmt::format("<p class=\"headline\">{}</p>\n", escaped(said.heading)) +
                (said.sentences.empty() ? "" : list_of(said)) + html_of(plot_of_answer(found)) +
                note(situation_of(found));
    page += section_of(on_reasons(found),
                       html_if(table_of_exponents(found)) + html_if(table_of_laws(found)));
    page += html_if(plot_of_growth(found));
    page += html_if(plot_of_ceiling(found));
    page += section_of(on_back_tests(found), html_if(plot_of_back_tests(found)));
    page += details("The forecasts in figures",
                    html_if(table_of_back_tests(found)) + html_if(table_of_forecast(found)));
    page += details("Residuals of the most probable law", html_if(plot_of_residuals(found)));
    const auto origin = on_file(found);
    page += details(origin.heading, origin.sentences.empty() ? "" : list_of(origin));
    return page_of(found.title, page);
}

} // namespace program
