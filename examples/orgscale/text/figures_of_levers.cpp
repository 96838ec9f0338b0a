#include "text/figures_of_levers.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "study/names.hpp"
#include "text/words_on_levers.hpp"

namespace program {

namespace {

constexpr std::size_t most_shown = 8;

/// "+6.9%".
std::string signed_percent(const std::optional<double>& share)
{
    if (!share) return "-";
    if (std::abs(*share) < 5e-4) return "0%";
    return (*share > 0 ? "+" : "") + fixed(100 * *share, std::abs(*share) >= 0.9995 ? 0 : 1) + "%";
}

/// "1.45 to 1.595"; large numbers in three digits.
std::string from_to(const lever& one)
{
    const auto digits = [&](double value) {
        return std::abs(one.before) >= 1e5 ? brief(value) : plain_digits(value);
    };
    return fmt::format("{} to {}", digits(one.before), digits(one.after));
}

std::string wall_again(const study& found, const lever& one)
{
    if (!one.again) return "-";
    if (!one.again->wall) return "none";
    auto text = *one.again->wall > 0 ? date(found.plan.time, *one.again->wall) : "the start";
    if (one.again->limit && one.again->limit != found.moves.usual.limit)
        text += ", " + binding(*one.again->limit, std::nullopt);
    return text;
}

std::string title_of(const study& found)
{
    const auto& plan  = found.plan;
    const auto& moves = found.moves;
    return moves.by_wall()
               ? fmt::format("What moves the wall ({})", date(plan.time, *moves.usual.wall))
               : fmt::format("What moves the {} {}", customers_word(plan), at_horizon(plan));
}

} // namespace

std::optional<figure_table> figures_of_levers(const study& found)
{
    const auto& moves = found.moves;
    const auto  some  = moves.of_note(found.plan.time);
    if (some.empty()) return std::nullopt;

    const auto   customers = customers_word(found.plan);
    figure_table table{title_of(found), {"", "changed"}, {false, true}, {}};
    const auto   column = [&](const std::string& head) {
        table.heads.push_back(head);
        table.numeric.push_back(true);
    };
    if (moves.by_wall()) column("the wall");
    if (!moves.by_wall()) column(customers);
    if (moves.usual.wall) column("run again");
    column(moves.usual.wall ? customers : "run again");
    column("elasticity");

    for (std::size_t i = 0; i < std::min(most_shown, some.size()); ++i) {
        const auto&              one = some[i];
        std::vector<std::string> row{readable(one.name), from_to(one)};
        if (moves.by_wall())
            row.push_back(one.wall.move ? later_or_sooner(found.plan.time, *one.wall.move) : "-");
        if (!moves.by_wall()) row.push_back(signed_percent(moves.customers_change(one)));
        if (moves.usual.wall) row.push_back(wall_again(found, one));
        row.push_back(signed_percent(moves.customers_change_again(one)));
        const auto& elasticity = moves.on(one).elasticity;
        row.push_back(elasticity ? fixed(*elasticity, 2) : "-");
        table.rows.push_back(row);
    }
    return table;
}

std::string legend_of_levers(const study& found)
{
    const auto& moves = found.moves;
    const auto  word  = customers_word(found.plan);
    return fmt::format(
        "One parameter raised by ten percent (a share near 1: by a tenth of what is missing), all "
        "others as they are, the strongest change first. {} follows from the slope, exact for small "
        "changes; \"run again\" is a run with the whole change{}. Elasticity: percent by which {} would "
        "move for one percent more of the parameter.",
        moves.by_wall() ? "\"The wall\"" : "The first percentage",
        moves.usual.wall ? fmt::format(", which has the {} beside it", word) : "",
        moves.by_wall() ? "the wall's date, counted from now,"
                        : fmt::format("the {} {}", word, at_horizon(found.plan)));
}

} // namespace program
