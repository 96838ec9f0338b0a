#pragma once

#include <array>

#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/merit_vote.hpp>

#include "../case.hpp"

struct merit_vote_case : function_case {
    static auto model()
    {
        return orgscale::merit_vote<>{.circle              = 5.375,
                                      .expert_accepts_good = 0.875,
                                      .expert_accepts_bad  = 0.125,
                                      .expert_weight       = 1.5};
    }

    /// Fewer people than the circle, and more.
    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& screen, const Real& scale)
    {
        const orgscale::frictionless<Real>      any{};
        const orgscale::project_portfolio<Real> projects{
            .good_share = Real(0.5), .accepts_good = Real(0.75), .accepts_bad = Real(0.25)};
        const auto few  = screen.accepted(any, Real(2.125) * scale, projects);
        const auto many = screen.accepted(any, Real(8) * scale, projects);
        return std::array<Real, 5>{few.good, few.bad, many.good, many.bad,
                                   Model::best_weight(Real(0.4375) * scale, Real(0.625))};
    }
};
