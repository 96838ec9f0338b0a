#pragma once

#include <array>

#include <orgscale/network/tree_robustness.hpp>

#include "../case.hpp"

struct tree_robustness_case : function_case {
    static auto model() { return orgscale::tree_robustness<>{.branching = 5, .levels = 4}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& tree, const Real& scale)
    {
        return std::array<Real, 4>{tree.people(), tree.part_without_head(),
                                   tree.pairs_without_head(), tree.reached(Real(scale / 4))};
    }
};
