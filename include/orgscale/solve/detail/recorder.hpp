#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>
#include <vector>

#include <orgscale/core/breakpoints.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/solve/detail/integrator.hpp>
#include <orgscale/solve/detail/roots.hpp>
#include <orgscale/solve/implicit_zero.hpp>
#include <orgscale/solve/options.hpp>
#include <orgscale/solve/trajectory.hpp>

namespace orgscale::detail {

/// The first breakpoint of a model after a time, or the end if that comes first.
template <class Model, real Real>
[[nodiscard]] Real next_stop(const Model& model, const Real& time, const Real& end)
{
    if constexpr (has_breakpoints<Model>) {
        return least(next_breakpoint_of<Real>(model, time), end);
    } else {
        return end;
    }
}

/// Integrates a model to its end, recording the steps and detecting and applying events.
template <class Model>
class recorder {
public:
    using run_type        = trajectory<Model>;
    using real_type       = typename run_type::real_type;
    using state_type      = typename run_type::state_type;
    using occurrence_type = occurrence<state_type, real_type>;
    using numbers         = numbers_of<Model>;

    recorder(const Model& model, const state_type& start, const solve_options<real_type>& options)
        : options_{options}, integrator_{model,
                                         real_type{options.from},
                                         to_array<real_type>(start),
                                         real_type{options.relative},
                                         real_type{options.absolute},
                                         real_type{options.max_step}},
          run_{model, real_type{options.relative}, real_type{options.absolute}}
    {
        run_.steps_.reserve(128);
        run_.kept_.reserve(128);
        run_.steps_.push_back({real_type{options.from}, start});
    }

    template <class... Events>
    [[nodiscard]] run_type record(const Events&... events)
    {
        std::array<watch, sizeof...(Events)> watches{};
        std::int64_t                         budget = options_.max_steps;
        bool                                 first  = true;
        if constexpr (sizeof...(Events) > 0) {
            if (!(integrator_.time() < options_.to))
                return finish(happen_at_once(events...) ? ending::stopped_by_event
                                                        : ending::reached_end);
        }
        for (bool more = true; more;) {
            const real_type stop =
                next_stop(integrator_.model(), integrator_.time(), real_type{options_.to});
            more = stop < options_.to;
            while (integrator_.time() < stop) {
                if (!integrator_.advance(stop, budget)) return finish(integrator_.reason());
                keep_step();
                if constexpr (sizeof...(Events) > 0) {
                    errors_         = errors_ + integrator_.error();
                    const bool last = integrator_.time() == options_.to;
                    if (first || last || !quiet(watches, events...)) {
                        const ending seen = detect_events(first, last, watches, events...);
                        if (seen != ending::reached_end) return finish(seen);
                    }
                    first = false;
                }
            }
            integrator_.restart(integrator_.time(),
                                integrator_.state()); // the equations may change here
        }
        return finish(ending::reached_end);
    }

private:
    void keep_step()
    {
        run_.steps_.push_back({integrator_.time(), from_array<state_type>(integrator_.state())});
        run_.kept_.emplace_back(integrator_.width(), integrator_.stages(), integrator_.method());
    }

    [[nodiscard]] run_type finish(ending reason)
    {
        if (!all_finite(to_array<real_type>(run_.back().state))) reason = ending::not_finite;
        run_.reason_ = reason;
        return std::move(run_);
    }

    /// What is known of a condition from the steps before.
    struct watch {
        int       side       = 0;     ///< its last sign beyond the error of the run; 0 if unknown
        bool      just_fired = false; ///< its effect led to the beginning of this step
        bool      known      = false; ///< whether `value` is that at the beginning of the next step
        double    value      = 0;
        int       slope      = 0;     ///< the sign of its slope there
        bool      repeats    = false; ///< whether its effect came back at once
        bool      has_fired  = false;
        real_type fired{}; ///< when its effect was last applied
    };

    /// A condition's value; true and false are 1 and -1.
    template <class Event>
    [[nodiscard]] static real_type value_of(const Event& event, const real_type& time,
                                            const state_type& x)
    {
        const auto found = event.condition(time, x);
        if constexpr (std::is_same_v<decltype(found), const bool>) {
            return real_type(found ? 1 : -1);
        } else {
            return real_type(found);
        }
    }

