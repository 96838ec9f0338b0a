#include "levers.hpp"

#include <algorithm>
#include <cmath>

#include <orgscale/core/parameter_error.hpp>

#include "outcome.hpp"

namespace plan {

namespace {

constexpr double step      = 0.1;
constexpr double least_won = 1e-3; ///< of the customers: less is no lever
constexpr double least_day = 5e-3; ///< of the horizon: a smaller move of a wall is none

std::optional<composition> changed(const composition& model, const std::string& which, double to)
{
    try {
        return model.with(
            [&](const std::string& name, double value) { return name == which ? to : value; });
    } catch (const orgscale::parameter_error&) {
        return std::nullopt; // outside the parameter's domain
    }
}

} // namespace

levers find_levers(const scenario& plan, const composition& model)
{
    const double horizon = plan.time.horizon;
    const auto   base    = gist_of(plan, model);
    levers       found{base.wall, base.customers, false, {}};
    if (!base.complete) return found;

    const auto wall_of = [&](const auto& one) { return one.wall.value_or(horizon); };
    for (const auto& line : model.parameters()) {
        if (!std::isfinite(line.value)) continue;
        std::optional<lever> best;
        for (const double by : {-step, step}) {
            double after   = line.value * (1 + by);
            bool   of_rest = false;
            auto   other   = changed(model, line.name, after);
            if (!other && by > 0 && line.value < 1) {
                after   = line.value + step * (1 - line.value);
                of_rest = true;
                other   = changed(model, line.name, after);
            }
            if (!other || after == line.value) continue;
            const auto then = gist_of(plan, *other);
            // Less demand would move the wall, too: a lever has to win customers.
            if (!then.complete || !(then.customers > base.customers * (1 + least_won))) continue;
            const lever one{.name        = line.name,
                            .meaning     = line.meaning,
                            .before      = line.value,
                            .after       = after,
                            .of_the_rest = of_rest,
                            .wall        = then.wall,
                            .customers   = then.customers};
            if (!best || wall_of(one) > wall_of(*best)) best = one;
        }
        if (best) found.ranked.push_back(*best);
    }

    const double moves = base.wall.value_or(horizon) + least_day * horizon;
    found.by_wall      = base.wall &&
                    std::any_of(found.ranked.begin(), found.ranked.end(),
                                [&](const lever& one) { return wall_of(one) > moves; });
    std::sort(found.ranked.begin(), found.ranked.end(), [&](const lever& one, const lever& other) {
        if (found.by_wall && wall_of(one) != wall_of(other)) return wall_of(one) > wall_of(other);
        if (one.customers != other.customers) return one.customers > other.customers;
        return one.name < other.name;
    });
    if (found.by_wall)
        std::erase_if(found.ranked, [&](const lever& one) { return !(wall_of(one) > moves); });
    return found;
}

} // namespace plan
