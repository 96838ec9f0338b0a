#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include <orgscale/ensemble/detail/mixed.hpp>

namespace orgscale::detail {

/// A trajectory: its base point, the order of its inputs and their moves: up from the lower half of the
/// levels, down from the upper.
struct morris_walk {
    std::vector<double>      from, way;
    std::vector<std::size_t> order;

    morris_walk(std::uint64_t seed, std::uint64_t number, std::size_t inputs,
                std::uint64_t level_count, double step)
        : order(inputs)
    {
        const auto draw = [&](std::uint64_t stream) {
            return detail::to_unit(detail::mixed(seed, number, stream));
        };
        const auto levels = static_cast<double>(level_count);
        for (std::size_t i = 0; i < inputs; ++i) {
            from.push_back((std::floor(draw(i) * levels) + 0.5) / levels);
            way.push_back(from[i] < 0.5 ? step : -step);
        }
        std::iota(order.begin(), order.end(), std::size_t{0});
        for (std::size_t i = inputs; i > 1; --i)
            std::swap(order[i - 1],
                      order[static_cast<std::size_t>(draw(inputs + i) * static_cast<double>(i))]);
    }

    [[nodiscard]] std::size_t place_of(std::size_t input) const
    {
        std::size_t place = 0;
        while (order[place] != input) ++place;
        return place;
    }
};

} // namespace orgscale::detail
