#include "study/names.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "scenario/names.hpp"
#include "scenario/parameter_line.hpp"

namespace program {

using orgscale::growth_limit;

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
    return *cause == growth_limit::recruit ? "serving (hiring)" : "serving (staff lags)";
}

namespace {

/// Why too few are at work where as many are hired as are wanted: of the changes that would help, the kind that
/// helps most. Nothing is blamed whose change does not.
std::string why_staff_is_short(const study& found)
{
    const auto people    = people_word(found.plan);
    const auto customers = customers_word(found.plan);
    for (const auto& one : found.moves.ranked) {
        if (!found.moves.helps(one)) continue;
        const bool less = one.after < one.before;
        if (less && (one.name == "hiring_time" || one.name == "onboarding_time"))
            return fmt::format("recruiting {} and taking {} on takes longer than winning them",
                               people, customers);
        if (prefix_of(one.name) == "workforce")
            return fmt::format(
                "newcomers are still learning, but are counted as experienced when {} are hired, so too few are hired",
                people);
        if (prefix_of(one.name) == "observation")
            return fmt::format(
                "reports show the demand too late or too small, so too few {} are hired", people);
    }
    return fmt::format("{} are hired as fast as plans ask for them, and plans lag behind demand",
                       people);
}

/// Whether the organisation would do better with fewer hires: newcomers take more time than they give.
bool hiring_hurts(const study& found)
{
    return std::any_of(found.moves.ranked.begin(), found.moves.ranked.end(), [&](const lever& one) {
        return (one.name == "hiring_rate" || one.name == "hiring_share") &&
               one.after < one.before && found.moves.helps(one);
    });
}

} // namespace

std::string binding_explained(const study& found, growth_limit limit,
                              std::optional<growth_limit> cause)
{
    switch (limit) {
    case growth_limit::sell: return "selling: everyone who is won is served";
    case growth_limit::decide: return "deciding: questions come up faster than they are settled";
    case growth_limit::recruit: return "hiring";
    case growth_limit::need: return "demand for people";
    case growth_limit::serve: break;
    }
    const auto people = people_word(found.plan);
    if (cause != growth_limit::recruit) return "serving: " + why_staff_is_short(found);
    return hiring_hurts(found)
               ? fmt::format("serving: newcomers take more time of experienced {} than they give",
                             people)
               : fmt::format("serving: {} can't be hired as fast as {} could be won", people,
                             customers_word(found.plan));
}

std::string kind_in_short(const outcome& one, const time_scale& time)
{
    const auto& growth = one.growth;
    if (growth.kind == "linear") return "straight line";
    if (growth.kind == "polynomial" && growth.exponent)
        return fmt::format("{}, as t^{:.2f}", *growth.exponent < 1 ? "slowing" : "speeding up",
                           *growth.exponent);
    if (growth.kind == "exponential" && growth.rate) {
        const double more = std::expm1(*growth.rate);
        return fmt::format(
            "exponential, {} a {}",
            more < 10 ? fmt::format("{:.1f}%", 100 * more) : brief(1 + more) + "-fold", time.unit);
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
    return fmt::format("{}, {}",
                       one.wall->at.time > 0 ? date(time, one.wall->at.time) : "the start",
                       binding(one.wall->limit, one.wall->cause));
}

std::string samples_drawn(const study& found)
{
    const auto all     = found.plan.unknowns.values.size();
    const auto samples = static_cast<double>(found.samples->members);
    const auto own     = found.plan.unknowns.count_in(found.plan.now_is);
    return fmt::format(
        "{} {} over {} uncertain {}{}", with_commas(fixed(samples, 0)),
        samples > 1 ? "runs" : "run", own, own == 1 ? "parameter" : "parameters",
        own < all ? fmt::format(" (of {}; {} has no others)", all, long_name(found.now())) : "");
}

} // namespace program
