#include "designs_of_model.hpp"

namespace plan {

design_found design_of_network(const design_question& asked)
{
    return asked.model.visit_grown<orgscale::network_growth<orgscale::hierarchy>,
                                   orgscale::network_growth<orgscale::meritocracy>>(
        [&](const auto& one) { return design_of_model(one, asked); });
}

} // namespace plan
