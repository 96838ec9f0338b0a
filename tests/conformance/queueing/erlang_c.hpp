#pragma once

#include <array>

#include <orgscale/queueing/erlang_c.hpp>

#include "../case.hpp"
#include "../lane_by_lane.hpp"

struct erlang_c_case : function_case {
    static auto model()
    {
        return orgscale::erlang_c<>{.arrival_rate = 3, .service_time = 1.25, .servers = 5.5};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& model, const Real& scale)
    {
        return lane_by_lane<erlang_c_case>(
            model, scale, []<class Queue, class Number>(const Queue& queue, const Number& factor) {
                const Number time = factor / 4;
                return std::array<Number, 8>{queue.load(),           *queue.delay_probability(),
                                             *queue.mean_wait(),     *queue.mean_wait_of_delayed(),
                                             *queue.mean_queue(),    *queue.utilization(),
                                             *queue.wait_tail(time), *queue.service_level(time)};
            });
    }
};
