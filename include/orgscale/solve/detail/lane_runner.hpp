#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include <orgscale/core/lanes.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/solve/detail/lane_model.hpp>
#include <orgscale/solve/detail/lane_step.hpp>
#include <orgscale/solve/detail/piece.hpp>
#include <orgscale/solve/ending.hpp>

namespace orgscale::detail {

/// What all runs of a batch share.
struct batch_settings {
    double       from;
    double       to;
    std::size_t  outputs;
    double       relative;
    double       absolute;
    std::int64_t max_steps;
    double       largest;

    /// When output number i is wanted; the last at the end, to the last digit.
    [[nodiscard]] double output_time(std::size_t i) const
    {
        if (i + 1 >= outputs) return to;
        return from + (to - from) * static_cast<double>(i) / static_cast<double>(outputs - 1);
    }
};

/// Runs a model in every lane, each with its own time and step, the error of each controlled. A lane
/// that is done takes the next member at once.
///
/// Longer than a header should be: one step of all lanes, from its widths to what follows from its
/// errors, reads best in one place.
template <class Model, std::size_t Width>
class lane_runner {
public:
    using number     = lanes<Width>;
    using mask       = lane_mask<Width>;
    using many       = many_t<Model, Width>;
    using numbers    = numbers_of<many>;
    using state_type = state_of<Model>;

    static constexpr std::size_t dimensions = std::tuple_size_v<numbers>;

    explicit lane_runner(const batch_settings& settings)
        : settings_{settings}, lands_on_outputs_{settings.outputs <= most_landings},
          outputs_(settings.outputs * Width)
    {}

    /// Runs members until there is none: next(index, model, start) gives one or false, and
    /// sink(index, outputs, ending) takes it back.
    template <class Next, class Sink>
    void run(const Next& next, const Sink& sink)
    {
        for (std::size_t lane = 0; lane < Width; ++lane) load(lane, next, sink);
        while (running_ > 0) {
            step();
            if (!any_of(notable_)) continue;
            for (std::size_t lane = 0; lane < Width; ++lane)
                if (notable_[lane] && is_done(lane)) {
                    sink(index_[lane], reached(lane), reason_);
                    --running_;
                    load(lane, next, sink);
                }
        }
    }

private:
    static constexpr std::size_t most_landings = 12; ///< outputs, above which they are interpolated
    static constexpr double      infinite      = std::numeric_limits<double>::infinity();

    /// The next member that has anything to run, into a lane.
    template <class Next, class Sink>
    void load(std::size_t lane, const Next& next, const Sink& sink)
    {
        const mask here = only(lane);
        while (next(index_[lane], [&](const Model& model, const state_type& start) {
            put(lane, here, model, start);
        })) {
            ++running_;
            if (!start_is_finite(lane)) {
                reason_ = ending::not_finite;
            } else if (settings_.to > settings_.from) {
                return;
            } else {
                while (written_[lane] < settings_.outputs) write(lane, x_, lane);
                reason_ = ending::reached_end;
            }
            sink(index_[lane], reached(lane), reason_);
            --running_;
        }
        where(here, active_) = number(0);
        where(here, limit_)  = time_;
    }

    void put(std::size_t lane, const mask& here, const Model& model, const state_type& start)
    {
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
        written_[lane]         = 0;
        if (settings_.outputs > 1) write(lane, x_, lane);
        set_limit(lane);
        if (settings_.relative > loosest_unbound) {
            if constexpr (requires { many_->shortest_time(); })
                where(here, largest_) =
                    least(number(many_->shortest_time()), number(settings_.largest));
        }
    }

    void step()
    {
        step_.k[0]       = rates(*many_, time_, x_);
        const mask fresh = proposed_ == 0;
        if (any_of(fresh)) proposed_ = select(fresh, first_width(), proposed_);

        const number left  = limit_ - time_;
        const number wide  = least(proposed_, largest_);
        const mask   lands = wide >= 0.99 * left;
        const number half  = 0.5 * left;
        const number width = select(lands, left, least(wide, half)); // two equal steps to the limit
        const mask   moves = time_ + width > time_;

        step_.attempt(*many_, time_, width, x_);
        const number error    = step_.error(width, x_, settings_.relative, settings_.absolute);
        const mask   accepted = error <= 1;
        const number now      = rough_log2(greatest(error, number(1e-10)));
        const number wider    = width *
                             step_growth<verner_7::order>(accepted, now, previous_, widest_);
        const number end = select(lands, limit_, number(time_ + width));

        tries_ += active_;
        if (!lands_on_outputs_) interpolate(accepted, width, end);
        proposed_ = select(accepted && lands, greatest(wider, proposed_), wider);
        previous_ = select(accepted, now, previous_);
        widest_   = select(accepted, number(10), number(1));
        for (std::size_t n = 0; n < dimensions; ++n) x_[n] = select(accepted, step_.next[n], x_[n]);
        time_     = select(accepted, end, time_);
        hopeless_ = error >= hopeless_error;
        moves_    = moves;
        notable_  = active_ > 0 && (time_ >= limit_ || hopeless_ || !moves ||
                                   tries_ >= static_cast<double>(settings_.max_steps));
    }

