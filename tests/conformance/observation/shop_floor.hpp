#pragma once

#include <array>

#include <orgscale/observation/shop_floor.hpp>

#include "../case.hpp"

struct shop_floor_case : function_case {
    static auto model()
    {
        return orgscale::shop_floor<>{
            .visit_interval = 1, .sample = 16, .standard_error = 1, .volatility = 0.5};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& floor, const Real& scale)
    {
        return std::array<Real, 4>{floor.reporting_delay(scale), floor.signal_retention(scale),
                                   floor.mean_square_error(), floor.gain()};
    }
};