    /// Whether every condition stayed clearly away from zero during the last step. Read from a cubic
    /// through the step's ends, which costs no evaluation, and from the slopes at the ends; a condition that
    /// bends towards zero is not quiet.
    template <class... Events>
    [[nodiscard]] bool quiet(std::array<watch, sizeof...(Events)>& watches, const Events&... events)
    {
        constexpr std::size_t      inner = 3;
        std::array<numbers, inner> at;
        const numbers&             last   = integrator_.rates_at_end();
        const numbers&             first  = integrator_.stages()[0];
        const numbers&             before = integrator_.before();
        const numbers&             now    = integrator_.state();
        const auto                 width  = passive(integrator_.width());
        for (std::size_t i = 0; i < inner; ++i) {
            const double s    = 0.25 * static_cast<double>(i + 1);
            const auto   part = [](double x) { return static_cast<passive_t<real_type>>(x); };
            for (std::size_t n = 0; n < now.size(); ++n)
                at[i][n] =
                    real_type(passive(before[n]) +
                              part(s * s * (3 - 2 * s)) * (passive(now[n]) - passive(before[n])) +
                              width * (part(s * (1 - s) * (1 - s)) * passive(first[n]) -
                                       part(s * s * (1 - s)) * passive(last[n])));
        }
        constexpr double nearby = 1.0 / 4096; // of the step
        const numbers    aside =
            moved(now, real_type(-static_cast<passive_t<real_type>>(nearby) * width), last);
        bool        all   = true;
        std::size_t index = 0;
        const auto  one   = [&](const auto& event) {
            watch&     of   = watches[index++];
            const auto read = [&](const real_type& time, const numbers& x) {
                return plain(value_of(event, time, from_array<state_type>(x)));
            };
            const auto middle = [&](double s) {
                return real_type(integrator_.begin() + integrator_.width() * real_type(s));
            };
            const double end   = read(integrator_.time(), now);
            const int    slope = sign_of(end - read(middle(1 - nearby), aside));
            if (of.known && !of.just_fired && all) {
                const bool turns = of.slope != of.side && slope != -of.side;
                all              = stays_away(of.side, turns,
                                                 {of.value, read(middle(0.25), at[0]), read(middle(0.5), at[1]),
                                               read(middle(0.75), at[2]), end});
            } else {
                all = false;
            }
            of.slope = slope;
            of.value = end;
            of.known = true;
        };
        (one(events), ...);
        return all;
    }

    /// Whether values at five equal distances are of one sign, and so are parabolas through them, by
    /// a quarter of what they change. Where the condition turns, whether it could be down to zero in a cusp: of
    /// the fourth root it would change by half of the least value.
    [[nodiscard]] static bool stays_away(int side, bool turns, std::array<double, 5> values)
    {
        double lowest = std::numeric_limits<double>::infinity(), highest = 0;
        for (double& value : values) {
            value = value * side;
            if (!(value > 0)) return false;
            lowest  = value < lowest ? value : lowest;
            highest = value > highest ? value : highest;
        }
        if (turns && !(lowest > 2.5 * (highest - lowest))) return false;
        if (values[1] > 2 * values[0] || values[3] > 2 * values[4]) return false;
        if (lowest > 0.5 * (highest - lowest)) return true;
        if (!(lowest > 0.05 * (highest - lowest))) return false;
        for (std::size_t i = 0; i + 2 < values.size(); ++i) {
            const double bend  = values[i] - 2 * values[i + 1] + values[i + 2];
            const double slope = (values[i + 2] - values[i]) / 2;
            if (bend > 0 && std::abs(slope) < 2 * bend) {
                const double least_value = values[i + 1] - slope * slope / (2 * bend);
                if (!(least_value > 0.25 * (highest - least_value))) return false;
            }
        }
        return true;
    }

    /// The events of a run without duration, whether one stops: those whose condition is zero, in the
    /// direction in which the rates would lead.
    template <class... Events>
    [[nodiscard]] bool happen_at_once(const Events&... events)
    {
        const real_type  time = integrator_.time();
        const state_type here = run_.back().state;
        const numbers    rate = integrator_.rates_here();
        const numbers    x    = integrator_.state();
        double           tiny = 1e-6;
        for (std::size_t n = 0; n < x.size(); ++n) {
            const double moves = std::abs(plain(rate[n]));
            const double size  = std::abs(plain(x[n])) > 1 ? std::abs(plain(x[n])) : 1;
            if (moves > 0 && tiny * moves > 1e-6 * size) tiny = 1e-6 * size / moves;
        }
        const state_type there = from_array<state_type>(moved(x, real_type(tiny), rate));
        state_type       now   = here;
        bool             ends = false, changed = false;
        std::size_t      index = 0;
        const auto       one   = [&](const auto& event) {
            const std::size_t mine = index++;
            if (!is_zero(value_of(event, time, here))) return;
            const int leaves =
                sign_of(passive(value_of(event, real_type(time + real_type(tiny)), there)));
            if (event.options.only == direction::rising && leaves <= 0) return;
            if (event.options.only == direction::falling && leaves >= 0) return;
            bool stops = false, changes = false;
            describe_actions(mine, stops, changes, events...);
            occurrence_type seen{time, now, now, mine,
                                 leaves > 0   ? crossing::rising
                                         : leaves < 0 ? crossing::falling
                                                      : crossing::touching};
            apply(seen, now, events...);
            seen.after = now;
            run_.events_.push_back(seen);
            ends    = ends || stops;
            changed = changed || changes;
        };
        (one(events), ...);
        if (changed) {
            run_.steps_.push_back({time, now});
            run_.kept_.emplace_back(real_type(0), integrator_.stages(), integrator_.method());
        }
        return ends;
    }

