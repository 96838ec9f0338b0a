#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <vector>

#include <orgscale/fit/detail/growth_curve.hpp>
#include <orgscale/fit/detail/growth_series.hpp>

namespace orgscale::detail {

/// How figures deviate from a law.
enum class growth_noise {
    white,      ///< independent errors
    correlated, ///< errors that keep a share from one to the next
    process     ///< chance in the growth itself: the law goes on from each figure as it is
};

/// A law's curve with its two numbers behind the link.
struct fitted_growth {
    double a = 0, b = 0;
    double squares         = std::numeric_limits<double>::infinity(); ///< of innovations
    double log_determinant = 0; ///< of the information on a, b
    double slope_error     = 0; ///< of b, relative to the spread of the innovations
    double rho             = 0;
    double weight = 0, cross = 0; ///< information on a, and of a with b

    [[nodiscard]] bool found() const { return squares < std::numeric_limits<double>::infinity(); }
};

/// Least squares of curves through a series, by Gauss and Newton in two numbers, or one if the noise is in the
/// process.
class curve_fitter {
public:
    curve_fitter(const growth_series& data, bool logs)
        : data_{data}, logs_{logs}, off_(data.count()), along_(data.count())
    {}

    [[nodiscard]] double seen(double x) const { return logs_ ? std::log(x) : x; }
    [[nodiscard]] double seen_slope(double x) const { return logs_ ? 1 / x : 1; }
    [[nodiscard]] double datum(std::size_t i) const
    {
        return logs_ ? data_.logs[i] : data_.sizes[i];
    }

