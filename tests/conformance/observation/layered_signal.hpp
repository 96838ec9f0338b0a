#pragma once

#include <array>

#include <orgscale/observation/layered_signal.hpp>

#include "../case.hpp"

struct layered_signal_case : function_case {
    static auto model()
    {
        return orgscale::layered_signal<>{.retention = 0.75, .error = 0.125, .noise_ratio = 0.25};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& signal, const Real& scale)
    {
        return std::array<Real, 3>{signal.retained(Real(3 * scale)),
                                   signal.message_error(Real(3 * scale)),
                                   signal.fidelity(Real(3 * scale))};
    }
};
