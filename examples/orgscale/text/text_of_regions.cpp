#include "text/text_of_regions.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include <fmt/core.h>

#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "format/wrapped.hpp"
#include "scenario/names.hpp"
#include "scenario/parameter_names.hpp"
#include "text/text_parts.hpp"

namespace program {

namespace {

std::string in_range(const mapped_range& range)
{
    return fmt::format("{} from {} to {}", in_words(range.name), plain_digits(range.low),
                       plain_digits(range.high));
}

std::string answer_or_none(const std::optional<double>& answer)
{
    return answer ? brief(*answer) : "-";
}

/// How far a place lies from the straight line between two others, in shares of the ranges.
double off_line(const region_study& found, const orgscale::region_map::place& place,
                const orgscale::region_map::place& from, const orgscale::region_map::place& to)
{
    const double width  = found.across.high - found.across.low,
                 height = found.up.high - found.up.low;
    const double x = (place.across - from.across) / width, y = (place.up - from.up) / height;
    const double along_x = (to.across - from.across) / width, along_y = (to.up - from.up) / height;
    const double length = std::hypot(along_x, along_y);
    return length > 0 ? std::abs(x * along_y - y * along_x) / length : std::hypot(x, y);
}

/// Its ends and its corners: the places that straight lines between the others miss by most, some at most.
std::vector<std::size_t> places_to_list(const region_study&                             found,
                                        const std::vector<orgscale::region_map::place>& line)
{
    constexpr std::size_t most = 9;
    constexpr double      seen = 2e-3; // of the ranges
    if (line.size() < 2) return std::vector<std::size_t>(line.size(), 0);
    std::vector<std::size_t> listed{0, line.size() - 1};
    while (listed.size() < most) {
        std::size_t farthest = 0;
        double      off      = seen;
        for (std::size_t part = 1; part < listed.size(); ++part)
            for (auto i = listed[part - 1] + 1; i < listed[part]; ++i) {
                const double here =
                    off_line(found, line[i], line[listed[part - 1]], line[listed[part]]);
                if (here > off) off = here, farthest = i;
            }
        if (farthest == 0) break;
        listed.insert(std::upper_bound(listed.begin(), listed.end(), farthest), farthest);
    }
    return listed;
}

/// "everywhere", "in 24.2 percent of the map".
std::string part_of_map(double share)
{
    return share < 1 ? fmt::format("in {} of the map", percent(share)) : std::string{"everywhere"};
}

/// Where one parameter alone decides: the value of it at which the order changes.
std::optional<std::string> straight_line(const region_study& found)
{
    constexpr double straight = 0.02, whole = 0.95; // of the ranges
    if (found.map.boundaries.size() != 1) return std::nullopt;
    const auto& line   = found.map.boundaries.front().line;
    const auto  spread = [&](double orgscale::region_map::place::* number,
                            const mapped_range&                   range) {
        const auto ends = std::minmax_element(
            line.begin(), line.end(),
            [&](const auto& a, const auto& b) { return a.*number < b.*number; });
        return ((*ends.second).*number - (*ends.first).*number) / (range.high - range.low);
    };
    const auto said = [&](const mapped_range& decides, double at, const mapped_range& other) {
        return fmt::format("They change places at {} {:.2g}, whatever the {}.",
                           in_words(decides.name), at, in_words(other.name));
    };
    using place         = orgscale::region_map::place;
    const double across = spread(&place::across, found.across), up = spread(&place::up, found.up);
    const auto&  middle = line[line.size() / 2];
    if (across < straight && up > whole) return said(found.across, middle.across, found.up);
    if (up < straight && across > whole) return said(found.up, middle.up, found.across);
    return std::nullopt;
}

} // namespace

passage headline_of(const region_study& found)
{
    using orgscale::region_side;
    const auto share = [&](region_side side) { return found.map.share_of(side); };
    const auto named = [&](region_side side) { return found.name_of(side); };
    const auto first = named(region_side::first), second = named(region_side::second);
    const bool ahead = share(region_side::first) >= share(region_side::second);
    const auto more  = ahead ? region_side::first : region_side::second;
    const auto less  = ahead ? region_side::second : region_side::first;
    const auto what  = fmt::format("{} {}", customers_in(found.plan), at_horizon(found.plan));
    passage    said{{}, {}};
    if (!(share(more) > 0))
        said.heading = fmt::format("Neither {} nor {} has more {} anywhere on the map.",
                                   long_name(first), long_name(second), what);
    else if (!(share(less) > 0))
        said.heading = fmt::format("{} has more {} {}; {} nowhere.",
                                   capital(long_name(named(more))), what, part_of_map(share(more)),
                                   long_name(named(less)));
    else
        said.heading = fmt::format("{} has more {} {}; {}, {}.", capital(long_name(named(more))),
                                   what, part_of_map(share(more)), long_name(named(less)),
                                   part_of_map(share(less)));
    said.sentences.push_back(
        fmt::format("The map: {} and {}.", in_range(found.across), in_range(found.up)));
    if (const auto line = straight_line(found)) said.sentences.push_back(*line);
    if (share(region_side::neither) > 0)
        said.sentences.push_back(fmt::format(
            "Neither has more in {}: they are equal, {}.", percent(share(region_side::neither)),
            found.plan.run_by.stops
                ? "a combination isn't possible, or both are out of money by then"
                : "or a combination isn't possible"));
    return said;
}

std::vector<figure_table> tables_of(const region_study& found)
{
    std::vector<figure_table> all;
    figure_table              regions{"Regions, each with an example inside it",
                                      {"more", "share", in_words(found.across.name), in_words(found.up.name),
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
    for (const auto& one : found.map.boundaries) {
        const auto&  line = one.line;
        figure_table table{fmt::format("Between {} and {}",
                                       found.name_of(found.map.regions[one.left].side),
                                       found.name_of(found.map.regions[one.right].side)),
                           {in_words(found.across.name), in_words(found.up.name)},
                           {true, true},
                           {}};
        for (const auto place : places_to_list(found, line))
            table.rows.push_back(
                {fmt::format("{:.4g}", line[place].across), fmt::format("{:.4g}", line[place].up)});
        all.push_back(std::move(table));
    }
    return all;
}

passage on_map(const region_study& found)
{
    passage said{"How the map was made", {}};
    said.sentences.push_back(fmt::format(
        "{} pairs of runs. Lines are within a thousandth of the ranges of the true ones; what is "
        "smaller than a 24th of a range may be missed. Tables list the ends and the corners of a line, and more "
        "places where it bends.",
        with_commas(std::to_string(found.map.evaluations))));
    if (found.map.unresolved > 0)
        said.sentences.push_back(
            fmt::format("{} pieces of lines are too folded to be traced so closely.",
                        with_commas(std::to_string(found.map.unresolved))));
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
    if (found.map.boundaries.empty() && !found.map.regions.empty())
        text.insert(0, fmt::format("# note: there are no lines: {} everywhere\n",
                                   found.name_of(found.map.regions.front().side)));
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
