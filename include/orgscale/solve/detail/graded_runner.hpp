#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>

#include <orgscale/solve/detail/batch_settings.hpp>
#include <orgscale/solve/detail/graded_pack.hpp>
#include <orgscale/solve/detail/lane_step.hpp>

namespace orgscale::detail {

/// Fills packs with members and takes them all through the same steps.
template <class Model, std::size_t Width, std::size_t Packs>
class graded_runner {
public:
    explicit graded_runner(const batch_settings& settings) : packs_{packs_of(settings)} {}

    /// Loads members begin to end - 1, at most Packs * Width; other lanes are padded.
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

    /// The same, passing the errors of each pack's lanes to watch(step, errors).
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

    /// Calls take(index, within_tolerance, outputs) for each member loaded.
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
