#pragma once

#include <optional>
#include <string>
#include <vector>

#include "format/time_scale.hpp"
#include "study/outcome.hpp"

namespace program {

/// Which way a parameter is changed.
enum class change {
    more,        ///< by ten percent
    nearer_to_1, ///< a share near 1: by ten percent of what is missing to 1
    less         ///< by ten percent, where neither can be had
};

/// What a parameter does to an answer: exact for small changes, by derivatives.
struct effect {
    std::optional<double> slope;      ///< of the answer by the parameter; nothing: it has none
    std::optional<double> elasticity; ///< percent of the answer for one percent of the parameter
    std::optional<double> move;       ///< slope times the change
};

/// A parameter changed by ten percent, and what that does.
struct lever {
    std::string         name; ///< full name of the parameter
    std::string         unit;
    std::string         meaning;
    double              before;
    double              after;
    change              by;
    effect              wall;      ///< on its date
    effect              customers; ///< on those at the horizon
    std::optional<gist> again;     ///< a run with the whole change; nothing if it fails
};

/// Which answer is ranked by, and if it isn't the wall, why not.
enum class ranking {
    wall,
    customers_no_wall,
    customers_wall_at_start,          ///< no small change moves it
    customers_wall_without_derivative ///< made by a jump
};

/// The levers of one composition, the strongest first.
struct levers {
    gist               usual; ///< without any change
    ranking            by;
    std::vector<lever> ranked;

    [[nodiscard]] bool          by_wall() const { return by == ranking::wall; }
    [[nodiscard]] const effect& on(const lever& one) const
    {
        return by_wall() ? one.wall : one.customers;
    }

    /// Whether the answer that is ranked by has derivatives at all.
    [[nodiscard]] bool differentiable() const;

    /// Those that do something, by derivative or in a run with the whole change.
    [[nodiscard]] std::vector<lever> of_note(const time_scale& time) const;

    /// How far the wall is moved in the run with the whole change; nothing if it has none then.
    [[nodiscard]] std::optional<double> wall_moves_again(const lever& one) const;

    /// The share by which customers change in that run.
    [[nodiscard]] std::optional<double> customers_change_again(const lever& one) const;

    /// The share by which they change by derivative.
    [[nodiscard]] std::optional<double> customers_change(const lever& one) const;

    /// Whether that run says visibly something else than the derivative.
    [[nodiscard]] bool differs_again(const lever& one, const time_scale& time) const;
};

} // namespace program