    /// Finds the events of the last step, in their order, and applies them; how the run ends if one
    /// ends it, else `reached_end`.
    template <class... Events>
    [[nodiscard]] ending detect_events(bool first, bool last,
                                       std::array<watch, sizeof...(Events)>& watches,
                                       const Events&... events)
    {
        static_cast<void>(integrator_.rates_at_end());
        const piece<Model>           through = integrator_.through();
        std::vector<occurrence_type> seen;
        std::size_t                  index = 0;
        (detect(events, index, first, last, watches[index], through, seen), ...);
        std::sort(seen.begin(), seen.end(), [](const occurrence_type& a, const occurrence_type& b) {
            return a.time < b.time || (!(b.time < a.time) && b.event > a.event);
        });
        for (watch& of : watches) of.just_fired = false;

        for (std::size_t i = 0; i < seen.size(); ++i) {
            bool stops   = false;
            bool changes = false;
            describe_actions(seen[i].event, stops, changes, events...);
            if (!stops && !changes) {
                run_.events_.push_back(seen[i]);
                continue;
            }
            // Simultaneous events are applied together, their effects in the order given.
            state_type now      = seen[i].before;
            const auto one_time = simultaneous(seen, i);
            for (std::size_t j = i; j < one_time; ++j) {
                describe_actions(seen[j].event, stops, changes, events...);
                seen[j].time   = seen[i].time;
                seen[j].before = now;
                apply(seen[j], now, events...);
                seen[j].after = now;
                run_.events_.push_back(seen[j]);
                watches[seen[j].event].just_fired = true;
            }
            bool accumulates = false;
            if (changes) {
                // What happened up to here holds no longer for any condition.
                for (watch& of : watches) {
                    of.known = false;
                    of.side  = 0;
                    if (of.just_fired)
                        accumulates = fires_without_end(of, seen[i].time) || accumulates;
                }
            }
            cut(seen[i].time, seen[i].before, now, changes);
            return stops         ? ending::stopped_by_event
                   : accumulates ? ending::events_accumulate
                                 : ending::reached_end;
        }
        return ending::reached_end;
    }

    /// Notes when an effect was applied; whether it came back twice within 1e-10 of the run's duration.
    [[nodiscard]] bool fires_without_end(watch& of, const real_type& time) const
    {
        const double whole = plain(real_type(real_type{options_.to} - real_type{options_.from}));
        const bool   soon  = of.has_fired && plain(real_type(time - of.fired)) < 1e-10 * whole;
        const bool   again = soon && of.repeats;
        of.repeats         = soon;
        of.has_fired       = true;
        of.fired           = time;
        return again;
    }

    /// One past the last event simultaneous with number `first`, to the rounding of the dense solution,
    /// some hundred times that of a number.
    [[nodiscard]] std::size_t simultaneous(const std::vector<occurrence_type>& seen,
                                           std::size_t                         first) const
    {
        using std::abs;
        const real_type rounding = 256 * std::numeric_limits<real_type>::epsilon() *
                                   (abs(seen[first].time) + 1);
        std::size_t end = first + 1;
        while (end < seen.size() && seen[end].time - seen[first].time <= rounding) ++end;
        return end;
    }

