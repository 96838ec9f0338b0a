#pragma once

#include <array>

#include <orgscale/network/watts_strogatz.hpp>

#include "../case.hpp"

struct watts_strogatz_case : function_case {
    static auto model()
    {
        return orgscale::watts_strogatz<>{.people = 1024, .neighbours = 8, .rewired = 0.125};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& ring, const Real& scale)
    {
        const Model more{.people     = Real(ring.people * scale),
                         .neighbours = Real(ring.neighbours * scale),
                         .rewired    = Real(ring.rewired * scale)};
        return std::array<Real, 4>{more.clustering(), more.far_links(), more.ring_path_length(),
                                   more.random_path_length()};
    }
};
