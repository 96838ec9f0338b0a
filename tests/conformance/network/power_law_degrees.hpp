#pragma once

#include <array>

#include <orgscale/network/power_law_degrees.hpp>

#include "../case.hpp"

struct power_law_degrees_case : function_case {
    static auto model()
    {
        return orgscale::power_law_degrees<>{.exponent = 2, .fewest = 2, .most = 1024};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& hubs, const Real& scale)
    {
        const Model steeper{.exponent = Real(hubs.exponent * scale),
                            .fewest   = Real{hubs.fewest},
                            .most     = Real{hubs.most}};
        return std::array<Real, 2>{steeper.degree_ratio(), steeper.critical_loss()};
    }
};
