#pragma once

#include <array>

#include <orgscale/improvement/kaizen_or_step.hpp>

#include "../case.hpp"

struct kaizen_or_step_case : function_case {
    static auto model()
    {
        return orgscale::kaizen_or_step<>{.kaizen     = {.halving_time = 12, .minimum = 2},
                                          .level      = 128,
                                          .step_level = 16,
                                          .step_time  = 6};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& firm, const Real& scale)
    {
        return std::array<Real, 3>{firm.kaizen_exposure(Real(8 * scale)),
                                   firm.step_exposure(Real(8 * scale)),
                                   firm.step_exposure(Real(3 * scale))};
    }
};
