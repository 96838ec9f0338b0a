#include "levers.hpp"

#include <algorithm>
#include <cmath>

#include <orgscale/core/parameter_error.hpp>

#include "slopes.hpp"

namespace plan {

namespace {

constexpr double step        = 0.1;
constexpr double least_share = 1e-3; ///< of the customers: less is no lever
constexpr double least_move  = 1e-3; ///< of the horizon: a smaller move of a wall is none
constexpr double in_doubt    = 0.15; ///< of a move: what a reader would call something else

std::optional<composition> changed(const composition& model, const std::string& which, double to)
{
    try {
        return model.with(
            [&](const std::string& name, double value) { return name == which ? to : value; });
    } catch (const orgscale::parameter_error&) {
        return std::nullopt; // outside the parameter's domain
    }
}

struct changed_by_ten_percent {
    change      by;
    double      after;
    composition model;
};

/// Whether ten percent more of a share would take more than half of what is missing to 1.
bool is_near_1(const composition& model, const parameter_line& line)
{
    const double rest  = 1 - line.value;
    const bool   close = line.value < 1 && step * line.value > rest / 2;
    return close && !changed(model, line.name, 1 + rest);
}

std::optional<changed_by_ten_percent> change_of(const composition& model, const parameter_line& line)
{
    for (const auto by : {change::more, change::nearer_to_1, change::less}) {
        if ((by == change::more && is_near_1(model, line)) ||
            (by == change::nearer_to_1 && !(line.value < 1)))
            continue;
        const double after = by == change::more   ? line.value * (1 + step)
                             : by == change::less ? line.value * (1 - step)
                                                  : line.value + step * (1 - line.value);
        if (after == line.value) return std::nullopt; // zero
        if (auto other = changed(model, line.name, after))
            return changed_by_ten_percent{by, after, *std::move(other)};
    }
    return std::nullopt;
}

effect effect_of(const orgscale::ranked_levers<>& all, const composition& model, const lever& one)
{
    const auto name = model.full_name(one.name);
    for (const auto& exact : all.by_effect)
        if (exact.name == name)
            return {exact.slope, exact.elasticity,
                    exact.slope ? std::optional{*exact.slope * (one.after - one.before)}
                                : std::nullopt};
    return {};
}

double size_of(const std::optional<double>& move) { return move ? std::abs(*move) : -1; }

} // namespace

bool levers::differentiable() const
{
    return std::any_of(ranked.begin(), ranked.end(),
                       [&](const lever& one) { return on(one).slope.has_value(); });
}

std::optional<double> levers::wall_moves_again(const lever& one) const
{
    if (!usual.wall || !one.again || !one.again->wall) return std::nullopt;
    return *one.again->wall - *usual.wall;
}

std::optional<double> levers::customers_change_again(const lever& one) const
{
    if (!one.again || !(usual.customers > 0)) return std::nullopt;
    return one.again->customers / usual.customers - 1;
}

std::optional<double> levers::customers_change(const lever& one) const
{
    if (!one.customers.move || !(usual.customers > 0)) return std::nullopt;
    return *one.customers.move / usual.customers;
}

bool levers::differs_again(const lever& one, const time_scale& time) const
{
    if (!one.again) return false;
    const auto differs = [](const std::optional<double>& first, const std::optional<double>& again,
                            double least) {
        if (!first || !again) return first.has_value() != again.has_value();
        return std::abs(*again - *first) > std::max(least, in_doubt * std::abs(*first));
    };
    if (!by_wall())
        return differs(customers_change(one), customers_change_again(one), 5 * least_share);
    return one.again->limit != usual.limit ||
           differs(one.wall.move, wall_moves_again(one), 5 * least_move * time.horizon);
}

std::vector<lever> levers::of_note(const time_scale& time) const
{
    std::vector<lever> some;
    for (const auto& one : ranked) {
        const double least = by_wall() ? least_move * time.horizon : least_share;
        const auto   move  = by_wall() ? one.wall.move : customers_change(one);
        const bool   moves = size_of(move) > least;
        if (moves || differs_again(one, time)) some.push_back(one);
    }
    return some;
}

levers find_levers(const scenario& plan, const composition& model)
{
    levers found{.usual = gist_of(plan, model), .by = ranking::customers_no_wall, .ranked = {}};
    if (!found.usual.complete) return found;

    const auto exact = slopes_of(model, plan.now, plan.time.horizon);
    if (found.usual.wall)
        found.by = !(*found.usual.wall > 0)      ? ranking::customers_wall_at_start
                   : exact.wall.differentiable() ? ranking::wall
                                                 : ranking::customers_wall_without_derivative;

    for (const auto& line : model.parameters()) {
        if (!std::isfinite(line.value)) continue;
        const auto other = change_of(model, line);
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
        one.wall      = effect_of(exact.wall, model, one);
        one.customers = effect_of(exact.customers, model, one);
        if (const auto then = gist_of(plan, other->model); then.complete) one.again = then;
        found.ranked.push_back(std::move(one));
    }
    std::sort(found.ranked.begin(), found.ranked.end(), [&](const auto& a, const auto& b) {
        const double first = size_of(found.on(a).move), second = size_of(found.on(b).move);
        return first > second || (first == second && a.name < b.name);
    });
    return found;
}

} // namespace plan
