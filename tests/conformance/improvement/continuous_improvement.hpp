#pragma once

#include <array>

#include <orgscale/improvement/continuous_improvement.hpp>

#include "../case.hpp"

struct continuous_improvement_case : function_case {
    static auto model()
    {
        return orgscale::continuous_improvement<>{.halving_time   = 8,
                                                  .gain           = 0.5,
                                                  .defects_before = 0.25,
                                                  .least_defects  = 0.0625,
                                                  .start          = 4};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& policy, const Real& scale)
    {
        return std::array<Real, 5>{policy.productivity(Real(6 * scale)),
                                   policy.defects(Real(6 * scale)),
                                   policy.defects(Real(32 * scale)),
                                   policy.productivity(Real(scale)), policy.defects(Real(scale))};
    }
};
