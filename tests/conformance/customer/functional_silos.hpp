#pragma once

#include <array>

#include <orgscale/customer/functional_silos.hpp>

#include "../case.hpp"

struct functional_silos_case : function_case {
    static auto model()
    {
        return orgscale::functional_silos<>{.functions           = 5,
                                            .utilization         = 0.75,
                                            .work_time           = 0.5,
                                            .divergence          = 0.125,
                                            .largest_utilization = 0.9375};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& silos, const Real& scale)
    {
        return std::array<Real, 5>{
            silos.handoff_delay(Real(2 * scale)), silos.decision_multiple(Real(2 * scale)),
            silos.handoff_delay(Real(8 * scale)), silos.decision_multiple(Real(8 * scale)),
            silos.handoff_delay(Real(8 * scale), Real(scale * Real(0.8125)))};
    }
};
