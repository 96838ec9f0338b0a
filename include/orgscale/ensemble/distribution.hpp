#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <source_location>
#include <string>
#include <utility>
#include <vector>

#include <boost/math/tools/toms748_solve.hpp>

#include <orgscale/core/parameter_error.hpp>

namespace orgscale {

/// What can say how a number is distributed: `quantile(law, u)`, `cdf(law, x)` and `support(law)`,
/// found by argument-dependent lookup, as Boost.Math's distributions do.
template <class Law>
concept distribution_law = std::copyable<Law> && requires(const Law& law, double x) {
    { quantile(law, x) } -> std::convertible_to<double>;
    { cdf(law, x) } -> std::convertible_to<double>;
    { support(law).first } -> std::convertible_to<double>;
    { support(law).second } -> std::convertible_to<double>;
};

/// How an uncertain number is distributed: any of Boost.Math's distributions, one of the library's own
/// below, or a law of the reader's.
class distribution {
public:
    template <distribution_law Law>
        requires(!std::same_as<Law, distribution>)
    distribution(const Law& law) : law_{std::make_shared<kept<Law>>(law)}
    {}

    /// The number below which a share u of all lie, for u in (0, 1).
    [[nodiscard]] friend double quantile(const distribution& d, double u)
    {
        return d.law_->quantile_at(u);
    }

    /// The share of all that lie at x or below.
    [[nodiscard]] friend double cdf(const distribution& d, double x) { return d.law_->share_at(x); }

    /// The smallest and the largest number, infinite where there is none.
    [[nodiscard]] friend std::pair<double, double> support(const distribution& d)
    {
        return d.law_->ends();
    }

private:
    struct any_law {
        any_law()                          = default;
        any_law(const any_law&)            = delete;
        any_law& operator=(const any_law&) = delete;
        virtual ~any_law()                 = default;

        virtual double                    quantile_at(double u) const = 0;
        virtual double                    share_at(double x) const    = 0;
        virtual std::pair<double, double> ends() const                = 0;
    };

    template <class Law>
    struct kept final : any_law {
        explicit kept(const Law& of) : law{of} {}

        double quantile_at(double u) const override { return quantile(law, u); }
        double share_at(double x) const override { return cdf(law, x); }

        std::pair<double, double> ends() const override
        {
            // Boost.Math gives the largest number for infinity.
            constexpr double largest = std::numeric_limits<double>::max();
            constexpr double no_end  = std::numeric_limits<double>::infinity();
            const auto       between = support(law);
            return {between.first <= -largest ? -no_end : static_cast<double>(between.first),
                    between.second >= largest ? no_end : static_cast<double>(between.second)};
        }

        Law law;
    };

    std::shared_ptr<const any_law> law_;
};

/// All numbers from one to another, none likelier than the others.
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
        const double x = d.from_ + u * (d.to_ - d.from_);
        return x < d.to_ ? x : d.to_;
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

/// A distribution without what lies outside two bounds: those that are left keep their proportions.
///
///     F(x) = (G(x) - G(a)) / (G(b) - G(a)),    a <= x <= b
class truncated {
public:
    truncated(distribution whole, double from, double to,
              std::source_location where = std::source_location::current())
        : whole_{std::move(whole)}, from_{from}, to_{to}
    {
        if (!(from < to))
            refuse(parameter_error{"a truncated distribution needs from < to", where});
        below_ = std::isfinite(from) ? cdf(whole_, from) : 0;
        kept_  = (std::isfinite(to) ? cdf(whole_, to) : 1) - below_;
        if (!(kept_ > 0))
            refuse(parameter_error{"nothing of the distribution lies between the bounds", where});
    }

    [[nodiscard]] friend double quantile(const truncated& d, double u)
    {
        return std::clamp(quantile(d.whole_, d.below_ + u * d.kept_), d.from_, d.to_);
    }
    [[nodiscard]] friend double cdf(const truncated& d, double x)
    {
        if (x <= d.from_) return 0;
        return x >= d.to_ ? 1 : (cdf(d.whole_, x) - d.below_) / d.kept_;
    }
    [[nodiscard]] friend std::pair<double, double> support(const truncated& d)
    {
        const auto whole = support(d.whole_);
        return {std::max(whole.first, d.from_), std::min(whole.second, d.to_)};
    }

private:
    distribution whole_;
    double       from_;
    double       to_;
    double       below_ = 0;
    double       kept_  = 1;
};

/// One of several distributions, each with its share: an estimate of experts who disagree.
///
///     F(x) = w1 F1(x) + w2 F2(x) + ...,    the shares are scaled to sum to 1
class mixture {
public:
    struct part {
        double       share;
        distribution law;
    };

    mixture(std::vector<part> parts, std::source_location where = std::source_location::current())
        : parts_{std::move(parts)}
    {
        double sum = 0;
        for (const part& one : parts_) {
            if (!(one.share > 0) || !std::isfinite(one.share))
                refuse(parameter_error{"the shares of a mixture must be greater than 0", one.share,
                                       where});
            sum += one.share;
        }
        if (parts_.empty()) refuse(parameter_error{"a mixture needs a part", where});
        for (part& one : parts_) one.share /= sum;
    }

    [[nodiscard]] friend double cdf(const mixture& d, double x)
    {
        double sum = 0;
        for (const part& one : d.parts_) sum += one.share * cdf(one.law, x);
        return sum;
    }

    [[nodiscard]] friend double quantile(const mixture& d, double u)
    {
        double low  = std::numeric_limits<double>::infinity();
        double high = -low; // it lies between the quantiles of its parts
        for (const part& one : d.parts_) {
            const double x = quantile(one.law, u);
            low            = std::min(low, x);
            high           = std::max(high, x);
        }
        const auto   above     = [&](double x) { return cdf(d, x) - u; };
        const double at_low    = above(low);
        const double at_high   = above(high);
        const bool   is_inside = at_low < 0 && at_high > 0;
        if (!is_inside) return at_low < 0 ? high : low;
        std::uintmax_t most   = 200;
        const auto     finest = [](double a, double b) {
            return std::abs(b - a) <= 4 * std::numeric_limits<double>::epsilon() * std::abs(b);
        };
        return boost::math::tools::toms748_solve(above, low, high, at_low, at_high, finest, most)
            .second;
    }

    [[nodiscard]] friend std::pair<double, double> support(const mixture& d)
    {
        auto ends = support(d.parts_[0].law);
        for (const part& one : d.parts_) {
            const auto other = support(one.law);
            ends = {std::min(ends.first, other.first), std::max(ends.second, other.second)};
        }
        return ends;
    }

private:
    std::vector<part> parts_;
};

} // namespace orgscale
