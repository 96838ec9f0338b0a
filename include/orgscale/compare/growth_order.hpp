#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include <orgscale/compare/crossover.hpp>
#include <orgscale/compare/detail/growth_fit.hpp>
#include <orgscale/compare/detail/judge_figures.hpp>
#include <orgscale/compare/growth_shape.hpp>
#include <orgscale/core/checked.hpp>

namespace orgscale {

struct growth_order_options {
    fraction_below_one<double> window{0.5};     ///< leading share of the time to leave out  [-]
    positive<double>           tolerance{0.05}; ///< on m, within which a kind such as linear holds
};

/// The kind of growth of a run's customers (or a law's number) in its later part.
///
///     dx/dt = c x^m:  m = 0 linear, m = 1 exponential, between them t^(1/(1-m)), below 0 slower
///                     than a line, above 1 faster than exponential
///
/// m is the slope of ln(dx/dt) against ln x over the window, with rates from the model. If a power of the
/// size fits badly and a falling line fits better (rate, or rate per size, against size), growth is
/// saturating. Its ceiling is where that line reaches zero, reported only if the line fits within the
/// tolerance. A run that has stopped growing is saturated; one that never moved is undetermined. The
/// result describes the window only: growth that is exponential there may still end.
template <class Run>
    requires requires(const Run& run) { run.cursor(); }
[[nodiscard]] growth_shape_over<typename Run::real_type> growth_order(
    const Run& run, growth_order_options options = {})
{
    using Real                   = typename Run::real_type;
    constexpr std::size_t points = 65;
    std::vector<Real>     sizes, rates;
    const Real  begin = run.from() + (run.to() - run.from()) * Real(double{options.window});
    const auto& model = run.model();
    auto        at    = run.cursor();
    std::size_t still = 0, falling = 0;
    for (std::size_t i = 0; i < points; ++i) {
        const Real time = i + 1 == points
                              ? run.to()
                              : begin + (run.to() - begin) * Real(static_cast<double>(i) /
                                                                  static_cast<double>(points - 1));
        const auto x    = at(time);
        sizes.push_back(Real(detail::customers_of(x)));
        if constexpr (requires { model.rate(x); }) {
            rates.push_back(Real(model.rate(x)));
        } else {
            rates.push_back(Real(detail::customers_of(model.derivative(time, x))));
        }
        const double moves = plain(rates.back()) * plain(Real(run.to() - begin));
        if (std::abs(moves) <= 1e-6 * std::abs(plain(sizes.back()))) ++still;
        if (moves < 0) ++falling;
    }
    if (still > points / 2) {
        const double start = plain(Real(detail::customers_of(at(run.from()))));
        const double end   = plain(sizes.back());
        if (!(std::abs(end - start) > 1e-3 * std::abs(end))) return {};
        if (end < start) return {.kind = growth_kind::declining};
        return {.kind = growth_kind::saturating, .ceiling = sizes.back()};
    }
    if (falling > points / 2) return {.kind = growth_kind::declining};
    return detail::shape_of(sizes, rates, options.tolerance);
}

/// The kind of growth of recorded figures, over all the time they cover.
///
/// Laws are fitted to the sizes at their times by least squares, with noise of constant spread either in
/// the size or in its logarithm:
///
///     dx/dt = c x^m                            linear, polynomial, exponential and faster
///     dx/dt = c (x - d)                        constant inflow, or a part that does not grow
///     dx/dt = c (w + (1-w) x/K) (K - x)        logistic, Bass, exponential approach
///     dx/dt = c x ln(K/x)                      Gompertz
///
/// A kind is reported only if every law that the figures do not exclude has that kind (likelihood ratio at
/// 5 %, with 2 and n - 4 degrees of freedom), and the residuals of the best law show no serial pattern [1].
/// A law is linear or exponential if its local order d ln(dx/dt)/d ln x stays within the tolerance of 0 or
/// 1 over the figures, and saturating if it has reached half its ceiling. Otherwise the kind is
/// undetermined: more noise yields fewer kinds, never a wider one. The ceiling is reported if all these
/// laws agree on it to twice the tolerance. m and its standard error are those of the best power.
///
/// If no law fits, six or more figures that all fall are declining, and figures that rise four times or
/// more and then stay constant for at least as long are saturating. Leading zeros are skipped. Of more
/// than 128 figures, 128 are used, evenly spread. Undetermined: fewer than five figures, times that do not
/// increase, sizes that are negative or not finite.
///
/// [1] von Neumann, J. (1941). Distribution of the ratio of the mean square successive difference to the
///     variance. Annals of Mathematical Statistics 12(4), 367-395. doi:10.1214/aoms/1177731677
[[nodiscard]] inline growth_shape growth_order(std::span<const double> times,
                                               std::span<const double> sizes,
                                               growth_order_options    options = {})
{
    const std::size_t   count = times.size() < sizes.size() ? times.size() : sizes.size();
    std::vector<double> when, size;
    bool                falls = true, positive = true;
    for (std::size_t i = 0; i < count; ++i) {
        if (!(sizes[i] >= 0) || !(sizes[i] < std::numeric_limits<double>::infinity())) return {};
        if (i > 0 && !(times[i] > times[i - 1])) return {};
        if (size.empty() && !(sizes[i] > 0)) continue;
        if (!size.empty() && !(sizes[i] < size.back())) falls = false;
        if (!(sizes[i] > 0)) positive = false;
        when.push_back(times[i]);
        size.push_back(sizes[i]);
    }
    if (size.size() < 5) return {};
    growth_shape answer;
    if (positive) answer = detail::judge(when, size, options.tolerance);
    if (answer.kind != growth_kind::undetermined) return answer;
    if (falls && size.size() > 5) {
        answer.kind = growth_kind::declining;
    } else if (detail::rose_to_a_level(size)) {
        answer.kind = growth_kind::saturating;
    }
    return answer;
}

} // namespace orgscale
