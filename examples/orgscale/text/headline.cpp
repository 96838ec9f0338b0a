// Longer than others: one headline, chosen among many cases.

#include "text/headline.hpp"

#include <cmath>

#include <fmt/core.h>

#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "study/names.hpp"
#include "text/figures_of_designs.hpp"
#include "text/words_on_designs.hpp"
#include "text/words_on_levers.hpp"
#include "text/words_on_samples.hpp"

namespace program {

namespace {

constexpr double visible_fall = 0.1; ///< of the most customers it had

/// "the organisation as it is".
std::string organisation_of(const study& found)
{
    return "the organisation " + as_it_is(found.plan);
}

/// "the organisation as it is (linear growth under hierarchy)".
std::string present(const study& found)
{
    return fmt::format("{} ({})", organisation_of(found), long_name(found.now()));
}

std::string customers_of(const study& found, double count)
{
    return amount(count, customers_in(found.plan));
}

/// "in 2009", "by month 31".
std::string by_date(const time_scale& time, double at)
{
    return (time.start ? "in " : "by ") + date(time, at);
}

std::string on_shrinking(const study& found)
{
    const auto& now  = found.now();
    const auto& time = found.plan.time;
    const auto& peak = now.peak();
    const auto  end  = fmt::format("{} {}",
                                   amount_alone(now.end().customers, customers_in(found.plan)),
                                   by_date(time, now.end().time));
    if (peak.customers > (1 + alike) * now.start().customers &&
        since(time, peak.time) != "the start")
        return fmt::format("{} grows to {} {}, and then shrinks to {}.", capital(present(found)),
                           customers_of(found, peak.customers), by_date(time, peak.time), end);
    return fmt::format("{} shrinks from {} to {}.", capital(present(found)),
                       customers_of(found, now.start().customers), end);
}

/// "3.1 times as many as", "12.5 percent more than".
std::string compared(double ratio)
{
    return ratio < 2 ? percent(ratio - 1) + " more than" : times_as_many(ratio) + " as many as";
}

/// The one with the most customers except for another.
const outcome* runner_up(const study& found, const outcome& first)
{
    const outcome* second = nullptr;
    for (const auto& one : found.outcomes)
        if (&one != &first && one.complete &&
            (second == nullptr || one.end().customers > second->end().customers))
            second = &one;
    return second;
}

/// ", but it takes 37.8 thousand people instead of 2"; empty unless one takes twice as many as the other.
std::string on_effort(const study& found, const outcome& leader)
{
    const double takes = leader.end().people, own = found.now().end().people;
    if (takes <= 2 * own && own <= 2 * takes) return "";
    const auto unit = people_in(found.plan);
    return fmt::format("{} {} instead of {}",
                       takes > own ? ", but it takes" : ", and it takes only", amount(takes, unit),
                       amount_alone(own, unit));
}

std::string on_leader(const study& found, const outcome& leader)
{
    const auto&  now  = found.now();
    const double most = leader.end().customers, own = now.end().customers;
    const auto   at = at_horizon(found.plan);
    if (!(most > 0))
        return fmt::format("None of the six has any {} {}.", customers_word(found.plan), at);
    if (now.complete && own >= (1 - alike) * most) {
        const auto* next    = runner_up(found, now);
        const auto  reaches = fmt::format("{} {}", customers_of(found, own), at);
        if (next == nullptr || next->end().customers >= (1 - alike) * own)
            return fmt::format("None of the six gets further than {}: {}.", present(found), reaches);
        return fmt::format("{} gets furthest: {}{}.", capital(present(found)), reaches,
                           next->end().customers > 0
                               ? fmt::format(", {} the next, {}",
                                             compared(own / next->end().customers), long_name(*next))
                               : "");
    }
    auto text = fmt::format("{} gets furthest: {} {}", capital(long_name(leader)),
                            customers_of(found, most), at);
    if (!now.complete) return text + ".";
    const auto own_end = amount_alone(own, customers_in(found.plan));
    return text + (own > 0 ? fmt::format(", {} {}, which gets to {}{}.", compared(most / own),
                                         present(found), own_end, on_effort(found, leader))
                           : fmt::format("; {} has none left.", present(found)));
}

std::string on_promise(const study& found)
{
    const auto& plan = found.plan;
    const auto  by   = by_date(plan.time, plan.promise->by);
    if (const auto* best = cheapest_of(found.designs)) {
        const design_found* next = nullptr;
        for (const auto& one : found.designs)
            if (&one != best && one.feasible() &&
                (next == nullptr || one.best->cost < next->best->cost))
                next = &one;
        return fmt::format(
            "{} keeps the promise at the least cost: {} {}{}.", capital(long_name(best->name)),
            amount(best->best->cost, cost_of_design_in(plan)), by,
            next == nullptr ? ", and no other keeps it"
                            : fmt::format("; the next is {}, at {}", long_name(next->name),
                                          amount_alone(next->best->cost, cost_of_design_in(plan))));
    }
    return "None of the six can keep the promise within the ranges given.";
}

std::string on_stop(const study& found)
{
    const auto& now  = found.now();
    const auto& plan = found.plan;
    const auto  word = customers_word(plan);
    const auto  who  = organisation_of(found);
    const auto  end  = date(plan.time, plan.time.horizon);
    if (now.wall)
        return fmt::format("What stops {}, {}, is {}.", who,
                           now.wall->at.time > 0
                               ? fmt::format("from {} on", date(plan.time, now.wall->at.time))
                               : std::string{"from the start"},
                           binding_explained(found, now.wall->limit, now.wall->cause));
    if (now.binds != orgscale::growth_limit::sell)
        return fmt::format("{} meets no lasting limit before {}; at the end it is limited by {}.",
                           capital(who), end, binding_explained(found, now.binds, now.cause));
    if (shrinks(now))
        return fmt::format("What makes it shrink is selling: more {} leave than are won.", word);
    if (now.experience.served < 1 - alike) // it wins them, and lets them down
        return fmt::format(
            "{} takes on all the {} it can win until {}, but can't serve them: its capacity "
            "is enough for {} of those it has then.",
            capital(who), word, end,
            now.experience.served < 5e-4 ? "less than 0.1 percent" : percent(now.experience.served));
    return fmt::format("{} meets no limit of its own before {}: it serves all the {} it can win.",
                       capital(who), end, word);
}

/// "300 people at month 22.9 and 300 customers at month 20.6".
std::string dates_of_target(const scenario& plan, const target_reached& reached)
{
    std::vector<std::string> parts;
    const auto               add = [&](const std::optional<double>& wanted, const std::string& unit,
                         const std::optional<double>& when) {
        if (wanted && when)
            parts.push_back(fmt::format("{} {}", amount(*wanted, unit),
                                        *when > 0 ? on_date(plan.time, *when) : "at the start"));
    };
    add(plan.aim->people, people_in(plan), reached.people);
    add(plan.aim->customers, customers_in(plan), reached.customers);
    return listed(parts);
}

/// "it has 180 of 300 people and 250 of 300 customers then", on the date by which it should have them.
std::string lack_of_target(const scenario& plan, const target_reached& reached)
{
    std::vector<std::string> parts;
    const auto               add = [&](const std::optional<double>& wanted, double there,
                         const std::string& unit) {
        if (wanted && there < *wanted)
            parts.push_back(
                fmt::format("{} of {}", amount_alone(there, unit), amount(*wanted, unit)));
    };
    add(plan.aim->people, reached.people_then, people_in(plan));
    add(plan.aim->customers, reached.customers_then, customers_in(plan));
    return parts.empty() ? "it doesn't have both at once then"
                         : "it has " + listed(parts) + " then";
}

/// Whether the target is reached, when, and what is there if it isn't.
std::string on_target(const study& found)
{
    const auto& plan    = found.plan;
    const auto& reached = *found.now().target;
    const auto  due = date(plan.time, plan.aim->by), end = date(plan.time, plan.time.horizon);
    if (reached.all && *reached.all <= plan.aim->by)
        return fmt::format("{} reaches its target in time: {}; it has until {}.",
                           capital(present(found)), dates_of_target(plan, reached), due);
    return fmt::format(
        "{} misses its target, {} by {}: {}{}.", capital(present(found)), target_in_words(plan),
        due, lack_of_target(plan, reached),
        reached.all  ? fmt::format(", and all of them {}", on_date(plan.time, *reached.all))
        : due != end ? fmt::format(", and doesn't have them all before {} either", end)
                     : "");
}

/// Which of the other five reach it: in time, later, or not.
std::string on_target_of_others(const study& found)
{
    const auto&              plan = found.plan;
    std::vector<std::string> early, late, never;
    for (const auto& one : found.outcomes) {
        if (one.which == plan.now_is || !one.target) continue;
        const auto& all  = one.target->all;
        const auto  name = all ? fmt::format("{} ({})", long_name(one), since(plan.time, *all))
                               : long_name(one);
        (!all ? never : *all <= plan.aim->by ? early : late).push_back(name);
    }
    const auto  end = date(plan.time, plan.time.horizon);
    std::string text;
    const auto  add = [&](const std::vector<std::string>& who, const std::string& would) {
        if (!who.empty())
            text += fmt::format("{}{} would {}", text.empty() ? "" : "; ", listed(who), would);
    };
    add(early, "be in time");
    add(late, "be late");
    add(never, "not get there before " + end);
    return fmt::format("Of the other five, {}.", text);
}

/// Which change brings it forward, and how sure it is.
std::string on_reaching_target(const study& found)
{
    const auto* most = found.moves.soonest();
    auto        text = most != nullptr
                           ? fmt::format("What brings it forward most: {}, to {}.", change_in_words(*most),
                                         date(found.plan.time, *most->rerun.target))
                           : std::string{"No single change of ten percent brings it visibly "
                                         "forward."};
    if (found.samples && found.samples->share_in_time) {
        const double share = found.samples->share_in_time.value();
        text += fmt::format(" With its uncertain parameters varied, it is reached in time in {}.",
                            share > 0 ? runs_in_words(share) : std::string{"none of the runs"});
    }
    return text;
}

std::string on_money(const study& found, const money_gone& end)
{
    const auto& plan = found.plan;
    return fmt::format("{} runs out of money {}: then its income doesn't cover {} a {}.",
                       capital(present(found)),
                       end.time > 0 ? on_date(plan.time, end.time) : std::string{"at the start"},
                       amount(end.uncovered, currency_of(plan)), plan.time.unit);
}

std::string on_best_change(const study& found)
{
    const auto* best = found.moves.best();
    return best != nullptr ? "What helps most: " + result_in_words(found, *best) + "."
                           : fmt::format("No single change of ten percent brings visibly more {}.",
                                         customers_word(found.plan));
}

/// Of an organisation whose money runs out: what would keep it going.
std::string on_lasting_change(const study& found)
{
    const auto& all = found.moves.lasting;
    return (all.empty()
                ? std::string{"No single change of ten percent makes the money last visibly longer."}
                : "What keeps it going longest: " + lasting_in_words(found, all.front()) + ".") +
           " " + enough_cash_in_words(found);
}

std::optional<std::string> on_certainty(const study& found)
{
    if (!found.samples || found.samples->customers.empty()) return std::nullopt;
    const auto&       end  = found.samples->customers.back();
    const auto        unit = customers_in(found.plan);
    const auto        gone = found.samples->share_gone;
    const auto        none = fmt::format("the money runs out in {}", runs_in_words(gone));
    const std::string with = "With its uncertain parameters varied, ";
    if (gone > 0 && !(end.p90 > 0)) return with + none + "."; // and it ends there
    return fmt::format("{}it ends with {} to {} in 8 of 10 runs{}.", with,
                       amount_alone(end.p10, unit), amount(end.p90, unit),
                       gone > 0 ? "; " + none : "");
}

} // namespace

bool shrinks(const outcome& one)
{
    if (!one.complete) return false;
    const double end = one.end().customers;
    return end < (1 - alike) * one.start().customers ||
           end < (1 - visible_fall) * one.peak().customers;
}

passage headline_of(const study& found)
{
    const auto&              plan = found.plan;
    std::vector<std::string> said;
    if (!found.none() && found.now().target) {
        said.push_back(on_target(found));
        said.push_back(on_reaching_target(found));
        said.push_back(on_target_of_others(found));
    }
    if (!found.none() && shrinks(found.now())) said.push_back(on_shrinking(found));
    if (!found.designs.empty()) said.push_back(on_promise(found));
    if (found.none()) return {said.front(), {}};

    const auto& now   = found.now();
    const auto* money = now.insolvent();
    if (money != nullptr) {
        said.push_back(on_money(found, *money) + (now.complete ? "" : " It ends there."));
        if (found.moves.usual.gone) said.push_back(on_lasting_change(found));
        if (now.complete) said.back() += " What follows holds if its creditors wait.";
    } else if (!now.complete) {
        said.push_back(fmt::format("The run of {} ends {}, before {}: {}.", present(found),
                                   on_date(plan.time, now.end().time),
                                   date(plan.time, plan.time.horizon), now.reason));
    }
    if (const auto* leader = found.leader(); leader != nullptr && found.designs.empty())
        said.push_back(
            on_leader(found, *leader) +
            (money != nullptr && leader->insolvent() == nullptr ? " Its money lasts." : ""));
    if (now.complete) {
        said.push_back(on_stop(found));
        said.push_back(on_best_change(found));
    }
    if (now.complete || money != nullptr)
        if (const auto sure = on_certainty(found)) said.push_back(*sure);
    return {said.front(), {said.begin() + 1, said.end()}};
}

} // namespace program
