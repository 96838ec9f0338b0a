#include "study/find_levers.hpp"

#include <algorithm>
#include <cmath>

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

struct changed_by_ten_percent {
    change       by;
    double       after;
    organisation made;
};

/// Whether ten percent more of a share would take more than half of what is missing to 1.
bool is_near_1(const organisation& one, const parameter_line& line)
{
    const double rest  = 1 - line.value;
    const bool   close = line.value < 1 && tenth * line.value > rest / 2;
    return close && !changed(one, line.name, 1 + rest);
}

std::optional<changed_by_ten_percent> change_of(const organisation& one, const parameter_line& line)
{
    for (const auto by : {change::more, change::nearer_to_1, change::less}) {
        if ((by == change::more && is_near_1(one, line)) ||
            (by == change::nearer_to_1 && !(line.value < 1)))
            continue;
        const double after = by == change::more   ? line.value * (1 + tenth)
                             : by == change::less ? line.value * (1 - tenth)
                                                  : line.value + tenth * (1 - line.value);
        if (after == line.value) return std::nullopt; // zero
        if (auto other = changed(one, line.name, after))
            return changed_by_ten_percent{by, after, *std::move(other)};
    }
    return std::nullopt;
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

/// How much it does; less than nothing where there is no derivative.
double size_of(const std::optional<double>& move) { return move ? std::abs(*move) : -1; }

} // namespace

levers find_levers(const scenario& plan, const organisation& made)
{
    levers found{.usual = gist_of(plan, made), .by = ranking::customers_no_wall, .ranked = {}};
    if (!found.usual.complete) return found;

    const auto exact = slopes_of(made, plan.now, plan.time.horizon);
    if (found.usual.wall)
        found.by = !(*found.usual.wall > 0)      ? ranking::customers_wall_at_start
                   : exact.wall.differentiable() ? ranking::wall
                                                 : ranking::customers_wall_without_derivative;

    std::vector<organisation> others;
    for (const auto& line : parameters_of(made)) {
        if (!std::isfinite(line.value)) continue;
        const auto other = change_of(made, line);
        if (!other) continue;
        lever one{.name      = line.name,
                  .unit      = line.unit,
                  .meaning   = line.meaning,
                  .before    = line.value,
                  .after     = other->after,
                  .by        = other->by,
                  .wall      = {},
                  .customers = {},
                  .again     = {}};
        one.wall      = effect_of(exact.wall, one);
        one.customers = effect_of(exact.customers, one);
        found.ranked.push_back(std::move(one));
        others.push_back(other->made);
    }
    side_by_side(others.size(), "levers", [&](std::size_t n) {
        if (const auto then = gist_of(plan, others[n]); then.complete) found.ranked[n].again = then;
    });
    std::sort(found.ranked.begin(), found.ranked.end(), [&](const auto& a, const auto& b) {
        const double first = size_of(found.on(a).move), second = size_of(found.on(b).move);
        return first > second || (first == second && a.name < b.name);
    });
    return found;
}

} // namespace program
