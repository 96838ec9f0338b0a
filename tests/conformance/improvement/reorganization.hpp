#pragma once

#include <array>

#include <orgscale/improvement/reorganization.hpp>

#include "../case.hpp"

struct reorganization_case : function_case {
    static auto model()
    {
        return orgscale::reorganization<>{.start          = 4,
                                          .dip            = 0.25,
                                          .recovery_time  = 3,
                                          .gain           = 0.5,
                                          .fading_time    = 16,
                                          .defects_before = 0.25,
                                          .defects_after  = 0.125};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& policy, const Real& scale)
    {
        return std::array<Real, 5>{policy.productivity(Real(6 * scale)),
                                   policy.defects(Real(6 * scale)),
                                   policy.productivity(Real(scale)), policy.defects(Real(scale)),
                                   policy.productivity(Real(32 * scale))};
    }
};
