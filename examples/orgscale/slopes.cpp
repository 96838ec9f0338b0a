#include "slopes.hpp"

#include <array>

#include "slopes_of_model.hpp"

namespace plan {

slopes slopes_of(const composition& model, const orgscale::growth_state<>& now, double horizon)
{
    static constexpr std::array of_growth{slopes_of_linear, slopes_of_parallel, slopes_of_network};
    return of_growth[model.growth()](model, now, horizon);
}

} // namespace plan
