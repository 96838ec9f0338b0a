#include "slopes_of_model.hpp"

namespace plan {

slopes slopes_of_linear(const composition& model, const orgscale::growth_state<>& now,
                        double horizon)
{
    return model.visit_grown<orgscale::linear_growth<orgscale::hierarchy>,
                             orgscale::linear_growth<orgscale::meritocracy>>(
        [&](const auto& one) { return slopes_of_model(one, now, model.run_by().cash, horizon); });
}

} // namespace plan
