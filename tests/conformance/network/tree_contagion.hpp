#pragma once

#include <array>

#include <orgscale/network/tree_contagion.hpp>

#include "../case.hpp"

struct tree_contagion_case : function_case {
    static auto model() { return orgscale::tree_contagion<>{.branching = 4, .levels = 3}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& tree, const Real& scale)
    {
        const Model larger{.branching = Real(tree.branching * scale),
                           .levels    = Real(tree.levels * scale)};
        return std::array<Real, 2>{larger.largest_eigenvalue(), larger.threshold()};
    }
};
