#pragma once

#include <cmath>
#include <limits>

/// Laws of growth that figures are compared with. Each is a straight line in time behind a link,
///
///     η(x) = a + b t,    dx/dη = f(x)
///
/// so that a fit has two numbers besides the shape, and times may lie as they like. Its local order is
/// d ln f/d ln x: 0 on a line, 1 where growth is in proportion to size.
namespace orgscale::detail {

/// f = x^m: a line, an exponential and all powers of time.
struct power_curve {
    double m;

    [[nodiscard]] double link(double x) const
    {
        return m == 1 ? std::log(x) : std::expm1((1 - m) * std::log(x)) / (1 - m);
    }
    [[nodiscard]] double size(double eta) const
    {
        return m == 1 ? std::exp(eta) : std::exp(std::log1p((1 - m) * eta) / (1 - m));
    }
    [[nodiscard]] double pace(double x) const { return std::pow(x, m); }
    [[nodiscard]] double order(double) const { return m; }
    [[nodiscard]] double ceiling() const { return std::numeric_limits<double>::infinity(); }
};

/// f = x - d: a constant inflow beside a proportional one, or a part that doesn't grow.
struct affine_curve {
    double d;

    [[nodiscard]] double link(double x) const { return std::log(x - d); }
    [[nodiscard]] double size(double eta) const { return d + std::exp(eta); }
    [[nodiscard]] double pace(double x) const { return x - d; }
    [[nodiscard]] double order(double x) const { return x / (x - d); }
    [[nodiscard]] double ceiling() const { return std::numeric_limits<double>::infinity(); }
};

/// f = (w + (1-w) x/K) (K - x): logistic at w = 0, an exponential approach at w = 1, Bass between them.
struct bass_curve {
    double w, K;

    [[nodiscard]] double link(double x) const
    {
        const double u = x / K;
        return std::log((w + (1 - w) * u) / (1 - u));
    }
    [[nodiscard]] double size(double eta) const
    {
        const double back = std::exp(-eta);
        return K * (1 - w * back) / (1 + (1 - w) * back);
    }
    [[nodiscard]] double pace(double x) const { return (w + (1 - w) * x / K) * (K - x); }
    [[nodiscard]] double order(double x) const
    {
        const double u = x / K;
        return u * ((1 - w) / (w + (1 - w) * u) - 1 / (1 - u));
    }
    [[nodiscard]] double ceiling() const { return K; }
};

/// f = x ln(K/x), Gompertz.
struct gompertz_curve {
    double K;

    [[nodiscard]] double link(double x) const { return -std::log(std::log(K / x)); }
    [[nodiscard]] double size(double eta) const { return K * std::exp(-std::exp(-eta)); }
    [[nodiscard]] double pace(double x) const { return x * std::log(K / x); }
    [[nodiscard]] double order(double x) const { return 1 - 1 / std::log(K / x); }
    [[nodiscard]] double ceiling() const { return K; }
};

} // namespace orgscale::detail
