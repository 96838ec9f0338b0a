#pragma once

#include <array>

#include <orgscale/network/message_rounds.hpp>

#include "../case.hpp"

struct message_rounds_case : function_case {
    static auto model() { return orgscale::message_rounds<>{.people = 512, .branching = 4}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& law, const Real& scale)
    {
        const Model more{.people    = Real(law.people * scale),
                         .branching = Real(law.branching * scale)};
        return std::array<Real, 3>{more.together(), more.one_by_one(), more.gossip()};
    }
};
