#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <orgscale/fit/detail/curve_fitter.hpp>
#include <orgscale/fit/detail/growth_posterior.hpp>
#include <orgscale/fit/detail/random_stream.hpp>

namespace orgscale::detail {

/// Von Neumann's ratio of successive differences to squares.
[[nodiscard]] inline double successive_ratio(const std::vector<double>& e)
{
    double jumps = 0, squares = 0;
    for (std::size_t i = 0; i < e.size(); ++i) {
        squares += e[i] * e[i];
        if (i > 0) jumps += (e[i] - e[i - 1]) * (e[i] - e[i - 1]);
    }
    return squares > 0 ? jumps / squares : 2;
}

/// How often independent errors, fitted by the same curve, would leave innovations as smooth as these: a parametric
/// bootstrap with refits of the linearized curve. 1 where the residuals are within the rounding of the figures.
[[nodiscard]] inline double pattern_in(const growth_series& data, const growth_component& of,
                                       std::size_t resamples, std::uint64_t seed)
{
    curve_fitter              fitter{data, of.logs};
    const bool                in_process = of.noise == growth_noise::process;
    const std::vector<double> e          = fitter.innovations(of.curve, of.fit, of.noise);
    double                    squares = 0, floor = 0;
    for (const double x : e) squares += x * x;
    for (const double x : data.sizes) {
        const double width = of.logs ? data.rounding / x : data.rounding;
        floor += width * width / 4 + 1e-24;
    }
    if (squares <= floor || e.size() < 4) return 1;

    // The directions in which a refit moves the innovations, orthonormal.
    std::vector<std::vector<double>> along;
    const auto                       moved = [&](double a, double b, double shape) {
        auto curve = of.curve;
        auto fit   = of.fit;
        fit.a += a;
        fit.b += b;
        if (curve.has_ceiling()) {
            curve.top *= 1 + shape;
        } else {
            curve.shape += shape * (std::abs(curve.shape) + 0.1);
        }
        auto there = fitter.innovations(curve, fit, of.noise);
        for (std::size_t i = 0; i < e.size(); ++i) there[i] -= e[i];
        return there;
    };
    const double step      = 1e-6 * (1 + std::abs(of.fit.b));
    const bool   has_shape = of.law != growth_law::linear && of.law != growth_law::exponential;
    std::vector<std::vector<double>> raw;
    if (!in_process) raw.push_back(moved(step, 0, 0));
    raw.push_back(moved(0, step, 0));
    if (has_shape) raw.push_back(moved(0, 0, 1e-6));
    const auto without = [&](std::vector<double>& of_these) {
        for (const auto& one : along) {
            double product = 0;
            for (std::size_t i = 0; i < one.size(); ++i) product += one[i] * of_these[i];
            for (std::size_t i = 0; i < one.size(); ++i) of_these[i] -= product * one[i];
        }
    };
    for (auto& one : raw) {
        double before = 0, after = 0;
        for (const double x : one) before += x * x;
        without(one);
        for (const double x : one) after += x * x;
        if (!(after > 1e-12 * before) || !(after < 1e60)) continue;
        for (double& x : one) x /= std::sqrt(after);
        along.push_back(one);
    }
    const double        ratio = successive_ratio(e);
    random_stream       stream{seed, e.size()};
    std::size_t         smoother = 0;
    std::vector<double> drawn(e.size());
    for (std::size_t b = 0; b < resamples; ++b) {
        for (double& x : drawn) x = stream.normal();
        without(drawn);
        if (successive_ratio(drawn) <= ratio) ++smoother;
    }
    return static_cast<double>(smoother + 1) / static_cast<double>(resamples + 1);
}

} // namespace orgscale::detail
