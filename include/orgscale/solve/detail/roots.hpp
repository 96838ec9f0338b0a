#pragma once

// Longer than others: one search, whose parts call each other.

#include <cmath>
#include <limits>
#include <optional>
#include <tuple>

#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/solve/detail/nearest_to_zero.hpp>
#include <orgscale/solve/detail/sign_of.hpp>
#include <orgscale/solve/detail/zero_between.hpp>
#include <orgscale/solve/events.hpp>

/// Finds every zero of a function of time that is smooth between two times.
namespace orgscale::detail {

/// A function on an interval (begin, end], searched in a few cells.
///
/// Each cell has the signs and slopes at both ends. A change of sign is a crossing. Slopes towards zero
/// and away from it mean an extremum, which is located: beyond zero it means two crossings, within
/// `error_bound` of zero a touch, otherwise none. A cell with a change of sign but a slope that
/// contradicts a single crossing is halved, to a limited depth. Missed is therefore only a function that
/// turns twice within a cell, a quarter of a step. Where the function is NaN at an end, in the middle or at a
/// sixteenth of a cell, the parts in which it is a number are searched; at their edges it touches zero if
/// it gets there.
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

    /// Calls `found(time, crossing, sign before)` for each zero after the beginning, in order; returns whether
    /// the function is NaN somewhere.
    ///
    /// `leaves_zero` says that the function is zero at the beginning, up to an error of `rounding`.
    template <class Found>
    bool from(const Real& begin, bool leaves_zero, Found&& found,
              const Real& rounding = Real(0)) const
    {
        sample left = at(begin);
        if (is_nan(left.value) || !(leaves_zero || left.sign == 0)) {
            if (bends_within(begin, Real(begin + nearby_))) left.slope = -left.value;
        } else {
            left = departed(begin, rounding);
        }
        meets_nan_ = false;
        for (int cell = 1; cell <= cells; ++cell) {
            const Real time = cell == cells ? end_ : begin + (end_ - begin) * Real(cell) / cells;
            if (!(left.time < time)) continue; // it leaves zero only later
            sample right = at(time);
            if (cell == cells && bends_within(earlier(end_), end_)) right.slope = right.value;
            search_numbers(left, right, found);
            if (right.sign == 0 && !is_nan(right.value)) right.sign = after(right, left.sign);
            left = right;
        }
        return meets_nan_;
    }

    /// Whether it rises (1) or falls (-1) there; at the end, just before it.
    [[nodiscard]] int slope_sign(const Real& time) const { return sign_of(at(time).slope); }

    [[nodiscard]] static bool is_nan(const Real& x) { return !(x <= 0) && !(x >= 0); }

private:
    static constexpr int cells = 4;

    struct sample {
        Real time;
        Real value;
        int  sign;
        Real slope; ///< forward difference over `nearby`; backward at the end, and before NaN
    };

    [[nodiscard]] sample at(const Real& time) const
    {
        const Real value = function_(time);
        if (time + nearby_ <= end_) {
            const Real slope(function_(time + nearby_) - value);
            if (!is_nan(slope)) return {time, value, sign_of(value), slope};
        }
        return {time, value, sign_of(value), Real(value - function_(earlier(time)))};
    }

    [[nodiscard]] Real earlier(const Real& time) const
    {
        return greatest(Real(time - nearby_), begin_);
    }

    /// Whether it turns or has a cusp within the distance at which slopes are taken: beside it, the slope at an
    /// end of the interval is that on either side.
    [[nodiscard]] bool bends_within(const Real& first, const Real& last) const
    {
        using std::abs;
        const Real one = function_(first), other = function_(last);
        const Real bend = abs(Real(2 * function_(first + (last - first) / 2) - one - other));
        return bend > abs(Real(other - one)) / 100 && bend > error_bound_(first) / 10000;
    }

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