    /// Whether a lane has come to its end, and how; else it goes on to its next limit.
    [[nodiscard]] bool is_done(std::size_t lane)
    {
        const double time = time_[lane];
        if (time >= limit_[lane]) {
            while (written_[lane] < settings_.outputs &&
                   settings_.output_time(written_[lane]) <= time)
                write(lane, x_, lane);
            reason_ = ending::reached_end;
            if (time >= settings_.to) return true;
            set_limit(lane);
            reason_ = ending::spent_steps;
            return tries_[lane] >= static_cast<double>(settings_.max_steps);
        }
        if (hopeless_[lane]) {
            reason_ = ending::not_finite;
            if (!moves_[lane] || !rates_are_finite(lane)) return true;
        } else {
            reason_ = ending::step_too_small;
            if (!moves_[lane]) return true;
        }
        reason_ = ending::spent_steps;
        return tries_[lane] >= static_cast<double>(settings_.max_steps);
    }

    /// The next time at which a lane must end a step.
    void set_limit(std::size_t lane)
    {
        const double time = time_[lane];
        double       stop = settings_.to;
        if (lands_on_outputs_ && written_[lane] < settings_.outputs)
            stop = settings_.output_time(written_[lane]);
        if constexpr (requires { many_->breakpoints(); })
            for (const auto& change : many_->breakpoints())
                if (time < change[lane] && change[lane] < stop) stop = change[lane];
        limit_.set(lane, stop);
    }

    /// A first width that changes the state by about a hundredth; from little or nothing, or where
    /// nothing moves, one by the order of the method [1, II.4].
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

    /// Writes the outputs that lie in the steps just taken.
    void interpolate(const mask& accepted, const number& width, const number& end)
    {
        for (std::size_t lane = 0; lane < Width; ++lane)
            wanted_.set(lane, written_[lane] < settings_.outputs
                                  ? settings_.output_time(written_[lane])
                                  : infinite);
        mask within = accepted && active_ > 0 && wanted_ < end;
        if (!any_of(within)) return;
        const auto through =
            piece<many>::through(verner_7{}, *many_, time_, width, x_, step_.k, nullptr);
        while (any_of(within)) {
            const numbers there = through(wanted_);
            for (std::size_t lane = 0; lane < Width; ++lane)
                if (within[lane]) {
                    write(lane, there, lane);
                    wanted_.set(lane, settings_.output_time(written_[lane]));
                }
            within = within && wanted_ < end;
        }
    }

    void write(std::size_t lane, const numbers& x, std::size_t from)
    {
        std::array<double, dimensions> plainly;
        for (std::size_t n = 0; n < dimensions; ++n) plainly[n] = x[n][from];
        outputs_[lane * settings_.outputs + written_[lane]++] = from_array<state_type>(plainly);
    }

    [[nodiscard]] std::span<const state_type> reached(std::size_t lane) const
    {
        return {outputs_.data() + lane * settings_.outputs, written_[lane]};
    }

    [[nodiscard]] bool start_is_finite(std::size_t lane) const
    {
        for (const number& x : x_)
            if (!(std::abs(x[lane]) < infinite)) return false;
        return true;
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

    static constexpr double loosest_unbound = 1e-6; ///< by the shortest time constant

    batch_settings                 settings_;
    bool                           lands_on_outputs_;
    std::optional<many>            many_;
    lane_step<many>                step_{};
    numbers                        x_{};
    number                         time_{};
    number                         limit_{}; ///< where the lane must next end a step
    number                         proposed_{};
    number                         previous_{}; ///< logarithm of the error of its last step
    number                         widest_{};   ///< growth allowed: none after a refused step
    number                         largest_{settings_.largest};
    number                         tries_{};
    number                         active_{};
    number                         wanted_{};
    mask                           notable_{};
    mask                           hopeless_{};
    mask                           moves_{};
    std::array<std::size_t, Width> index_{};
    std::array<std::size_t, Width> written_{};
    std::vector<state_type>        outputs_;
    std::size_t                    running_ = 0;
    ending                         reason_  = ending::reached_end;
};

} // namespace orgscale::detail
