#pragma once

// Longer than others: one run, whose steps and events are recorded together.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <orgscale/core/dual.hpp>
#include <orgscale/solve/detail/condition.hpp>
#include <orgscale/solve/detail/condition_in_step.hpp>
#include <orgscale/solve/detail/event_actions.hpp>
#include <orgscale/solve/detail/event_detector.hpp>
#include <orgscale/solve/detail/event_watch.hpp>
#include <orgscale/solve/detail/integrator.hpp>
#include <orgscale/solve/detail/next_stop.hpp>
#include <orgscale/solve/detail/sign_of.hpp>
#include <orgscale/solve/detail/stays_away.hpp>
#include <orgscale/solve/options.hpp>
#include <orgscale/solve/trajectory.hpp>

namespace orgscale::detail {

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
        std::array<event_watch<real_type>, sizeof...(Events)> watches{};
        std::int64_t                                          budget = options_.max_steps;
        bool                                                  first  = true;
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
        run_.kept_.push(integrator_.width(), integrator_.stages(), integrator_.method());
    }

    [[nodiscard]] run_type finish(ending reason)
    {
        if (!all_finite(to_array<real_type>(run_.back().state))) reason = ending::not_finite;
        run_.reason_ = reason;
        return std::move(run_);
    }

    /// Whether every condition stayed clearly away from zero during the last step. Read from a cubic
    /// through the step's ends, which costs no evaluation, and from the slopes at the ends; a condition that
    /// bends towards zero is not quiet.
    template <class... Events>
    [[nodiscard]] bool quiet(std::array<event_watch<real_type>, sizeof...(Events)>& watches,
                             const Events&... events)
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
            event_watch<real_type>& of   = watches[index++];
            const auto              read = [&](const real_type& time, const numbers& x) {
                return plain(condition_value(event, time, from_array<state_type>(x)));
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
            if (!is_zero(condition_value(event, time, here))) return;
            const int leaves =
                sign_of(passive(condition_value(event, real_type(time + real_type(tiny)), there)));
            if (event.options.only == direction::rising && leaves <= 0) return;
            if (event.options.only == direction::falling && leaves >= 0) return;
            bool stops = false, changes = false;
            describe_actions(mine, stops, changes, events...);
            occurrence_type seen{time, now, now, mine,
                                 leaves > 0   ? crossing::rising
                                         : leaves < 0 ? crossing::falling
                                                      : crossing::touching};
            apply_effect(seen, now, events...);
            seen.after = now;
            run_.events_.push_back(seen);
            ends    = ends || stops;
            changed = changed || changes;
        };
        (one(events), ...);
        if (changed) {
            run_.steps_.push_back({time, now});
            run_.kept_.push(real_type(0), integrator_.stages(), integrator_.method());
        }
        return ends;
    }

    /// Finds the events of the last step, in their order, and applies them; how the run ends if one
    /// ends it, else `reached_end`.
    template <class... Events>
    [[nodiscard]] ending detect_events(
        bool first, bool last, std::array<event_watch<real_type>, sizeof...(Events)>& watches,
        const Events&... events)
    {
        static_cast<void>(integrator_.rates_at_end());
        const piece<Model>           through = integrator_.through();
        std::vector<occurrence_type> seen;
        std::size_t                  index = 0;
        const auto                   one   = [&]<class Event>(const Event& event) {
            const std::size_t                     mine = index++;
            const condition_in_step<Model, Event> value{integrator_, through, event, errors_};
            event_detector<Model, Event>{value, event.options, mine, watches[mine], seen}.detect(
                first, last);
        };
        (one(events), ...);
        std::sort(seen.begin(), seen.end(), [](const occurrence_type& a, const occurrence_type& b) {
            return a.time < b.time || (!(b.time < a.time) && b.event > a.event);
        });
        for (auto& of : watches) of.just_fired = false;

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
            const auto one_time = end_of_simultaneous(seen, i);
            for (std::size_t j = i; j < one_time; ++j) {
                describe_actions(seen[j].event, stops, changes, events...);
                seen[j].time   = seen[i].time;
                seen[j].before = now;
                apply_effect(seen[j], now, events...);
                seen[j].after = now;
                run_.events_.push_back(seen[j]);
                watches[seen[j].event].just_fired = true;
            }
            bool accumulates = false;
            if (changes) {
                // What happened up to here holds no longer for any condition.
                for (auto& of : watches) {
                    of.known = false;
                    of.side  = 0;
                    if (of.just_fired)
                        accumulates = of.fires_without_end(seen[i].time, duration()) || accumulates;
                }
            }
            cut(seen[i].time, seen[i].before, now, changes);
            return stops         ? ending::stopped_by_event
                   : accumulates ? ending::events_accumulate
                                 : ending::reached_end;
        }
        return ending::reached_end;
    }

    [[nodiscard]] double duration() const
    {
        return plain(real_type(real_type{options_.to} - real_type{options_.from}));
    }

    /// Ends the last step at an event and restarts from the state after it.
    void cut(const real_type& time, const state_type& before, const state_type& after, bool changes)
    {
        run_.steps_.pop_back();
        if (run_.steps_.back().time < time) {
            run_.steps_.push_back({time, before});
        } else {
            run_.kept_.pop(); // the event is at the beginning of the step
        }
        if (changes) {
            run_.steps_.push_back({time, after});
            run_.kept_.push(real_type(0), integrator_.stages(),
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
