#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include <orgscale/core/select.hpp>
#include <orgscale/solve/detail/condition.hpp>
#include <orgscale/solve/detail/condition_in_step.hpp>
#include <orgscale/solve/detail/event_watch.hpp>
#include <orgscale/solve/detail/roots.hpp>
#include <orgscale/solve/detail/sign_of.hpp>
#include <orgscale/solve/events.hpp>
#include <orgscale/solve/implicit_zero.hpp>

namespace orgscale::detail {

/// Finds where one condition triggers its event within the last step of a run.
template <class Model, class Event>
class event_detector {
public:
    using condition_type  = condition_in_step<Model, Event>;
    using real_type       = typename condition_type::real_type;
    using number          = typename condition_type::number;
    using occurrence_type = occurrence<typename condition_type::state_type, real_type>;

    /// For event number `which`; adds to `seen`.
    event_detector(const condition_type& value, const event_options& options, std::size_t which,
                   event_watch<real_type>& of, std::vector<occurrence_type>& seen)
        : value_{value}, only_{options.only}, which_{which}, of_{of}, seen_{seen},
          begin_{value.begin()}, end_{value.end()}
    {}

    /// In the first step of a run also at its beginning, in the last also just after its end.
    void detect(bool first, bool last)
    {
        const auto bound = [&](const number& time) { return value_.bound(time); };
        const root_search<condition_type, decltype(bound), number> search{value_, bound, begin_,
                                                                          end_};
        if (first) begin_run(search);
        const std::size_t     before = seen_.size();
        std::vector<raw_zero> zeros;
        leave_zero();
        const bool meets_nan = search.from(
            begin_, of_.just_fired,
            [&](const number& zero, crossing kind, int from_sign) {
                zeros.push_back({zero, kind, from_sign});
            },
            of_.just_fired ? value_.rounding(begin_) : number(0));
        judge(zeros, meets_nan);
        end_step(meets_nan);
        of_.value = plain(real_type(value_(end_)));
        of_.slope = search.slope_sign(end_);
        of_.known = true;
        if (last && seen_.size() == before && would_be_zero(of_.slope))
            found(end_, of_.slope > 0 ? crossing::rising : crossing::falling, -of_.slope);
    }

private:
    struct raw_zero {
        number   time;
        crossing kind;
        int      from_sign;
    };

    /// Adds a zero, if it is one that the event asks for.
    void found(const number& zero, crossing kind, int from_sign)
    {
        const int side = kind == crossing::rising ? -1 : kind == crossing::falling ? 1 : from_sign;
        if (only_ == direction::rising && side >= 0) return;
        if (only_ == direction::falling && side <= 0) return;
        const auto      distance = [&](const real_type& time) { return value_.distance(time); };
        const real_type time     = time_of_crossing<real_type>(distance, zero, kind);
        const auto      x        = value_.state_at(time);
        seen_.push_back({time, x, x, which_, kind});
    }

    /// The side of the condition where the run begins, and the event of one that is zero there.
    template <class Search>
    void begin_run(const Search& search)
    {
        of_.side = sign_of(value_(begin_));
        if (!is_zero(value_(begin_))) return;
        const int leaves = search.slope_sign(begin_);
        found(begin_,
              leaves > 0   ? crossing::rising
              : leaves < 0 ? crossing::falling
                           : crossing::touching,
              0);
        of_.side = leaves;
    }

    /// A condition that is zero at the beginning is followed to where it leaves, to the side on which it then is by
    /// more than rounding: by the end of the step it may have come back.
    void leave_zero()
    {
        if (!is_zero(value_(begin_)) || of_.just_fired) return;
        const number leaves = end_of_zero(value_, begin_, end_);
        const int    to     = side_after(leaves);
        // One that leaves at once has rested there if it had no side so far; otherwise it was just crossed.
        const bool rested = begin_ < leaves || (of_.known && of_.side == 0);
        if (!rested || to == 0 || to == of_.side) return;
        found(leaves, to > 0 ? crossing::rising : crossing::falling, -to);
        of_.side = to;
    }

    /// The first sign after a time that is more than rounding; 0 if there is none.
    [[nodiscard]] int side_after(const number& time) const
    {
        using std::abs;
        const number left = end_ - time;
        for (number away = left * std::numeric_limits<number>::epsilon(); away < left;
             away        = away * 8) {
            const number here = value_(number(time + away));
            if (abs(here) > value_.rounding(number(time + away))) return sign_of(here);
        }
        return sign_of(value_(end_));
    }

    /// Which of the zeros are more than errors of the run.
    void judge(const std::vector<raw_zero>& zeros, bool meets_nan)
    {
        const bool clear = value_.certain(begin_) || value_.certain(end_);
        const auto middle = [](const number& a, const number& b) { return number(a + (b - a) / 2); };
        for (std::size_t i = 0; i < zeros.size(); ++i) {
            const raw_zero& zero = zeros[i];
            if (meets_nan) of_.side = 0; // perhaps from here, whatever it was
            if (zero.kind == crossing::touching) {
                if (clear) found(zero.time, zero.kind, zero.from_sign);
                continue;
            }
            const bool   is_last = i + 1 == zeros.size();
            const number next    = is_last ? end_ : zeros[i + 1].time;
            const number between = middle(zero.time, next);
            if (value_.certain(between) ||
                (is_last && (value_.certain(end_) || value_.steep(zero.time))) ||
                (is_nan(value_(between)) && value_.steep(zero.time))) {
                if (of_.side != -zero.from_sign) found(zero.time, zero.kind, zero.from_sign);
                of_.side = -zero.from_sign;
            } else if (!is_last && zeros[i + 1].from_sign == -zero.from_sign) {
                if (clear) found(middle(zero.time, next), crossing::touching, zero.from_sign);
                ++i;
            }
        }
    }

    /// The side at the end. A condition may have gone over to the other one too slowly to be seen in an earlier
    /// step, unless by way of NaN.
    void end_step(bool meets_nan)
    {
        const int  ends  = sign_of(value_(end_));
        const bool clear = value_.certain(end_);
        if (meets_nan) of_.side = 0;
        if (of_.side != 0 && ends == -of_.side && clear) {
            found(begin_, ends > 0 ? crossing::rising : crossing::falling, of_.side);
            of_.side = ends;
        }
        if (of_.side == 0 && clear) of_.side = ends;
    }

    /// Whether it would be zero within a thousandth of the step after it.
    [[nodiscard]] bool would_be_zero(int slope) const
    {
        using std::abs;
        const number here = value_(end_);
        const number back = value_(greatest(number(end_ - (end_ - begin_) / 1024), begin_));
        const int    ends = sign_of(here);
        return ends != 0 && slope == -ends && abs(here) <= value_.bound(end_) &&
               abs(number(back - here)) >= abs(here);
    }

    const condition_type&         value_;
    direction                     only_;
    std::size_t                   which_;
    event_watch<real_type>&       of_;
    std::vector<occurrence_type>& seen_;
    number                        begin_;
    number                        end_;
};

} // namespace orgscale::detail
