#include "text/words_on_levers.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "study/names.hpp"

namespace program {

namespace {

constexpr std::size_t most_listed = 3;

/// "Ten percent more autonomy (0.5 to 0.55)".
std::string change_in_words(const lever& one)
{
    const auto name = readable(one.name);
    const auto ends = fmt::format("({} to {})", plain_digits(one.before), plain_digits(one.after));
    switch (one.by) {
    case change::nearer_to_1: return fmt::format("{} a tenth nearer to 1 {}", capital(name), ends);
    case change::less: return fmt::format("Ten percent less {} {}", name, ends);
    case change::more: break;
    }
    return fmt::format("{} {} {}",
                       name.ends_with(" rate") ? "A ten percent higher" : "Ten percent more", name,
                       ends);
}

/// "14 months (later)".
std::string moved_in_words(const time_scale& time, double by)
{
    return duration(time, std::abs(by)) + (by > 0 ? " (later)" : by < 0 ? " (sooner)" : "");
}

/// "6.9 percent more customers".
std::string customers_then(double share, const std::string& customers)
{
    if (std::abs(share) < 5e-4) return fmt::format("as many {}", customers);
    return fmt::format("{} {} {}", percent(std::abs(share)), share > 0 ? "more" : "fewer",
                       customers);
}

std::string of_wall(const study& found, const lever& one)
{
    const auto& plan      = found.plan;
    const auto& moves     = found.moves;
    const auto  customers = moves.customers_change_again(one);
    const auto  with      = customers ? fmt::format(", with {} {}",
                                                    customers_then(*customers, customers_word(plan)),
                                                    at_horizon(plan))
                                      : std::string{};
    const auto  small     = one.wall.move ? fmt::format("moves the wall by {}",
                                                        moved_in_words(plan.time, *one.wall.move))
                                          : std::string{"has no slope there"};
    if (!moves.differs_again(one, plan.time))
        return fmt::format("{} {}{}.", change_in_words(one), small, with);

    const auto again = moves.wall_moves_again(one);
    auto       then  = again
                           ? fmt::format("the wall moves by {}", moved_in_words(plan.time, *again))
                           : fmt::format("there is no wall before {}", date(plan.time, plan.time.horizon));
    if (again && one.again->limit && one.again->limit != moves.usual.limit)
        then += fmt::format(" and is another one: {}", binding(*one.again->limit, std::nullopt));
    return fmt::format("{} {}; run again with all of it, {}{}.", change_in_words(one), small, then,
                       with);
}

std::string of_customers(const study& found, const lever& one)
{
    const auto& moves     = found.moves;
    const auto  customers = customers_word(found.plan);
    const auto  share     = moves.customers_change(one);
    const auto  again     = moves.customers_change_again(one);
    const auto  small =
        share ? fmt::format("{} {}", customers_then(*share, customers), at_horizon(found.plan))
               : std::string{"no slope there"};
    const auto whole =
        moves.differs_again(one, found.plan.time) && again
            ? fmt::format("; run again with all of it, {}", customers_then(*again, customers))
            : std::string{};
    return fmt::format("{}: {}{}.", change_in_words(one), small, whole);
}

/// Why the levers are not those of the wall, or what their numbers are.
std::string introduction(const study& found)
{
    const auto& plan  = found.plan;
    const auto  these = fmt::format("so here is what moves its {} {}, strongest first.",
                                    customers_word(plan), at_horizon(plan));
    switch (found.moves.by) {
    case ranking::customers_no_wall:
        return fmt::format("It meets no wall before {}, {}", date(plan.time, plan.time.horizon),
                           these);
    case ranking::customers_wall_at_start:
        return fmt::format(
            "It stands at its wall from the start, and no small change moves that, {}", these);
    case ranking::customers_wall_without_derivative:
        return fmt::format("A jump makes its wall, so the date has no derivative, {}", these);
    case ranking::wall: break;
    }
    return "Each alone, strongest first; by the slope of the wall's date, which is exact for small "
           "changes.";
}

} // namespace

std::string later_or_sooner(const time_scale& time, double by)
{
    return duration(time, std::abs(by)) + (by > 0 ? " later" : by < 0 ? " sooner" : "");
}

passage on_levers(const study& found)
{
    passage said{"What would move it", {}};
    if (!found.moves.usual.complete) return said;
    said.sentences.push_back(introduction(found));
    if (!found.moves.differentiable())
        said.sentences.push_back("That has no derivative either; what stands in the table is from "
                                 "runs with the whole change.");
    const auto some = found.moves.of_note(found.plan.time);
    for (std::size_t i = 0; i < std::min(most_listed, some.size()); ++i)
        said.sentences.push_back(found.moves.by_wall() ? of_wall(found, some[i])
                                                       : of_customers(found, some[i]));
    if (some.empty())
        said.sentences.push_back("No parameter alone, changed by ten percent, does anything "
                                 "that a table would show.");
    return said;
}

} // namespace program
