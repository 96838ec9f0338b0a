#include "study/slopes.hpp"

#include <functional>

#include "study/moving_run.hpp"

namespace program {

slopes slopes_of(const organisation& one, const orgscale::growth_state<>& now, double horizon)
{
    using answer = std::function<std::optional<moving_number>(const moving_model&)>; // of one type
    moving_run   run{};
    const answer wall = [&](const moving_model& model) {
        run = run_of(model, now, one.run_by.cash, horizon);
        return run.wall;
    };
    const answer customers = [&](const moving_model&) { return run.customers; }; // of the same run
    auto         of_wall   = orgscale::levers(one.model, wall);
    return {std::move(of_wall), orgscale::levers(one.model, customers)};
}

} // namespace program
