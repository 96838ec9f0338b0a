#include "text/words_on_service.hpp"

#include <cmath>

#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "study/names.hpp"
#include "text/figures_of_service.hpp"

namespace program {

namespace {

std::string when(const time_scale& time, double at)
{
    return since(time, at) == "the start" ? "from the start" : on_date(time, at);
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
        return capital(long_name(now)) + " doesn't come to the first stage, " +
               orgscale::name(orgscale::stage::product_market_fit) + ", before " +
               date(time, time.horizon) + ".";
    auto        text = capital(long_name(now)) + " comes to " + journey_in_words(now, time) + ".";
    const auto* at   = now.stage();
    const auto& most = now.stages.back();
    if (at == nullptr || at->stage != most.stage)
        text += " " + capital(at_horizon(found.plan)) + " it has lost that again and is " +
                (at == nullptr ? std::string{"at none"} : "at " + std::string{name(at->stage)}) +
                ".";
    if (const auto ahead = next(most.stage))
        text += " It doesn't come to " + std::string{name(*ahead)} + ".";
    return text;
}

std::string on_funds(const scenario& plan, const money& funds)
{
    const auto currency = currency_of(plan);
    if (funds.gone)
        return "It runs out of money " + on_date(plan.time, *funds.gone) + "; at the end it " +
               (funds.cash < 0 ? "owes " + amount(-funds.cash, currency)
                               : "has " + amount(funds.cash, currency) + " at hand") +
               ", at most it owed " + amount(-funds.least, currency) + ".";
    return "It then has " + amount(funds.cash, currency) + " at hand" +
           (funds.least < funds.cash
                ? "; the least on the way is " + amount(funds.least, currency) + "."
                : ".");
}

} // namespace

passage on_service(const study& found)
{
    const auto& plan = found.plan;
    const auto& now  = found.now();
    passage     said{"What " + customers_word(plan) + " get, and how far it comes", {}};
    if (!now.complete || !(now.end().customers > 0)) return said;

    const auto& gets = now.experience;
    auto        text = capital(at_horizon(plan)) + " " + long_name(now) +
                (std::isfinite(now.taken_on)
                     ? " takes on " + percent(now.taken_on) + " of those who would join; they wait "
                     : " lets those who join wait ") +
                waiting(plan.time, gets.wait) + " to be served, and there is room for " +
                percent(gets.served) + " of the " + customers_word(plan);
    if (gets.correct < 1) text += "; " + percent(gets.correct) + " of the work is right at once";
    said.sentences.push_back(text + ". " + percent(gets.churn) + " leave a " + plan.time.unit + ".");
    said.sentences.push_back(on_stages(found, now));
    if (now.promise && found.designs.empty())
        said.sentences.push_back("The promise is " + keeping_in_short(*now.promise) + ".");
    if (now.funds) said.sentences.push_back(on_funds(plan, *now.funds));
    return said;
}

} // namespace program
