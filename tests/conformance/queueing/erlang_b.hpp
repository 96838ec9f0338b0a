#pragma once

#include <array>

#include <orgscale/queueing/erlang_b.hpp>

#include "../case.hpp"
#include "../lane_by_lane.hpp"

struct erlang_b_case : function_case {
    static auto model() { return orgscale::erlang_b<>{.load = 6.5, .servers = 8.25}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& model, const Real& scale)
    {
        return lane_by_lane<erlang_b_case>(
            model, scale, []<class Queue, class Number>(const Queue& queue, const Number& factor) {
                const orgscale::erlang_b<Number> busier{.load    = Number(queue.load * factor),
                                                        .servers = Number(queue.servers)};
                // So few servers that c/a is below the smallest float.
                const orgscale::erlang_b<Number> lost{.load    = Number(0x1p100) * factor,
                                                      .servers = Number(0x1p-50)};
                return std::array<Number, 5>{
                    Number(0x1p50) * lost.carried_load(), busier.blocking(), busier.carried_load(),
                    busier.lost_load(),
                    *Queue::largest_load(Number(queue.servers), Number(factor / 8))};
            });
    }
};
