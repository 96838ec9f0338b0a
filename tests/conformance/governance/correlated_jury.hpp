#pragma once

#include <array>

#include <orgscale/governance/correlated_jury.hpp>

#include "../case.hpp"
#include "../lane_by_lane.hpp"

struct correlated_jury_case : function_case {
    static auto model()
    {
        return orgscale::correlated_jury<>{.competence = 0.46875, .correlation = 0.125};
    }

    /// With one peak and with two.
    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& model, const Real& scale)
    {
        return lane_by_lane<correlated_jury_case>(
            model, scale, []<class Jury, class Number>(const Jury& jury, const Number& factor) {
                const Jury better{.competence  = Number(jury.competence * factor),
                                  .correlation = Number(jury.correlation)};
                const Jury divided{.competence  = Number(jury.competence * factor),
                                   .correlation = Number(jury.correlation * 4)};
                return std::array<Number, 3>{better.accuracy(9), divided.accuracy(9),
                                             better.limit_accuracy()};
            });
    }
};
