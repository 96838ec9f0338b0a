#pragma once

#include <cmath>
#include <limits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

/// The mean of e^-y for y from 0 to x, and its complement:
///
///     mean_decay(x) = (1 - e^-x)/x           1 at x = 0
///     mean_loss(x)  = 1 - mean_decay(x)      0 at x = 0, about x/2 near it
///
/// For x of either sign, with full precision and derivatives: for |x| < 1 by the series
/// x/2 (1 - x/3 (1 - x/4 (...))), else as written.
namespace orgscale::detail {

/// The series, for |x| <= 1.
template <real Real>
[[nodiscard]] Real mean_loss_nearby(const Real& x)
{
    // The terms left out are below 2/(n+1)!: 1e-22 for n = 22, 1e-57 for n = 45.
    constexpr int digits = std::numeric_limits<Real>::digits10;
    constexpr int terms  = 12 + 2 * (digits > 15 ? digits : 15) / 3;

    Real series = Real(1);
    for (int n = terms; n > 2; --n) series = 1 - x * series / static_cast<passive_t<Real>>(n);
    return x * series / 2;
}

template <real Real>
[[nodiscard]] Real mean_decay(const Real& x)
{
    using std::expm1;
    const auto nearby  = x < 1 && x > -1;
    const Real inside  = select(nearby, x, Real(0));
    const Real outside = select(nearby, Real(1), x);
    return select(nearby, Real(1 - mean_loss_nearby(inside)),
                  Real(-expm1(Real(-outside)) / outside));
}

template <real Real>
[[nodiscard]] Real mean_loss(const Real& x)
{
    const auto nearby = x < 1 && x > -1;
    const Real inside = select(nearby, x, Real(0));
    return select(nearby, mean_loss_nearby(inside), Real(1 - mean_decay(x)));
}

/// The x at which mean_loss is `loss` and mean_decay is `decay` = 1 - loss, for 0 <= loss < 1. Newton's
/// method from below, which never overshoots since mean_loss is concave and mean_decay convex.
template <ordered_real Real>
[[nodiscard]] Real inverse_mean_loss(const Real& loss, const Real& decay)
{
    using std::exp, std::expm1;
    if (loss <= 0) return 2 * loss + 4 * loss * loss / 3; // with its derivatives
    const auto better = [&](const Real& x) {
        const Real left = mean_decay(x), lost = mean_loss(x);
        if (x < 1) return Real(x + (loss - lost) / (left - lost / x));
        return Real(x + (left - decay) * x / (left - exp(Real(-x))));
    };
    const Real twice = 2 * loss;
    Real       x     = greatest(twice, Real(-expm1(Real(-twice)) / decay));
    for (int step = 0; step < 100; ++step) { // usually fewer than ten
        const Real next = better(x);
        if (!(x < next)) break;
        x = next;
    }
    // From a root without derivatives, each Newton step adds one order of them.
    x = better(Real(passive(x)));
    return better(x);
}

} // namespace orgscale::detail
