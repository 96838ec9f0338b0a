#pragma once

#include <orgscale/core/real.hpp>
#include <orgscale/improvement/quality_erosion.hpp>

namespace orgscale {

/// Published estimates of quality_erosion from the records of a bank's lending center, in weeks and hours.
///
///     k        τd        τu         T*
///     0.64     18.83     8.14e6     1.08       Oliva and Sterman [1]
///     0.6      12.48     8.56e4     1.07       Dogan [2]
///     0.6393   18.7321   8.14e5     1.0758     Oliva's thesis [3]
///
/// Standards fall within months; a τu of more than a thousand years only means that they don't rise
/// again. Not for any other firm.
///
///     const auto bank = published_erosion<>::oliva_sterman_2001();
///     bank.law.lost(1.2, 10);                                                             // 0.049
///
/// [1] Oliva, R., Sterman, J. D. (2001). Cutting corners and working overtime: quality erosion in the
///     service industry. Management Science 47(7), 894-914. doi:10.1287/mnsc.47.7.894.9807
/// [2] Dogan, G. (2007). Bootstrapping for confidence interval estimation and hypothesis testing for
///     parameters of system dynamics models. System Dynamics Review 23(4), 415-436.
/// [3] Oliva, R. (1996). A dynamic theory of service delivery. Doctoral thesis, Massachusetts Institute
///     of Technology.
template <real Real = double>
struct published_erosion {
    quality_erosion<Real> law;          ///< k, τd and τu
    Real                  desired_time; ///< T*, initial standard [hours/order]

    /// The estimates of [1].
    [[nodiscard]] static constexpr published_erosion oliva_sterman_2001()
    {
        return of(Real(0.64), Real(18.83), Real(8.14e6), Real(1.08));
    }

    /// The estimates of [2].
    [[nodiscard]] static constexpr published_erosion dogan_2007()
    {
        return of(Real(0.6), Real(12.48), Real(8.56e4), Real(1.07));
    }

    /// The estimates of [3].
    [[nodiscard]] static constexpr published_erosion oliva_1996()
    {
        return of(Real(0.6393), Real(18.7321), Real(8.14e5), Real(1.0758));
    }

private:
    [[nodiscard]] static constexpr published_erosion of(const Real& corner_cutting,
                                                        const Real& falling_time,
                                                        const Real& rising_time,
                                                        const Real& desired_time)
    {
        return {{.corner_cutting = corner_cutting,
                 .falling_time   = falling_time,
                 .rising_time    = rising_time},
                desired_time};
    }
};

} // namespace orgscale
