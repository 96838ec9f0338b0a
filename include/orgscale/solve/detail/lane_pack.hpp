#pragma once

// Longer than others: one loop of steps, whose parts share the state of all lanes.

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include <orgscale/core/breakpoints.hpp>
#include <orgscale/core/lanes.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/solve/detail/batch_settings.hpp>
#include <orgscale/solve/detail/lane_model.hpp>
#include <orgscale/solve/detail/lane_step.hpp>
#include <orgscale/solve/detail/piece.hpp>
#include <orgscale/solve/ending.hpp>

namespace orgscale::detail {

/// Runs a model in every lane, each with its own time, step and error control.
template <class Model, std::size_t Width>
class lane_pack {
public:
    using number     = lanes<Width>;
    using mask       = lane_mask<Width>;
    using many       = many_t<Model, Width>;
    using numbers    = numbers_of<many>;
    using state_type = state_of<Model>;

    static constexpr std::size_t dimensions = std::tuple_size_v<numbers>;

    explicit lane_pack(const batch_settings& settings)
        : settings_{settings}, lands_on_outputs_{settings.outputs <= max_landings},
          outputs_(settings.outputs * Width)
    {}

    /// Loads a member into a lane; false if there is nothing to run, with its ending in reason().
    [[nodiscard]] bool put(std::size_t lane, std::size_t index, const Model& model,
                           const state_type& start)
    {
        const mask here = only(lane);
        if (many_) {
            set_lane<Width>(*many_, here, model);
        } else {
            many_.emplace(with_real<number>(model));
        }
        const auto from = to_array<double>(start);
        for (std::size_t n = 0; n < dimensions; ++n) where(here, x_[n]) = number(from[n]);
        where(here, time_)     = number(settings_.from);
        where(here, active_)   = number(1);
        where(here, tries_)    = number(0);
        where(here, proposed_) = number(0);
        where(here, previous_) = number(0);
        where(here, widest_)   = number(10);
        index_[lane]           = index;
        written_[lane]         = 0;
        if (!all_finite(from)) {
            reason_ = ending::not_finite;
            return false;
        }
        if (settings_.outputs > 1) write(lane, x_, lane);
        if (!(settings_.to > settings_.from)) {
            while (written_[lane] < settings_.outputs) write(lane, x_, lane);
            reason_ = ending::reached_end;
            return false;
        }
        set_limit(lane);
        if (settings_.relative > loosest_unbound) {
            if constexpr (requires { many_->shortest_time(); })
                where(here, max_step_) =
                    least(number(many_->shortest_time()), number(settings_.max_step));
        }
        return true;
    }

    /// Leaves a lane idle.
    void rest(std::size_t lane)
    {
        const mask here      = only(lane);
        where(here, active_) = number(0);
        where(here, limit_)  = time_;
    }

    void begin_step()
    {
        step_.rate(*many_, time_, x_, step_.k[0]);
        const mask fresh = proposed_ == 0;
        if (any_of(fresh)) proposed_ = select(fresh, first_width(), proposed_);

        const number left = limit_ - time_;
        const number wide = least(proposed_, max_step_);
        const number half = 0.5 * left;
        lands_            = wide >= 0.99 * left;
        width_            = select(lands_, left, least(wide, half)); // two equal steps to the limit
    }

    template <std::size_t Stage>
    void stage()
    {
        step_.template stage<Stage>(*many_, time_, width_, x_);
    }

    /// Accepts or rejects the step in each lane; whether any lane needs attention (see is_done).
    [[nodiscard]] bool end_step()
    {
        step_.finish(width_, x_);
        const number error    = step_.error(width_, x_, settings_.relative, settings_.absolute);
        const mask   accepted = error <= 1;
        const number now      = rough_log2(greatest(error, number(1e-10)));
        const number wider    = width_ *
                             step_growth<verner_7::order>(accepted, now, previous_, widest_);
        const number end = select(lands_, limit_, number(time_ + width_));

        tries_ += active_;
        moves_    = time_ + width_ > time_;
        hopeless_ = error >= hopeless_error;
        if (!lands_on_outputs_) interpolate(accepted, end);
        proposed_ = select(accepted && lands_, greatest(wider, proposed_), wider);
        previous_ = select(accepted, now, previous_);
        widest_   = select(accepted, number(10), number(1));
        for (std::size_t n = 0; n < dimensions; ++n) x_[n] = select(accepted, step_.next[n], x_[n]);
        time_    = select(accepted, end, time_);
        notable_ = active_ > 0 && (time_ >= limit_ || hopeless_ || !moves_ ||
                                   tries_ >= static_cast<double>(settings_.max_steps));
        return any_of(notable_);
    }

