#pragma once

#include <array>

#include <orgscale/observation/perfect_observation.hpp>

#include "../case.hpp"

struct perfect_observation_case : function_case {
    static auto model() { return orgscale::perfect_observation<>{}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& eye, const Real& scale)
    {
        return std::array<Real, 1>{eye.signal_retention(scale)};
    }
};
