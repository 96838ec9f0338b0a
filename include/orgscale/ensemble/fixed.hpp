#pragma once

#include <limits>
#include <source_location>
#include <utility>

#include <orgscale/core/parameter_error.hpp>

namespace orgscale {

/// A single certain number, for use in a mixture.
class fixed {
public:
    fixed(double value, std::source_location where = std::source_location::current())
        : value_{value}
    {
        if (!(value - value == 0))
            refuse(parameter_error{"a fixed number must be finite", value, where});
    }

    [[nodiscard]] friend double quantile(const fixed& d, double) { return d.value_; }
    [[nodiscard]] friend double cdf(const fixed& d, double x) { return x < d.value_ ? 0 : 1; }
    [[nodiscard]] friend std::pair<double, double> support(const fixed& d)
    {
        return {d.value_, d.value_};
    }

private:
    double value_;
};

} // namespace orgscale
