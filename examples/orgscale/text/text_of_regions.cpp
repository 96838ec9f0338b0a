#include "text/text_of_regions.hpp"

#include <fmt/core.h>

#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "format/wrapped.hpp"
#include "scenario/names.hpp"
#include "text/text_parts.hpp"

namespace program {

namespace {

std::string in_range(const mapped_range& range)
{
    return fmt::format("{} from {} to {}", readable(range.name), plain_digits(range.low),
                       plain_digits(range.high));
}

std::string answer_or_none(const std::optional<double>& answer)
{
    return answer ? brief(*answer) : "-";
}

} // namespace

passage headline_of(const region_study& found)
{
    using orgscale::region_side;
    const auto share  = [&](region_side side) { return found.map.share_of(side); };
    const auto first  = found.name_of(region_side::first),
               second = found.name_of(region_side::second);
    passage said{fmt::format("Which has more {} {}: {} or {}?", customers_in(found.plan),
                             at_horizon(found.plan), first, second),
                 {}};
    said.sentences.push_back(
        fmt::format("Over {} and {}.", in_range(found.across), in_range(found.up)));
    for (const auto side : {region_side::first, region_side::second})
        said.sentences.push_back(
            share(side) > 0
                ? fmt::format("{} in {} of the map.", found.name_of(side), percent(share(side)))
                : fmt::format("{} nowhere.", found.name_of(side)));
    if (share(region_side::neither) > 0)
        said.sentences.push_back(
            fmt::format("Neither in {}: they are equal, or a combination isn't possible.",
                        percent(share(region_side::neither))));
    return said;
}

std::vector<figure_table> tables_of(const region_study& found)
{
    std::vector<figure_table> all;
    figure_table              regions{"Regions, each with a place inside it",
                                      {"more", "share", readable(found.across.name), readable(found.up.name),
                                       found.name_of(orgscale::region_side::first),
                                       found.name_of(orgscale::region_side::second)},
                                      {false, true, true, true, true, true},
                                      {}};
    for (const auto& one : found.map.regions)
        regions.rows.push_back({found.name_of(one.side), percent(one.share),
                                fmt::format("{:.3g}", one.witness.across),
                                fmt::format("{:.3g}", one.witness.up), answer_or_none(one.first),
                                answer_or_none(one.second)});
    all.push_back(std::move(regions));
    constexpr std::size_t places = 9; // of each line
    for (const auto& one : found.map.boundaries) {
        const auto&  line = one.line;
        figure_table table{fmt::format("Between {} and {}",
                                       found.name_of(found.map.regions[one.left].side),
                                       found.name_of(found.map.regions[one.right].side)),
                           {readable(found.across.name), readable(found.up.name)},
                           {true, true},
                           {}};
        std::size_t  before = line.size();
        for (std::size_t i = 0; i < places; ++i) {
            const std::size_t place = i * (line.size() - 1) / (places - 1);
            if (place == before) continue;
            before = place;
            table.rows.push_back(
                {fmt::format("{:.4g}", line[place].across), fmt::format("{:.4g}", line[place].up)});
        }
        all.push_back(std::move(table));
    }
    return all;
}

passage on_map(const region_study& found)
{
    passage said{"How the map was made", {}};
    said.sentences.push_back(fmt::format(
        "{} pairs of runs. Lines are within a thousandth of the ranges of the true ones; what is "
        "smaller than a 24th of a range may be missed.",
        found.map.evaluations));
    if (found.map.unresolved > 0)
        said.sentences.push_back(fmt::format(
            "{} pieces of lines are too folded to be traced so closely.", found.map.unresolved));
    return said;
}

std::string text_of(const region_study& found)
{
    auto text = wrapped(found.plan.title, widest_text, 0) + "\n" +
                headline_in_text(headline_of(found));
    for (const auto& table : tables_of(found)) text += "\n" + in_text(table);
    return text + in_text(on_map(found));
}

std::string csv_of(const region_study& found)
{
    auto text = fmt::format(
        "# title: {}, lines between regions\n"
        "# note: following the rows of a line, the composition in the column left has more {} {} on the "
        "left-hand side; {} is the horizontal axis and {} the vertical one\n"
        "line,left,right,{},{}\n",
        found.plan.title, customers_in(found.plan), at_horizon(found.plan), found.across.name,
        found.up.name, found.across.name, found.up.name);
    for (std::size_t i = 0; i < found.map.boundaries.size(); ++i) {
        const auto& one = found.map.boundaries[i];
        for (const auto& place : one.line)
            text += fmt::format(
                "{},{},{},{:.9g},{:.9g}\n", i + 1, found.name_of(found.map.regions[one.left].side),
                found.name_of(found.map.regions[one.right].side), place.across, place.up);
    }
    return text;
}

} // namespace program
