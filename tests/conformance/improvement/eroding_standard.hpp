#pragma once

#include <array>

#include <orgscale/improvement/eroding_standard.hpp>

#include "../case.hpp"

struct eroding_standard_case : function_case {
    static auto model()
    {
        return orgscale::eroding_standard<>{
            .erosion       = {.corner_cutting = 0.625, .falling_time = 16, .rising_time = 64},
            .quality_churn = 0.125};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& standard, const Real& scale)
    {
        const Real level = Real(0.5) * scale, pressed = 2 * scale, eased = Real(0.25) * scale;
        return std::array<Real, 6>{
            standard.productivity(level),     standard.exertion(pressed),
            standard.rate(level, pressed),    standard.rate(level, eased),
            standard.quality(level, pressed), standard.churn(level, pressed)};
    }
};
