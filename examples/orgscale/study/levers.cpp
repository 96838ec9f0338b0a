#include "study/levers.hpp"

#include <algorithm>
#include <cmath>

namespace program {

namespace {

constexpr double least_share = 1e-3; ///< of the customers: less is no lever
constexpr double least_move  = 1e-3; ///< of the horizon: a smaller move of a wall is none
constexpr double visible     = 0.15; ///< of a move: what a reader would call something else

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
        return std::abs(*again - *first) > std::max(least, visible * std::abs(*first));
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
        const bool   moves = move && std::abs(*move) > least;
        if (moves || differs_again(one, time)) some.push_back(one);
    }
    return some;
}

} // namespace program
