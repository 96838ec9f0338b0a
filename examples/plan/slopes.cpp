#include "slopes.hpp"

#include <variant>

#include "slopes_of_model.hpp"

namespace plan {

slopes slopes_of(const composition& model, const composition::state_type& start, double horizon)
{
    return std::visit([&](const auto& one) { return slopes_of_model(one, start, horizon); },
                      model.model());
}

} // namespace plan
