#pragma once

#include <array>

#include <orgscale/governance/project_portfolio.hpp>

#include "../case.hpp"

struct project_portfolio_case : function_case {
    static auto model()
    {
        return orgscale::project_portfolio<>{
            .good_share = 0.25, .gain = 4, .loss = 2, .accepts_good = 0.75, .accepts_bad = 0.375};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& projects, const Real& scale)
    {
        const Real good = scale * Real(0.5), bad = scale * Real(0.25);
        return std::array<Real, 3>{projects.payoff(good, bad), projects.value_share(good, bad),
                                   projects.polyarchy_gain()};
    }
};