    /// A fit with errors of serial correlation ρ, from `start` if that is a fit of a similar curve.
    [[nodiscard]] fitted_growth level(const growth_curve& curve, double rho,
                                      const fitted_growth& start = {})
    {
        fitted_growth now = start;
        now.rho           = rho;
        now.squares       = start.found() ? sum(curve, now) : start.squares;
        if (!now.found()) {
            now         = regressed(curve);
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

    /// A fit with errors whose serial correlation is at its best, from a fit without.
    [[nodiscard]] fitted_growth correlated(const growth_curve& curve, const fitted_growth& white)
    {
        fitted_growth now = white;
        for (int round = 0; round < 3; ++round) {
            residuals(curve, now);
            const double rho = best_rho();
            if (std::abs(rho - now.rho) < 0.02) break;
            now = level(curve, rho, now);
        }
        return now;
    }

    /// A fit in which the law goes on from every figure; a belongs to the first.
    [[nodiscard]] fitted_growth process(const growth_curve& curve)
    {
        const std::size_t n = data_.count();
        fitted_growth     now;
        double            weights = 0, along = 0;
        for (std::size_t i = 0; i + 1 < n; ++i) { // rates over steps as a start
            const double x = data_.sizes[i], gap = data_.times[i + 1] - data_.times[i];
            const double pace = curve.pace(x) * seen_slope(x);
            weights += pace * pace * gap;
            along += pace * (datum(i + 1) - datum(i));
        }
        if (!(weights > 0)) return now;
        now.b       = along / weights;
        now.a       = data_.sizes[0] < curve.top ? curve.link(data_.sizes[0]) : 0;
        now.squares = process_sum(curve, now.b, false).squares;
        if (!now.found()) {
            now.b       = 0;
            now.squares = process_sum(curve, 0, false).squares;
            if (!now.found()) return now;
        }
        for (int round = 0; round < 20; ++round) {
            const auto at = process_sum(curve, now.b, true);
            if (!(at.weight > 0)) break;
            const double way     = at.along / at.weight;
            double       part    = 1;
            double       squares = now.squares;
            for (int half = 0; half < 8; ++half, part /= 3) {
                squares = process_sum(curve, now.b + part * way, false).squares;
                if (squares < now.squares) break;
            }
            if (!(squares < now.squares)) break;
            const bool done = squares > now.squares * (1 - 1e-5);
            now.b += part * way;
            now.squares = squares;
            if (done) break;
        }
        const auto at       = process_sum(curve, now.b, true);
        now.log_determinant = std::log(at.weight);
        now.slope_error     = 1 / std::sqrt(at.weight);
        return now;
    }

    /// Innovations of a level fit (white or correlated).
    [[nodiscard]] std::vector<double> innovations(const growth_curve&  curve,
                                                  const fitted_growth& fit)
    {
        residuals(curve, fit);
        std::vector<double> all;
        for (std::size_t i = 0; i < data_.count(); ++i) all.push_back(white(off_, i, fit.rho));
        return all;
    }

    /// Innovations of a fit in the process, without the first point.
    [[nodiscard]] std::vector<double> process_innovations(const growth_curve&  curve,
                                                          const fitted_growth& fit)
    {
        static_cast<void>(process_sum(curve, fit.b, false));
        return {off_.begin() + 1, off_.end()};
    }

private:
    struct step {
        double a = 0, b = 0, log_determinant = 0, slope_error = 0, weight = 0, cross = 0;
    };
    struct process_step {
        double squares = 0, weight = 0, along = 0;
    };

    /// The innovation of residual i.
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
            off_[i] = datum(i) - seen(curve.size(fit.a + fit.b * data_.times[i]));
    }

    [[nodiscard]] double sum(const growth_curve& curve, const fitted_growth& fit)
    {
        double squares = 0;
        for (std::size_t i = 0; i < data_.count(); ++i) {
            const double x = curve.size(fit.a + fit.b * data_.times[i]);
            if (!(x > 1e-290) || !(x < 1e60)) return std::numeric_limits<double>::infinity();
            off_[i]        = datum(i) - seen(x);
            const double e = white(off_, i, fit.rho);
            squares += e * e;
        }
        return squares;
    }

    [[nodiscard]] step direction(const growth_curve& curve, const fitted_growth& fit)
    {
        for (std::size_t i = 0; i < data_.count(); ++i) {
            const double x = curve.size(fit.a + fit.b * data_.times[i]);
            along_[i]      = curve.pace(x) * seen_slope(x);
            off_[i]        = datum(i) - seen(x);
        }
        double aa = 0, ab = 0, bb = 0, ay = 0, by = 0;
        along_b_.resize(data_.count());
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

    /// The line behind the link by weighted least squares.
    [[nodiscard]] fitted_growth regressed(const growth_curve& curve) const
    {
        double       w = 0, wt = 0, wy = 0, wtt = 0, wty = 0;
        const double most = curve.has_ceiling()
                                ? curve.top * (1 - 1e-3 / (std::max)(curve.top, 1.0))
                                : std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < data_.count(); ++i) {
            const double x    = (std::max)((std::min)(data_.sizes[i], most), 1e-12);
            const double pace = curve.pace(x) * seen_slope(x), y = curve.link(x);
            if (!(std::abs(y) < 1e30)) continue;
            const double weight = pace * pace, t = data_.times[i];
            w += weight;
            wt += weight * t;
            wy += weight * y;
            wtt += weight * t * t;
            wty += weight * t * y;
        }
        fitted_growth found;
        const double  spread = wtt - wt * wt / w;
        found.b              = spread > 0 ? (wty - wt * wy / w) / spread : 0;
        found.a              = (wy - found.b * wt) / w;
        return found;
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

    [[nodiscard]] process_step process_sum(const growth_curve& curve, double b, bool with_slope)
    {
        process_step at;
        for (std::size_t i = 1; i < data_.count(); ++i) {
            const double from = data_.sizes[i - 1], gap = data_.times[i] - data_.times[i - 1];
            // Above its ceiling a law falls back, here by one step of its rate; none leads away from it.
            const bool   below = from < curve.top * (1 - 1e-9);
            const double to    = below    ? curve.size(curve.link(from) + b * gap)
                                 : b >= 0 ? from + b * gap * curve.pace(from)
                                          : -1;
            if (!(to > 1e-290) || !(to < 1e60)) {
                at.squares = std::numeric_limits<double>::infinity();
                return at;
            }
            const double wide = std::sqrt(data_.gaps[i]);
            off_[i]           = (datum(i) - seen(to)) / wide;
            at.squares += off_[i] * off_[i];
            if (with_slope) {
                const double slope = curve.pace(to) * seen_slope(to) * gap / wide;
                at.weight += slope * slope;
                at.along += slope * off_[i];
            }
        }
        return at;
    }

    const growth_series& data_;
    bool                 logs_;
    std::vector<double>  off_, along_, along_b_;
};

} // namespace orgscale::detail
