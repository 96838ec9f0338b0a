#pragma once

#include <array>

#include <orgscale/governance/committee.hpp>

#include "../case.hpp"

struct committee_case : function_case {
    static auto model()
    {
        return orgscale::committee<>{
            .members             = 5.5,
            .votes               = 3,
            .initiatives         = {.good_share = 0.5, .accepts_good = 0.75, .accepts_bad = 0.25},
            .meeting_time        = 0.125,
            .committee_decisions = 32,
            .meeting_interval    = 0.5};
    }

    /// Fewer people than members, and more.
    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& board, const Real& scale)
    {
        return std::array<Real, 5>{board.productive_share(Real(3) * scale),
                                   board.productive_share(Real(20) * scale),
                                   board.decision_capacity(scale), board.decision_delay(scale),
                                   board.decision_quality(scale)};
    }
};
