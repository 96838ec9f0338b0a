#pragma once

#include <array>

#include <orgscale/queueing/erlang_a.hpp>

#include "../case.hpp"
#include "../lane_by_lane.hpp"

struct erlang_a_case : function_case {
    static auto model()
    {
        return orgscale::erlang_a<>{
            .arrival_rate = 3, .service_time = 1.25, .patience = 2.5, .servers = 4.5};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& model, const Real& scale)
    {
        return lane_by_lane<erlang_a_case>(
            model, scale, []<class Queue, class Number>(const Queue& queue, const Number& factor) {
                const Number time = factor / 4;
                // So few servers that c/a is below the smallest float.
                const Queue few{.arrival_rate = Number(0x1p100) * factor,
                                .service_time = 1,
                                .patience     = Number(0x1p-101),
                                .servers      = Number(0x1p-50)};
                return std::array<Number, 13>{few.utilization(),
                                              few.service_level_of_served(0),
                                              few.service_level_of_served(Number(0x1p-101)),
                                              queue.load(),
                                              queue.delay_probability(),
                                              queue.abandonment(),
                                              queue.abandonment_of_delayed(),
                                              queue.mean_wait(),
                                              queue.mean_queue(),
                                              queue.utilization(),
                                              queue.wait_tail(time),
                                              queue.service_level(time),
                                              queue.service_level_of_served(time)};
            });
    }
};
