#pragma once

#include <cstddef>
#include <span>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/detail/curve_evaluator.hpp>
#include <orgscale/fit/detail/many_starts.hpp>
#include <orgscale/fit/least_squares_fit.hpp>
#include <orgscale/fit/least_squares_options.hpp>

namespace orgscale {

/// A curve through points by least squares: S(θ) = Σ (f(θ, x_i) - y_i)².
///
///     const auto fit = fit_curve([](const auto& b, double x) { return b[0] * (1 - exp(-b[1] * x)); },
///                                days, oxygen, {100, 0.75});
///
/// The curve is a callable over any number type, given a span of parameters and a point, usually of one line.
/// Residuals in the result are f - y. See least_squares for the method and the verdict.
template <std::size_t Count, class Curve>
[[nodiscard]] least_squares_fit fit_curve(const Curve& curve, std::span<const double> x,
                                          std::span<const double> y, const double (&start)[Count],
                                          const least_squares_options& options = {})
{
    if (x.size() != y.size())
        refuse(parameter_error{"a curve needs as many x as y", static_cast<double>(y.size()), "y"});
    detail::check_bounds(options, Count);
    detail::curve_evaluator<Curve, Count> evaluate{curve, x, y};
    detail::search_space                  space;
    const double                          size = options.data_size > 0 ? options.data_size
                                                                       : detail::norm(y.data(), y.size());
    return detail::many_starts<detail::curve_evaluator<Curve, Count>>{evaluate, options, space, size}
        .run(start);
}

} // namespace orgscale
