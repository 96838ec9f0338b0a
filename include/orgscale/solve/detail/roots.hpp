#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <tuple>
#include <utility>

#include <boost/math/policies/policy.hpp>
#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/toms748_solve.hpp>

#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/solve/events.hpp>

/// Finds every zero of a function of time that is smooth between two times.
namespace orgscale::detail {

/// A root finder that never throws: its errors cannot occur where it is called.
using quiet = boost::math::policies::policy<
    boost::math::policies::domain_error<boost::math::policies::errno_on_error>,
    boost::math::policies::evaluation_error<boost::math::policies::errno_on_error>>;

template <real Real>
[[nodiscard]] constexpr int sign_of(const Real& x)
{
    return x > 0 ? 1 : x < 0 ? -1 : 0;
}

/// A function on an interval (begin, end], searched in a few cells.
///
/// Each cell has the signs and slopes at both ends. A change of sign is a crossing. Slopes towards zero
/// and away from it mean an extremum, which is located: beyond zero it means two crossings, within
/// `error_bound` of zero a touch, otherwise none. A cell with a change of sign but a slope that
/// contradicts a single crossing is halved, to a limited depth. Missed is therefore only a function that
/// turns twice within a cell, a quarter of a step.
template <class Function, class ErrorBound, real Real>
class root_search {
public:
    /// `error_bound(time)` is the size below which the function counts as zero.
    root_search(const Function& function, const ErrorBound& error_bound, const Real& begin,
                const Real& end)
        : function_{function}, error_bound_{error_bound}, begin_{begin}, end_{end},
          nearby_{(end - begin) / 4096}
    {
        if (!(begin + nearby_ > begin)) nearby_ = end - begin;
    }

    /// Calls `found(time, crossing, sign before)` for each zero after the beginning, in order.
    ///
    /// `leaves_zero` says that the function is zero at the beginning, up to an error of `rounding`.
    template <class Found>
    void from(const Real& begin, bool leaves_zero, Found&& found,
              const Real& rounding = Real(0)) const
    {
        sample left = at(begin);
        if (leaves_zero || left.sign == 0) left = departed(begin, rounding);
        for (int cell = 1; cell <= cells; ++cell) {
            const Real time = cell == cells ? end_ : begin + (end_ - begin) * Real(cell) / cells;
            if (!(left.time < time)) continue; // it leaves zero only later
            sample right = at(time);
            if (is_nan(left.value) != is_nan(right.value)) {
                // Up to where it is a number, or from there on.
                const sample edge = edge_between(left, right);
                if (is_nan(right.value)) {
                    search(left, edge, 8, found);
                } else {
                    search(edge, right, 8, found);
                    left = edge;
                }
            } else {
                search(left, right, 8, found);
            }
            if (right.sign == 0) right.sign = after(right, left.sign);
            left = right;
        }
    }

    /// Whether it rises (1) or falls (-1) there; at the end, just before it.
    [[nodiscard]] int slope_sign(const Real& time) const { return sign_of(at(time).slope); }

private:
    static constexpr int cells = 4;

    struct sample {
        Real time;
        Real value;
        int  sign;
        Real slope; ///< forward difference over `nearby`; backward at the end
    };

    [[nodiscard]] sample at(const Real& time) const
    {
        const Real value = function_(time);
        if (time + nearby_ <= end_)
            return {time, value, sign_of(value), Real(function_(time + nearby_) - value)};
        return {time, value, sign_of(value), Real(value - function_(earlier(time)))};
    }

    [[nodiscard]] Real earlier(const Real& time) const
    {
        return greatest(Real(time - nearby_), begin_);
    }

    [[nodiscard]] static bool is_nan(const Real& x) { return !(x <= 0) && !(x >= 0); }

    /// The outermost time at which it is a number, of two times at one of which it is.
    [[nodiscard]] sample edge_between(const sample& left, const sample& right) const
    {
        const bool left_is = is_nan(left.value);
        Real       before  = left.time;
        Real       after   = right.time;
        for (int halving = 0; halving < 60; ++halving) {
            const Real half = before + (after - before) / 2;
            if (!(before < half && half < after)) break;
            (is_nan(function_(half)) == left_is ? before : after) = half;
        }
        return at(left_is ? after : before);
    }

    /// The first time, of two, from which it is zero.
    [[nodiscard]] Real start_of_zero(const Real& left, const Real& right) const
    {
        Real before = left;
        Real zero   = right;
        for (Real half = before + (zero - before) / 2; before < half && half < zero;
             half      = before + (zero - before) / 2)
            (sign_of(function_(half)) == 0 ? zero : before) = half;
        return zero;
    }

    /// Where it has first left a zero at the beginning by more than rounding, which grows with the
    /// time that has passed.
    [[nodiscard]] sample departed(const Real& begin, const Real& rounding) const
    {
        using std::abs;
        Real largest(0);
        for (int cell = 1; cell <= cells; ++cell) {
            const Real value = function_(begin + (end_ - begin) * Real(cell) / cells);
            if (largest < abs(value)) largest = abs(value);
        }
        const Real per_time = 256 * std::numeric_limits<Real>::epsilon() * largest / (end_ - begin);
        for (Real away = (end_ - begin) / Real(1e12); away > 0 && away < end_ - begin;
             away      = away * 8)
            if (abs(function_(begin + away)) > greatest(Real(per_time * away), rounding))
                return at(begin + away);
        return at(begin);
    }

    /// The sign just after an exact zero: that of the slope, if not at the end.
    [[nodiscard]] int after(const sample& zero, int before) const
    {
        if (zero.time + nearby_ <= end_) return sign_of(zero.slope);
        return -before;
    }