    template <class Event>
    void detect(const Event& event, std::size_t& index, bool first, bool last, watch& of,
                const piece<Model>& through, std::vector<occurrence_type>& seen) const
    {
        using std::abs;
        using number            = passive_t<real_type>;
        const std::size_t mine  = index++;
        const number      begin = passive(integrator_.begin());
        const number      end   = passive(integrator_.time());
        const auto        state = [&](const real_type& time) {
            return from_array<state_type>(
                !(time < end) ? through.at_node(integrator_.time(), integrator_.state(), time)
                : !(begin < time) ? through.at_node(integrator_.begin(), integrator_.before(), time)
                                  : through(time));
        };
        const auto distance = [&](const real_type& time) {
            const state_type x = state(time);
            return value_of(event, time, x);
        };
        const auto value = [&](const number& time) {
            return number(passive(distance(real_type(time))));
        };
        const auto bound_at = [&](const number& time) {
            return error_bound(event, real_type(time), state(real_type(time)),
                               integrator_.absolute(), integrator_.relative());
        };
        const auto found = [&](const number& zero, crossing kind, int from_sign) {
            const int side = kind == crossing::rising    ? -1
                             : kind == crossing::falling ? 1
                                                         : from_sign;
            if (event.options.only == direction::rising && side >= 0) return;
            if (event.options.only == direction::falling && side <= 0) return;
            const real_type  time = time_of_crossing<real_type>(distance, zero, kind);
            const state_type x    = state(time);
            seen.push_back({time, x, x, mine, kind});
        };

        const root_search<decltype(value), decltype(bound_at), number> search{value, bound_at,
                                                                              begin, end};
        // Signs count beyond the error of the run: the errors of its steps, at least rounding, at most what
        // the tolerance leads to expect. A value that is infinite or has no bound counts too.
        const double errors   = 4 * errors_ < 1e-3 ? 1e-3 : 4 * errors_ > 20 ? 20 : 4 * errors_;
        const number expected = static_cast<number>(errors);
        const auto   certain  = [&](const number& time) {
            const number here = value(time);
            return sign_of(here) != 0 && !(abs(here) <= expected * bound_at(time));
        };
        const int starts = sign_of(value(begin));
        if (first) of.side = starts;
        if (first && is_zero(value(begin))) {
            const int leaves = search.slope_sign(begin);
            found(begin,
                  leaves > 0   ? crossing::rising
                  : leaves < 0 ? crossing::falling
                               : crossing::touching,
                  0);
            of.side = leaves;
        }
        std::size_t           before   = seen.size();
        const number          rounding = of.just_fired
                                             ? error_bound(event, real_type(begin), state(real_type(begin)),
                                                           0, 256 * rounding_of<real_type>)
                                             : number(0);
        std::vector<raw_zero> zeros;
        // A condition that rests at zero is followed to where it leaves.
        if (is_zero(value(begin)) && !of.just_fired) {
            const number leaves = end_of_zero(value, begin, end);
            if (begin < leaves && sign_of(value(end)) != 0 && sign_of(value(end)) != of.side) {
                found(leaves, sign_of(value(end)) > 0 ? crossing::rising : crossing::falling,
                      -sign_of(value(end)));
                of.side = sign_of(value(end));
            }
        }
        const bool meets_nan = search.from(
            begin, of.just_fired,
            [&](const number& zero, crossing kind, int from_sign) {
                zeros.push_back({zero, kind, from_sign});
            },
            rounding);

        const number width  = end - begin;
        const bool   clear  = certain(begin) || certain(end);
        const auto   middle = [&](const number& a, const number& b) {
            return number(a + (b - a) / 2);
        };
        const auto steep = [&](const number& zero) { // it would leave within a step's width
            const number away = width / 4096;
            const number back = greatest(number(zero - away), begin);
            const number past = back < zero ? back : least(number(zero + away), end);
            if (past == zero) return false;
            return !(abs(number(value(past) - value(zero))) * (width / abs(number(past - zero))) <=
                     expected * bound_at(zero));
        };
        for (std::size_t i = 0; i < zeros.size(); ++i) {
            const raw_zero& zero = zeros[i];
            if (meets_nan) of.side = 0; // perhaps from here, whatever it was
            if (zero.kind == crossing::touching) {
                if (clear) found(zero.time, zero.kind, zero.from_sign);
                continue;
            }
            const bool   is_last = i + 1 == zeros.size();
            const number next    = is_last ? end : zeros[i + 1].time;
            const number between = middle(zero.time, next);
            if (certain(between) || (is_last && (certain(end) || steep(zero.time))) ||
                (is_nan(value(between)) && steep(zero.time))) {
                if (of.side != -zero.from_sign) found(zero.time, zero.kind, zero.from_sign);
                of.side = -zero.from_sign;
            } else if (!is_last && zeros[i + 1].from_sign == -zero.from_sign) {
                if (clear) found(middle(zero.time, next), crossing::touching, zero.from_sign);
                ++i;
            }
        }
        // It went over to the other side too slowly to be seen in an earlier step, unless by way of NaN.
        const int ends = sign_of(value(end));
        if (meets_nan) of.side = 0;
        if (of.side != 0 && ends == -of.side && certain(end)) {
            found(begin, ends > 0 ? crossing::rising : crossing::falling, of.side);
            of.side = ends;
        }
        if (of.side == 0 && certain(end)) of.side = ends;
        of.value = plain(real_type(value(end)));
        of.slope = search.slope_sign(end);
        of.known = true;

        if (last && seen.size() == before) {
            // It would be zero within a thousandth of the last step.
            const number back = value(greatest(number(end - width / 1024), begin));
            if (ends != 0 && search.slope_sign(end) == -ends && abs(value(end)) <= bound_at(end) &&
                abs(number(back - value(end))) >= abs(value(end)))
                found(end, ends < 0 ? crossing::rising : crossing::falling, ends);
        }
    }

