#include "designs_of_model.hpp"

namespace plan {

design_found design_of_linear(const design_question& asked)
{
    return asked.model.visit_grown<orgscale::linear_growth<orgscale::hierarchy>,
                                   orgscale::linear_growth<orgscale::meritocracy>>(
        [&](const auto& one) { return design_of_model(one, asked); });
}

} // namespace plan
