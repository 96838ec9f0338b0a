#include "text/figures_of_data.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "text/words_on_growth.hpp"

namespace program {

namespace {

std::string of_chance(double probability)
{
    return probability > 0 && probability < 0.001 ? "< 0.1 percent" : percent(probability);
}

std::string band_in_cells(const value_with_band& one)
{
    const auto end = [](double value) { return std::isfinite(value) ? brief(value) : "no bound"; };
    return std::string{end(one.low)} + " to " + end(one.high);
}

} // namespace

std::optional<figure_table> table_of_laws(const identified& found)
{
    if (!found.growth || found.growth->laws.empty()) return std::nullopt;
    figure_table table{"Laws of growth",
                       {"", "probability", "error of its best curve", "its ceiling"},
                       {false, true, true, true},
                       {}};
    for (const auto& one : found.growth->laws)
        table.rows.push_back({law_in_words(one.name), of_chance(one.probability),
                              one.error > 0 ? percent(one.error) : "-",
                              one.ceiling ? brief(*one.ceiling) : "-"});
    return table;
}

std::optional<figure_table> table_of_exponents(const identified& found)
{
    if (!found.scaling || found.scaling->ways.empty()) return std::nullopt;
    figure_table table{"Exponent of " + readable(found.output_name) + " against " +
                           readable(found.size_name),
                       {"", "exponent", "95 percent"},
                       {false, true, true},
                       {}};
    const auto   digits = [](const std::optional<double>& value) {
        return value ? fixed(*value, 2) : std::string{"no bound"};
    };
    for (const auto& one : found.scaling->ways)
        table.rows.push_back({one.how, digits(one.value.value),
                              one.value.low || one.value.high
                                  ? digits(one.value.low) + " to " + digits(one.value.high)
                                  : "-"});
    return table;
}

std::optional<figure_table> table_of_back_tests(const identified& found)
{
    if (!found.growth || found.growth->back_tests.empty()) return std::nullopt;
    figure_table table{
        "Forecasts from earlier figures",
        {"figures up to", "about", "forecast", "95 percent", "actual figure", "verdict then"},
        {false, true, true, true, true, false},
        {}};
    for (const auto& one : found.growth->back_tests)
        table.rows.push_back({time_in_words(found, one.made_at), time_in_words(found, one.about),
                              brief(one.said.value), band_in_cells(one.said), brief(one.came),
                              readable(one.verdict)});
    return table;
}

std::optional<figure_table> table_of_forecast(const identified& found)
{
    if (!found.growth || found.growth->forecast.empty() || found.over_time.empty())
        return std::nullopt;
    figure_table table{"Forecast", {"", "median", "95 percent"}, {false, true, true}, {}};
    std::vector<value_with_band> ahead;
    for (const auto& one : found.growth->forecast)
        if (one.at > found.over_time.back().at) ahead.push_back(one);
    const std::size_t step = std::max<std::size_t>(1, ahead.size() / 4);
    for (std::size_t i = step - 1; i < ahead.size(); i += step)
        table.rows.push_back(
            {time_in_words(found, ahead[i].at), brief(ahead[i].value), band_in_cells(ahead[i])});
    return table.rows.empty() ? std::nullopt : std::optional{table};
}

std::vector<figure_table> tables_of(const identified& found)
{
    std::vector<figure_table> all;
    for (auto&& one : {table_of_exponents(found), table_of_laws(found), table_of_forecast(found),
                       table_of_back_tests(found)})
        if (one) all.push_back(*one);
    return all;
}

} // namespace program
