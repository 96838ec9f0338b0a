#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/workforce/detail/divided_exponential.hpp>

namespace orgscale {

/// Simon's watchmakers: interrupted work, with and without stable subassemblies.
///
///     operations(k)    = ((1-p)^-k - 1)/p              k uninterrupted steps; k at p = 0   [1]
///     modular(n, s)    = (n-1)/(s-1) operations(s)     n pieces, s to a subassembly
///
/// Each step is interrupted with probability p, and an unfinished assembly then falls apart. Joining n
/// pieces s at a time takes (n-1)/(s-1) assemblies, those of subassemblies included: 111 for n = 1000,
/// s = 10. At p = 0.01 that takes 1/1974 of the operations; the paper's "about four thousand" times as
/// long is twice the expectation.
///
/// Not for work that can be put down and resumed.
///
/// [1] Simon, H. A. (1962). The architecture of complexity. Proceedings of the American Philosophical
///     Society 106(6), 467-482.
template <real Real = double>
struct watchmaker {
    using real_type = Real;

    fraction_below_one<Real> interruption; ///< p, probability per step [-]

    /// Expected operations until k >= 0 steps in a row are done [operations].
    [[nodiscard]] Real operations(const non_negative<Real>& steps) const
    {
        using std::log1p;
        // With y = -ln(1-p), p = 1 - e^-y.
        const Real y = -log1p(Real(-interruption));
        return Real{steps} * detail::divided_exponential(Real(Real{steps} * y), Real(0)) /
               detail::divided_exponential(Real(-y), Real(0));
    }

    /// Expected operations to assemble n pieces, s > 1 at a time [operations].
    [[nodiscard]] Real modular_operations(const at_least_one<Real>& pieces,
                                          const above_one<Real>&    size) const
    {
        return (Real{pieces} - 1) / (Real{size} - 1) * operations(Real{size});
    }

    static constexpr auto parameters()
    {
        return description{parameter{"interruption", "p", "-",
                                     "probability that a step is interrupted",
                                     &watchmaker::interruption}};
    }
};

static_assert(fully_described<watchmaker<>>);

} // namespace orgscale
