#pragma once

#include <array>

#include <orgscale/queueing/agent_group.hpp>

#include "../case.hpp"

struct agent_group_case : function_case {
    static auto model() { return orgscale::agent_group<>{.agents = 3, .service_time = 1.25}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& group, const Real& scale)
    {
        return std::array<Real, 1>{group.capacity() * scale};
    }
};
