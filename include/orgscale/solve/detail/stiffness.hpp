#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <orgscale/solve/detail/error_norm.hpp>
#include <orgscale/solve/detail/runge_kutta.hpp>

namespace orgscale::detail {

/// The difference of the rows of a method's twin stages.
template <class Method>
struct twin_rows {
    static constexpr auto weights = [] {
        auto difference = Method::a[Method::twins[1]];
        for (std::size_t j = 0; j < difference.size(); ++j)
            difference[j] -= Method::a[Method::twins[0]][j];
        return difference;
    }();
};

/// Whether steps are bounded by stability rather than by their error, in a row of steps.
///
/// For an explicit method the dominating eigenvalue λ is estimated from two stages at one time [1]:
///
///     |λ| = |f(X_2) - f(X_1)| / |X_2 - X_1|
///
/// Ten steps at 0.7 of the method's stability bound, hardly interrupted, make the equations stiff. Steps
/// cut short again and again by changes of what binds count too, if their error left room: an explicit
/// method trembles about a limit on which a stiff solution comes to rest. At tight tolerances the errors of
/// inner stages, of order 1 or 2, bound the steps long before stability does. There, eight steps that are smooth
/// together make the equations stiff, if some two hundred such steps are to go.
///
/// An implicit step costs as much as four or five explicit ones, so it no longer pays where steps stay below
/// 4.5 times those at the change, and below 10 / |λ|. After a change that never paid, the next must wait four
/// times as long.
///
/// [1] Hairer, E., Wanner, G. (1996). Solving Ordinary Differential Equations II. Springer, section IV.2.
///     doi:10.1007/978-3-642-05221-7
class stiffness {
public:
    /// Whether it is time to look at all: a short run isn't worth a change of method.
    [[nodiscard]] bool looks() { return ++steps_ > patience_; }

    /// Whether so many explicit steps to go are worth a change for a smooth stretch.
    [[nodiscard]] static bool is_long(double steps) { return steps > least_to_go; }

    /// After eight explicit steps that one polynomial spans (see smooth_stretch.hpp): whether to change to the
    /// implicit method. Not after a change that never paid, until it is time to look again.
    [[nodiscard]] bool begins_smoothly(double width_times_eigenvalue)
    {
        if (patience_ > least_patience && steps_ <= patience_) return false;
        if (!(width_times_eigenvalue > least_smooth)) return false;
        const double costs = implicit_cost * width_times_eigenvalue;
        pays_              = costs < most_pays ? costs : most_pays;
        return true;
    }

    /// Whether an error, in units of the tolerance, left room for a longer step.
    [[nodiscard]] static bool is_idle(double error) { return error < 0.01; }

    /// After an explicit step: whether to change to the implicit method.
    [[nodiscard]] bool begins(bool is_bounded, double error)
    {
        if (is_bounded) return ++bounded_ >= most_bounded;
        if (!is_idle(error) && ++free_ >= most_free) bounded_ = free_ = 0;
        return false;
    }

    /// After an implicit step of width h: whether to change back.
    [[nodiscard]] bool ends(double width_times_eigenvalue)
    {
        if (!(width_times_eigenvalue < pays_)) {
            idle_ = 0;
            paid_ = paid_ || width_times_eigenvalue >= 5 * pays_;
            return false;
        }
        return ++idle_ >= most_idle;
    }

    /// The method has changed.
    void change(bool to_implicit)
    {
        bounded_ = free_ = idle_ = 0;
        steps_                   = 0;
        if (!to_implicit) {
            patience_ = paid_ ? least_patience : 4 * patience_;
            pays_     = most_pays;
        }
        paid_ = false;
    }

private:
    static constexpr int    most_bounded = 10, most_free = 4, most_idle = 10;
    static constexpr double most_pays     = 10;
    static constexpr double implicit_cost = 4.5; ///< of a step, in explicit ones
    static constexpr double least_to_go =
        200; ///< where rates are cheap, the algebra costs more than they do
    static constexpr double least_smooth = 0.25; ///< width times eigenvalue: below, nothing is stiff

    static constexpr std::int64_t least_patience = 50;

    std::int64_t patience_ = least_patience;
    std::int64_t steps_    = 0;
    double       pays_     = most_pays;
    int          bounded_ = 0, free_ = 0, idle_ = 0;
    bool         paid_ = false;
};

/// The width of a step times the dominating eigenvalue, from the twin stages of an explicit method.
template <class Method, real Real, std::size_t N, std::size_t Stages>
[[nodiscard]] double width_times_eigenvalue(const std::array<std::array<Real, N>, Stages>& k,
                                            const std::array<Real, N>& x, const error_norm& norm)
{
    const std::array<Real, N> states = weighted<twin_rows<Method>>(k);
    std::array<Real, N>       slopes = k[Method::twins[1]];
    for (std::size_t n = 0; n < N; ++n) slopes[n] = slopes[n] - k[Method::twins[0]][n];
    const double apart = norm.size(states, x);
    return apart > 0 ? norm.size(slopes, x) / apart : 0;
}

} // namespace orgscale::detail
