#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include <orgscale/fit/detail/fitted_growth.hpp>
#include <orgscale/fit/detail/growth_curve.hpp>
#include <orgscale/fit/detail/growth_series.hpp>
#include <orgscale/fit/detail/link_regression.hpp>
#include <orgscale/fit/detail/observed_sizes.hpp>

namespace orgscale::detail {

/// Least squares of curves through a series with errors in the sizes, by Gauss and Newton in two coefficients.
class level_fitter {
public:
    level_fitter(const growth_series& data, bool logs)
        : data_{data}, seen_{data, logs}, off_(data.count()), along_(data.count()),
          along_b_(data.count()), sizes_(data.count())
    {}

    /// A fit with errors of serial correlation ρ, started from that of a similar curve if there is one.
    [[nodiscard]] fitted_growth fit(const growth_curve& curve, double rho,
                                    const fitted_growth& start = {})
    {
        fitted_growth now = start;
        now.rho           = rho;
        now.squares       = start.found() ? sum(curve, now) : start.squares;
        if (!now.found()) {
            now         = regressed_behind_link(curve, seen_);
            now.rho     = rho;
            now.squares = sum(curve, now);
            if (!now.found()) return now;
        }
        for (int round = 0; round < 40; ++round) {
            const step way      = direction(curve, now);
            now.log_determinant = way.log_determinant;
            now.slope_error     = way.slope_error;
            now.weight          = way.weight;
            now.cross           = way.cross;
            auto   next         = now;
            double part         = 1;
            for (int half = 0; half < 10; ++half, part /= 3) {
                next.a       = now.a + part * way.a;
                next.b       = now.b + part * way.b;
                next.squares = sum(curve, next);
                if (next.squares < now.squares) break;
            }
            if (!(next.squares < now.squares)) break;
            const bool done = next.squares > now.squares * (1 - 1e-5);
            now             = next;
            if (done) break;
        }
        return now;
    }

    /// A fit with the likeliest serial correlation, started from a fit without.
    [[nodiscard]] fitted_growth correlated(const growth_curve& curve, const fitted_growth& white)
    {
        fitted_growth now = white;
        for (int round = 0; round < 3; ++round) {
            residuals(curve, now);
            const double rho = best_rho();
            if (std::abs(rho - now.rho) < 0.02) break;
            now = fit(curve, rho, now);
        }
        return now;
    }

    /// Innovations of a fit.
    [[nodiscard]] std::vector<double> innovations(const growth_curve&  curve,
                                                  const fitted_growth& fit)
    {
        residuals(curve, fit);
        std::vector<double> all;
        for (std::size_t i = 0; i < data_.count(); ++i) all.push_back(white(off_, i, fit.rho));
        return all;
    }

private:
    struct step {
        double a = 0, b = 0, log_determinant = 0, slope_error = 0, weight = 0, cross = 0;
    };

    /// The innovation of residual i: what is not predicted from the one before.
    [[nodiscard]] double white(const std::vector<double>& of, std::size_t i, double rho) const
    {
        if (rho == 0) return of[i];
        if (i == 0) return of[0] * std::sqrt(1 - rho * rho);
        const double gap = data_.gaps[i];
        if (gap == 1) return of[i] - rho * of[i - 1];
        const double keep = std::pow(rho, gap);
        return (of[i] - keep * of[i - 1]) * std::sqrt((1 - rho * rho) / (1 - keep * keep));
    }

    void residuals(const growth_curve& curve, const fitted_growth& fit)
    {
        for (std::size_t i = 0; i < data_.count(); ++i)
            off_[i] = seen_[i] - seen_.of(curve.size(fit.a + fit.b * data_.times[i]));
    }

    [[nodiscard]] double sum(const growth_curve& curve, const fitted_growth& fit)
    {
        double squares = 0;
        for (std::size_t i = 0; i < data_.count(); ++i) {
            const double x = curve.size(fit.a + fit.b * data_.times[i]);
            if (!(x > 1e-290) || !(x < 1e60)) return std::numeric_limits<double>::infinity();
            sizes_[i]      = x;
            off_[i]        = seen_[i] - seen_.of(x);
            const double e = white(off_, i, fit.rho);
            squares += e * e;
        }
        return squares;
    }

    /// The Gauss-Newton step from a fit whose sum of squares was the last computed.
    [[nodiscard]] step direction(const growth_curve& curve, const fitted_growth& fit)
    {
        for (std::size_t i = 0; i < data_.count(); ++i)
            along_[i] = curve.pace(sizes_[i]) * seen_.slope(sizes_[i]);
        double aa = 0, ab = 0, bb = 0, ay = 0, by = 0;
        for (std::size_t i = 0; i < data_.count(); ++i) along_b_[i] = along_[i] * data_.times[i];
        for (std::size_t i = 0; i < data_.count(); ++i) {
            const double a = white(along_, i, fit.rho), b = white(along_b_, i, fit.rho);
            const double e = white(off_, i, fit.rho);
            aa += a * a;
            ab += a * b;
            bb += b * b;
            ay += a * e;
            by += b * e;
        }
        if (!(aa > 0)) return {};
        const double rest = bb - ab * ab / aa;
        if (!(rest > 1e-14 * bb)) return {ay / aa, 0, -HUGE_VAL, HUGE_VAL, aa, ab};
        step way;
        way.b               = (by - ab / aa * ay) / rest;
        way.a               = (ay - ab * way.b) / aa;
        way.log_determinant = std::log(aa) + std::log(rest);
        way.slope_error     = 1 / std::sqrt(rest);
        way.weight          = aa;
        way.cross           = ab;
        return way;
    }

    /// The serial correlation over the shortest step at which the residuals are likeliest, 0 to 0.95.
    [[nodiscard]] double best_rho() const
    {
        const std::size_t n      = data_.count();
        const auto        likely = [&](double rho) {
            double squares = 0, spread = -std::log1p(-rho * rho);
            for (std::size_t i = 0; i < n; ++i) {
                const double e = white(off_, i, rho);
                squares += e * e;
                if (i > 0 && data_.gaps[i] != 1 && rho > 0)
                    spread += std::log((1 - std::pow(rho, 2 * data_.gaps[i])) / (1 - rho * rho));
            }
            return static_cast<double>(n) * std::log(squares) + spread;
        };
        double best = 0, least = likely(0);
        for (const double rho : {0.2, 0.45, 0.7, 0.9})
            if (const double here = likely(rho); here < least) {
                least = here;
                best  = rho;
            }
        double low = (std::max)(best - 0.2, 0.0), high = (std::min)(best + 0.2, 0.95);
        for (int i = 0; i < 4; ++i) {
            const double c = low + 0.382 * (high - low), d = low + 0.618 * (high - low);
            if (likely(c) < likely(d)) {
                high = d;
            } else {
                low = c;
            }
        }
        return (low + high) / 2;
    }

    const growth_series& data_;
    observed_sizes       seen_;
    std::vector<double>  off_, along_, along_b_, sizes_;
};

} // namespace orgscale::detail
