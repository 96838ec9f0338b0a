#pragma once

#include <array>

#include <orgscale/governance/condorcet_jury.hpp>

#include "../case.hpp"
#include "../lane_by_lane.hpp"

struct condorcet_jury_case : function_case {
    static auto model() { return orgscale::condorcet_jury<>{.competence = 0.46875}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& model, const Real& scale)
    {
        return lane_by_lane<condorcet_jury_case>(
            model, scale, []<class Jury, class Number>(const Jury& jury, const Number& factor) {
                const Jury better{.competence = Number(jury.competence * factor)};
                return std::array<Number, 3>{better.accuracy(11), better.tied(4),
                                             better.approximate_accuracy(factor)};
            });
    }
};
