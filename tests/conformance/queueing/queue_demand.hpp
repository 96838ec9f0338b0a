#pragma once

#include <array>

#include <orgscale/queueing/queue_demand.hpp>

#include "../case.hpp"

struct queue_demand_case : function_case {
    static auto model()
    {
        return orgscale::queue_demand<>{.arrival_rate = 3, .service_time = 1.25};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& calls, const Real& scale)
    {
        return std::array<Real, 1>{calls.load() * scale};
    }
};
