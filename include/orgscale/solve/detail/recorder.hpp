#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>
#include <vector>

#include <orgscale/core/dual.hpp>
#include <orgscale/solve/detail/integrator.hpp>
#include <orgscale/solve/detail/roots.hpp>
#include <orgscale/solve/implicit_zero.hpp>
#include <orgscale/solve/options.hpp>
#include <orgscale/solve/trajectory.hpp>

namespace orgscale::detail {

/// The breakpoints of a model in (begin, end), in order, followed by the end.
template <class Model, real Real>
[[nodiscard]] std::vector<Real> stops_of(const Model& model, const Real& begin, const Real& end)
{
    std::vector<Real> stops;
    if constexpr (requires { model.breakpoints(); }) {
        for (const auto& time : model.breakpoints())
            if (begin < time && time < end) stops.push_back(time);
        std::sort(stops.begin(), stops.end());
    }
    stops.push_back(end);
    return stops;
}

/// Integrates a model to its end, recording the steps and detecting and applying events.
template <class Model>
class recorder {
public:
    using run_type        = trajectory<Model>;
    using real_type       = typename run_type::real_type;
    using state_type      = typename run_type::state_type;
    using occurrence_type = occurrence<state_type, real_type>;

    recorder(const Model& model, const state_type& start, const solve_options<real_type>& options)
        : options_{options}, integrator_{model,
                                         real_type{options.from},
                                         to_array<real_type>(start),
                                         real_type{options.relative},
                                         real_type{options.absolute},
                                         real_type{options.max_step}},
          run_{model, integrator_.loose(), real_type{options.relative}, real_type{options.absolute}}
    {
        run_.steps_.reserve(128);
        run_.kept_.reserve(128);
        run_.steps_.push_back({real_type{options.from}, start});
    }

    template <class... Events>
    [[nodiscard]] run_type record(const Events&... events)
    {
        std::array<bool, sizeof...(Events)> just_fired{};
        std::int64_t                        budget = options_.max_steps;
        bool                                first  = true;
        for (const real_type& stop :
             stops_of(integrator_.model(), real_type{options_.from}, real_type{options_.to})) {
            while (integrator_.time() < stop) {
                if (!integrator_.advance(stop, budget)) return finish(integrator_.reason());
                keep_step();
                if constexpr (sizeof...(Events) > 0) {
                    const bool last = integrator_.time() == options_.to;
                    if (detect_events(first, last, just_fired, events...))
                        return finish(ending::stopped_by_event);
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
        run_.kept_.emplace_back(integrator_.width(), integrator_.stages());
    }

    [[nodiscard]] run_type finish(ending reason)
    {
        if (!all_finite(to_array<real_type>(run_.back().state))) reason = ending::not_finite;
        run_.reason_ = reason;
        return std::move(run_);
    }

    /// Detects the events of the last step and applies them in order; whether one stops the run.
    template <class... Events>
    [[nodiscard]] bool detect_events(bool first, bool last,
                                     std::array<bool, sizeof...(Events)>& just_fired,
                                     const Events&... events)
    {
        const piece<Model>           through = integrator_.through();
        std::vector<occurrence_type> seen;
        std::size_t                  index = 0;
        (detect(events, index, first, last, just_fired[index], through, seen), ...);
        std::sort(seen.begin(), seen.end(), [](const occurrence_type& a, const occurrence_type& b) {
            return a.time < b.time || (!(b.time < a.time) && b.event > a.event);
        });
        just_fired.fill(false);

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
                just_fired[seen[j].event] = true;
            }
            cut(seen[i].time, seen[i].before, now, changes);
            return stops;
        }
        return false;
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
    void detect(const Event& event, std::size_t& index, bool first, bool last, bool just_fired,
                const piece<Model>& through, std::vector<occurrence_type>& seen) const
    {
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
            return real_type(event.condition(time, x));
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
        if (first && value(begin) <= 0 && !(value(begin) < 0)) {
            const int leaves = search.slope_sign(begin);
            found(begin,
                  leaves > 0   ? crossing::rising
                  : leaves < 0 ? crossing::falling
                               : crossing::touching,
                  0);
        }
        std::size_t  before   = seen.size();
        const number rounding = just_fired
                                    ? error_bound(event, real_type(begin), state(real_type(begin)),
                                                  0, 256 * rounding_of<real_type>)
                                    : number(0);
        search.from(begin, just_fired, found, rounding);
        if (last && seen.size() == before) {
            const int sign = sign_of(value(end));
            if (sign != 0 && search.slope_sign(end) == -sign &&
                value(end) * number(sign) <= bound_at(end))
                found(end, sign < 0 ? crossing::rising : crossing::falling, sign);
        }
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
        const real_type here = event.condition(time, at);
        number          sum(0);
        for (std::size_t n = 0; n < x.size(); ++n) {
            auto         moved     = x;
            const number size      = abs(passive(x[n]));
            moved[n]               = moved[n] + real_type(number(static_cast<number>(absolute) +
                                                                 static_cast<number>(relative) * size));
            const state_type there = from_array<state_type>(moved);
            const real_type  other = event.condition(time, there);
            sum                    = sum + abs(number(passive(other) - passive(here)));
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
            run_.kept_.emplace_back(real_type(0),
                                    integrator_.stages()); // zero width, so never read
        }
        integrator_.restart(time, to_array<real_type>(after));
    }

    solve_options<real_type> options_;
    integrator<Model>        integrator_;
    run_type                 run_;
};

} // namespace orgscale::detail
