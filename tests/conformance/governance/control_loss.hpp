#pragma once

#include <array>

#include <orgscale/governance/control_loss.hpp>

#include "../case.hpp"

struct control_loss_case : function_case {
    static auto model()
    {
        return orgscale::control_loss<>{.span_of_control   = 5,
                                        .control_retention = 0.9375,
                                        .wage_step         = 1.5,
                                        .wage              = 0.25,
                                        .margin            = 1};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& firm, const Real& scale)
    {
        const Real levels = Real(3) * scale;
        return std::array<Real, 7>{firm.output(levels),
                                   firm.wages(levels),
                                   firm.profit(levels),
                                   firm.approximate_wages(levels),
                                   firm.approximate_best_levels(),
                                   firm.approximate_profit(levels),
                                   firm.employment(levels)};
    }
};
