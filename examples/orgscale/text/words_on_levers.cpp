#include "text/words_on_levers.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include <fmt/core.h>

#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "scenario/parameter_names.hpp"
#include "study/names.hpp"

namespace program {

namespace {

constexpr std::size_t always_listed = 3, max_listed = 6;

bool ends_with_any(const std::string& text, std::initializer_list<const char*> ends)
{
    return std::any_of(ends.begin(), ends.end(),
                       [&](const char* end) { return text.ends_with(end); });
}

/// What the models leave out: nobody in them minds a price or a wage.
std::string provided(const lever& one)
{
    if (one.name == "budget.price" && one.after > one.before)
        return ", provided that no customer leaves because of it";
    if (one.name == "budget.wage" && one.after < one.before)
        return ", provided that nobody leaves because of it";
    return "";
}

/// "6.9 percent more customers".
std::string customers_then(double share, const std::string& customers)
{
    if (std::abs(share) < 5e-4) return fmt::format("as many {}", customers);
    return fmt::format("{} {} {}", percent(std::abs(share)), share > 0 ? "more" : "fewer",
                       customers);
}

/// ", and the wall 14 months later"; empty where it stays.
std::string wall_then(const study& found, const lever& one)
{
    const auto& moves = found.moves;
    const auto& time  = found.plan.time;
    if (moves.usual.wall && !one.rerun.wall) return ", and no wall before then";
    if (!moves.usual.wall && one.rerun.wall)
        return fmt::format(", with a wall {}",
                           *one.rerun.wall > 0 ? on_date(time, *one.rerun.wall) : "from the start");
    const double by = moves.wall_moves(one).value_or(0);
    if (std::abs(by) < visible_shift * time.horizon) return "";
    return fmt::format(", and the wall {} {}", duration(time, std::abs(by)),
                       by > 0 ? "later" : "sooner");
}

/// What the slope says where it can't be relied on.
std::string slope_warning(const study& found, const lever& one)
{
    const auto& moves = found.moves;
    if (!moves.slope_misleads(one)) return "";
    const double slope = *moves.customers_by_slope(one), whole = *moves.customers_change(one);
    return fmt::format("; the slope alone would {}: {}",
                       slope * whole < 0 ? "say the opposite" : "mislead",
                       customers_then(slope, customers_word(found.plan)));
}

/// Better work that loses customers: that of most effect, and how many others there are.
std::string on_lost_sellers(const study& found, const std::vector<lever>& some)
{
    const lever* most  = nullptr; // the first has most effect
    std::size_t  count = 0;
    for (const auto& one : some) {
        if (!found.moves.loses_sellers(one)) continue;
        if (most == nullptr) most = &one;
        ++count;
    }
    if (most == nullptr) return "";
    return fmt::format(
        "Working better loses {0} here, since sales follow headcount and better work needs fewer people: {1} "
        "gives {2} fewer{3}.",
        customers_word(found.plan), change_in_words(*most),
        percent(-*found.moves.customers_change(*most)),
        count == 1   ? ""
        : count == 2 ? ", and one other change is like it"
                     : fmt::format(", and {} other changes are like it", count - 1));
}

} // namespace

std::string change_in_words(const lever& one)
{
    const auto name = one.name == cash_at_start ? std::string{"cash at the start"}
                                                : in_words(one.name);
    const auto ends = fmt::format("({} to {})", change_digits(one.before), change_digits(one.after));
    const bool lasts = ends_with_any(name, {"time", "interval"});
    const auto what =
        fmt::format("{}{}",
                    lasts || ends_with_any(name, {"rate", "share", "span of control", "potential",
                                                  "price", "wage", "of learning", "at the start"})
                        ? "the "
                        : "",
                    name);
    const auto up = lasts ? "lengthening" : "raising", down = lasts ? "shortening" : "lowering";
    switch (one.by) {
    case change::less: return fmt::format("{} {} by ten percent {}", down, what, ends);
    case change::nearer_to_1:
        return fmt::format("{} {} a tenth of the way to 1 {}", up, what, ends);
    case change::farther_from_1:
        return fmt::format("{} {} by a tenth of its distance from 1 {}", down, what, ends);
    case change::one_more: return fmt::format("{} {} by one {}", up, what, ends);
    case change::one_less: return fmt::format("{} {} by one {}", down, what, ends);
    case change::more: break;
    }
    return fmt::format("{} {} by ten percent {}", up, what, ends);
}

std::string change_digits(double value)
{
    const bool whole = std::abs(value) >= 1000 && is_whole(value);
    return std::abs(value) < 1e4 && !whole ? fmt::format("{:.4g}", value) : counted_digits(value);
}

std::string result_in_words(const study& found, const lever& one)
{
    const auto share = found.moves.customers_change(one);
    return fmt::format("{} gives {} {}{}{}{}{}", change_in_words(one),
                       customers_then(share.value_or(0), customers_word(found.plan)),
                       at_horizon(found.plan), wall_then(found, one),
                       found.moves.loses_sellers(one)
                           ? ", since sales follow headcount and fewer people are then needed"
                           : "",
                       provided(one), slope_warning(found, one));
}

std::string lasting_in_words(const study& found, const lever& one)
{
    const auto& time   = found.plan.time;
    const auto  longer = found.moves.lasts_longer(one);
    return fmt::format("{} makes the money last until {}{}{}", change_in_words(one),
                       date(time, longer ? one.rerun.gone->time : time.horizon),
                       longer ? fmt::format(", {} longer", duration(time, *longer)) : " at least",
                       provided(one));
}

std::string enough_cash_in_words(const study& found)
{
    const auto& plan  = found.plan;
    const auto  money = currency_of(plan);
    const auto  until = date(plan.time, plan.time.horizon);
    if (found.moves.enough_cash)
        return fmt::format("About {} at the start instead of {} would last until {}.",
                           amount(*found.moves.enough_cash, money),
                           amount_alone(found.now().run_by.cash, money), until);
    return fmt::format("More cash at the start isn't the answer: {} would run out before {} too.",
                       found.now().run_by.cash > 0
                           ? std::string{"a thousand times as much"}
                           : "what it lacks at first, saved for the whole time,",
                       until);
}

namespace {

/// Of an organisation whose money runs out.
std::vector<std::string> on_lasting(const study& found)
{
    std::vector<std::string> said;
    for (const auto& one : found.moves.lasting)
        if (said.size() < always_listed)
            said.push_back(capital(lasting_in_words(found, one)) + ".");
    if (said.empty())
        said.emplace_back("No single change of ten percent makes the money last visibly longer.");
    said.push_back(enough_cash_in_words(found));
    return said;
}

} // namespace

passage on_levers(const study& found)
{
    passage said{"What would help", {}};
    if (found.moves.usual.gone) said.sentences = on_lasting(found);
    if (!found.moves.usual.complete) return said;
    const auto on_money = said.sentences.size();
    const auto some     = found.moves.of_note();
    if (some.empty()) {
        said.sentences.push_back(
            "No parameter, changed by ten percent on its own, makes a visible difference.");
        return said;
    }
    for (const auto& one : some) {
        const auto listed = said.sentences.size() - on_money;
        if (found.moves.helps(one) && !is_of_the_market(one.name) &&
            (listed < always_listed || (listed < max_listed && found.moves.slope_misleads(one))))
            said.sentences.push_back(capital(result_in_words(found, one)) + ".");
    }
    if (said.sentences.size() == on_money)
        said.sentences.push_back(fmt::format(
            "No single change of ten percent brings visibly more {}.", customers_word(found.plan)));
    if (const auto text = on_lost_sellers(found, some); !text.empty())
        said.sentences.push_back(text);
    return said;
}

} // namespace program
