#pragma once

#include <array>

#include <orgscale/observation/periodic_report.hpp>

#include "../case.hpp"

struct periodic_report_case : function_case {
    static auto model() { return orgscale::periodic_report<>{.interval = 4}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& report, const Real& scale)
    {
        return std::array<Real, 2>{report.mean_age(), report.mean_age(Real(5 * scale))};
    }
};
