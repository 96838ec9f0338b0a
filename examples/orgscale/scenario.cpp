#include "scenario.hpp"

#include <algorithm>
#include <cstdio>
#include <set>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/parameter_error.hpp>

#include "bad_input.hpp"
#include "located_json.hpp"
#include "models_of_scenario.hpp"
#include "nearest_name.hpp"
#include "promise_of_scenario.hpp"
#include "section.hpp"

namespace plan {

namespace {

constexpr double longest_horizon_years = 200;

/// A name that must be one of a few.
template <class Known>
std::size_t chosen(const section& from, const std::string& name, const Known& known)
{
    const auto text = from.text(name);
    const auto at   = std::find(std::begin(known), std::end(known), text);
    if (at == std::end(known))
        from.refuse(name, "is \"" + text + "\", which is not known" +
                              did_you_mean(text, {std::begin(known), std::end(known)}));
    return static_cast<std::size_t>(at - std::begin(known));
}

std::string digits(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return text;
}

double at_least_zero(const section& from, const std::string& name)
{
    const double value = from.number(name);
    if (!(value >= 0)) from.refuse(name, "must be 0 or greater, but is " + digits(value));
    return value;
}

time_scale read_time(const section& from)
{
    from.only({"unit", "start", "horizon"});
    const std::vector<std::string> units{"month", "year"};

    time_scale   time{.unit    = units[chosen(from, "unit", units)],
                      .start   = from.number_if("start"),
                      .horizon = from.number("horizon")};
    const double longest = longest_horizon_years * time.per_year();
    if (!(time.horizon > 0 && time.horizon <= longest))
        from.refuse("horizon", "must be greater than 0 and at most " + digits(longest) + " " +
                                   time.unit + "s, but is " + digits(time.horizon));
    if (time.start && !(*time.start >= -10000 && *time.start <= 10000))
        from.refuse("start",
                    "must be a calendar year from -10000 to 10000, but is " + digits(*time.start));
    return time;
}

costs read_costs(const section& from)
{
    from.only({"per_person", "currency"});
    return {.per_person = at_least_zero(from, "per_person"), .currency = from.text("currency")};
}

recorded read_record(const section& from, const time_scale& time)
{
    from.only({"csv", "time", "people", "customers"});
    const recorded_columns columns{.time      = from.text("time"),
                                   .people    = from.text_if("people"),
                                   .customers = from.text_if("customers")};
    if (!columns.people && !columns.customers)
        throw bad_input{from.file() + ":" + from.place() + ": " + from.full_name("people") +
                        " or " + from.full_name("customers") + " must name a column"};

    auto found =
        read_recorded(std::filesystem::path{from.file()}.parent_path() / from.text("csv"), columns);
    const auto outside = [&](const record& one) {
        const double t = time.of_record(one.time);
        return !(t >= 0 && t <= time.horizon);
    };
    std::erase_if(found.people, outside);
    std::erase_if(found.customers, outside);
    if (found.people.empty() && found.customers.empty())
        throw bad_input{found.file + ": has no figures between " + digits(time.label(0)) + " and " +
                        digits(time.label(time.horizon)) + ", the time of the scenario"};
    return found;
}

/// What a question tells of its policies by itself, "observation.delay_per_level", as numbers alone.
std::set<std::string> told_of_policies(const section& question)
{
    std::set<std::string> names;
    for (const std::string slot : policy_names) {
        const auto one = question.inner_if(slot);
        if (!one.here()) continue;
        for (const auto& name : one.names()) {
            names.insert(slot + "." + name);
            if (is_uncertain(one, name))
                one.refuse(name, "must be a number: a question is asked of one case");
        }
    }
    return names;
}

/// Money beside other money: refuses the budget of a question that is in another currency.
void check_currency(const section& question, const operations& run, const scenario& plan)
{
    const auto& usual = plan.compositions.front().run_by();
    const auto  known = plan.cost ? plan.cost->currency : usual.currency;
    const auto  own   = question.inner_if("budget");
    if (!own.here()) return;
    if (!known.empty() && run.currency != known)
        own.refuse("currency",
                   "must be that of the scenario, " + known + ", but is " + run.currency);
    if (known.empty() && plan.promise && plan.promise->asks(orgscale::promise_part::cost))
        question.refuse("budget", "can't be held against promise.cost, which is in people's time; "
                                  "the scenario needs costs or a budget");
}

std::vector<what_if> read_what_ifs(const section& whole, const scenario& plan)
{
    std::vector<what_if> all;
    for (const auto& one : whole.list_if("what_if")) {
        std::vector<std::string> known{"title", "composition", "set"};
        known.insert(known.end(), std::begin(policy_names), std::end(policy_names));
        one.only(known);

        const auto which = chosen(one, "composition", composition::names);
        auto       own   = told_of_policies(one);
        if (own.empty() && one.find("set") == nullptr)
            throw bad_input{one.file() + ":" + one.place() + ": " + one.path() +
                            " changes nothing: it has no set and none of the policies"};
        const auto settings = one.inner_if("set");
        const auto model    = read_composition(
            sources_of(whole, which, policies_in(one, policies_in(whole)), plan.choices), which);
        check_currency(one, model.run_by(), plan);

        const auto set = settings_of(model, settings);
        for (const auto& [name, value] : set) own.insert(name);
        all.push_back({.title   = one.text("title"),
                       .which   = which,
                       .set     = set,
                       .told    = std::move(own),
                       .changed = with_settings(model, settings)});
    }
    return all;
}

std::optional<costs> read_costs_or_budget(const section& whole)
{
    const auto told = whole.inner_if("costs"), budget = whole.inner_if("budget");
    if (told.here() && budget.here())
        whole.refuse("costs", "and budget both tell what people cost; budget is enough");
    if (told.here()) return read_costs(told);
    return std::nullopt;
}

} // namespace

scenario read_scenario(const std::filesystem::path& path)
{
    const auto    text = read_file(path);
    const auto    json = parse_located(text, path.string());
    const section whole{json, path.string()};
    whole.only({"title",       "about",     "time",         "people_are", "customers_are",
                "now",         "now_is",    "organisation", "demand",     "hierarchy",
                "meritocracy", "linear",    "parallel",     "network",    "observation",
                "improvement", "ownership", "budget",       "promise",    "choose",
                "stages",      "costs",     "recorded",     "what_if",    "uncertainty"});

    const auto now = whole.inner("now");
    now.only({"people", "customers"});
    const auto promised = whole.inner_if("promise");
    const auto open     = whole.inner_if("choose");
    if (open.here() && !promised.here())
        whole.refuse("choose", "is there, but no promise that the choice should keep");

    const auto choices = read_choices(open);
    scenario   found{.file          = path.string(),
                     .title         = whole.text("title"),
                     .about         = whole.texts_if("about"),
                     .time          = read_time(whole.inner("time")),
                     .people_are    = whole.text("people_are"),
                     .customers_are = whole.text("customers_are"),
                     .now           = {.people    = at_least_zero(now, "people"),
                                       .customers = at_least_zero(now, "customers")},
                     .told_as       = std::nullopt,
                     .now_is        = 0,
                     .compositions  = read_compositions(whole, choices),
                     .cost          = read_costs_or_budget(whole),
                     .promise       = std::nullopt,
                     .choices       = choices,
                     .left_open     = {},
                     .journey       = read_stages(whole.inner_if("stages")),
                     .record        = std::nullopt,
                     .what_ifs      = {},
                     .unknowns      = {}};
    if (!open.here() || whole.find("now_is") != nullptr)
        found.told_as = chosen(whole, "now_is", composition::names);
    found.now_is = found.told_as.value_or(0);
    if (promised.here()) found.promise = read_promise(promised, found.time);
    found.unknowns = read_uncertainty(whole, found.compositions);
    check_choices(open, found);
    found.left_open = read_left_open(whole, found);
    found.what_ifs  = read_what_ifs(whole, found);
    if (whole.find("recorded") != nullptr)
        found.record = read_record(whole.inner("recorded"), found.time);
    return found;
}

} // namespace plan
