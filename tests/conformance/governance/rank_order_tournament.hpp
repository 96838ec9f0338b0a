#pragma once

#include <array>

#include <orgscale/governance/rank_order_tournament.hpp>

#include "../case.hpp"

struct rank_order_tournament_case : function_case {
    static auto model()
    {
        return orgscale::rank_order_tournament<>{.noise = 3, .value = 8, .effort_cost = 2};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& rivals, const Real& scale)
    {
        return std::array<Real, 8>{rivals.win_probability(scale),
                                   rivals.effort(scale),
                                   rivals.efficient_spread(),
                                   rivals.efficient_effort(),
                                   rivals.payoff(Real(2) * scale, Real(2), Real(64)),
                                   rivals.least_noise(),
                                   rivals.winner_prize(),
                                   rivals.loser_prize()};
    }
};
