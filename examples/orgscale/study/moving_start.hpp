#pragma once

#include <orgscale/growth/growth_state.hpp>

namespace program {

/// The start of a model whose numbers carry derivatives.
template <class Model>
[[nodiscard]] auto start_of(const Model& model, const orgscale::growth_state<>& now, double cash)
{
    using real_type = typename Model::real_type;
    return model.opening({real_type(now.people), real_type(now.customers)}, real_type(cash));
}

} // namespace program
