#pragma once

#include <array>

#include <orgscale/growth/karp_flatt.hpp>

#include "../case.hpp"

struct karp_flatt_case : function_case {
    static auto model() { return orgscale::karp_flatt<>{.speed_up = 5.5, .units = 8}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& measured, const Real& scale)
    {
        const Model larger{.speed_up = measured.speed_up, .units = Real(measured.units * scale)};
        return std::array<Real, 2>{measured.serial_fraction(), larger.serial_fraction()};
    }
};
