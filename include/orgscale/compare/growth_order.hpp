#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include <orgscale/compare/crossover.hpp>
#include <orgscale/compare/detail/growth_fit.hpp>
#include <orgscale/core/checked.hpp>
#include <orgscale/core/growth_shape.hpp>
#include <orgscale/fit/growth_order.hpp>

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
/// tolerance. While the rates still rise to the end of the window, the line must fit within a fiftieth of it, since many
/// other curves begin alike. A run that has stopped growing is saturated; one that never moved is undetermined. The
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

} // namespace orgscale
