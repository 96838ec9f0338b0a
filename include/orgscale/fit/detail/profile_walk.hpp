#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <orgscale/fit/profile_result.hpp>

namespace orgscale::detail {

/// Follows a profile from its minimum to both sides.
///
/// `rise_at(v, near)` returns the point at v, fitted from the estimates `near`.
class profile_walk {
public:
    using rise_type = std::function<profile_result::point(double, const std::vector<double>&)>;

    /// An end is found where the square root of the rise is off by this share of the threshold's.
    profile_walk(rise_type rise_at, profile_result& result, double low, double high, bool proved,
                 double share)
        : rise_at_{std::move(rise_at)}, result_{result}, low_{low}, high_{high}, proved_{proved},
          share_{share}
    {}

    /// Walks from the estimate; the first step is about half an interval.
    void run(const std::vector<double>& estimates, double step,
             const std::optional<double>& low_limit, const std::optional<double>& high_limit)
    {
        const profile_result::point centre{result_.estimate, 0, estimates, {}};
        result_.points   = {centre};
        result_.interval = {};
        walk(-1, centre, step, low_limit, result_.interval.low, result_.low_at_end);
        walk(1, centre, step, high_limit, result_.interval.high, result_.high_at_end);
        std::sort(result_.points.begin(), result_.points.end(),
                  [](const profile_result::point& a, const profile_result::point& b) {
                      return a.value < b.value;
                  });
        for (const profile_result::point& point : result_.points)
            if (point.rise <= result_.threshold * (1 + 1e-9))
                for (const std::string& name : point.on_bound)
                    if (std::find(result_.on_bound.begin(), result_.on_bound.end(), name) ==
                        result_.on_bound.end())
                        result_.on_bound.push_back(name);
    }

private:
    void walk(int side, const profile_result::point& centre, double step,
              const std::optional<double>& limit, std::optional<double>& end, bool& at_end)
    {
        if (limit && *limit <= result_.threshold) return; // unbounded: the limit is not excluded
        const double wall = side < 0 ? low_ : high_;
        if (!(side * (wall - centre.value) > 0)) {
            end    = wall;
            at_end = true;
            return;
        }
        profile_result::point inside = centre;
        double                before = 0, shrinking = 0;
        constexpr int         most       = 200;
        int                   approaches = 0;
        for (int k = 0; k < most; ++k) {
            double next = inside.value + side * step;
            bool   last = false;
            // The range ends first: try its end, then approach it.
            if (side * (wall - next) <= 0) {
                last               = approaches == 0;
                next               = last ? wall : wall - (wall - inside.value) / 8;
                const double left  = std::abs(wall - inside.value);
                const double whole = std::abs(wall - result_.estimate);
                if (++approaches > 40 || (proved_ && left < 1e-6 * whole)) {
                    end    = wall;
                    at_end = true;
                    return;
                }
            }
            profile_result::point point = rise_at_(next, inside.estimates);
            // The end itself is outside the range.
            if (last && !(point.rise < std::numeric_limits<double>::infinity())) continue;
            result_.points.push_back(point);
            if (!(point.rise < result_.threshold)) {
                end = root(inside, std::move(point));
                return;
            }
            if (last) {
                end    = wall;
                at_end = true;
                return;
            }
            // Far beyond the parameter's scale, where the rise that remains halves with each doubling.
            const double gain    = point.rise - before;
            const double distant = std::abs(next - centre.value) /
                                   (std::abs(centre.value) + first_step(step, k));
            shrinking = distant > 30 && 4 * std::abs(gain) < result_.threshold - point.rise
                            ? shrinking + 1
                            : 0;
            if (!limit && shrinking >= 4) return; // unbounded
            before = point.rise;
            inside = std::move(point);
            step *= 2;
        }
        result_.complete = false;
    }

    [[nodiscard]] static double first_step(double step, int doublings)
    {
        return std::ldexp(step, -doublings);
    }

    /// Where the profile crosses the threshold: the square root of its rise is nearly linear.
    [[nodiscard]] double root(profile_result::point inside, profile_result::point outside)
    {
        const double goal = std::sqrt(result_.threshold);
        const auto   off  = [&](const profile_result::point& point) {
            return std::sqrt((std::max)(point.rise, 0.0)) - goal;
        };
        double inner = off(inside), outer = off(outside);
        for (int k = 0; k < 80; ++k) {
            const double width = std::abs(outside.value - inside.value);
            if (width <= 1e-12 * (std::abs(inside.value) + std::abs(outside.value))) break;
            // Secants, with a bisection every third time and where an end has no finite rise.
            double share = outer < std::numeric_limits<double>::infinity() && k % 3 != 2
                               ? inner / (inner - outer)
                               : 0.5;
            share        = std::clamp(share, 1e-3, 1 - 1e-3);
            if (k % 3 != 2 && std::abs(last_) < 1e-4)
                share = std::clamp(inner / (inner - outer), 1e-9, 1 - 1e-9);
            profile_result::point middle =
                rise_at_(inside.value + share * (outside.value - inside.value), inside.estimates);
            const double here = off(middle);
            result_.points.push_back(middle);
            last_ = here / goal;
            if (std::abs(here) <= share_ * goal) return middle.value;
            if (here < 0) {
                inside = std::move(middle);
                inner  = here;
            } else {
                outside = std::move(middle);
                outer   = here;
            }
        }
        last_ = 1;
        return inside.value +
               (outside.value - inside.value) * (outer < 1e300 ? inner / (inner - outer) : 0.5);
    }

    rise_type       rise_at_;
    profile_result& result_;
    double          low_, high_;
    bool            proved_; ///< the fit converged
    double          share_;
    double          last_ = 1;
};

} // namespace orgscale::detail
