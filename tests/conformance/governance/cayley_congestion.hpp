#pragma once

#include <array>

#include <orgscale/governance/cayley_congestion.hpp>

#include "../case.hpp"

struct cayley_congestion_case : function_case {
    static auto model() { return orgscale::cayley_congestion<>{.branching = 4, .levels = 3.5}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& tree, const Real& scale)
    {
        const Model deeper{.branching = Real{tree.branching}, .levels = Real(tree.levels * scale)};
        return std::array<Real, 2>{deeper.critical_rate(), deeper.critical_total()};
    }
};
