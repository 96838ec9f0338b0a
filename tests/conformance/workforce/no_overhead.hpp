#pragma once

#include <array>

#include <orgscale/workforce/no_overhead.hpp>

#include "../case.hpp"

struct no_overhead_case : function_case {
    static auto model() { return orgscale::no_overhead<>{}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& overhead, const Real& scale)
    {
        return std::array<Real, 1>{overhead.share(Real(16 * scale))};
    }
};
