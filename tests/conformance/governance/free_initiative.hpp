#pragma once

#include <array>

#include <orgscale/governance/free_initiative.hpp>
#include <orgscale/governance/frictionless.hpp>

#include "../case.hpp"

struct free_initiative_case : function_case {
    static auto model() { return orgscale::free_initiative<>{.circle = 3.25}; }

    /// Fewer people than the circle, and more.
    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& screen, const Real& scale)
    {
        const orgscale::frictionless<Real>      any{};
        const orgscale::project_portfolio<Real> projects{
            .good_share = Real(0.5), .accepts_good = Real(0.75), .accepts_bad = Real(0.25)};
        const auto few  = screen.accepted(any, Real(1.5) * scale, projects);
        const auto many = screen.accepted(any, Real(8) * scale, projects);
        return std::array<Real, 4>{few.good, few.bad, many.good, many.bad};
    }
};
