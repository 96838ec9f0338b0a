#pragma once

#include <array>

#include <orgscale/queueing/garnett.hpp>

#include "../case.hpp"
#include "../lane_by_lane.hpp"

struct garnett_case : function_case {
    static auto model()
    {
        return orgscale::garnett<>{.margin = -0.75, .service_time = 1.5, .patience = 2.5};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& model, const Real& scale)
    {
        return lane_by_lane<garnett_case>(
            model, scale, []<class Rule, class Number>(const Rule& rule, const Number& factor) {
                const Number load = 100 * factor;
                // φ(β) is near the end of float's range.
                const Rule wide{.margin = Number(13.125), .service_time = 1, .patience = factor};
                return std::array<Number, 5>{wide.delay_probability(), rule.delay_probability(),
                                             rule.servers(load), rule.abandonment_of_delayed(load),
                                             rule.abandonment(load)};
            });
    }
};
