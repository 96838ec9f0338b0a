#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <source_location>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/solve/detail/kept_steps.hpp>
#include <orgscale/solve/detail/next_stop.hpp>
#include <orgscale/solve/detail/piece.hpp>
#include <orgscale/solve/ending.hpp>
#include <orgscale/solve/events.hpp>
#include <orgscale/solve/step.hpp>

namespace orgscale {

namespace detail {
template <class Model>
class recorder;
}

/// A run of a model: its state at any time, and a range of its steps.
///
/// `run(36.5)` is the dense solution, of order 7 (order 4 at tolerances looser than 1e-4, unless stiff).
/// Where that would leave the solution between two steps, a cubic joins them (see piece.hpp). A time outside
/// [from(), to()]
/// is refused. Where an event changes the state, the range has two steps at that time, and
/// `run` returns the state after it.
template <class Model>
class trajectory {
public:
    using model_type     = Model;
    using real_type      = typename Model::real_type;
    using state_type     = detail::state_of<Model>;
    using step_type      = step<state_type, real_type>;
    using const_iterator = typename std::vector<step_type>::const_iterator;

    /// The state at a time. Builds the interpolant of its step at each call; for many times use a cursor.
    [[nodiscard]] state_type operator()(
        const real_type& time, std::source_location where = std::source_location::current()) const
    {
        return cursor_type{*this}(time, where);
    }

    /// Reads many times cheaply by keeping the interpolant of the last step used. The run must outlive
    /// it.
    class cursor_type {
    public:
        explicit cursor_type(const trajectory& run) : run_{&run} {}

        [[nodiscard]] state_type operator()(
            const real_type& time, std::source_location where = std::source_location::current())
        {
            std::size_t now     = run_->index_at(time, where, index_);
            const auto& node    = run_->steps_[now];
            const bool  at_node = !(node.time < time);
            if (at_node) {
                if (!has_derivatives<real_type> || run_->kept_.empty()) return node.state;
                if (now == run_->kept_.size()) --now; // the last state has no step after it
            }
            if (now != index_) {
                index_ = now;
                piece_ = run_->interpolant(now);
            }
            return from_array<state_type>(
                at_node ? piece_.at_node(node.time, to_array<real_type>(node.state), time)
                        : piece_(time));
        }

    private:
        const trajectory*    run_;
        std::size_t          index_ = static_cast<std::size_t>(-1);
        detail::piece<Model> piece_ =
            detail::piece<Model>::constant(real_type(0), detail::numbers_of<Model>{});
    };

    [[nodiscard]] cursor_type cursor() const& { return cursor_type{*this}; }
    cursor_type               cursor() const&& = delete; // it would outlive the run

    [[nodiscard]] const_iterator   begin() const noexcept { return steps_.begin(); }
    [[nodiscard]] const_iterator   end() const noexcept { return steps_.end(); }
    [[nodiscard]] std::size_t      size() const noexcept { return steps_.size(); }
    [[nodiscard]] const step_type& front() const { return steps_.front(); }
    [[nodiscard]] const step_type& back() const { return steps_.back(); }

    [[nodiscard]] const real_type& from() const { return steps_.front().time; }

    /// The time reached; the requested end if the run is complete.
    [[nodiscard]] const real_type& to() const { return steps_.back().time; }

    /// Whether it reached the requested end, and if not, why.
    [[nodiscard]] bool   complete() const noexcept { return reason_ == ending::reached_end; }
    [[nodiscard]] ending reason() const noexcept { return reason_; }

    /// The recorded events, in order.
    [[nodiscard]] const std::vector<occurrence<state_type, real_type>>& events() const noexcept
    {
        return events_;
    }

    [[nodiscard]] const Model& model() const { return model_; }

    /// The error allowed in a step: absolute + relative |x|.
    [[nodiscard]] const real_type& relative() const { return relative_; }
    [[nodiscard]] const real_type& absolute() const { return absolute_; }

private:
    friend class detail::recorder<Model>;

    /// How far apart the quintics may be, in tolerances: about a kink in the middle of three equal steps they
    /// agree within a fourteenth of its height.
    static constexpr double most_apart = 0.1;

    trajectory(const Model& model, const real_type& relative, const real_type& absolute)
        : model_{model}, relative_{relative}, absolute_{absolute}
    {}

    /// The last step that begins at or before the time, looked for at `guess` and one further first.
    [[nodiscard]] std::size_t index_at(const real_type& time, std::source_location where,
                                       std::size_t guess) const
    {
        for (int further = 0; further < 2 && guess < kept_.size(); ++further, ++guess)
            if (steps_[guess].time <= time && time < steps_[guess + 1].time) return guess;
        if (!(from() <= time && time <= to()))
            refuse(parameter_error{"time must lie between the start and the end of the run",
                                   plain(time), where});
        const auto later =
            std::upper_bound(steps_.begin(), steps_.end(), time,
                             [](const real_type& t, const step_type& s) { return t < s.time; });
        return static_cast<std::size_t>(later - steps_.begin()) - 1;
    }

    /// The interpolant of a step. Where it is smooth together with the steps before and after, that of
    /// order 7 through their ends, which costs no evaluation; otherwise the one of the method.
    [[nodiscard]] detail::piece<Model> interpolant(std::size_t index) const
    {
        const auto               begin = steps_[index].time;
        const auto               x     = to_array<real_type>(steps_[index].state);
        const detail::error_norm tolerance{plain(relative_), plain(absolute_)};
        if (kept_.method(index) == detail::step_method::verner_7 && index > 0 &&
            is_followed(index - 1, index + 2)) {
            const auto x_before = to_array<real_type>(steps_[index - 1].state);
            const auto x_end    = to_array<real_type>(steps_[index + 1].state);
            const auto x_after  = to_array<real_type>(steps_[index + 2].state);
            const typename detail::piece<Model>::neighborhood through{
                {steps_[index - 1].time, x_before, kept_.rates(index - 1)},
                {begin, x, kept_.rates(index)},
                {steps_[index + 1].time, x_end, kept_.rates(index + 1)},
                {steps_[index + 2].time, x_after, kept_.rates(index + 2)}};
            if (through.error(tolerance) <= most_apart)
                return detail::piece<Model>::among(through, begin, kept_.width(index), x);
        }
        const bool known       = is_followed(index, index + 1);
        const auto rates_after = known ? kept_.rates(index + 1) : detail::numbers_of<Model>{};
        return detail::interpolant(kept_.method(index), model_, tolerance, begin,
                                   kept_.width(index), x, kept_.stages(index),
                                   known ? &rates_after : nullptr);
    }

    /// Whether the rates at the end of each step from `first` on are those with which the next begins, up to the
    /// step `last`: no event and no breakpoint lies between.
    [[nodiscard]] bool is_followed(std::size_t first, std::size_t last) const
    {
        if (last >= kept_.size()) return false;
        for (std::size_t step = first; step <= last; ++step)
            if (!(kept_.width(step) > 0)) return false;
        return !detail::changes_between(model_, steps_[first].time, steps_[last].time);
    }

    Model                                          model_;
    std::vector<step_type>                         steps_;
    detail::kept_steps<Model>                      kept_; ///< one for each state but the last
    std::vector<occurrence<state_type, real_type>> events_;
    ending                                         reason_ = ending::reached_end;
    real_type                                      relative_;
    real_type                                      absolute_;
};

} // namespace orgscale
