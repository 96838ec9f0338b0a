#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include <orgscale/fit/detail/growth_posterior.hpp>
#include <orgscale/fit/detail/growth_series.hpp>
#include <orgscale/fit/detail/linear_regression.hpp>
#include <orgscale/fit/detail/random_stream.hpp>
#include <orgscale/fit/detail/smooth_ahead.hpp>

namespace orgscale::detail {

/// Draws of the future of a series.
class drawn_future {
public:
    drawn_future(const growth_series& data, const growth_posterior& of,
                 const std::vector<double>& ahead)
        : data_{data}, of_{of}, ahead_{ahead}
    {
        double sum = 0;
        for (const auto& one : of.components()) {
            sum += of.share(one.log_mass);
            below_.push_back(sum);
        }
        if (of.broken().log_mass > -std::numeric_limits<double>::infinity())
            sum += of.share(of.broken().log_mass);
        total_ = sum;
        smooth_.resize(below_.size());
    }

    /// One future, in units of the series.
    [[nodiscard]] std::vector<double> draw(random_stream& stream)
    {
        const double u = stream.uniform() * total_;
        const auto at = static_cast<std::size_t>(std::upper_bound(below_.begin(), below_.end(), u) -
                                                 below_.begin());
        if (at >= below_.size()) return after_break(stream);
        const auto& one = of_.components()[at];
        if (one.law == growth_law::level) return around_level(one, stream);
        if (!one.fit.found()) return smooth(at, stream);
        const double freedom = static_cast<double>(data_.count()) - 2;
        return along(one, std::sqrt(one.fit.squares / chi_squared(freedom, stream)), stream);
    }

private:
    [[nodiscard]] static double chi_squared(double freedom, random_stream& stream)
    {
        double sum = 0;
        for (double i = 0.5; i < freedom; ++i) {
            const double z = stream.normal();
            sum += z * z;
        }
        return sum;
    }

    [[nodiscard]] static double size_or_end(double x)
    {
        return std::isnan(x) ? std::numeric_limits<double>::infinity() : (std::max)(x, 0.0);
    }

    [[nodiscard]] double noisy(double x, bool logs, double error) const
    {
        return size_or_end(logs ? x * std::exp(error) : x + error);
    }

    /// A constant, or a random walk without drift from the last figure.
    [[nodiscard]] std::vector<double> around_level(const growth_component& one,
                                                   random_stream&          stream) const
    {
        const bool   walks   = one.noise == growth_noise::process;
        const double freedom = static_cast<double>(data_.count()) - 1;
        const double spread  = std::sqrt(one.fit.squares / chi_squared(freedom, stream));
        const double last    = one.logs ? data_.logs.back() : data_.sizes.back();
        const double rho     = one.fit.rho;
        const double error   = walks ? 0 : spread / ((1 - rho) * std::sqrt(freedom)); // of the mean
        const double mean    = one.fit.a + error * stream.normal();
        const double wide    = spread / std::sqrt(1 - rho * rho);
        double       now = 1, off = last - one.fit.a;
        std::vector<double> path;
        for (const double t : ahead_) {
            const double steps = (t - now) / data_.shortest_step();
            const double keep  = walks ? 1 : rho > 0 ? std::pow(rho, steps) : 0;
            const double more  = walks ? spread * std::sqrt(steps)
                                       : wide * std::sqrt(1 - keep * keep);
            off                = keep * off + more * stream.normal();
            now                = t;
            path.push_back(size_or_end(one.logs ? std::exp(mean + off) : mean + off));
        }
        return path;
    }

