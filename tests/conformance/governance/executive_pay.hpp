#pragma once

#include <array>

#include <orgscale/governance/executive_pay.hpp>

#include "../case.hpp"

struct executive_pay_case : function_case {
    static auto model()
    {
        return orgscale::executive_pay<>{.span_of_control = 3, .pay_step = 1.5, .base_pay = 32};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& law, const Real& scale)
    {
        return std::array<Real, 5>{law.pay(Real(2) * scale), law.top_pay(Real(64) * scale),
                                   law.size_exponent(), law.pareto_exponent(),
                                   law.share_paid(Real(64) * scale)};
    }
};