    /// Searches a cell, or those parts of it in which the function is a number.
    template <class Found>
    void search_numbers(const sample& left, const sample& right, Found& found) const
    {
        constexpr int depth = 8, probes = 16;
        const auto    at_part = [&](int i) {
            return at(left.time + (right.time - left.time) * Real(i) / probes);
        };
        if (is_nan(left.value) && is_nan(right.value)) {
            meets_nan_ = true;
            for (int i = 1; i < probes; ++i) {
                const sample inside = at_part(i);
                if (is_nan(inside.value)) continue;
                search_numbers(left, inside, found);
                search_numbers(inside, right, found);
                return;
            }
        } else if (is_nan(left.value)) { // from where it is a number
            meets_nan_  = true;
            sample edge = edge_between(left, right);
            if (ends_at_zero(edge, sign_of(edge.slope)))
                found(edge.time, crossing::touching, sign_of(edge.slope));
            if (edge.sign == 0) edge.sign = sign_of(edge.slope);
            search(edge, right, depth, found);
        } else if (is_nan(right.value)) { // up to there
            meets_nan_         = true;
            sample     edge    = edge_between(left, right);
            const bool touches = ends_at_zero(edge, -sign_of(edge.slope));
            if (edge.sign == 0) edge.sign = left.sign;
            search(left, edge, depth, found);
            if (touches) found(edge.time, crossing::touching, -sign_of(edge.slope));
        } else if (const sample middle = at_part(probes / 2); is_nan(middle.value)) {
            search_numbers(left, middle, found);
            search_numbers(middle, right, found);
        } else {
            search(left, right, depth, found);
        }
    }

    /// Whether it is zero within its error at the edge of where it is a number, having the given sign beside
    /// it.
    [[nodiscard]] bool ends_at_zero(const sample& edge, int side) const
    {
        using std::abs;
        return side != 0 && edge.sign != -side && abs(edge.value) <= error_bound_(edge.time) &&
               abs(edge.value) < std::numeric_limits<Real>::infinity();
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
                cross(left, right, found);
            } else {
                halve(left, right, depth, found);
            }
            return;
        }
        const bool turns = sign_of(left.slope) == -left.sign && sign_of(right.slope) == left.sign;
        if (!turns) return;

        // The slope at the right end is that up to nearby.
        const sample  beyond = right.time + nearby_ <= end_ ? at(right.time + nearby_) : right;
        const sample& until  = beyond.sign == right.sign ? beyond : right;
        const nearest_to_zero<Function, Real> nearest{
            function_, left.sign, {left.time, left.value}, {until.time, until.value}};
        auto [time, distance] = nearest.find();
        if (distance >= -error_bound_(time) && nearest.is_sharp(time, distance))
            std::tie(time, distance) = nearest.sharpened(time);
        if (distance <= error_bound_(time) && distance >= -error_bound_(time)) {
            found(time, crossing::touching, left.sign);
        } else if (distance < 0) {
            const sample turn{time, Real(distance * Real(left.sign)), -left.sign, Real(0)};
            cross(left, turn, found);
            cross(turn, right, found);
        }
    }

    template <class Found>
    void halve(const sample& left, const sample& right, int depth, Found& found) const
    {
        sample middle = at(left.time + (right.time - left.time) / 2);
        if (is_nan(middle.value)) {
            search_numbers(left, middle, found);
            search_numbers(middle, right, found);
            return;
        }
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

    /// Reports the zero between two times with opposite signs; if the function is NaN between them, those
    /// beside that.
    template <class Found>
    void cross(const sample& left, const sample& right, Found& found) const
    {
        std::optional<Real> gap;
        const Real          zero =
            zero_between(function_, left.time, right.time, left.value, right.value, left.sign, gap);
        if (!gap) {
            found(zero, kind_of(left.sign), left.sign);
        } else {
            const sample inside = at(*gap);
            search_numbers(left, inside, found);
            search_numbers(inside, right, found);
        }
    }

    const Function&   function_;
    const ErrorBound& error_bound_;
    Real              begin_;
    Real              end_;
    Real              nearby_;
    mutable bool      meets_nan_ = false;
};

} // namespace orgscale::detail
