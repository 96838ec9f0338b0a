#pragma once

#include <array>

#include <orgscale/growth/universal_scalability.hpp>

#include "../case.hpp"

struct universal_scalability_case : function_case {
    static auto model()
    {
        return orgscale::universal_scalability<>{.contention = 0.03125, .coherency = 0.0009765625};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& scalability, const Real& scale)
    {
        const Real units = 1 + 16 * scale;
        const auto time  = scalability.time_split(units);
        return std::array<Real, 8>{scalability.speed_up(units),
                                   scalability.deviation(units),
                                   time.working,
                                   time.waiting,
                                   time.agreeing,
                                   scalability.limit(),
                                   scalability.knee(),
                                   scalability.peak()->units};
    }
};
