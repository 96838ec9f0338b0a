#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <source_location>
#include <string>
#include <utility>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/distribution.hpp>

namespace orgscale {

/// A distribution truncated to an interval.
///
///     F(x) = (G(x) - G(a-)) / (G(b) - G(a-)),    a <= x <= b,    a- just below a
///
/// A bound may be infinite. Precision is lost if little probability lies between the bounds.
class truncated {
public:
    truncated(distribution whole, double from, double to,
              std::source_location where = std::source_location::current())
        : whole_{std::move(whole)}, from_{from}, to_{to}
    {
        if (!(from < to))
            refuse(parameter_error{"a truncated distribution needs from < to", where});
        const auto [lowest, highest] = support(whole_);
        constexpr double no_end      = std::numeric_limits<double>::infinity();
        if (from <= highest && to >= lowest) {
            // Probability at the bound itself, from a `fixed` part of a mixture, is kept.
            if (from > lowest) below_ = cdf(whole_, std::nextafter(from, -no_end));
            kept_ = (to < highest ? cdf(whole_, to) : 1) - below_;
        }
        if (!(kept_ > 4 * std::numeric_limits<double>::epsilon() * below_)) // or rounding alone
            refuse(parameter_error{"the distribution has no probability between the bounds", where});
    }

    [[nodiscard]] friend double quantile(const truncated& d, double u)
    {
        // Must not round to 0 or 1, where the quantile may be infinite.
        const double share = std::clamp(d.below_ + u * d.kept_, 0x1p-1074, 1 - 0x1p-53);
        return std::clamp(quantile(d.whole_, share), d.from_, d.to_);
    }
    [[nodiscard]] friend double cdf(const truncated& d, double x)
    {
        const auto [lowest, highest] = support(d);
        if (x < lowest) return 0;
        return x >= highest ? 1 : std::clamp((cdf(d.whole_, x) - d.below_) / d.kept_, 0.0, 1.0);
    }
    [[nodiscard]] friend std::pair<double, double> support(const truncated& d)
    {
        const auto whole = support(d.whole_);
        return {(std::max)(whole.first, d.from_), (std::min)(whole.second, d.to_)};
    }
    [[nodiscard]] friend std::string name(const truncated& d)
    {
        return "truncated " + name(d.whole_);
    }

private:
    distribution whole_;
    double       from_;
    double       to_;
    double       below_ = 0;
    double       kept_  = 0;
};

} // namespace orgscale