    [[nodiscard]] std::vector<double> along(const growth_component& one, double spread,
                                            random_stream& stream) const
    {
        std::vector<double> path;
        const double        shift    = spread * one.fit.slope_error * stream.normal();
        const double        b        = one.fit.b + shift;
        const double        shortest = data_.shortest_step();
        double              now = 1, x = data_.sizes.back();
        if (one.noise == growth_noise::process) {
            for (const double t : ahead_) {
                const double gap = t - now;
                const double to  = x < one.curve.top * (1 - 1e-9)
                                       ? one.curve.size(one.curve.link(x) + b * gap)
                                       : x + b * gap * one.curve.pace(x);
                x                = noisy(size_or_end(to), one.logs,
                                         spread * std::sqrt(gap / shortest) * stream.normal());
                if (!(x > 0)) x = 1e-300;
                now = t;
                path.push_back(x);
            }
            return path;
        }
        const double a = one.fit.a - one.fit.cross / one.fit.weight * shift +
                         spread / std::sqrt(one.fit.weight) * stream.normal();
        const double wide = spread / std::sqrt(1 - one.fit.rho * one.fit.rho);
        const double last = one.curve.size(one.fit.a + one.fit.b);
        double       off  = one.logs ? std::log(x / last) : x - last;
        for (const double t : ahead_) {
            const double keep = one.fit.rho > 0 ? std::pow(one.fit.rho, (t - now) / shortest) : 0;
            off               = keep * off + wide * std::sqrt(1 - keep * keep) * stream.normal();
            now               = t;
            path.push_back(noisy(size_or_end(one.curve.size(a + b * t)), one.logs, off));
        }
        return path;
    }

    [[nodiscard]] std::vector<double> smooth(std::size_t at, random_stream& stream)
    {
        const auto& one = of_.components()[at];
        if (!smooth_[at]) smooth_[at] = continue_smoothly(data_, one.logs, one.curve.shape, ahead_);
        const double        freedom = static_cast<double>(data_.count()) - 2;
        const double        spread = std::sqrt(smooth_[at]->squares / chi_squared(freedom, stream));
        const double        z      = stream.normal();
        std::vector<double> path;
        for (std::size_t i = 0; i < ahead_.size(); ++i) {
            const double x = smooth_[at]->means[i] +
                             spread * std::sqrt(smooth_[at]->variances[i]) * z;
            path.push_back(size_or_end(one.logs ? std::exp(x) : x));
        }
        return path;
    }

    /// The line, or exponential, since a break, whose date is drawn too.
    [[nodiscard]] std::vector<double> after_break(random_stream& stream) const
    {
        const auto&  broken = of_.broken();
        const double u      = stream.uniform();
        double       below  = 0;
        std::size_t  from   = data_.count() - 3;
        for (std::size_t i = 0; i < broken.log_mass_after.size(); ++i) {
            below += std::exp(broken.log_mass_after[i] - broken.log_mass);
            if (below >= u) {
                from = (std::min)(i + 1, data_.count() - 3);
                break;
            }
        }
        const auto&                      y = broken.logs ? data_.logs : data_.sizes;
        std::vector<std::vector<double>> columns(2);
        std::vector<double>              values;
        for (std::size_t i = from; i < data_.count(); ++i) {
            columns[0].push_back(1);
            columns[1].push_back(data_.times[i] - 1);
            values.push_back(y[i]);
        }
        const auto   line = regress(columns, values);
        const double spread =
            std::sqrt(line.squares / chi_squared(static_cast<double>(values.size()) - 2, stream));
        const double        z = stream.normal();
        std::vector<double> path;
        for (const double t : ahead_) {
            const double gap      = t - 1;
            const double variance = line.inverse[0] + 2 * gap * line.inverse[1] +
                                    gap * gap * line.inverse[3];
            const double x = line.coefficients[0] + gap * line.coefficients[1] +
                             spread * (std::sqrt(variance) * z + stream.normal());
            path.push_back(size_or_end(broken.logs ? std::exp(x) : x));
        }
        return path;
    }

    const growth_series&                     data_;
    const growth_posterior&                  of_;
    const std::vector<double>&               ahead_;
    std::vector<double>                      below_;
    std::vector<std::optional<smooth_ahead>> smooth_;
    double                                   total_ = 0;
};

} // namespace orgscale::detail
