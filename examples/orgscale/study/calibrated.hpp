#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace program {

/// A parameter that was estimated from the record.
struct parameter_estimated {
    std::string           name;   ///< "churn", "governance.autonomy", "now.people"
    double                before; ///< as the scenario states it
    double                value;
    std::optional<double> standard_error; ///< none on a bound
    std::optional<double> low, high;      ///< at 95 percent; missing: unbounded
    bool                  on_bound = false;
};

/// What a record says about the parameters of an organisation.
struct calibrated {
    std::string                      verdict; ///< "converged", "on a bound", "flat", "failed"
    std::string                      reason;
    bool                             usable = false; ///< whether the estimates are an optimum
    std::vector<parameter_estimated> estimates;
    std::vector<std::string> inseparable;  ///< combinations that the record can't tell, by name
    std::vector<double>      correlations; ///< of the estimates, row by row
    std::size_t              figures = 0;
    double                   typical = 0; ///< standard deviation of the residuals' logarithms
    double                   serial_correlation_p = 1; ///< of the residuals by chance
    std::size_t              optima               = 0; ///< distinct ones that starts led to
};

} // namespace program
