#pragma once

#include <algorithm>
#include <limits>
#include <source_location>
#include <utility>

#include <orgscale/core/parameter_error.hpp>

namespace orgscale {

/// The uniform distribution on an interval.
///
///     F(x) = (x - from) / (to - from),    from <= x <= to
class uniform {
public:
    uniform(double from, double to, std::source_location where = std::source_location::current())
        : from_{from}, to_{to}
    {
        if (!(from < to) || !(to - from < std::numeric_limits<double>::infinity()))
            refuse(parameter_error{"a uniform distribution needs from < to, both finite", where});
    }

    [[nodiscard]] friend double quantile(const uniform& d, double u)
    {
        return (std::min)(d.from_ + u * (d.to_ - d.from_), d.to_);
    }
    [[nodiscard]] friend double cdf(const uniform& d, double x)
    {
        return std::clamp((x - d.from_) / (d.to_ - d.from_), 0.0, 1.0);
    }
    [[nodiscard]] friend std::pair<double, double> support(const uniform& d)
    {
        return {d.from_, d.to_};
    }

private:
    double from_;
    double to_;
};

} // namespace orgscale
