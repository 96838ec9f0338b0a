#include "text/figures_of_levers.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "scenario/names.hpp"
#include "scenario/parameter_names.hpp"
#include "study/names.hpp"
#include "text/words_on_levers.hpp"

namespace program {

namespace {

constexpr std::size_t max_shown = 8;

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
        return std::abs(one.before) >= 1e5 ? brief(value) : change_digits(value);
    };
    return fmt::format("{} to {}", digits(one.before), digits(one.after));
}

std::string wall_of(const study& found, const gist& run)
{
    if (!run.wall) return "none";
    auto text = *run.wall > 0 ? date(found.plan.time, *run.wall) : "the start";
    if (run.limit && run.limit != found.moves.usual.limit)
        text += ", " + binding(*run.limit, std::nullopt);
    return text;
}

/// Whether something of the organisation was chosen, so that its range bounds the changes.
bool ranges_hold(const study& found)
{
    const auto& plan = found.plan;
    const auto& all  = found.now().parameters;
    return std::any_of(all.begin(), all.end(), [&](const parameter_line& line) {
        return plan.range_for(plan.now_is, line.name) != nullptr;
    });
}

} // namespace

std::optional<figure_table> figures_of_levers(const study& found)
{
    const auto& moves = found.moves;
    const auto  some  = moves.of_note();
    if (some.empty()) return std::nullopt;

    const auto customers = customers_word(found.plan);
    figure_table table{fmt::format("What would change the {} {}", customers, at_horizon(found.plan)),
                       {"", "changed", customers, "people", "wall", "by slope"},
                       {false, true, true, true, true, true},
                       {}};
    const auto people_change = [&](const lever& one) {
        return moves.usual.people > 0 ? std::optional{one.rerun.people / moves.usual.people - 1}
                                      : std::nullopt;
    };
    for (std::size_t i = 0; i < std::min(max_shown, some.size()); ++i) {
        const auto& one   = some[i];
        const auto  slope = signed_percent(moves.customers_by_slope(one));
        table.rows.push_back({in_words(one.name), from_to(one),
                              signed_percent(moves.customers_change(one)),
                              signed_percent(people_change(one)), wall_of(found, one.rerun),
                              slope + (moves.slope_misleads(one) ? " (!)" : "")});
    }
    return table;
}

std::string legend_of_levers(const study& found)
{
    const auto& moves = found.moves;
    const auto  some  = moves.of_note();
    const bool  wrong = std::any_of(some.begin(), some.end(),
                                    [&](const lever& one) { return moves.slope_misleads(one); });
    return fmt::format(
        "Each line is a run with one parameter changed by ten percent (a share near 1 by a tenth of its "
        "distance from 1, a count by one) and all others as they are, the largest effect first. Of two directions "
        "the one with more {} is shown, but what is plainly better is always shown that way. By slope: what "
        "the derivative says of the same change; it holds for small ones{}.{}",
        customers_word(found.plan),
        wrong ? ", and where it is marked (!) it has the other sign or is off by more than half"
              : "",
        ranges_hold(found) ? " Changes that would leave a range of \"choose\" are left out." : "");
}

std::optional<figure_table> figures_of_lasting(const study& found)
{
    const auto& moves = found.moves;
    const auto& plan  = found.plan;
    if (moves.lasting.empty()) return std::nullopt;
    figure_table table{"What would make the money last longer",
                       {"", "changed", "no money from", "longer by", customers_word(plan), "people"},
                       {false, true, true, true, true, true},
                       {}};
    for (std::size_t i = 0; i < std::min(max_shown, moves.lasting.size()); ++i) {
        const auto& one    = moves.lasting[i];
        const auto  longer = moves.lasts_longer(one);
        const auto  shown  = [&](double count) {
            return one.rerun.complete ? brief_count(count) : "-";
        };
        table.rows.push_back({one.name == cash_at_start ? "cash at the start" : in_words(one.name),
                              from_to(one), longer ? date(plan.time, one.rerun.gone->time) : "never",
                              longer ? duration(plan.time, *longer) : "-",
                              shown(one.rerun.customers), shown(one.rerun.people)});
    }
    return table;
}

std::string legend_of_lasting(const study& found)
{
    const auto& plan = found.plan;
    return fmt::format(
        "Each line is a run with one parameter changed by ten percent and all others as they are, the longest first; "
        "what is plainly worse work is left out. Without a change the money runs out {}. Never: not before {}. {} and "
        "people: {}.",
        on_date(plan.time, found.moves.usual.gone->time), date(plan.time, plan.time.horizon),
        capital(customers_word(plan)), at_horizon(plan));
}

} // namespace program
