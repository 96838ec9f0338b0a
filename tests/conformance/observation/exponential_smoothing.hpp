#pragma once

#include <array>

#include <orgscale/observation/exponential_smoothing.hpp>

#include "../case.hpp"

struct exponential_smoothing_case : function_case {
    static auto model() { return orgscale::exponential_smoothing<>{.gain = 0.25}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& filter, const Real& scale)
    {
        return std::array<Real, 5>{filter.variance_ratio(), filter.mean_age(),
                                   filter.step_response(Real(3 * scale)), filter.half_life(),
                                   filter.next(scale, Real(4))};
    }
};
