#include "text/figures_of_samples.hpp"

#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "study/names.hpp"
#include "text/words_on_samples.hpp"

namespace program {

figure_table table_of_unknowns(const study& found, bool with_sources)
{
    figure_table table{
        "Uncertain parameters", {"", "range", "computed with"}, {false, false, true}, {}};
    if (with_sources) {
        table.heads.push_back("source");
        table.numeric.push_back(false);
        table.last_wraps = true;
    }
    for (const auto& one : found.plan.unknowns.values) {
        std::vector<std::string> row{readable(one.path), one.words, counted_digits(one.value)};
        const auto               section = one.path.substr(0, one.path.rfind('.'));
        if (section != "organisation") row.front() += " (" + section + ")";
        if (with_sources) row.push_back(one.source.empty() ? "none given" : one.source);
        table.rows.push_back(row);
    }
    return table;
}

std::optional<figure_table> table_of_samples(const study& found)
{
    if (!found.samples || found.samples->customers.empty()) return std::nullopt;
    const auto&  samples = *found.samples;
    const auto&  plan    = found.plan;
    figure_table table{"Range of 8 of 10 runs (" + samples_drawn(found) + ")", {""}, {false}, {}};
    for (const double mark : found.marks) {
        table.heads.push_back(column_head(plan.time, mark));
        table.numeric.push_back(true);
    }
    const auto row = [&](const std::string& name, const fan& of) {
        std::vector<std::string> cells{name};
        for (const double mark : found.marks) {
            const auto then = at(samples, of, mark);
            const auto low = brief(then.p10), high = brief(then.p90);
            cells.push_back(low == high ? low : low + " to " + high);
        }
        table.rows.push_back(cells);
    };
    row("people", samples.people);
    row(customers_word(plan), samples.customers);
    return table;
}

} // namespace program
