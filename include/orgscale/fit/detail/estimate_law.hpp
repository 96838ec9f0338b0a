#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <orgscale/core/language.hpp>

namespace orgscale::detail {

/// The distribution of an estimate within its domain: Student's t in the coordinate z in which the domain has no ends,
///
///     z = x,    ln(x - low),    -ln(high - x)    or    ln((x - low)/(high - x))
///
/// with the estimate as its median and the standard error by the coordinate's slope there.
struct estimate_law {
    double estimate, standard_error;
    double low, high; ///< of the domain, infinite for none
    double freedom;   ///< degrees of freedom; infinite: a normal distribution

    [[nodiscard]] friend double quantile(const estimate_law& law, double share)
    {
        return law.value(law.coordinate(law.estimate) + law.spread() * law.standard_quantile(share));
    }

    [[nodiscard]] friend double cdf(const estimate_law& law, double x)
    {
        if (x <= law.low) return 0;
        if (x >= law.high) return 1;
        const double z = (law.coordinate(x) - law.coordinate(law.estimate)) / law.spread();
        return law.normal() ? cdf(boost::math::normal_distribution<double>{}, z)
                            : cdf(boost::math::students_t_distribution<double>{law.freedom}, z);
    }

    [[nodiscard]] friend std::pair<double, double> support(const estimate_law& law)
    {
        return {law.low, law.high};
    }

    [[nodiscard]] friend std::string name(const estimate_law&) { return "estimate"; }

private:
    static constexpr double none = std::numeric_limits<double>::infinity();

    [[nodiscard]] bool normal() const { return !(freedom < none); }

    [[nodiscard]] double standard_quantile(double share) const
    {
        return normal() ? quantile(boost::math::normal_distribution<double>{}, share)
                        : quantile(boost::math::students_t_distribution<double>{freedom}, share);
    }

    [[nodiscard]] double coordinate(double x) const
    {
        if (low > -none && high < none) return std::log((x - low) / (high - x));
        if (low > -none) return std::log(x - low);
        return high < none ? -std::log(high - x) : x;
    }

    [[nodiscard]] double value(double z) const
    {
        if (low > -none && high < none)
            return z > 0 ? high - (high - low) * (std::exp(-z) / (1 + std::exp(-z)))
                         : low + (high - low) * (std::exp(z) / (1 + std::exp(z)));
        if (low > -none) return low + std::exp(z);
        return high < none ? high - std::exp(-z) : z;
    }

    /// The standard error of z.
    [[nodiscard]] double spread() const
    {
        double slope = 0;
        if (low > -none) slope += 1 / (estimate - low);
        if (high < none) slope += 1 / (high - estimate);
        return standard_error * (low > -none || high < none ? slope : 1);
    }
};

} // namespace orgscale::detail
