#pragma once

#include <cmath>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/workforce/detail/divided_exponential.hpp>

namespace orgscale {

/// Simon's watchmakers: work that is interrupted, with and without stable parts.
///
///     operations(k)     = ((1-p)^-k - 1)/p                  k steps in a row, k at p = 0   [1]
///     modular(n, s)     = (n-1)/(s-1) operations(s)         n pieces, by s at a time
///
/// Each step is interrupted with probability p, and what is not finished then falls apart. Of n
/// pieces joined by s at a time, parts of parts, there are (n-1)/(s-1) to put together: 111 for
/// n = 1000, s = 10. The paper's figure for that ratio at p = 0.01, about four thousand, is twice what
/// the expectation is.
///
/// Not for work that can be laid down and taken up again.
///
/// [1] Simon, H. A. (1962). The architecture of complexity. Proceedings of the American Philosophical
///     Society 106(6), 467-482.
template <real Real = double>
struct watchmaker {
    using real_type = Real;

    fraction_below_one<Real> interruption; ///< p, of a step [-]

    /// Expected operations until so many steps >= 0 in a row are done [operations].
    [[nodiscard]] Real operations(const non_negative<Real>& steps) const
    {
        using std::log1p;
        // With y = -ln(1-p), p = 1 - e^-y.
        const Real y = -log1p(Real(-interruption));
        return Real{steps} * detail::divided_exponential(Real(Real{steps} * y), Real(0)) /
               detail::divided_exponential(Real(-y), Real(0));
    }

    /// Expected operations to make one of n pieces, s > 1 at a time [operations].
    [[nodiscard]] Real modular_operations(const at_least_one<Real>& pieces,
                                          const above_one<Real>&    size) const
    {
        return (Real{pieces} - 1) / (Real{size} - 1) * operations(Real{size});
    }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"interruption", "p", "-", "chance that a step is interrupted",
                                    &watchmaker::interruption}};
    }
};

static_assert(fully_described<watchmaker<>>);

} // namespace orgscale
