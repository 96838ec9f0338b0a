#pragma once

#include <array>

#include <orgscale/workforce/tabulated_overhead.hpp>

#include "../case.hpp"

struct tabulated_overhead_case : function_case {
    static auto model() { return orgscale::tabulated_overhead<>{}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& overhead, const Real& scale)
    {
        return std::array<Real, 2>{overhead.share(Real(7 * scale)),
                                   overhead.share(Real(64 * scale))};
    }
};
