#pragma once

#include <array>
#include <cstddef>

#include <orgscale/core/real.hpp>

/// The results of a function that takes one number at a time, lane by lane.
///     ask(model, scale)    an array of numbers
///     model                in `double`, the same for all lanes
template <class Case, orgscale::real Real, class Model, class Ask>
auto lane_by_lane(const Model& model, const Real& scale, const Ask& ask)
{
    if constexpr (orgscale::ordered_real<Real>) {
        return ask(model, scale);
    } else {
        using numbers                                      = decltype(ask(Case::model(), 1.0));
        constexpr std::size_t                        count = std::tuple_size_v<numbers>;
        constexpr std::size_t                        lanes = Real::size();
        std::array<std::array<double, lanes>, count> by_answer{};
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const auto given = ask(Case::model(), static_cast<double>(scale[lane]));
            for (std::size_t i = 0; i < count; ++i) by_answer[i][lane] = given[i];
        }
        std::array<Real, count> all{};
        for (std::size_t i = 0; i < count; ++i) all[i] = Real(by_answer[i]);
        return all;
    }
}
