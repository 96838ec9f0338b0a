#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

/// A law of growth through figures whose noise is in the size.
namespace orgscale::detail {

/// Figures scaled to a largest size of 1 and a time of 1, with noise of one spread in the size or, if
/// `relative`, in its logarithm.
struct figures {
    std::vector<double> times, sizes;
    bool                relative = false;

    [[nodiscard]] double seen(double x) const { return relative ? std::log(x) : x; }
    [[nodiscard]] double seen_slope(double x) const { return relative ? 1 / x : 1; }

    /// -2 ln L at a sum of squares, the variance at its best; the scale of both noises is that of the size.
    /// Sizes in double precision are no better known than by some roundings.
    [[nodiscard]] double deviance(double squares) const
    {
        const double n     = static_cast<double>(sizes.size());
        const double least = 64 * std::numeric_limits<double>::epsilon();
        double       scale = 0;
        if (relative)
            for (const double x : sizes) scale += 2 * std::log(x);
        return n * std::log(squares / n + least * least) + scale;
    }
};

struct fitted_curve {
    double a = 0, b = 0, squares = std::numeric_limits<double>::infinity();
};

/// Least squares by Gauss and Newton, from the line behind the link.
template <class Curve>
[[nodiscard]] fitted_curve fit(const Curve& curve, const figures& data)
{
    const std::size_t n          = data.sizes.size();
    const auto        squares_at = [&](double a, double b) {
        double sum = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const double x = curve.size(a + b * data.times[i]);
            if (!(x > 0) || !(x < 1e30)) return std::numeric_limits<double>::infinity();
            const double off = data.seen(data.sizes[i]) - data.seen(x);
            sum += off * off;
        }
        return sum;
    };
    // One step: weighted least squares of `off(i)` on 1 and the time.
    struct step {
        double a, b;
    };
    const auto solved = [&](const auto& weight, const auto& off) -> step {
        double w = 0, wt = 0, wtt = 0, wy = 0, wty = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const double t = data.times[i], wi = weight(i), y = off(i);
            w += wi;
            wt += wi * t;
            wy += wi * y;
        }
        const double middle = wt / w, height = wy / w;
        for (std::size_t i = 0; i < n; ++i) {
            const double t = data.times[i] - middle, wi = weight(i);
            wtt += wi * t * t;
            wty += wi * t * (off(i) - height);
        }
        const double slope = wtt > 0 ? wty / wtt : 0;
        return {height - slope * middle, slope};
    };

    const double top   = curve.ceiling();
    const auto   place = [&](std::size_t i) { // within what the law can reach
        return (std::min)(data.sizes[i], top - 1e-3 * (std::min)(top, 1.0));
    };
    const auto first = solved(
        [&](std::size_t i) {
            const double x = place(i), w = curve.pace(x) * data.seen_slope(x);
            return w * w;
        },
        [&](std::size_t i) { return curve.link(place(i)); });

    fitted_curve found{first.a, first.b, squares_at(first.a, first.b)};
    if (!(found.squares < std::numeric_limits<double>::infinity())) return {};
    for (int round = 0; round < 40; ++round) {
        std::vector<double> slope(n), off(n);
        for (std::size_t i = 0; i < n; ++i) {
            const double x = curve.size(found.a + found.b * data.times[i]);
            slope[i]       = curve.pace(x) * data.seen_slope(x);
            off[i] = slope[i] > 0 ? (data.seen(data.sizes[i]) - data.seen(x)) / slope[i] : 0;
        }
        const step   way   = solved([&](std::size_t i) { return slope[i] * slope[i]; },
                                [&](std::size_t i) { return off[i]; });
        fitted_curve next  = found;
        double       share = 1;
        for (int half = 0; half < 12; ++half, share /= 2) {
            next         = {found.a + share * way.a, found.b + share * way.b, 0};
            next.squares = squares_at(next.a, next.b);
            if (next.squares < found.squares) break;
        }
        if (!(next.squares < found.squares)) break;
        const bool done = next.squares > found.squares * (1 - 1e-9);
        found           = next;
        if (done) break;
    }
    return found;
}

} // namespace orgscale::detail
