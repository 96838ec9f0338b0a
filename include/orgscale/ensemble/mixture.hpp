#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <source_location>
#include <string>
#include <utility>
#include <vector>

#include <boost/math/tools/toms748_solve.hpp>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/distribution.hpp>

namespace orgscale {

/// A mixture of distributions, such as the estimates of experts who disagree.
///
///     F(x) = w1 F1(x) + w2 F2(x) + ...,    with weights w scaled to sum to 1
///
///     mixture{{{0.7, uniform(1, 2)}, {0.3, boost::math::lognormal(1, 0.5)}}}
class mixture {
public:
    struct part {
        double       share;
        distribution law;
    };

    mixture(std::vector<part> parts, std::source_location where = std::source_location::current())
        : parts_{std::move(parts)}
    {
        if (parts_.empty()) refuse(parameter_error{"a mixture needs a part", where});
        double sum = 0;
        for (const part& one : parts_) {
            if (!(one.share > 0) || !std::isfinite(one.share))
                refuse(parameter_error{"the shares of a mixture must be greater than 0 and finite",
                                       one.share, where});
            sum += one.share;
        }
        if (!std::isfinite(sum))
            refuse(parameter_error{"the shares of a mixture must have a finite sum", where});
        for (part& one : parts_) one.share /= sum;
    }

    [[nodiscard]] friend double cdf(const mixture& d, double x)
    {
        double sum = 0;
        for (const part& one : d.parts_) {
            const auto [low, high] = support(one.law);
            if (x >= low) sum += one.share * (x < high ? cdf(one.law, x) : 1);
        }
        return sum;
    }

    /// By root finding, to 2 ulp; exact at a `fixed` part.
    [[nodiscard]] friend double quantile(const mixture& d, double u)
    {
        double low  = std::numeric_limits<double>::infinity();
        double high = -low; // between the quantiles of its parts
        for (const part& one : d.parts_) {
            const double x = quantile(one.law, u);
            low            = (std::min)(low, x);
            high           = (std::max)(high, x);
        }
        const auto   above   = [&](double x) { return cdf(d, x) - u; };
        const double at_low  = above(low);
        const double at_high = above(high);
        if (!(at_low < 0)) return low;
        if (!(at_high > 0)) return high;
        for (const part& one : d.parts_) {
            const auto [x, last] = support(one.law);
            if (x == last && above(std::nextafter(x, low)) < 0 && !(above(x) < 0)) return x;
        }
        std::uintmax_t most   = 200;
        const auto     finest = [](double a, double b) {
            return std::abs(b - a) <= 2 * std::numeric_limits<double>::epsilon() * std::abs(b);
        };
        return boost::math::tools::toms748_solve(above, low, high, at_low, at_high, finest, most)
            .second;
    }

    [[nodiscard]] friend std::pair<double, double> support(const mixture& d)
    {
        auto ends = support(d.parts_[0].law);
        for (const part& one : d.parts_) {
            const auto other = support(one.law);
            ends = {(std::min)(ends.first, other.first), (std::max)(ends.second, other.second)};
        }
        return ends;
    }

    [[nodiscard]] friend std::string name(const mixture& d)
    {
        std::string text = "mixture of ";
        for (const part& one : d.parts_) text += (&one == &d.parts_[0] ? "" : ", ") + name(one.law);
        return text;
    }

private:
    std::vector<part> parts_;
};

} // namespace orgscale
