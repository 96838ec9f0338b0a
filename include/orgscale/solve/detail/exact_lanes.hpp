#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include <orgscale/core/lanes.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/solve/detail/batch_settings.hpp>
#include <orgscale/solve/detail/lane_model.hpp>
#include <orgscale/solve/detail/lane_table.hpp>
#include <orgscale/solve/ending.hpp>

namespace orgscale::detail {

/// Evaluates laws with a closed form, one pack of lanes at a time; the last pack is padded with its first member.
template <class Model, std::size_t Width, class Source, class Sink>
void solve_exactly(std::size_t first, std::size_t last, const Source& member_of,
                   const batch_settings& settings, const Sink& sink)
{
    using number = lanes<Width>;
    std::optional<many_t<Model, Width>> many;
    lane_table<Model, Width>            table;
    std::vector<double>                 found(settings.outputs * Width);
    for (std::size_t begin = first; begin < last; begin += Width) {
        const std::size_t count = (std::min)(last - begin, Width);
        for (std::size_t lane = 0; lane < count; ++lane) {
            const auto member = member_of(begin + lane);
            if (!many) many.emplace(with_real<number>(member.model));
            table.set(lane, member.model, member.start);
        }
        for (std::size_t lane = count; lane < Width; ++lane) table.pad(lane);
        table.write(*many);

        using std::abs;
        const number start    = table.starts()[0];
        auto         complete = abs(start) < infinity<number>();
        for (std::size_t i = 0; i < settings.outputs; ++i) {
            const number time = settings.output_time(i) - settings.from;
            const number x = i + 1 < settings.outputs && i == 0 ? start : many->after(start, time);
            complete       = complete && abs(x) < infinity<number>();
            const auto numbers = x.numbers();
            for (std::size_t lane = 0; lane < Width; ++lane)
                found[lane * settings.outputs + i] = numbers[lane];
        }
        const bool all_complete = all_of(complete);
        for (std::size_t lane = 0; lane < count; ++lane) {
            std::span<const double> states{found.data() + lane * settings.outputs, settings.outputs};
            const bool reached = all_complete || complete[lane];
            if (!reached) {
                const auto lost = std::find_if_not(states.begin(), states.end(), [](double x) {
                    return std::abs(x) < std::numeric_limits<double>::infinity();
                });
                states          = states.first(static_cast<std::size_t>(lost - states.begin()));
            }
            sink(begin + lane, states, reached ? ending::reached_end : ending::not_finite);
        }
    }
}

} // namespace orgscale::detail
