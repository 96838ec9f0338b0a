#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <utility>

#include <orgscale/solve/detail/batch_settings.hpp>
#include <orgscale/solve/detail/lane_pack.hpp>
#include <orgscale/solve/detail/lane_step.hpp>

namespace orgscale::detail {

/// Runs members in packs of lanes; a lane that finishes takes the next member at once.
template <class Model, std::size_t Width, std::size_t Packs>
class lane_runner {
public:
    explicit lane_runner(const batch_settings& settings) : packs_{packs_of(settings)} {}

    /// Runs all members: next(put) loads one by put(index, model, start) or returns false, and
    /// sink(index, outputs, ending) receives its result.
    template <class Next, class Sink>
    void run(const Next& next, const Sink& sink)
    {
        for (pack_type& pack : packs_)
            for (std::size_t lane = 0; lane < Width; ++lane) load(pack, lane, next, sink);
        while (running_ > 0) {
            if (packs_.back().has_model()) {
                std::apply([&](auto&... pack) { step(next, sink, pack...); }, packs_);
            } else {
                for (pack_type& pack : packs_)
                    if (pack.has_model()) step(next, sink, pack);
            }
        }
    }

    /// The steps attempted so far, rejected ones included.
    [[nodiscard]] double steps_tried() const { return tried_; }

private:
    using pack_type = lane_pack<Model, Width>;

    template <class Next, class Sink, class... Pack>
    void step(const Next& next, const Sink& sink, Pack&... pack)
    {
        (pack.begin_step(), ...);
        interleave(pack...);
        const auto finish = [&](pack_type& one) {
            if (!one.end_step()) return;
            for (std::size_t lane = 0; lane < Width; ++lane)
                if (one.is_done(lane)) {
                    tried_ += one.tries(lane);
                    --running_;
                    sink(one.index(lane), one.reached(lane), one.reason());
                    load(one, lane, next, sink);
                }
        };
        (finish(pack), ...);
    }

    /// Loads the next member that needs steps into a lane.
    template <class Next, class Sink>
    void load(pack_type& pack, std::size_t lane, const Next& next, const Sink& sink)
    {
        bool runs = false;
        while (next([&](std::size_t index, const Model& model, const state_of<Model>& start) {
            runs = pack.put(lane, index, model, start);
        })) {
            if (runs) {
                ++running_;
                return;
            }
            sink(pack.index(lane), pack.reached(lane), pack.reason());
        }
        pack.rest(lane);
    }

    [[nodiscard]] static auto packs_of(const batch_settings& settings)
    {
        return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            return std::array<pack_type, Packs>{(static_cast<void>(Index), pack_type{settings})...};
        }(std::make_index_sequence<Packs>{});
    }

    std::array<pack_type, Packs> packs_;
    std::size_t                  running_ = 0;
    double                       tried_   = 0;
};

} // namespace orgscale::detail
