#include "slopes_of_model.hpp"

namespace plan {

slopes slopes_of_parallel(const composition& model, const orgscale::growth_state<>& now,
                          double horizon)
{
    return model.visit_grown<orgscale::parallel_growth<orgscale::hierarchy>,
                             orgscale::parallel_growth<orgscale::meritocracy>>(
        [&](const auto& one) { return slopes_of_model(one, now, model.run_by().cash, horizon); });
}

} // namespace plan
