#pragma once

#include <cmath>
#include <cstddef>
#include <source_location>
#include <string>
#include <utility>

#include <boost/math/distributions/normal.hpp>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/passive.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/ensemble/distribution.hpp>
#include <orgscale/fit/known_noise.hpp>
#include <orgscale/fit/observe.hpp>

namespace orgscale {

/// What is known of an estimate before the data, as a quantity: z = Φ⁻¹(F(θ)), with F its distribution.
struct prior_quantity {
    std::string          name; ///< of the estimate
    distribution         law;
    std::source_location where;     ///< the caller's location, for messages
    std::size_t          place = 0; ///< among the estimates

    /// z at this value of the estimate, with derivatives by differences over a thousandth of the distribution's width.
    template <real Real>
    [[nodiscard]] Real operator()(const Real& value) const
    {
        const double x    = plain(passive(value));
        const double here = normal_score(x);
        if constexpr (has_derivatives<Real>) {
            const double h   = 1e-3 * (quantile(law, 0.75) - quantile(law, 0.25));
            const double one = normal_score(x + h), two = normal_score(x + 2 * h),
                         less = normal_score(x - h), least = normal_score(x - 2 * h);
            const double slope = (8 * (one - less) - (two - least)) / (12 * h);
            const double bend  = (16 * (one + less) - (two + least) - 30 * here) / (12 * h * h);
            const Real   off   = value - x;
            return here + off * (slope + off * (bend / 2));
        } else {
            return Real(here);
        }
    }

private:
    /// Where shares no longer resolve it, z goes on in a line with the slope of the middle: a start may be far off.
    [[nodiscard]] double normal_score(double x) const
    {
        const boost::math::normal_distribution<double> standard;
        constexpr double                               least = 1e-14;
        const double                                   share = cdf(law, x);
        if (share > least && share < 1 - least) return quantile(standard, share);
        const bool above = share > 0.5;
        const auto ends  = support(law);
        if (above ? ends.second < infinity<double>() : ends.first > -infinity<double>())
            return share > 0 && share < 1 ? quantile(standard, share)
                                          : (above ? infinity<double>() : -infinity<double>());
        const double last = above ? 1 - least : least;
        const double unit = (quantile(law, 0.75) - quantile(law, 0.25)) /
                            (2 * quantile(standard, 0.75));
        return quantile(standard, last) + (x - quantile(law, last)) / unit;
    }
};

/// A prior: what is known of an estimate before the data, by any distribution that vary() takes. It counts as one more
/// observation, of the estimate itself:
///
///     calibrate(firm, start, together(observe(&growth_state<>::customers, months, customers),
///                                     prior("churn", boost::math::lognormal(-4, 0.3))),
///               {estimate("churn"), estimate("hiring_rate")})
///
/// The fit adds z² to -2 ln L, z = Φ⁻¹(F(θ)): the estimates are the likeliest in the coordinate in which the prior is
/// a standard normal, the same for any way to write the parameter. Where the data say nothing the estimate is the
/// prior's median. For ends alone, without a preference between them, give estimate() a range. Refuses a name that
/// isn't estimated.
[[nodiscard]] inline observed_series<prior_quantity, known_noise> prior(
    std::string name, distribution law, std::source_location where = std::source_location::current())
{
    return {
        prior_quantity{std::move(name), std::move(law), where}, known_noise{1}, {}, {}, {0.0}, {}};
}

} // namespace orgscale
