#include "prospects_of_model.hpp"

namespace plan {

prospects prospects_of_parallel(const composition& model, const draw& asked)
{
    return model.visit_grown<orgscale::parallel_growth<orgscale::hierarchy>,
                             orgscale::parallel_growth<orgscale::meritocracy>>(
        [&](const auto& one) { return prospects_of_model(one, asked); });
}

} // namespace plan
