#include "study/calibrate_file.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/core.h>

#include "format/bad_input.hpp"
#include "format/input_file.hpp"
#include "format/numbers.hpp"
#include "scenario/problem.hpp"
#include "scenario/read_scenario.hpp"
#include "scenario/rewritten.hpp"
#include "scenario/value_places.hpp"
#include "study/calibrate_record.hpp"

namespace program {

namespace {

std::string short_number(double value) { return fmt::format("{:.6g}", value); }

/// The record in the run's time, as far as its figures can be fitted.
recorded record_of_run(const scenario& plan)
{
    auto       all   = *plan.record;
    const auto shift = [&](std::vector<record>& figures) {
        for (auto& one : figures) one.time = plan.time.of_record(one.time);
    };
    shift(all.people);
    shift(all.customers);
    return all;
}

/// "estimated from wikipedia.csv: 95 percent 0.1 to 0.12".
std::string source_in_file(const parameter_estimated& one, const scenario& plan)
{
    auto text = "estimated from " + std::filesystem::path{plan.record->file}.filename().string();
    if (one.low && one.high)
        text += ", 95 percent from " + short_number(*one.low) + " to " + short_number(*one.high);
    else if (one.low)
        text += ", 95 percent above " + short_number(*one.low);
    else if (one.high)
        text += ", 95 percent below " + short_number(*one.high);
    if (one.on_bound) text += ", on its bound";
    return text;
}

/// Where a distribution must end to stay in a parameter's domain, as an entry of the file.
std::string cut_by(const std::string& rule)
{
    const auto says = [&](const char* words) { return rule.find(words) != std::string::npos; };
    if (says("less than 1")) return " \"to\": 0.999999,";
    if (says("to 1") || says("at most 1")) return " \"to\": 1,";
    if (says("greater than 1")) return " \"from\": 1.000001,";
    return says("1 or greater") ? " \"from\": 1," : "";
}

/// What stands in the file for an estimate: a lognormal distribution with its relative error, which leaves no
/// parameter's domain at 0; a plain number where it has no error.
std::string as_written(const parameter_estimated& one, bool of_start, const std::string& rule,
                       const scenario& plan)
{
    if (of_start || !one.standard_error || !(one.value > 0)) return short_number(one.value);
    constexpr double reach = 1.2815515655446004; // of the normal distribution to p90
    const double     wide  = reach * *one.standard_error / one.value;
    return fmt::format(
        "{{\"distribution\": \"lognormal\", \"p10\": {}, \"p90\": {},{} \"value\": {},\n"
        "      \"source\": \"{}\"}}",
        short_number(one.value * std::exp(-wide)), short_number(one.value * std::exp(wide)),
        cut_by(rule), short_number(one.value), source_in_file(one, plan));
}

std::string with_estimates(const std::string& text, const calibrated& found,
                           const std::vector<value_place>& places, const scenario& plan)
{
    const auto kinds   = parameters_of_kind(plan.now_is, plan.run_by);
    const auto rule_of = [&](const std::string& name) {
        const auto at = std::find_if(kinds.begin(), kinds.end(), [&](const parameter_of_kind& one) {
            return one.name == name;
        });
        return at != kinds.end() ? at->rule : std::string{};
    };
    std::vector<replacement> changes;
    bool                     uncertain = !plan.unknowns.none();
    for (std::size_t i = 0; i < places.size(); ++i) {
        changes.push_back(
            {places[i].line, places[i].column,
             as_written(found.estimates[i], places[i].of_start, rule_of(places[i].name), plan)});
        uncertain = uncertain || changes.back().text.starts_with('{');
    }
    const auto changed = rewritten(text, std::move(changes));
    return uncertain && plan.unknowns.members == 0
               ? with_entry(changed, "\"uncertainty\": {\"members\": 1000, \"seed\": 1}")
               : changed;
}

} // namespace

calibrated_scenario calibrate_file(const std::filesystem::path&    file,
                                   const std::vector<std::string>& names)
{
    const auto  text = read_file(file);
    const auto  all  = scenario_in(text, file);
    const auto& plan = all.plan;
    if (!plan.record)
        throw bad_input{plan.file + ": has no record to estimate from; add \"recorded\""};
    if (!plan.stated_as || all.plan.left_open[plan.now_is])
        throw bad_input{plan.file +
                        ": the organisation is yet to be designed; state it to calibrate it"};
    const auto places = places_of(names, all, text);
    const auto in_run = record_of_run(plan);
    const auto usable = [](const std::vector<record>& figures) {
        return std::count_if(figures.begin(), figures.end(),
                             [](const record& one) { return one.value > 0; });
    };
    const auto figures = usable(in_run.people) + usable(in_run.customers);
    if (figures <= static_cast<std::ptrdiff_t>(places.size()))
        throw bad_input{plan.record->file + ": " + std::to_string(figures) +
                        " figures can't determine " + std::to_string(places.size()) + " parameters"};

    std::vector<std::string> parameters;
    for (const auto& one : places) parameters.push_back(one.name);
    auto found = calibrate_record({all.now(), plan.now, in_run, parameters});
    for (std::size_t i = 0; i < places.size(); ++i) found.estimates[i].before = places[i].value;
    const auto written = found.usable ? with_estimates(text, found, places, plan) : text;
    if (found.usable) static_cast<void>(scenario_in(written, file)); // what is written can be read
    return {plan, found, all.now().name(), written};
}

} // namespace program
