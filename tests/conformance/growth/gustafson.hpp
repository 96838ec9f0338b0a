#pragma once

#include <array>

#include <orgscale/growth/gustafson.hpp>

#include "../case.hpp"

struct gustafson_case : function_case {
    static auto model() { return orgscale::gustafson<>{.serial_fraction = 0.03125}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& law, const Real& scale)
    {
        const Real units = 16 * scale;
        return std::array<Real, 3>{
            law.speed_up(units), Real{law.of_that_work(units).serial_fraction},
            Real{Model::measured(law.speed_up(units), Real(2 * units)).serial_fraction}};
    }
};