    struct raw_zero {
        passive_t<real_type> time;
        crossing             kind;
        int                  from_sign;
    };

    template <class Number>
    [[nodiscard]] static bool is_nan(const Number& x)
    {
        return !(x <= 0) && !(x >= 0);
    }

    /// Zero, and not NaN.
    template <class Number>
    [[nodiscard]] static bool is_zero(const Number& x)
    {
        return x <= 0 && x >= 0;
    }

    /// The last time of a stretch up to which a function is zero, looked at in eighths.
    template <class Function, class Number>
    [[nodiscard]] static Number end_of_zero(const Function& value, const Number& begin,
                                            const Number& end)
    {
        Number zero = begin;
        for (int i = 1; i <= 8; ++i) {
            Number there = i == 8 ? end : begin + (end - begin) * Number(i) / 8;
            if (is_zero(value(there))) {
                zero = there;
                continue;
            }
            for (Number half = zero + (there - zero) / 2; zero < half && half < there;
                 half        = zero + (there - zero) / 2)
                (is_zero(value(half)) ? zero : there) = half;
            break;
        }
        return zero;
    }

    /// The error bound of a condition, given that the state is known to absolute + relative |x|.
    template <class Event>
    [[nodiscard]] passive_t<real_type> error_bound(const Event& event, const real_type& time,
                                                   const state_type& at, double absolute,
                                                   double relative) const
    {
        using std::abs;
        using number         = passive_t<real_type>;
        const auto      x    = to_array<real_type>(at);
        const real_type here = value_of(event, time, at);
        number          sum(0);
        for (std::size_t n = 0; n < x.size(); ++n) {
            const number size = abs(passive(x[n]));
            const number off = static_cast<number>(absolute) + static_cast<number>(relative) * size;
            const auto   changes = [&](const number& by) {
                auto moved            = x;
                moved[n]              = moved[n] + real_type(by);
                const real_type other = value_of(event, time, from_array<state_type>(moved));
                return number(abs(number(passive(other) - passive(here))));
            };
            const number change = changes(off);
            sum                 = sum + (is_nan(change) ? changes(number(-off)) : change);
        }
        return sum;
    }

    template <class... Events>
    static void describe_actions(std::size_t which, bool& stops, bool& changes,
                                 const Events&... events)
    {
        std::size_t index = 0;
        const auto  one   = [&]<class C, class E>(const event<C, E>& candidate) {
            if (index++ != which) return;
            stops   = stops || candidate.options.stop;
            changes = changes || !std::same_as<E, no_effect>;
        };
        (one(events), ...);
    }

    template <class... Events>
    static void apply(const occurrence_type& what, state_type& now, const Events&... events)
    {
        std::size_t index = 0;
        const auto  one   = [&]<class C, class E>(const event<C, E>& candidate) {
            if (index++ != what.event) return;
            if constexpr (!std::same_as<E, no_effect>) now = candidate.effect(what.time, now);
        };
        (one(events), ...);
    }

    /// Ends the last step at an event and restarts from the state after it.
    void cut(const real_type& time, const state_type& before, const state_type& after, bool changes)
    {
        run_.steps_.pop_back();
        if (run_.steps_.back().time < time) {
            run_.steps_.push_back({time, before});
        } else {
            run_.kept_.pop_back(); // the event is at the beginning of the step
        }
        if (changes) {
            run_.steps_.push_back({time, after});
            run_.kept_.emplace_back(real_type(0), integrator_.stages(),
                                    integrator_.method()); // zero width, so never read
        }
        integrator_.restart(time, to_array<real_type>(after));
    }

    solve_options<real_type> options_;
    integrator<Model>        integrator_;
    run_type                 run_;
    double                   errors_ = 0; ///< of its steps, in units of the tolerance
};

} // namespace orgscale::detail
