#pragma once

#include <optional>
#include <string>
#include <vector>

#include "study/outcome.hpp"

namespace program {

/// Of the horizon: a date that moves by less is as good as unmoved.
inline constexpr double visible_shift = 5e-3;

/// How a parameter is changed: by ten percent, a share near 1 by a tenth of its distance from 1, a count of
/// things by one of them.
enum class change { more, less, nearer_to_1, farther_from_1, one_more, one_less };

/// The derivative of an answer by a parameter: exact for small changes.
struct effect {
    std::optional<double> slope;      ///< nothing: it has none
    std::optional<double> elasticity; ///< percent of the answer for one percent of the parameter
    std::optional<double> move;       ///< slope times the change
};

/// A parameter changed, and what that does.
struct lever {
    std::string name; ///< full name of the parameter
    std::string unit;
    std::string meaning;
    double      before;
    double      after;
    change      by;
    effect      wall;      ///< on its date
    effect      customers; ///< on those at the horizon
    gist        rerun;     ///< the run with the whole change
};

/// The levers of one composition, ranked by what the whole change does to its customers at the horizon.
struct levers {
    gist               usual; ///< without any change
    double             horizon;
    bool               sales_follow_headcount; ///< whether people sell
    bool               newcomers_learn; ///< so that who hires later has fewer experienced people
    std::vector<lever> ranked;

    /// Where the money runs out: the changes that put that off, the longest first. One that keeps the money until
    /// the horizon comes before all that don't.
    std::vector<lever> lasting{};

    /// About the least cash at the start with which the money lasts until the horizon; nothing where a thousand
    /// times the usual isn't enough, or the money lasts anyway.
    std::optional<double> enough_cash{};

    /// The change that brings the target forward most; nothing if none does visibly, or it has none.
    [[nodiscard]] const lever* soonest() const;

    /// By how much longer the money lasts in the run with the whole change; nothing where it doesn't run out.
    [[nodiscard]] std::optional<double> lasts_longer(const lever& one) const;

    /// The share by which customers change in the run with the whole change; nothing where there are none
    /// without it.
    [[nodiscard]] std::optional<double> customers_change(const lever& one) const;

    /// The share by which they would if the slope held for the whole change.
    [[nodiscard]] std::optional<double> customers_by_slope(const lever& one) const;

    /// How far the wall is moved in the run with the whole change; nothing unless there is one in both.
    [[nodiscard]] std::optional<double> wall_moves(const lever& one) const;

    /// Whether the slope says the opposite of that run, or differs from it by more than half of the larger.
    [[nodiscard]] bool slope_misleads(const lever& one) const;

    /// Those that do something that a table shows.
    [[nodiscard]] std::vector<lever> of_note() const;

    /// The change that helps, adds most customers and is the organisation's to make; nothing if none adds any.
    [[nodiscard]] const lever* best() const;

    /// Whether it brings more customers, or as many and puts the wall off, and is no plainly worse work.
    [[nodiscard]] bool helps(const lever& one) const;

    /// Whether it is plainly better and yet loses customers, since it takes fewer people and sales follow
    /// headcount.
    [[nodiscard]] bool loses_sellers(const lever& one) const;
};

/// The cash at the start, which is no parameter of a model.
inline constexpr auto cash_at_start = "budget.cash";

/// Whether it describes the market, which nobody in the organisation can change.
[[nodiscard]] bool is_of_the_market(const std::string& parameter);

/// The direction in which more of a parameter is plainly better (1) or worse (-1) for those who do the work
/// and for their customers; 0 where that depends.
[[nodiscard]] int better_direction(const std::string& parameter);

} // namespace program
