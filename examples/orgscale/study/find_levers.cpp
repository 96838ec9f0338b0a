#include "study/find_levers.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <orgscale/core/parameter_error.hpp>

#include "study/examine.hpp"
#include "study/side_by_side.hpp"
#include "study/slopes.hpp"

namespace program {

namespace {

constexpr double tenth = 0.1;

std::optional<organisation> changed(const organisation& one, const std::string& which, double to)
{
    try {
        return with_values(one, {{which, to}});
    } catch (const orgscale::parameter_error&) {
        return std::nullopt; // outside the parameter's domain
    }
}

/// A change of one parameter, made.
struct step {
    change       by;
    double       after;
    organisation made;
};

/// Of these there are whole ones.
bool is_count(const std::string& parameter)
{
    return parameter == "units" || parameter == "ownership.functions";
}

/// Whether ten percent more of a share would take more than half of what it lacks to 1.
bool is_near_1(const organisation& one, const parameter_line& line)
{
    const double rest  = 1 - line.value;
    const bool   close = line.value < 1 && tenth * line.value > rest / 2;
    return close && !changed(one, line.name, 1 + rest);
}

std::optional<step> step_of(const organisation& one, const parameter_line& line, bool up)
{
    const double sign = up ? 1 : -1;
    const auto   make = [&](change by, double after) -> std::optional<step> {
        if (after == line.value) return std::nullopt; // zero
        if (auto other = changed(one, line.name, after)) return step{by, after, *std::move(other)};
        return std::nullopt;
    };
    if (is_count(line.name))
        return make(up ? change::one_more : change::one_less, line.value + sign);
    if (is_near_1(one, line))
        return make(up ? change::nearer_to_1 : change::farther_from_1,
                    line.value + sign * tenth * (1 - line.value));
    return make(up ? change::more : change::less, line.value * (1 + sign * tenth));
}

/// Whether it would be outside what may be chosen for it.
bool leaves_range(const scenario& plan, const organisation& one, const std::string& parameter,
                  double to)
{
    const auto* range = plan.range_for(one.which, parameter);
    return range != nullptr && !(range->low <= to && to <= range->high);
}

/// The change that is worth reporting, and its run: the plainly better one, else the one that ends with more
/// customers.
std::optional<std::pair<step, gist>> better_step(const scenario& plan, const organisation& one,
                                                 const parameter_line& line)
{
    std::optional<std::pair<step, gist>> best;
    const int                            better = better_direction(line.name);
    for (const bool up : {true, false}) {
        if (best && better != 0) break;
        auto made = step_of(one, line, better == 0 ? up : up == (better > 0));
        if (!made || leaves_range(plan, one, line.name, made->after)) continue;
        const auto then = gist_of(plan, made->made);
        if (then.complete && (!best || then.customers > best->second.customers))
            best.emplace(*std::move(made), then);
    }
    return best;
}

effect effect_of(const orgscale::ranked_levers<>& all, const lever& one)
{
    for (const auto& exact : all.by_effect)
        if (exact.name == one.name)
            return {exact.slope, exact.elasticity,
                    exact.slope ? std::optional{*exact.slope * (one.after - one.before)}
                                : std::nullopt};
    return {};
}

} // namespace

levers find_levers(const scenario& plan, const organisation& made)
{
    const auto lines = parameters_of(made);
    levers     found{.usual                  = gist_of(plan, made),
                     .horizon                = plan.time.horizon,
                     .sales_follow_headcount = std::any_of(lines.begin(), lines.end(),
                                                           [](const parameter_line& line) {
                                                           return line.name == "sales_per_person" &&
                                                                  line.value > 0;
                                                       }),
                     .newcomers_learn        = made.run_by.workforce != operations{}.workforce,
                     .ranked                 = {}};
    if (!found.usual.complete) return found;

    const auto exact = slopes_of(made, plan.now, plan.time.horizon);
    std::vector<std::optional<std::pair<step, gist>>> steps(lines.size());
    side_by_side(lines.size(), "levers", [&](std::size_t n) {
        if (std::isfinite(lines[n].value)) steps[n] = better_step(plan, made, lines[n]);
    });
    for (std::size_t n = 0; n < lines.size(); ++n) {
        const auto& line   = lines[n];
        const auto& better = steps[n];
        if (!better) continue;
        lever one{.name      = line.name,
                  .unit      = line.unit,
                  .meaning   = line.meaning,
                  .before    = line.value,
                  .after     = better->first.after,
                  .by        = better->first.by,
                  .wall      = {},
                  .customers = {},
                  .rerun     = better->second};
        one.wall      = effect_of(exact.wall, one);
        one.customers = effect_of(exact.customers, one);
        found.ranked.push_back(std::move(one));
    }
    std::stable_sort(found.ranked.begin(), found.ranked.end(), [&](const auto& a, const auto& b) {
        return std::abs(found.customers_change(a).value_or(0)) >
               std::abs(found.customers_change(b).value_or(0));
    });
    return found;
}

} // namespace program
