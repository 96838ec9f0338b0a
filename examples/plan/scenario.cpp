#include "scenario.hpp"

#include <algorithm>
#include <cstdio>

#include "bad_input.hpp"
#include "located_json.hpp"
#include "models_of_scenario.hpp"
#include "nearest_name.hpp"
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

std::vector<what_if> read_what_ifs(const section& from, const std::vector<composition>& models)
{
    std::vector<what_if> all;
    for (const auto& one : from.list_if("what_if")) {
        one.only({"title", "composition", "set"});
        const auto which    = chosen(one, "composition", composition::names);
        const auto settings = one.inner("set");

        all.push_back({.title   = one.text("title"),
                       .which   = which,
                       .set     = settings_of(models[which], settings),
                       .changed = with_settings(models[which], settings)});
    }
    return all;
}

} // namespace

scenario read_scenario(const std::filesystem::path& path)
{
    const auto    text = read_file(path);
    const auto    json = parse_located(text, path.string());
    const section whole{json, path.string()};
    whole.only({"title", "about", "time", "people_are", "customers_are", "now", "now_is",
                "organisation", "hierarchy", "meritocracy", "linear", "parallel", "network",
                "costs", "recorded", "what_if", "uncertainty"});

    const auto now = whole.inner("now");
    now.only({"people", "customers"});

    scenario found{.file          = path.string(),
                   .title         = whole.text("title"),
                   .about         = whole.texts_if("about"),
                   .time          = read_time(whole.inner("time")),
                   .people_are    = whole.text("people_are"),
                   .customers_are = whole.text("customers_are"),
                   .now           = {.people    = at_least_zero(now, "people"),
                                     .customers = at_least_zero(now, "customers")},
                   .now_is        = chosen(whole, "now_is", composition::names),
                   .compositions  = read_compositions(whole),
                   .cost          = std::nullopt,
                   .record        = std::nullopt,
                   .what_ifs      = {},
                   .unknowns      = {}};
    found.unknowns = read_uncertainty(whole, found.compositions);
    found.what_ifs = read_what_ifs(whole, found.compositions);
    if (whole.find("costs") != nullptr) found.cost = read_costs(whole.inner("costs"));
    if (whole.find("recorded") != nullptr)
        found.record = read_record(whole.inner("recorded"), found.time);
    return found;
}

} // namespace plan
