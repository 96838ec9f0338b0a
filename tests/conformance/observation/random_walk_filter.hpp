#pragma once

#include <array>

#include <orgscale/observation/random_walk_filter.hpp>

#include "../case.hpp"

struct random_walk_filter_case : function_case {
    static auto model()
    {
        return orgscale::random_walk_filter<>{.volatility = 0.5, .observation_variance = 2};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& walk, const Real& scale)
    {
        return std::array<Real, 6>{walk.gain(),
                                   walk.posterior_variance(),
                                   walk.error_after(scale),
                                   walk.break_even_delay(),
                                   walk.break_even_variance(scale),
                                   walk.break_even_sample(Real(3), scale)};
    }
};
