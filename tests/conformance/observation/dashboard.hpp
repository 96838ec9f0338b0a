#pragma once

#include <array>

#include <orgscale/observation/dashboard.hpp>

#include "../case.hpp"

struct dashboard_case : function_case {
    static auto model()
    {
        return orgscale::dashboard<>{.reporting_interval  = 1,
                                     .delay_per_level     = 0.25,
                                     .retention_per_level = 0.75,
                                     .smoothing           = 3};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& board, const Real& scale)
    {
        return std::array<Real, 2>{board.reporting_delay(Real(3 * scale)),
                                   board.signal_retention(Real(3 * scale))};
    }
};
