#pragma once

#include <array>

#include <orgscale/queueing/halfin_whitt.hpp>

#include "../case.hpp"
#include "../lane_by_lane.hpp"

struct halfin_whitt_case : function_case {
    static auto model() { return orgscale::halfin_whitt<>{.margin = 0.75}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& model, const Real& scale)
    {
        return lane_by_lane<halfin_whitt_case>(
            model, scale, []<class Rule, class Number>(const Rule& rule, const Number& factor) {
                const Number share = factor / 4;
                return std::array<Number, 3>{rule.delay_probability(),
                                             rule.servers(Number(100 * factor)),
                                             Number(Rule::with_delay_probability(share)->margin)};
            });
    }
};
