#pragma once

#include <array>

#include <orgscale/customer/waiting_list.hpp>

#include "../case.hpp"

struct waiting_list_case : function_case {
    static auto model() { return orgscale::waiting_list<>{.patience = 3}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& list, const Real& scale)
    {
        return std::array<Real, 2>{list.given_up(Real(8 * scale)),
                                   list.settles_at(Real(32 * scale), Real(12 * scale))};
    }
};
