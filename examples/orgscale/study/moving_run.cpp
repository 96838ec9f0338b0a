#include "study/moving_run.hpp"

#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/solve/solve.hpp>

namespace program {

moving_run run_of(const moving_model& model, const orgscale::growth_state<>& now, double cash,
                  double horizon)
{
    const auto start = model.opening({moving_number(now.people), moving_number(now.customers)},
                                     moving_number(cash));
    const auto run   = orgscale::solve(model, start, {.to = horizon});
    const auto wall  = orgscale::scaling_wall(model, run);
    return {wall ? std::optional{wall->time} : std::nullopt, run.back().state.customers};
}

} // namespace program
