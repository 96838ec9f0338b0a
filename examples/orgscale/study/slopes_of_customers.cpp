#include <orgscale/solve/reach.hpp>

#include "study/moving_start.hpp"
#include "study/slopes.hpp"

namespace program {

orgscale::ranked_levers<> slopes_of_customers(const organisation&             one,
                                              const orgscale::growth_state<>& now, double horizon)
{
    return orgscale::levers(one.model, [&](const auto& moving) {
        return orgscale::reach(moving, start_of(moving, now, one.run_by.cash), {.to = horizon})
            .state.customers;
    });
}

} // namespace program