    template <class Found>
    void search(const sample& left, const sample& right, int depth, Found& found) const
    {
        if (left.sign == 0) return; // zero throughout, reported when it was entered
        if (right.sign == 0) {
            if (is_nan(right.value)) return;
            if (sign_of(function_(earlier(right.time))) == 0 && left.time < earlier(right.time)) {
                found(start_of_zero(left.time, right.time), kind_of(left.sign), left.sign);
            } else {
                found(right.time, kind_at(right, left.sign), left.sign);
            }
            return;
        }
        if (left.sign != right.sign) {
            const bool single = sign_of(left.slope) == right.sign &&
                                sign_of(right.slope) == right.sign;
            if (single || depth == 0) {
                found(zero_between(left, right), kind_of(left.sign), left.sign);
            } else {
                halve(left, right, depth, found);
            }
            return;
        }
        const bool turns = sign_of(left.slope) == -left.sign && sign_of(right.slope) == left.sign;
        if (!turns) return;

        auto [time, distance] = extremum(left, right);
        if (distance > error_bound_(time) &&
            distance * 1000 <
                least(Real(left.value * Real(left.sign)), Real(right.value * Real(left.sign))))
            std::tie(time, distance) = sharp_extremum(left, right, time);
        if (distance <= error_bound_(time) && distance >= -error_bound_(time)) {
            found(time, crossing::touching, left.sign);
        } else if (distance < 0) {
            const sample turn{time, Real(distance * Real(left.sign)), -left.sign, Real(0)};
            found(zero_between(left, turn), kind_of(left.sign), left.sign);
            found(zero_between(turn, right), kind_of(-left.sign), -left.sign);
        }
    }

    template <class Found>
    void halve(const sample& left, const sample& right, int depth, Found& found) const
    {
        sample middle = at(left.time + (right.time - left.time) / 2);
        search(left, middle, depth - 1, found);
        if (middle.sign == 0) middle.sign = after(middle, left.sign);
        search(middle, right, depth - 1, found);
    }

    [[nodiscard]] static crossing kind_of(int sign_before)
    {
        return sign_before < 0 ? crossing::rising : crossing::falling;
    }

    /// At an exact zero: a touch if the sign does not change. At the end of the interval, where the sign
    /// beyond is unknown, a touch if it is approached quadratically.
    [[nodiscard]] crossing kind_at(const sample& zero, int sign_before) const
    {
        using std::abs;
        if (zero.time + nearby_ <= end_ && sign_of(zero.slope) != 0)
            return sign_of(zero.slope) == sign_before ? crossing::touching : kind_of(sign_before);
        const Real before = earlier(zero.time);
        return abs(function_(earlier(before))) > 3 * abs(function_(before)) ? crossing::touching
                                                                            : kind_of(sign_before);
    }

    /// The zero between two times with opposite signs, to rounding.
    [[nodiscard]] Real zero_between(const sample& left, const sample& right) const
    {
        using std::abs;
        std::uintmax_t most       = 200;
        const auto     last_digit = [](const Real& a, const Real& b) {
            return !(b - a > 2 * std::numeric_limits<Real>::epsilon() * (abs(a) + abs(b)) / 2);
        };
        const auto [low, high] = boost::math::tools::toms748_solve(
            function_, left.time, right.time, left.value, right.value, last_digit, most, quiet{});
        if (!(left.time <= low && high <= right.time)) { // an infinite value: bisect
            Real before = left.time;
            Real after  = right.time;
            for (Real half = before + (after - before) / 2; before < half && half < after;
                 half      = before + (after - before) / 2)
                (sign_of(function_(half)) == left.sign ? before : after) = half;
            return after;
        }
        return abs(function_(low)) < abs(function_(high)) ? low : high;
    }

    /// Where it comes nearest to zero, and how near; negative if beyond it.
    [[nodiscard]] std::pair<Real, Real> extremum(const sample& left, const sample& right) const
    {
        std::uintmax_t most = 100;
        return boost::math::tools::brent_find_minima(
            [&](const Real& time) { return Real(Real(left.sign) * function_(time)); }, left.time,
            right.time, std::numeric_limits<Real>::digits / 2, most);
    }

    /// The same to the last digit, around where it was found to half of them: a corner, or a touch flatter
    /// than a parabola. By golden sections.
    [[nodiscard]] std::pair<Real, Real> sharp_extremum(const sample& left, const sample& right,
                                                       const Real& guess) const
    {
        using std::abs;
        const auto value = [&](const Real& time) { return Real(Real(left.sign) * function_(time)); };
        const Real golden = Real(0.6180339887498949);
        const Real around = (right.time - left.time) / 1000;
        Real       low    = greatest(Real(guess - around), left.time);
        Real       high   = least(Real(guess + around), right.time);
        Real       inner = high - golden * (high - low), outer = low + golden * (high - low);
        Real       at_inner = value(inner), at_outer = value(outer);
        for (int section = 0; section < 200 && low < inner && inner < outer && outer < high;
             ++section) {
            if (at_inner < at_outer) {
                high     = outer;
                outer    = inner;
                at_outer = at_inner;
                inner    = high - golden * (high - low);
                at_inner = value(inner);
            } else {
                low      = inner;
                inner    = outer;
                at_inner = at_outer;
                outer    = low + golden * (high - low);
                at_outer = value(outer);
            }
        }
        return at_inner < at_outer ? std::pair{inner, at_inner} : std::pair{outer, at_outer};
    }

    const Function&   function_;
    const ErrorBound& error_bound_;
    Real              begin_;
    Real              end_;
    Real              nearby_;
};

} // namespace orgscale::detail
