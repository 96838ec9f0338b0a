#include "text/words_on_service.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "study/names.hpp"
#include "text/figures_of_service.hpp"

namespace program {

namespace {

constexpr double hardly_any = 0.01; ///< people or customers: fewer are not counted in words

std::string when(const time_scale& time, double at)
{
    return since(time, at) == "the start" ? "from the start" : on_date(time, at);
}

std::string when_it_is(const time_scale& time, double at)
{
    return since(time, at) == "the start" ? "at the start" : on_date(time, at);
}

/// "2.5 percent of", where a small share isn't rounded to none.
std::string part_of(double share)
{
    if (!(share > 0)) return "none of";
    return (share < 5e-4 ? std::string{"less than 0.1 percent"} : percent(share)) + " of";
}

/// "product-market fit and repeatable sales from the start, reliable delivery at month 4".
std::string journey_in_words(const outcome& one, const time_scale& time)
{
    std::vector<std::string> legs;
    std::vector<std::string> together;
    const auto               close = [&](double at) {
        if (!together.empty()) legs.push_back(listed(together) + " " + when(time, at));
        together.clear();
    };
    double last = 0;
    for (const auto& stage : one.stages) {
        if (date(time, stage.time) != date(time, last)) close(last);
        together.emplace_back(name(stage.stage));
        last = stage.time;
    }
    close(last);
    std::string text;
    for (const auto& leg : legs) text += (text.empty() ? "" : ", ") + leg;
    return text;
}

std::string on_stages(const study& found, const outcome& now)
{
    const auto& time = found.plan.time;
    if (now.stages.empty())
        return fmt::format("{} doesn't reach the first stage, {}, before {}.",
                           capital(long_name(now)), name(orgscale::stage::product_market_fit),
                           date(time, time.horizon));
    auto        text = fmt::format("{} reaches these stages: {}.", capital(long_name(now)),
                                   journey_in_words(now, time));
    const auto* at   = now.stage();
    const auto& most = now.stages.back();
    if (at == nullptr || at->stage != most.stage)
        text += fmt::format(" {} it has fallen back {}.", capital(at_horizon(found.plan)),
                            at == nullptr ? std::string{"behind the first"}
                                          : fmt::format("to {}", name(at->stage)));
    if (const auto ahead = next(most.stage))
        text += fmt::format(" It doesn't reach {}.", name(*ahead));
    return text;
}

/// What it has of its money, or owes, at the end and at worst. Where the money never runs out, cash below 0 is the
/// rounding of far larger sums, and there is none left.
std::string on_funds(const scenario& plan, const program::money& funds)
{
    const auto sum_of = [&](double sum) { return amount(sum, currency_of(plan)); };
    if (funds.gone) {
        const auto end   = funds.cash < 0 ? fmt::format("owes {}", sum_of(-funds.cash))
                                          : fmt::format("has {} at hand", sum_of(funds.cash));
        const auto worst = fmt::format("owes {}", sum_of(-funds.least));
        return fmt::format(
            "It runs out of money {}, when its income doesn't cover {} a {}; at the end it {}.",
            when_it_is(plan.time, funds.gone->time), sum_of(funds.gone->uncovered), plan.time.unit,
            !(funds.least < 0) ? end
            : end == worst     ? end + ", more than ever before"
                               : fmt::format("{}, and at worst it {}", end, worst));
    }
    const double cash = std::max(funds.cash, 0.0), least = std::max(funds.least, 0.0);
    return fmt::format("It ends with {} at hand{}.", sum_of(cash),
                       least < cash ? fmt::format("; at its lowest it has {}", sum_of(least)) : "");
}

/// "takes on 98.0 percent of those who would join; they wait 2.1 days", and of a list what becomes of it.
std::string on_taking_on(const scenario& plan, const outcome& now)
{
    const auto wait = waiting(plan.time, now.experience.wait);
    if (!now.list && std::isfinite(now.taken_on))
        return fmt::format(
            "takes on {} those who would join; {} {} to be served", part_of(now.taken_on),
            now.taken_on > 0 ? "they wait" : "whoever was taken on would wait", wait);
    if (!std::isfinite(now.experience.wait)) return "takes nobody on";
    const auto least = waiting(plan.time, now.experience.least_wait);
    return fmt::format(
        "lets those who join wait {}{} to be served", wait,
        now.list && least != wait ? fmt::format(" (where nothing is short, {})", least) : "");
}

/// The share that gives up has no meaning where nobody asks, nor has the longest wait where nobody ever waited.
std::string on_list(const scenario& plan, const outcome& now)
{
    const auto&  most   = now.list->longest;
    const double left   = now.end().waiting;
    const bool   waited = std::any_of(now.curve.begin(), now.curve.end(),
                                      [](const moment& one) { return one.waiting > 0; });
    auto         text   = left >= hardly_any
                              ? fmt::format("{} wait then", capital(amount(left, customers_in(plan))))
                              : std::string{left > 0 ? "Hardly anybody waits then" : "Nobody waits then"};
    text += std::isfinite(now.list->gave_up)
                ? fmt::format(", and {} those who ask give up", part_of(now.list->gave_up))
                : std::string{", and nobody asks to join"};
    if (waited && std::isfinite(most.wait))
        text += fmt::format("; the wait is longest {}, {}", when_it_is(plan.time, most.time),
                            waiting(plan.time, most.wait));
    else if (waited)
        text += fmt::format("; nobody is taken on {}", when_it_is(plan.time, most.time));
    return text + ".";
}

std::string on_quality(const scenario& plan, const outcome& now)
{
    const double gets = now.end().quality;
    return gets < 1 - alike
               ? fmt::format("Corners are cut: a {} gets {} of the time that one got at the start.",
                             customer_word(plan), percent(gets))
               : fmt::format("A {} gets as much time as one did at the start.", customer_word(plan));
}

std::string on_capability(const outcome& now)
{
    const double left = now.end().capability;
    if (std::abs(left - 1) <= alike) return "An hour of work achieves as much as at the start.";
    return fmt::format("An hour of work achieves {} of what it did at the start.", percent(left));
}

std::string on_rookies(const scenario& plan, const outcome& now)
{
    if (now.end().rookies < hardly_any)
        return fmt::format("Hardly any of its {} are newcomers who still learn.",
                           amount(now.end().people, people_in(plan)));
    return fmt::format("{} of its {} are newcomers who still learn.",
                       capital(amount_alone(now.end().rookies, plan.people_are)),
                       amount(now.end().people, people_in(plan)));
}

} // namespace

passage on_service(const study& found)
{
    const auto& plan = found.plan;
    const auto& now  = found.now();
    const auto  word = customers_word(plan);
    passage     said{fmt::format("What {} get, and which stage it reaches", word), {}};
    if (!now.complete || !(now.end().customers > 0)) return said;

    const auto& gets  = now.experience;
    const auto  right = gets.correct < 1 ? fmt::format("; {} of the work is right the first time",
                                                       percent(gets.correct))
                                         : std::string{};
    said.sentences.push_back(fmt::format("{} {} {}, and {} the {} are served{}. {} leave in a {}.",
                                         capital(at_horizon(plan)), long_name(now),
                                         on_taking_on(plan, now), part_of(gets.served), word, right,
                                         percent(gets.churn), plan.time.unit));
    if (now.list) said.sentences.push_back(on_list(plan, now));
    if (now.erodes()) said.sentences.push_back(on_quality(plan, now));
    if (now.has_capability()) said.sentences.push_back(on_capability(now));
    if (now.learns()) said.sentences.push_back(on_rookies(plan, now));
    said.sentences.push_back(on_stages(found, now));
    if (now.promise && found.designs.empty())
        said.sentences.push_back(fmt::format("The promise is {}.", keeping_in_short(*now.promise)));
    if (now.funds) said.sentences.push_back(on_funds(plan, *now.funds));
    return said;
}

} // namespace program
