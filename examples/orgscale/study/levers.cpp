#include "study/levers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace program {

namespace {

constexpr double least_share = 1e-3; ///< of the customers: less is no lever

} // namespace

bool is_of_the_market(const std::string& parameter) { return parameter == "potential"; }

int better_direction(const std::string& parameter)
{
    constexpr std::array<std::string_view, 6> more{
        "customers_per_person",       "governance.alignment", "governance.control_retention",
        "governance.span_of_control", "improvement.gain",     "workforce.rookie_productivity"};
    constexpr std::array<std::string_view, 8> less{"attrition",
                                                   "churn",
                                                   "hiring_time",
                                                   "onboarding_time",
                                                   "governance.peers",
                                                   "governance.time_per_peer",
                                                   "workforce.assimilation_time",
                                                   "workforce.mentoring"};
    if (std::find(more.begin(), more.end(), parameter) != more.end()) return 1;
    return std::find(less.begin(), less.end(), parameter) != less.end() ? -1 : 0;
}

std::optional<double> levers::wall_moves(const lever& one) const
{
    if (!usual.wall || !one.rerun.wall) return std::nullopt;
    return *one.rerun.wall - *usual.wall;
}

std::optional<double> levers::lasts_longer(const lever& one) const
{
    if (!usual.gone || !one.rerun.gone) return std::nullopt;
    return one.rerun.gone->time - usual.gone->time;
}

std::optional<double> levers::customers_change(const lever& one) const
{
    if (!(usual.customers > 0)) return std::nullopt;
    return one.rerun.customers / usual.customers - 1;
}

std::optional<double> levers::customers_by_slope(const lever& one) const
{
    if (!one.customers.move || !(usual.customers > 0)) return std::nullopt;
    return *one.customers.move / usual.customers;
}

bool levers::slope_misleads(const lever& one) const
{
    const auto whole = customers_change(one), slope = customers_by_slope(one);
    if (!whole || !slope) return false;
    const double larger = std::max(std::abs(*whole), std::abs(*slope));
    return larger > least_share && std::abs(*whole - *slope) > larger / 2;
}

std::vector<lever> levers::of_note() const
{
    std::vector<lever> some;
    for (const auto& one : ranked) {
        const bool wall = one.rerun.wall.has_value() != usual.wall.has_value() ||
                          std::abs(wall_moves(one).value_or(0)) > visible_shift * horizon;
        if (wall || std::abs(customers_change(one).value_or(0)) > least_share) some.push_back(one);
    }
    return some;
}

const lever* levers::best() const
{
    const lever* most = nullptr;
    for (const auto& one : ranked) {
        const double gain = customers_change(one).value_or(0);
        if (!is_of_the_market(one.name) && helps(one) && gain > least_share &&
            (most == nullptr || gain > *customers_change(*most)))
            most = &one;
    }
    return most;
}

const lever* levers::soonest() const
{
    const lever* best = nullptr;
    for (const auto& one : ranked) {
        const int  better = better_direction(one.name);
        const bool worse  = better != 0 && (one.after > one.before) != (better > 0);
        const bool sooner = one.rerun.target &&
                            *one.rerun.target <
                                usual.target.value_or(2 * horizon) - visible_shift * horizon;
        if (sooner && !worse && !is_of_the_market(one.name) &&
            (best == nullptr || *one.rerun.target < *best->rerun.target))
            best = &one;
    }
    return best;
}

bool levers::helps(const lever& one) const
{
    const int better = better_direction(one.name);
    if (better != 0 && (one.after > one.before) != (better > 0)) return false;
    const double more = customers_change(one).value_or(0);
    const bool   wall = (usual.wall && !one.rerun.wall) ||
                      wall_moves(one).value_or(0) > visible_shift * horizon;
    return more > least_share || (wall && more > -least_share);
}

bool levers::loses_sellers(const lever& one) const
{
    const bool hires_later = one.name == "hiring_time" || one.name == "onboarding_time";
    if (newcomers_learn && hires_later) return false; // what it lacks is experience
    return sales_follow_headcount && better_direction(one.name) != 0 &&
           customers_change(one).value_or(0) < -least_share && one.rerun.people < usual.people;
}

} // namespace program
