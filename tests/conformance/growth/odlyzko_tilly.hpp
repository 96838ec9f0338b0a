#pragma once

#include <array>

#include <orgscale/growth/odlyzko_tilly.hpp>

#include "../case.hpp"

struct odlyzko_tilly_case : function_case {
    static auto model() { return orgscale::odlyzko_tilly<>{.unit_value = 0.375}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& law, const Real& scale)
    {
        const Real members = 16 * scale;
        return std::array<Real, 4>{law.value(members), law.log2_value(members),
                                   law.merger_gain(members, Real(8)),
                                   law.log2_merger_gain(members, Real(8))};
    }
};
