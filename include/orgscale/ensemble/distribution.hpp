#pragma once

#include <cmath>
#include <concepts>
#include <limits>
#include <memory>
#include <string>
#include <utility>

#include <boost/math/distributions/fwd.hpp>

#include <orgscale/core/type_name.hpp>

namespace orgscale {

namespace detail {

template <class Law>
inline constexpr bool has_digits = true;

template <class Law>
    requires std::floating_point<typename Law::value_type>
inline constexpr bool has_digits<Law> =
    std::numeric_limits<typename Law::value_type>::digits >= std::numeric_limits<double>::digits;

/// Boost.Math's distributions of whole numbers. By default their quantiles are rounded away from the
/// median, and their cdf is continuous between whole numbers.
template <class Law>
inline constexpr bool is_of_counts = false;

template <class Real, class Policy>
inline constexpr bool is_of_counts<boost::math::bernoulli_distribution<Real, Policy>> = true;
template <class Real, class Policy>
inline constexpr bool is_of_counts<boost::math::binomial_distribution<Real, Policy>> = true;
template <class Real, class Policy>
inline constexpr bool is_of_counts<boost::math::geometric_distribution<Real, Policy>> = true;
template <class Real, class Policy>
inline constexpr bool is_of_counts<boost::math::hypergeometric_distribution<Real, Policy>> = true;
template <class Real, class Policy>
inline constexpr bool is_of_counts<boost::math::negative_binomial_distribution<Real, Policy>> =
    true;
template <class Real, class Policy>
inline constexpr bool is_of_counts<boost::math::poisson_distribution<Real, Policy>> = true;

/// P(N <= x) of such a distribution; 0 below its support and 1 above it.
template <class Law>
[[nodiscard]] double share_of_counts(const Law& law, double x)
{
    const auto ends  = support(law);
    const auto count = std::floor(x);
    if (count < static_cast<double>(ends.first)) return 0;
    if (count >= static_cast<double>(ends.second)) return 1;
    return static_cast<double>(cdf(law, static_cast<typename Law::value_type>(count)));
}

/// The smallest count n with P(N <= n) >= u, from the rounded quantile.
template <class Law>
[[nodiscard]] double least_count(const Law& law, double u)
{
    double count =
        std::floor(static_cast<double>(quantile(law, static_cast<typename Law::value_type>(u))));
    for (int step = 0; step < 64 && share_of_counts(law, count) < u; ++step) count += 1;
    for (int step = 0; step < 64 && share_of_counts(law, count - 1) >= u; ++step) count -= 1;
    return count;
}

} // namespace detail

/// A distribution: `quantile(law, u)`, `cdf(law, x)` and `support(law)` are found by argument-dependent
/// lookup, as for Boost.Math's distributions.
///
/// Its precision must be that of `double` at least: in `float`, probabilities close to 1 round to 1.
template <class Law>
concept distribution_law = std::copyable<Law> && detail::has_digits<Law> &&
                           requires(const Law& law, double x) {
                               { quantile(law, x) } -> std::convertible_to<double>;
                               { cdf(law, x) } -> std::convertible_to<double>;
                               { support(law).first } -> std::convertible_to<double>;
                               { support(law).second } -> std::convertible_to<double>;
                           };

/// Any distribution, type-erased: one of Boost.Math's, `uniform`, `truncated`, `mixture`, `fixed`, or
/// your own.
///
/// Of Boost.Math's distributions of counts (bernoulli, binomial, geometric, hypergeometric, negative
/// binomial, Poisson) the quantile is the smallest count n with P(N <= n) >= u, whatever their rounding
/// policy, so that draws follow the distribution exactly.
///
/// Messages call it by `name(law)` if there is one, otherwise by the name of its type.
class distribution {
public:
    template <class Law>
        requires(!std::same_as<Law, distribution> && distribution_law<Law>)
    distribution(const Law& law) : law_{std::make_shared<kept<Law>>(law)}
    {}

    /// The quantile at probability u in (0, 1).
    [[nodiscard]] friend double quantile(const distribution& d, double u)
    {
        return d.law_->quantile_at(u);
    }

    /// The probability of a number at or below x.
    [[nodiscard]] friend double cdf(const distribution& d, double x) { return d.law_->share_at(x); }

    /// The ends of the support, infinite if it is unbounded.
    [[nodiscard]] friend std::pair<double, double> support(const distribution& d)
    {
        return d.law_->ends();
    }

    /// Its name in messages: `normal`, `truncated lognormal`.
    [[nodiscard]] friend std::string name(const distribution& d) { return d.law_->called(); }

private:
    struct any_law {
        any_law()                          = default;
        any_law(const any_law&)            = delete;
        any_law& operator=(const any_law&) = delete;
        virtual ~any_law()                 = default;

        virtual double                    quantile_at(double u) const = 0;
        virtual double                    share_at(double x) const    = 0;
        virtual std::pair<double, double> ends() const                = 0;
        virtual std::string               called() const              = 0;
    };

    template <class Law>
    struct kept final : any_law {
        explicit kept(const Law& of) : law{of} {}

        double quantile_at(double u) const override
        {
            if constexpr (detail::is_of_counts<Law>) {
                return detail::least_count(law, u);
            } else {
                return quantile(law, u);
            }
        }

        double share_at(double x) const override
        {
            if constexpr (detail::is_of_counts<Law>) {
                return detail::share_of_counts(law, x);
            } else {
                return cdf(law, x);
            }
        }

        std::pair<double, double> ends() const override
        {
            // Boost.Math returns the largest finite number for infinity.
            constexpr double largest = (std::numeric_limits<double>::max)();
            constexpr double no_end  = std::numeric_limits<double>::infinity();
            const auto       between = support(law);
            return {between.first <= -largest ? -no_end : static_cast<double>(between.first),
                    between.second >= largest ? no_end : static_cast<double>(between.second)};
        }

        std::string called() const override
        {
            if constexpr (requires { std::string{name(law)}; }) {
                return name(law);
            } else {
                const std::string type = type_name<Law>();
                const auto        end  = type.rfind("_distribution");
                return type.substr(0, end); // Boost.Math's normal_distribution is a normal
            }
        }

        Law law;
    };

    std::shared_ptr<const any_law> law_;
};

} // namespace orgscale
