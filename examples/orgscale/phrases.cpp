#include "phrases.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "numbers.hpp"

namespace plan {

using orgscale::growth_limit;

namespace {

std::string short_unit(const std::string& unit)
{
    return unit.substr(0, std::min(unit.find(','), unit.find(" (")));
}

bool counts_in_thousands(const std::string& unit)
{
    return unit.starts_with("thousand") || unit.starts_with("million") ||
           unit.starts_with("billion");
}

} // namespace

std::string long_name(const outcome& one)
{
    const auto slash = one.name.find('/');
    return one.name.substr(0, slash) + " growth under " + one.name.substr(slash + 1);
}

std::string binding(growth_limit limit, std::optional<growth_limit> cause)
{
    switch (limit) {
    case growth_limit::sell: return "selling";
    case growth_limit::decide: return "deciding";
    case growth_limit::recruit: return "hiring";
    case growth_limit::need: return "demand for people";
    case growth_limit::serve: break;
    }
    if (!cause) return "serving";
    return *cause == growth_limit::recruit ? "serving (hiring)" : "serving (delay)";
}

std::string binding_explained(growth_limit limit, std::optional<growth_limit> cause,
                              const std::string& customers)
{
    switch (limit) {
    case growth_limit::sell: return "selling: everybody who is won is served";
    case growth_limit::decide: return "deciding: questions come faster than they are settled";
    case growth_limit::recruit: return "hiring";
    case growth_limit::need: return "demand for people";
    case growth_limit::serve: break;
    }
    return cause == growth_limit::recruit
               ? "serving: people can't be hired as fast as " + customers + " could be won"
               : "serving: finding people and taking " + customers +
                     " on takes longer than winning them";
}

std::string kind_in_short(const outcome& one, const time_scale& time)
{
    const auto& growth = one.growth;
    if (growth.kind == "linear") return "straight line";
    if (growth.kind == "polynomial" && growth.exponent)
        return (*growth.exponent < 1 ? "slowing, as t^" : "speeding up, as t^") +
               fixed(*growth.exponent, 2);
    if (growth.kind == "exponential" && growth.rate) {
        const double more = std::expm1(*growth.rate);
        return "exponential, " +
               (more < 10 ? fixed(100 * more, 1) + "%" : brief(1 + more) + "-fold") + " a " +
               time.unit;
    }
    if (growth.kind == "saturating") { // a ceiling above all there are to win is none
        const bool beyond = one.network && growth.ceiling > one.network->potential;
        return growth.ceiling && !beyond ? "levels off near " + brief(*growth.ceiling)
                                         : "levelling off";
    }
    if (growth.kind == "undetermined") return "can't tell";
    return growth.kind;
}

std::string wall_in_short(const outcome& one, const time_scale& time)
{
    if (!one.complete) return "ends at " + date(time, one.end().time);
    if (!one.wall) return "none";
    const auto what = binding(one.wall->limit, one.wall->cause);
    return (one.wall->at.time > 0 ? date(time, one.wall->at.time) : "the start") + ", " + what;
}

std::string amount_alone(double value, const std::string& unit)
{
    if (!counts_in_thousands(unit)) return spoken(value);

    // Whole numbers with commas, since "12.3 thousand million dollars" is hard to read.
    const double size = std::abs(value);
    return size < 99.95 ? brief(value) : with_commas(fixed(value, 0));
}

std::string amount(double value, const std::string& unit)
{
    return amount_alone(value, unit) + " " + unit;
}

std::string people_in(const scenario& plan) { return short_unit(plan.people_are); }
std::string customers_in(const scenario& plan) { return short_unit(plan.customers_are); }

std::string customers_word(const scenario& plan)
{
    constexpr std::size_t longest = 25;
    const auto            own     = customers_in(plan);
    return own.size() <= longest && !counts_in_thousands(own) ? own : "customers";
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

std::string as_it_is(const scenario& plan) { return plan.told_as ? "as it is" : "as designed"; }

std::string as_now(const scenario& plan)
{
    return plan.told_as ? "as the organisation is now" : "as designed";
}

std::string currency_of(const scenario& plan)
{
    if (plan.cost) return plan.cost->currency;
    const auto& usual = plan.compositions.front().run_by().currency;
    if (!usual.empty()) return usual;
    for (const auto& question : plan.what_ifs)
        if (question.changed.run_by().funded) return question.changed.run_by().currency;
    return "";
}

std::string run_in_words(const operations& run)
{
    std::vector<std::string> with;
    if (run.improvement != operations{}.improvement)
        with.push_back((run.improvement == "reorganization" ? "a " : "") +
                       readable(run.improvement));
    if (run.ownership != operations{}.ownership) with.push_back(readable(run.ownership));
    if (run.funded) with.push_back("a budget");
    std::string text;
    if (run.observation == "dashboard") text = "led by a dashboard";
    if (run.observation == "shop_floor") text = "led from the shop floor";
    if (!with.empty()) text += (text.empty() ? "with " : ", with ") + listed(with);
    return text;
}

std::string listed(const std::vector<std::string>& parts)
{
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
        text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
    return text;
}

std::string readable(const std::string& parameter)
{
    auto text = parameter.substr(parameter.rfind('.') + 1);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

std::string unit_in(const std::string& unit, const time_scale& time)
{
    auto       text = unit;
    const auto at   = text.find("time");
    if (at != std::string::npos) text.replace(at, 4, time.unit);
    return text;
}

std::string capital(std::string text)
{
    if (!text.empty())
        text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
}

} // namespace plan