    /// Whether a lane has ended (see reason); otherwise it continues to its next limit.
    [[nodiscard]] bool is_done(std::size_t lane)
    {
        if (!notable_[lane]) return false;
        const double time = time_[lane];
        if (time >= limit_[lane]) {
            while (written_[lane] < settings_.outputs &&
                   settings_.output_time(written_[lane]) <= time)
                write(lane, x_, lane);
            reason_ = ending::reached_end;
            if (time >= settings_.to) return true;
            set_limit(lane);
        } else if (hopeless_[lane]) {
            reason_ = ending::not_finite;
            if (!moves_[lane] || !rates_are_finite(lane)) return true;
        } else {
            reason_ = ending::step_too_small;
            if (!moves_[lane]) return true;
        }
        reason_ = ending::step_limit_reached;
        return tries_[lane] >= static_cast<double>(settings_.max_steps);
    }

    /// Whether it ever had a member; otherwise there is nothing to step.
    [[nodiscard]] bool        has_model() const { return many_.has_value(); }
    [[nodiscard]] double      tries(std::size_t lane) const { return tries_[lane]; }
    [[nodiscard]] std::size_t index(std::size_t lane) const { return index_[lane]; }
    [[nodiscard]] ending      reason() const { return reason_; }

    [[nodiscard]] std::span<const state_type> reached(std::size_t lane) const
    {
        return {outputs_.data() + lane * settings_.outputs, written_[lane]};
    }

private:
    static constexpr std::size_t max_landings = 12; ///< outputs; more are interpolated
    static constexpr double      loosest_unbound =
        1e-6; ///< without a bound by the shortest time constant
    static constexpr double infinite = std::numeric_limits<double>::infinity();

    /// Sets the next time at which a lane must end a step.
    void set_limit(std::size_t lane)
    {
        double stop = settings_.to;
        if (lands_on_outputs_ && written_[lane] < settings_.outputs)
            stop = settings_.output_time(written_[lane]);
        if constexpr (has_breakpoints<many>) {
            const double change = next_breakpoint_of<number>(*many_, time_)[lane];
            if (change < stop) stop = change;
        }
        limit_.set(lane, stop);
    }

    /// An initial width that changes the state by about a hundredth; where the state or its rates are
    /// near 0, one by the order of the method.
    [[nodiscard]] number first_width() const
    {
        using std::abs;
        number size(0);
        number slope(0);
        for (std::size_t n = 0; n < dimensions; ++n) {
            const number scale = settings_.absolute + settings_.relative * abs(x_[n]);
            size               = greatest(number(abs(x_[n]) / scale), size);
            slope              = greatest(number(abs(step_.k[0][n]) / scale), slope);
        }
        constexpr double order    = verner_7::order;
        const number     bounded  = least(greatest(slope, number(1e-15)), number(1e30));
        const number     by_order = rough_exp2(number(-rough_log2(number(100 * bounded)) / order));
        const number     guess    = greatest(number(0.01 * size / bounded), by_order);
        return least(guess, number(settings_.to - settings_.from));
    }

    /// Interpolates the outputs within the steps just taken.
    void interpolate(const mask& accepted, const number& end)
    {
        number wanted(infinite);
        for (std::size_t lane = 0; lane < Width; ++lane)
            if (written_[lane] < settings_.outputs)
                wanted.set(lane, settings_.output_time(written_[lane]));
        mask within = accepted && active_ > 0 && wanted < end;
        if (!any_of(within)) return;
        const auto through = piece<many>::unchecked(verner_7{}, *many_, time_, width_, x_, step_.k);
        while (any_of(within)) {
            const numbers there = through(wanted);
            for (std::size_t lane = 0; lane < Width; ++lane)
                if (within[lane]) {
                    write(lane, there, lane);
                    wanted.set(lane, settings_.output_time(written_[lane]));
                }
            within = within && wanted < end;
        }
    }

    void write(std::size_t lane, const numbers& x, std::size_t from)
    {
        std::array<double, dimensions> plainly;
        for (std::size_t n = 0; n < dimensions; ++n) plainly[n] = x[n][from];
        outputs_[lane * settings_.outputs + written_[lane]++] = from_array<state_type>(plainly);
    }

    [[nodiscard]] bool rates_are_finite(std::size_t lane) const
    {
        for (const number& rate : step_.k[0])
            if (!(std::abs(rate[lane]) < infinite)) return false;
        return true;
    }

    [[nodiscard]] static mask only(std::size_t lane)
    {
        number chosen(0);
        chosen.set(lane, 1);
        return chosen > 0;
    }

    batch_settings                 settings_;
    bool                           lands_on_outputs_;
    std::optional<many>            many_;
    lane_step<many>                step_{};
    numbers                        x_{};
    number                         time_{};
    number                         width_{};
    number                         limit_{}; ///< where the lane must next end a step
    number                         proposed_{};
    number                         previous_{}; ///< logarithm of the error of the last step
    number                         widest_{}; ///< largest growth of a step; 1 after a rejected one
    number                         max_step_{settings_.max_step};
    number                         tries_{};
    number                         active_{};
    mask                           lands_{};
    mask                           notable_{};
    mask                           hopeless_{};
    mask                           moves_{};
    std::array<std::size_t, Width> index_{};
    std::array<std::size_t, Width> written_{};
    std::vector<state_type>        outputs_;
    ending                         reason_ = ending::reached_end;
};

} // namespace orgscale::detail
