#include "scenario/read_scenario.hpp"

#include <algorithm>

#include <fmt/core.h>

#include <orgscale/design/promise_part.hpp>

#include "format/bad_input.hpp"
#include "format/input_file.hpp"
#include "format/located_json.hpp"
#include "format/section.hpp"
#include "scenario/check_choices.hpp"
#include "scenario/find_warnings.hpp"
#include "scenario/read_choices.hpp"
#include "scenario/read_guesses.hpp"
#include "scenario/read_organisations.hpp"
#include "scenario/read_promise.hpp"
#include "scenario/read_recorded.hpp"
#include "scenario/read_uncertainty.hpp"
#include "scenario/read_what_ifs.hpp"
#include "scenario/section_help.hpp"

namespace program {

namespace {

constexpr double longest_horizon_years = 200;

std::string as_written(double value) { return fmt::format("{:g}", value); }

double at_least_zero(const section& from, const std::string& name)
{
    const double value = from.number(name);
    if (!(value >= 0)) from.refuse(name, "must be 0 or greater, but is " + as_written(value));
    return value;
}

time_scale read_time(const section& from)
{
    from.only({"unit", "start", "horizon"});
    const std::vector<std::string> units{"month", "year"};

    time_scale   time{.unit    = units[from.one_of("unit", units)],
                      .start   = from.number_if("start"),
                      .horizon = from.number("horizon")};
    const double longest = longest_horizon_years * time.per_year();
    if (!(time.horizon > 0 && time.horizon <= longest))
        from.refuse("horizon", "must be greater than 0 and at most " + as_written(longest) + " " +
                                   time.unit + "s, but is " + as_written(time.horizon));
    if (time.start && !(*time.start >= -10000 && *time.start <= 10000))
        from.refuse("start", "must be a calendar year from -10000 to 10000, but is " +
                                 as_written(*time.start));
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
        throw bad_input{found.file + ": has no figures between " + as_written(time.label(0)) +
                        " and " + as_written(time.label(time.horizon)) +
                        ", the time of the scenario"};
    return found;
}

std::optional<costs> read_costs_or_budget(const section& whole)
{
    const auto stated = whole.inner_if("costs"), budget = whole.inner_if("budget");
    if (stated.here() && budget.here())
        whole.refuse("costs", "and budget both state what people cost; budget is enough");
    if (stated.here()) return read_costs(stated);
    return std::nullopt;
}

/// The entries that every scenario must have and this one hasn't, by full name.
std::vector<std::string> missing_in(const section& whole)
{
    std::vector<std::string> missing;
    const auto expect = [&](const char* name, const std::vector<const char*>& inside) {
        if (whole.find(name) == nullptr) return missing.emplace_back(name), void();
        if (whole.find(name)->type != located_json::kind::object) return;
        const auto inner = whole.inner(name);
        for (const auto* one : inside)
            if (inner.find(one) == nullptr) missing.push_back(inner.full_name(one));
    };
    expect("title", {});
    expect("time", {"unit", "horizon"});
    expect("people_are", {});
    expect("customers_are", {});
    expect("now", {"people", "customers"});
    if (whole.find("choose") == nullptr) expect("now_is", {});
    return missing;
}

} // namespace

problem read_scenario(const std::filesystem::path& path)
{
    return scenario_in(read_file(path), path);
}

problem scenario_in(std::string_view text, const std::filesystem::path& path)
{
    const auto               json = parse_located(text, path.string());
    const section            whole{json, path.string()};
    std::vector<std::string> sections;
    for (const auto& one : section_helps()) sections.emplace_back(one.name);
    whole.only(sections);

    check_choice_names(whole.inner_if("choose"), whole, read_choices(whole.inner_if("choose")));
    const auto missing = missing_in(whole);
    if (!missing.empty()) // with the parameters that are missing too; one alone is refused below
        static_cast<void>(
            read_organisations(whole, read_choices(whole.inner_if("choose")), missing));

    const auto now = whole.inner("now");
    now.only({"people", "customers"});
    const auto promised = whole.inner_if("promise");
    const auto open     = whole.inner_if("choose");
    if (open.here() && !promised.here())
        whole.refuse("choose", "is there, but no promise that the choice should keep");

    problem found{};
    auto&   plan       = found.plan;
    plan.file          = path.string();
    plan.choices       = read_choices(open);
    plan.title         = whole.text("title");
    plan.about         = whole.texts_if("about");
    plan.time          = read_time(whole.inner("time"));
    plan.people_are    = whole.text("people_are");
    plan.customers_are = whole.text("customers_are");
    plan.now           = {.people    = at_least_zero(now, "people"),
                          .customers = at_least_zero(now, "customers")};
    found.compositions = read_organisations(whole, plan.choices, {});
    plan.run_by        = found.compositions.front().run_by;
    plan.cost          = read_costs_or_budget(whole);
    found.journey      = read_stages(whole.inner_if("stages"), plan.time);
    if (!open.here() || whole.find("now_is") != nullptr)
        plan.stated_as =
            whole.one_of("now_is", {composition_names.begin(), composition_names.end()});
    plan.now_is = plan.stated_as.value_or(0);
    if (const auto aim = whole.inner_if("target"); aim.here())
        plan.aim = read_target(aim, plan.time);
    if (promised.here()) {
        plan.promise = read_promise(promised, plan.time);
        plan.tail    = read_wait_tail(promised);
        if (plan.tail && plan.run_by.intake != "waiting_list")
            promised.refuse("wait_share",
                            "needs customers who wait: \"intake\": {\"policy\": \"waiting_list\"}");
    }
    if (plan.promise && plan.promise->asks(orgscale::promise_part::cash) && !plan.run_by.funded)
        promised.refuse("cash", "can be promised only with a budget");
    if (plan.promise && plan.run_by.stops) // who has ended keeps no promise
        plan.promise->cash = std::max(0.0, double{plan.promise->cash});
    auto uncertain = read_uncertainty(whole, found.compositions);
    plan.unknowns  = std::move(uncertain.all);
    found.laws     = std::move(uncertain.laws);
    check_choices(open, found);
    plan.guessed   = read_guesses(whole, found);
    plan.left_open = read_left_open(whole, plan);
    for (std::size_t i = 0; i < plan.by_default.size(); ++i)
        plan.by_default[i] = defaults_in(sources_of(whole, i, policies_in(whole), plan.choices), i);
    for (auto& one : read_what_ifs(whole, plan)) {
        plan.what_ifs.push_back(std::move(one.asked));
        found.what_ifs.push_back(std::move(one.changed));
    }
    if (whole.find("recorded") != nullptr)
        plan.record = read_record(whole.inner("recorded"), plan.time);
    plan.warnings = find_warnings(whole, found);
    return found;
}

} // namespace program
