#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
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
#include <orgscale/solve/detail/piece.hpp>

namespace orgscale::detail {

/// Runs a model in every lane, all by the same steps, and watches the error of each.
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

    /// Before the first step, with a member in every lane.
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

    /// By how much errors are beyond the tolerance adds up; it stays 0 where none is.
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

    /// The same when the steps are being planned: the error in units of the tolerance.
    [[nodiscard]] number end_pilot_step()
    {
        step_.finish(width_, x_);
        const number error = step_.error(width_, x_, settings_.relative, settings_.absolute);
        for (std::size_t n = 0; n < x_.size(); ++n) x_[n] = step_.next[n];
        return error;
    }

    /// After the last step: whether the run in each lane kept to the tolerance.
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
        const auto through =
            piece<many>::through(verner_7{}, *many_, begin_, width_, x_, step_.k, nullptr);
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

/// Fills packs with members, and takes all of them through the same steps.
template <class Model, std::size_t Width, std::size_t Packs>
class graded_runner {
public:
    explicit graded_runner(const batch_settings& settings) : packs_{packs_of(settings)} {}

    /// Members begin to end - 1, at most Packs * Width; the rest of the lanes are padded.
    template <class Source>
    void fill(std::size_t begin, std::size_t end, const Source& member_of)
    {
        std::size_t index = begin;
        for (pack_type& pack : packs_) {
            for (std::size_t lane = 0; lane < Width; ++lane, ++index) {
                if (lane > 0 && index >= end) {
                    pack.pad(lane);
                } else {
                    const auto member = member_of(index < end ? index : begin);
                    pack.set(lane, member.model, member.start);
                }
            }
            pack.start();
        }
    }

    void run(std::span<const double> times)
    {
        std::apply(
            [&](auto&... pack) {
                for (std::size_t i = 0; i + 1 < times.size(); ++i) {
                    (pack.begin_step(times[i], times[i + 1] - times[i]), ...);
                    interleave(pack...);
                    (pack.end_step(times[i + 1]), ...);
                }
            },
            packs_);
    }

    /// The same, the errors in all lanes of each pack to watch(step, errors).
    template <class Watch>
    void run_pilot(std::span<const double> times, const Watch& watch)
    {
        std::apply(
            [&](auto&... pack) {
                for (std::size_t i = 0; i + 1 < times.size(); ++i) {
                    (pack.begin_step(times[i], times[i + 1] - times[i]), ...);
                    interleave(pack...);
                    (watch(i, pack.end_pilot_step()), ...);
                }
            },
            packs_);
    }

    /// Each member that was filled in: take(index, whether it kept to the tolerance, outputs).
    template <class Take>
    void finish(std::size_t begin, std::size_t end, const Take& take)
    {
        std::size_t index = begin;
        for (pack_type& pack : packs_) {
            const auto kept = pack.finish();
            for (std::size_t lane = 0; lane < Width && index < end; ++lane, ++index)
                take(index, kept[lane], pack.reached(lane));
        }
    }

private:
    using pack_type = graded_pack<Model, Width>;

    [[nodiscard]] static auto packs_of(const batch_settings& settings)
    {
        return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            return std::array<pack_type, Packs>{(static_cast<void>(Index), pack_type{settings})...};
        }(std::make_index_sequence<Packs>{});
    }

    std::array<pack_type, Packs> packs_;
};

} // namespace orgscale::detail
