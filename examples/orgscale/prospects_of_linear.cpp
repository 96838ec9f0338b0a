#include "prospects_of_model.hpp"

namespace plan {

prospects prospects_of_linear(const composition& model, const draw& asked)
{
    return model.visit_grown<orgscale::linear_growth<orgscale::hierarchy>,
                             orgscale::linear_growth<orgscale::meritocracy>>(
        [&](const auto& one) { return prospects_of_model(one, asked); });
}

} // namespace plan
