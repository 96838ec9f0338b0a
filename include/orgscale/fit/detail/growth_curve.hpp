#pragma once

#include <cmath>
#include <limits>

/// Laws of growth that figures are compared with. Each is a straight line in time behind a link,
///
///     η(x) = a + b t,    dx/dη = f(x)
///
/// so that a fit has two numbers besides the shape, times may lie as they like, and the law can be restarted from any
/// size. Its local order is d ln f/d ln x: 0 on a line, 1 where growth is in proportion to size.
namespace orgscale::detail {

enum class curve_family {
    power,        ///< f = x^m; shape m
    affine,       ///< f = x - d: growth on a base that doesn't grow; shape d
    parallelized, ///< f = x/(1 + x/s); shape s
    gompertz,     ///< f = x ln(K/x)
    richards,     ///< f = x (1 - (x/K)^ν)/ν; shape ν
    bass ///< f = (w + (1-w) x/K) (K - x); shape w: logistic at 0, exponential approach at 1
};

struct growth_curve {
    curve_family family;
    double       shape = 0;
    double       top   = std::numeric_limits<double>::infinity(); ///< K

    [[nodiscard]] double link(double x) const
    {
        switch (family) {
        case curve_family::power:
            return shape == 1   ? std::log(x)
                   : shape == 0 ? x - 1
                                : std::expm1((1 - shape) * std::log(x)) / (1 - shape);
        case curve_family::affine: return std::log(x - shape);
        case curve_family::parallelized: return std::log(x) + x / shape;
        case curve_family::gompertz: return -std::log(std::log(top / x));
        case curve_family::richards: return -std::log(std::expm1(shape * std::log(top / x)));
        case curve_family::bass: return std::log((shape + (1 - shape) * (x / top)) / (1 - x / top));
        }
        return 0;
    }

    [[nodiscard]] double size(double eta) const
    {
        switch (family) {
        case curve_family::power:
            return shape == 1   ? std::exp(eta)
                   : shape == 0 ? 1 + eta
                                : std::exp(std::log1p((1 - shape) * eta) / (1 - shape));
        case curve_family::affine: return shape + std::exp(eta);
        case curve_family::parallelized: return from_sum(eta);
        case curve_family::gompertz: return top * std::exp(-std::exp(-eta));
        case curve_family::richards: return top * std::exp(-std::log1p(std::exp(-eta)) / shape);
        case curve_family::bass: {
            const double back = std::exp(-eta);
            return top * (1 - shape * back) / (1 + (1 - shape) * back);
        }
        }
        return 0;
    }

    [[nodiscard]] double pace(double x) const
    {
        switch (family) {
        case curve_family::power:
            return shape == 0 ? 1.0 : shape == 1 ? x : std::exp(shape * std::log(x));
        case curve_family::affine: return x - shape;
        case curve_family::parallelized: return x / (1 + x / shape);
        case curve_family::gompertz: return x * std::log(top / x);
        case curve_family::richards: return -x * std::expm1(shape * std::log(x / top)) / shape;
        case curve_family::bass: return (shape + (1 - shape) * x / top) * (top - x);
        }
        return 0;
    }

    [[nodiscard]] double order(double x) const
    {
        switch (family) {
        case curve_family::power: return shape;
        case curve_family::affine: return x / (x - shape);
        case curve_family::parallelized: return 1 / (1 + x / shape);
        case curve_family::gompertz: return 1 - 1 / std::log(top / x);
        case curve_family::richards: {
            const double u = std::exp(shape * std::log(x / top));
            return 1 - shape * u / (1 - u);
        }
        case curve_family::bass: {
            const double u = x / top;
            return u * ((1 - shape) / (shape + (1 - shape) * u) - 1 / (1 - u));
        }
        }
        return 0;
    }

    [[nodiscard]] bool has_ceiling() const { return top < std::numeric_limits<double>::infinity(); }

private:
    /// x from ln x + x/s, by Newton's method on ln x, whose function is convex and rises.
    [[nodiscard]] double from_sum(double eta) const
    {
        const double over = eta - std::log(shape); // of ln(x/s) + x/s
        double       u    = over < 1 ? over : std::log(over);
        for (int step = 0; step < 30; ++step) {
            const double x = std::exp(u), change = (u + x - over) / (1 + x);
            u -= change;
            if (!(std::abs(change) > 1e-13 * (1 + std::abs(u)))) break;
        }
        return shape * std::exp(u);
    }
};

} // namespace orgscale::detail
