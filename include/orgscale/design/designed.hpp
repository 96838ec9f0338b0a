#pragma once

#include <source_location>
#include <string>
#include <string_view>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/design/promise_margins.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale {

/// A chosen parameter.
template <real Real = double>
struct chosen_value {
    std::string name; ///< full name: `governance.span_of_control`
    Real        value;
};

/// An organisation found by design: `best.run()(12).people` is its headcount in month 12.
template <class Model>
struct designed {
    using real_type  = typename Model::real_type;
    using state_type = typename Model::state_type;

    Model                                model;
    std::vector<chosen_value<real_type>> chosen;  ///< parameters of the box, in its order
    solve_options<real_type>             options; ///< of its run
    state_type                           start;
    state_type                           end; ///< when the promise is due
    real_type                            cost;
    promise_margins<real_type>           margins;

    /// The value chosen for a parameter of the box. Any other name is refused.
    [[nodiscard]] real_type value(std::string_view name,
                                  std::source_location where = std::source_location::current()) const
    {
        for (const auto& one : chosen)
            if (one.name == name) return one.value;
        refuse(parameter_error{"must be the name of a parameter in the box", where});
    }

    /// Runs it from start to end.
    [[nodiscard]] auto run() const { return solve(model, start, options); }

    /// Levels from those who serve to those who decide, at the end; for governance that reports its layers [-].
    [[nodiscard]] real_type levels() const
        requires requires(const Model& m, const real_type& t, const state_type& x) {
            m.reporting_layers(t, x);
        }
    {
        return 1 + model.reporting_layers(real_type{options.to}, end);
    }
};

} // namespace orgscale
