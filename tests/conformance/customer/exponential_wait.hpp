#pragma once

#include <array>

#include <orgscale/customer/exponential_wait.hpp>

#include "../case.hpp"

struct exponential_wait_case : function_case {
    static auto model()
    {
        return orgscale::exponential_wait<>{.mean = 3, .waiting = 0.75, .least = 0.5};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& wait, const Real& scale)
    {
        return std::array<Real, 3>{wait.share_within(Real(2 * scale)),
                                   wait.time_for(Real(scale / 2)),
                                   Model::mean_for(Real(scale / 2), Real(scale))};
    }
};
