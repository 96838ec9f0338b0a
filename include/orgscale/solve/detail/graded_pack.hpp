#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include <orgscale/core/lanes.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/solve/detail/batch_settings.hpp>
#include <orgscale/solve/detail/lane_model.hpp>
#include <orgscale/solve/detail/lane_step.hpp>
#include <orgscale/solve/detail/lane_table.hpp>
#include <orgscale/solve/detail/piece.hpp>

namespace orgscale::detail {

/// Runs a model in every lane, all with the same steps, and monitors each lane's error.
template <class Model, std::size_t Width>
class graded_pack {
public:
    using number     = lanes<Width>;
    using many       = many_t<Model, Width>;
    using numbers    = numbers_of<many>;
    using state_type = state_of<Model>;

    explicit graded_pack(const batch_settings& settings)
        : settings_{settings}, outputs_(settings.outputs * Width)
    {}

    void set(std::size_t lane, const Model& model, const state_type& start)
    {
        if (!many_) many_.emplace(with_real<number>(model));
        table_.set(lane, model, start);
    }
    void pad(std::size_t lane) { table_.pad(lane); }

    /// Called before the first step, with a member in every lane.
    void start()
    {
        table_.write(*many_);
        x_       = table_.starts();
        excess_  = number(0);
        written_ = 0;
        if (settings_.outputs > 1) write(x_);
    }

    [[gnu::flatten]] void begin_step(double begin, double width)
    {
        begin_ = number(begin);
        width_ = number(width);
        step_.rate(*many_, begin_, x_, step_.k[0]);
    }

    template <std::size_t Stage>
    void stage()
    {
        step_.template stage<Stage>(*many_, begin_, width_, x_);
    }

    /// Sums the errors in excess of the tolerance; stays 0 in a lane without any.
    void end_step(double end)
    {
        using std::abs;
        step_.finish(width_, x_);
        for (std::size_t n = 0; n < x_.size(); ++n) {
            const number size  = greatest(number(abs(step_.next[n])), number(abs(x_[n])));
            const number scale = settings_.absolute + settings_.relative * size;
            const number error = abs(width_ * step_.template sum<error_of<verner_7>>(n));
            excess_ += greatest(number(error - scale), number(0));
        }
        interpolate(end);
        for (std::size_t n = 0; n < x_.size(); ++n) x_[n] = step_.next[n];
    }

    /// The same while planning: returns the error in units of the tolerance.
    [[nodiscard]] number end_pilot_step()
    {
        step_.finish(width_, x_);
        const number error = step_.error(width_, x_, settings_.relative, settings_.absolute);
        for (std::size_t n = 0; n < x_.size(); ++n) x_[n] = step_.next[n];
        return error;
    }

    /// Called after the last step: which lanes stayed within the tolerance.
    [[nodiscard]] lane_mask<Width> finish()
    {
        using std::abs;
        write(x_);
        number size(0);
        for (const number& x : x_) size += abs(x);
        return excess_ <= 0 && size < infinity<number>();
    }

    [[nodiscard]] std::span<const state_type> reached(std::size_t lane) const
    {
        return {outputs_.data() + lane * settings_.outputs, settings_.outputs};
    }

private:
    void interpolate(double end)
    {
        if (written_ + 1 >= settings_.outputs || !(settings_.output_time(written_) < end)) return;
        const auto through = piece<many>::unchecked(verner_7{}, *many_, begin_, width_, x_, step_.k);
        for (; written_ + 1 < settings_.outputs && settings_.output_time(written_) < end;)
            write(through(number(settings_.output_time(written_))));
    }

    void write(const numbers& x)
    {
        std::array<std::array<double, Width>, std::tuple_size_v<numbers>> rows;
        for (std::size_t n = 0; n < x.size(); ++n) rows[n] = x[n].numbers();
        for (std::size_t lane = 0; lane < Width; ++lane) {
            std::array<double, std::tuple_size_v<numbers>> plainly;
            for (std::size_t n = 0; n < x.size(); ++n) plainly[n] = rows[n][lane];
            outputs_[lane * settings_.outputs + written_] = from_array<state_type>(plainly);
        }
        ++written_;
    }

    batch_settings           settings_;
    std::optional<many>      many_;
    lane_table<Model, Width> table_;
    lane_step<many>          step_{};
    numbers                  x_{};
    number                   begin_{};
    number                   width_{};
    number                   excess_{};
    std::size_t              written_ = 0; ///< outputs, the same in every lane
    std::vector<state_type>  outputs_;
};

} // namespace orgscale::detail
