#include "designs_of_model.hpp"

namespace plan {

design_found design_of_parallel(const design_question& asked)
{
    return asked.model.visit_grown<orgscale::parallel_growth<orgscale::hierarchy>,
                                   orgscale::parallel_growth<orgscale::meritocracy>>(
        [&](const auto& one) { return design_of_model(one, asked); });
}

} // namespace plan
