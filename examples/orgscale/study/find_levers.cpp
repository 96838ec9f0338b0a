#include "study/find_levers.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
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
    if (which == cash_at_start) {
        if (!(to >= 0)) return std::nullopt;
        auto other        = one;
        other.run_by.cash = to;
        return other;
    }
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

/// A change, and its run.
struct tried {
    step made;
    gist then;
};

/// The plainly better change, or where there is none both; the worse one only if the better isn't possible.
std::vector<tried> tries_of(const scenario& plan, const organisation& one,
                            const parameter_line& line)
{
    std::vector<tried> all;
    const int          better = better_direction(line.name);
    for (const bool up : {true, false}) {
        const bool enough = better != 0 && !all.empty() && all.front().then.complete;
        auto       made   = enough ? std::nullopt
                                   : step_of(one, line, better == 0 ? up : up == (better > 0));
        if (!made || leaves_range(plan, one, line.name, made->after)) continue;
        const auto then = gist_of(plan, made->made);
        all.push_back({*std::move(made), then});
    }
    return all;
}

/// The change that is worth reporting: the plainly better one, else the one that ends with more customers.
const tried* better_of(const std::vector<tried>& all)
{
    const tried* best = nullptr;
    for (const auto& one : all)
        if (one.then.complete && (best == nullptr || one.then.customers > best->then.customers))
            best = &one;
    return best;
}

/// Whether the money lasts longer in one run than in another; where it lasts in both, which has more customers.
bool lasts_longer(const gist& one, const gist& other)
{
    if (one.gone && other.gone) return one.gone->time > other.gone->time;
    if (one.gone || other.gone) return !one.gone;
    return one.customers > other.customers;
}

/// The change with which the money lasts longest, but none that is plainly worse work.
const tried* lasting_of(const std::vector<tried>& all, const parameter_line& line)
{
    const int    better = better_direction(line.name);
    const tried* best   = nullptr;
    for (const auto& one : all) {
        if (better != 0 && (one.made.after > line.value) != (better > 0)) continue;
        if (best == nullptr || lasts_longer(one.then, best->then)) best = &one;
    }
    return best;
}

lever lever_of(const parameter_line& line, const tried& one)
{
    return {.name      = line.name,
            .unit      = line.unit,
            .meaning   = line.meaning,
            .before    = line.value,
            .after     = one.made.after,
            .by        = one.made.by,
            .wall      = {},
            .customers = {},
            .rerun     = one.then};
}

/// About the least cash at the start with which the money lasts: doubled until it does, then halved.
std::optional<double> cash_that_lasts(const scenario& plan, const organisation& one,
                                      const money_gone& usual)
{
    constexpr double most = 1024, close = 1.01;
    const auto       lasts = [&](double cash) {
        const auto then = gist_of(plan, changed(one, cash_at_start, cash).value());
        return then.complete && !then.gone;
    };
    const double least = one.run_by.cash > 0
                             ? one.run_by.cash
                             : std::max(1.0, usual.uncovered * plan.time.horizon / most);
    double       low = least, high = 2 * least;
    while (!lasts(high)) {
        if (high >= most * least) return std::nullopt;
        low = std::exchange(high, 2 * high);
    }
    while (high > close * low) {
        const double middle          = std::sqrt(low * high);
        (lasts(middle) ? high : low) = middle;
    }
    return high;
}

/// Those of the changes tried that put off the end of the money visibly, the longest first.
std::vector<lever> lasting(const levers& found, const std::vector<parameter_line>& lines,
                           const std::vector<std::vector<tried>>& tries)
{
    std::vector<lever> all;
    for (std::size_t n = 0; n < lines.size(); ++n) {
        const auto* best = lasting_of(tries[n], lines[n]);
        if (best == nullptr || is_of_the_market(lines[n].name)) continue;
        if (!best->then.gone && !best->then.complete) continue; // it failed for another reason
        auto one = lever_of(lines[n], *best);
        if (found.lasts_longer(one).value_or(found.horizon) > visible_shift * found.horizon)
            all.push_back(std::move(one));
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const lever& a, const lever& b) { return lasts_longer(a.rerun, b.rerun); });
    return all;
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
    if (!found.usual.complete && !found.usual.gone) return found;

    auto asked = lines;
    if (found.usual.gone)
        asked.push_back({cash_at_start, "", "money", "cash at the start", made.run_by.cash});
    std::vector<std::vector<tried>> tries(asked.size());
    side_by_side(asked.size(), "levers", [&](std::size_t n) {
        if (std::isfinite(asked[n].value)) tries[n] = tries_of(plan, made, asked[n]);
    });
    if (found.usual.gone) {
        found.lasting     = lasting(found, asked, tries);
        found.enough_cash = cash_that_lasts(plan, made, *found.usual.gone);
    }
    if (!found.usual.complete) return found;

    const auto exact = slopes_of(made, plan.now, plan.time.horizon);
    for (std::size_t n = 0; n < lines.size(); ++n) {
        const auto* better = better_of(tries[n]);
        if (better == nullptr) continue;
        auto one      = lever_of(lines[n], *better);
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
