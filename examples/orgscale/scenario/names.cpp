#include "scenario/names.hpp"

#include <vector>

#include "format/dates.hpp"
#include "format/phrases.hpp"

namespace program {

std::string people_in(const scenario& plan) { return short_unit(plan.people_are); }
std::string customers_in(const scenario& plan) { return short_unit(plan.customers_are); }

namespace {

/// The scenario's own word if it is short enough for tables and sentences, else the usual one.
std::string short_word(const std::string& own, const char* usual)
{
    constexpr std::size_t longest = 25;
    return own.size() <= longest && !counts_in_thousands(own) ? own : usual;
}

} // namespace

std::string people_word(const scenario& plan) { return short_word(people_in(plan), "people"); }
std::string customers_word(const scenario& plan)
{
    return short_word(customers_in(plan), "customers");
}

std::string customer_word(const scenario& plan)
{
    const auto all = customers_word(plan);
    if (all.find(' ') != std::string::npos || !all.ends_with("s") || all.ends_with("ss"))
        return "customer";
    if (all.ends_with("ies")) return all.substr(0, all.size() - 3) + "y";
    for (const auto* hiss : {"sses", "xes", "ches", "shes"})
        if (all.ends_with(hiss)) return all.substr(0, all.size() - 2);
    return all.substr(0, all.size() - 1);
}

std::string at_horizon(const scenario& plan) { return on_date(plan.time, plan.time.horizon); }

std::string as_it_is(const scenario& plan) { return plan.stated_as ? "as it is" : "as designed"; }

std::string as_now(const scenario& plan)
{
    return plan.stated_as ? "as the organisation is now" : "as designed";
}

std::string currency_of(const scenario& plan)
{
    if (plan.cost) return plan.cost->currency;
    if (!plan.run_by.currency.empty()) return plan.run_by.currency;
    for (const auto& question : plan.what_ifs)
        if (question.run_by.funded) return question.run_by.currency;
    return "";
}

std::string target_in_words(const scenario& plan)
{
    std::vector<std::string> parts;
    if (plan.aim->people) parts.push_back(amount(*plan.aim->people, people_in(plan)));
    if (plan.aim->customers) parts.push_back(amount(*plan.aim->customers, customers_in(plan)));
    return listed(parts);
}

std::string run_in_words(const operations& run)
{
    std::vector<std::string> with;
    if (run.improvement != operations{}.improvement)
        with.push_back((run.improvement == "reorganization" ? "a " : "") +
                       readable(run.improvement));
    if (run.ownership != operations{}.ownership) with.push_back(readable(run.ownership));
    if (run.intake == "waiting_list") with.push_back("a waiting list");
    if (run.workforce != operations{}.workforce) with.push_back(readable(run.workforce));
    if (run.standard == "eroding_standard") with.push_back("a standard that erodes");
    if (run.standard == "capability") with.push_back("capability that needs time");
    if (run.layoffs != operations{}.layoffs) with.push_back(readable(run.layoffs));
    if (run.funded) with.push_back("a budget");
    std::string text;
    if (run.observation == "dashboard") text = "led by a dashboard";
    if (run.observation == "shop_floor") text = "led from the shop floor";
    if (!with.empty()) text += (text.empty() ? "with " : ", with ") + listed(with);
    return text;
}

} // namespace program
