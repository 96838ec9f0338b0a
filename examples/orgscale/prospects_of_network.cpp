#include "prospects_of_model.hpp"

namespace plan {

prospects prospects_of_network(const composition& model, const draw& asked)
{
    return model.visit_grown<orgscale::network_growth<orgscale::hierarchy>,
                             orgscale::network_growth<orgscale::meritocracy>>(
        [&](const auto& one) { return prospects_of_model(one, asked); });
}

} // namespace plan
