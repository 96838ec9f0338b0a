#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/detail/dual_evaluator.hpp>
#include <orgscale/fit/detail/many_starts.hpp>
#include <orgscale/fit/least_squares_fit.hpp>
#include <orgscale/fit/least_squares_options.hpp>

namespace orgscale {

namespace detail {

template <std::size_t Width, class Residuals>
[[nodiscard]] least_squares_fit least_squares_from(const Residuals& residuals, std::size_t points,
                                                   std::span<const double>      start,
                                                   const least_squares_options& options)
{
    check_bounds(options, start.size());
    dual_evaluator<Residuals, Width> evaluate{residuals, points, start.size()};
    search_space                     space;
    return many_starts<dual_evaluator<Residuals, Width>>{evaluate, options, space, options.data_size}
        .run(start.data());
}

} // namespace detail

/// The parameters θ that make the sum of squares of n residuals least: S(θ) = Σ r_i(θ)².
///
///     const auto fit = least_squares(
///         [&](const auto& b, const auto& r) {
///             for (std::size_t i = 0; i < r.size(); ++i) r[i] = y[i] - b[0] * (1 - exp(-b[1] * x[i]));
///         },
///         x.size(), {100, 0.75});
///     if (fit) fit.estimates[0], fit.standard_error(0);
///
/// The residuals are a callable of two spans, parameters and residuals to set, over any number type (dual
/// numbers give its derivatives). A sum of squares whose logarithm is a likelihood has a type of its own, see
/// calibrate; use fit_curve for points on a curve.
///
/// Levenberg-Marquardt steps [1, 2] with damping controlled by the gain [3], scaled by the largest derivatives
/// met [2], and accelerated along the second derivative in the direction of the step [4]. The linear systems are
/// solved by QR, never by normal equations. Gauss-Newton steps then reduce the gradient as far as rounding allows,
/// since the sum of squares alone fixes the parameters to 7 digits. Parameters at a bound whose gradient points
/// outwards stay there until it turns.
///
/// `converged` is proved: the residuals are at right angles to every derivative (cosine at most 1e-7), the Jacobian
/// has full rank, every parameter affects the curve, and another start led to the same optimum. A search that
/// ends elsewhere is `flat` or `failed`, and the reason names the test it failed.
///
/// [1] Marquardt, D. W. (1963). An algorithm for least-squares estimation of nonlinear parameters. Journal of the
///     Society for Industrial and Applied Mathematics 11(2), 431-441. doi:10.1137/0111030
/// [2] Moré, J. J. (1978). The Levenberg-Marquardt algorithm: implementation and theory. Lecture Notes in
///     Mathematics 630, 105-116. doi:10.1007/BFb0067700
/// [3] Nielsen, H. B. (1999). Damping parameter in Marquardt's method. Report IMM-REP-1999-05, Technical
///     University of Denmark.
/// [4] Transtrum, M. K., Sethna, J. P. (2012). Improvements to the Levenberg-Marquardt algorithm for nonlinear
///     least-squares minimization. arXiv:1201.5885
template <std::size_t Count, class Residuals>
[[nodiscard]] least_squares_fit least_squares(const Residuals& residuals, std::size_t points,
                                              const double (&start)[Count],
                                              const least_squares_options& options = {})
{
    constexpr std::size_t width =
        Count < detail::most_derivatives_at_once ? Count : detail::most_derivatives_at_once;
    return detail::least_squares_from<width>(residuals, points, start, options);
}

/// The same from a start whose size is known when the program runs.
template <class Residuals>
[[nodiscard]] least_squares_fit least_squares(const Residuals& residuals, std::size_t points,
                                              std::span<const double>      start,
                                              const least_squares_options& options = {})
{
    return detail::least_squares_from<detail::most_derivatives_at_once>(residuals, points, start,
                                                                        options);
}

} // namespace orgscale
