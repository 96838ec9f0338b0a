#include "scenario/find_warnings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include <fmt/core.h>

#include <orgscale/design/promise_part.hpp>

#include "format/numbers.hpp"
#include "scenario/read_operations.hpp"
#include "scenario/read_organisations.hpp"

namespace program {

namespace {

constexpr double max_people    = 1e10; ///< more than live on earth
constexpr double max_customers = 1e13; ///< of anything that is counted

/// Shares of people or customers that come or go in a unit of time.
constexpr std::array<std::string_view, 6> relative_rates{
    "attrition", "churn", "hiring_share", "defect_churn", "innovation", "imitation"};

/// Above it a rate reads as a percentage: everybody is replaced in a month, or three times a year.
double rate_in_percents(const time_scale& time) { return time.unit == "month" ? 1 : 3; }

class questions {
public:
    questions(const section& whole, const problem& all) : whole_{whole}, all_{all} {}

    [[nodiscard]] std::vector<warning> found()
    {
        ask_about_start();
        for (const auto& one : all_.compositions) {
            const auto from = sources_of(whole_, one.which, policies_in(whole_), all_.plan.choices);
            for (const auto& line : parameters_of(one))
                if (const auto* written = from.having(line.name)) {
                    const auto name = without_prefix(line.name);
                    if (!all_.plan.stated_as && all_.plan.range_for(one.which, line.name))
                        ask(*written, name, "is not used: \"choose\" has a range for it");
                    ask_about(*written, name, line);
                }
        }
        ask_about_promise();
        ask_about_unused();
        return std::move(asked_);
    }

private:
    /// Once for each value of the file, whoever uses it.
    void ask(const section& from, const std::string& name, const std::string& text)
    {
        const auto place = from.file() + ":" + from.find(name)->place();
        const bool again = std::any_of(asked_.begin(), asked_.end(),
                                       [&](const warning& one) { return one.place == place; });
        if (!again) asked_.push_back({place, from.full_name(name) + " " + text});
    }

    void ask_about_start()
    {
        const auto&  time = all_.plan.time;
        const auto   now = whole_.inner("now"), of_time = whole_.inner("time");
        const double day = time.per_year() / 365.25;
        if (time.horizon < day)
            ask(of_time, "horizon",
                fmt::format("is {} {}s, less than a day; is that meant?",
                            plain_digits(time.horizon), time.unit));
        if (all_.plan.now.people > max_people)
            ask(now, "people",
                fmt::format("is {}, more than there are people; is that meant?",
                            plain_digits(all_.plan.now.people)));
        if (all_.plan.now.customers > max_customers)
            ask(now, "customers",
                fmt::format("is {}; is that meant?", plain_digits(all_.plan.now.customers)));
    }

    void ask_about(const section& from, const std::string& name, const parameter_line& line)
    {
        if (!std::isfinite(line.value)) return;
        const auto&  time  = all_.plan.time;
        const double value = line.value;
        const auto   shown = plain_digits(value);
        if (std::find(relative_rates.begin(), relative_rates.end(), name) != relative_rates.end()) {
            if (value > 100) // not even a percentage
                ask(from, name, fmt::format("is {} a {}; is that meant?", shown, time.unit));
            else if (value > rate_in_percents(time))
                ask(from, name,
                    fmt::format("is {}, which means {} in a {}; if {} percent is meant, write {}",
                                shown, percent(value), time.unit, shown, plain_digits(value / 100)));
            else if (value * time.horizon > 1000)
                ask(from, name,
                    fmt::format(
                        "is {} a {}, a thousand times what the horizon of {} {}s asks for; is "
                        "that meant?",
                        shown, time.unit, plain_digits(time.horizon), time.unit));
        }
        if (name == "mentoring" && value > 1)
            ask(from, name,
                fmt::format(
                    "is {}, so each newcomer takes all the time of more than one experienced person; is that "
                    "meant?",
                    shown));
        if (line.unit == "time" && value > 0 && value < 1e-6 * time.horizon)
            ask(from, name,
                fmt::format("is {} {}s, less than a millionth of the horizon; is that meant?",
                            shown, time.unit));
        const bool never = name == "rising_time"; // of a standard that doesn't come back
        if (line.unit == "time" && value > 100 * time.horizon && !never)
            ask(from, name,
                fmt::format("is {} {}s, more than a hundred times the horizon; is that meant?",
                            shown, time.unit));
        if (line.unit.starts_with("people") && value > max_people)
            ask(from, name, fmt::format("is {}, more than there are people; is that meant?", shown));
        if ((line.unit == "customers" || line.unit == "customers/time") && value > max_customers)
            ask(from, name, fmt::format("is {}; is that meant?", shown));
    }

    /// A promised wait that is shorter than onboarding takes, in every composition.
    void ask_about_promise()
    {
        const auto& plan = all_.plan;
        if (!plan.promise || !plan.promise->asks(orgscale::promise_part::wait)) return;
        const double wait  = plan.promise->wait;
        double       least = wait;
        for (const auto& one : all_.compositions)
            for (const auto& line : parameters_of(one)) {
                if (line.name != "onboarding_time") continue;
                const bool chosen =
                    std::any_of(plan.choices.begin(), plan.choices.end(),
                                [&](const choice& range) { return range.is_for(line.name); });
                if (chosen || line.value <= wait) return;
                least = least > wait ? std::min(least, line.value) : line.value;
            }
        if (least > wait)
            ask(whole_.inner("promise"), "wait",
                fmt::format(
                    "asks for a mean of {} {}s, less than the onboarding_time, {}; is that meant?",
                    plain_digits(wait), plan.time.unit, plain_digits(least)));
    }

    /// What stands in a shared section while every law that has it has its own, and what draws nothing.
    void ask_about_unused()
    {
        for (const auto* shared : {"demand", "organisation"}) {
            const auto from = whole_.inner_if(shared);
            if (!from.here()) continue;
            for (const auto& name : from.names()) {
                const auto is_used = [&](const organisation& one) {
                    const auto where =
                        sources_of(whole_, one.which, policies_in(whole_), all_.plan.choices);
                    const auto lines = parameters_of(one);
                    return std::any_of(lines.begin(), lines.end(), [&](const parameter_line& line) {
                        const auto* written = where.having(line.name);
                        return line.name == name && written != nullptr &&
                               written->path() == from.path();
                    });
                };
                if (std::none_of(all_.compositions.begin(), all_.compositions.end(), is_used))
                    ask(from, name, "is not used: each growth law that has it states its own");
            }
        }
        if (whole_.find("uncertainty") != nullptr && all_.plan.unknowns.none())
            ask(whole_, "uncertainty", "is not used: no parameter has a distribution");
    }

    const section&       whole_;
    const problem&       all_;
    std::vector<warning> asked_;
};

} // namespace

std::vector<warning> find_warnings(const section& whole, const problem& all)
{
    return questions{whole, all}.found();
}

} // namespace program
