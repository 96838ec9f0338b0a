#pragma once

#include <array>

#include <orgscale/growth/plain_service.hpp>

#include "../case.hpp"

struct plain_service_case : function_case {
    static auto model() { return orgscale::plain_service<>{}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& rule, const Real& scale)
    {
        return std::array<Real, 1>{rule.self_service_ratio(Real(3), Real(0.25) * scale, Real(64))};
    }
};
