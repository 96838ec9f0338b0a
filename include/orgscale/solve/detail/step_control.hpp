#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include <orgscale/core/language.hpp>

namespace orgscale::detail {

/// The width of the next step: a proportional-integral controller [1], for an error in units of the
/// tolerance.
///
///     growth = 0.9 error^(-0.6/p) previous_error^(0.2/p), from 0.2 to 10, for a method of order p
///
/// [1] Hairer, E., Nørsett, S. P., Wanner, G. (1993). Solving Ordinary Differential Equations I.
///     Springer, sections II.4 and IV.2. doi:10.1007/978-3-540-78862-1
class step_control {
public:
    /// After an accepted step; no growth if it had been rejected before.
    template <std::size_t Order>
    [[nodiscard]] double growth(double error, bool refused)
    {
        constexpr double order = static_cast<double>(Order);
        const double     now   = rough_log2(error < 1e-10 ? 1e-10 : error);
        const double factor = 0.9 * rough_exp2(-0.6 / order * now + 0.2 / order * previous_error_);
        previous_error_     = now;
        const double widest = refused ? 1 : 10;
        return factor < 0.2 ? 0.2 : factor > widest ? widest : factor;
    }

    /// After a rejected step.
    template <std::size_t Order>
    [[nodiscard]] static double shrinkage(double error)
    {
        const double factor = 0.9 * std::pow(error, -1.0 / static_cast<double>(Order));
        return factor < 0.1 ? 0.1 : factor;
    }

private:
    /// The logarithm to base 2 within 0.09, and its inverse, from the bits of the number: accurate enough
    /// for a width, and a step may cost little more than a logarithm.
    [[nodiscard]] static double rough_log2(double x)
    {
        const auto bits = std::bit_cast<std::int64_t>(x) - std::bit_cast<std::int64_t>(1.0);
        return static_cast<double>(bits) * 0x1p-52;
    }

    [[nodiscard]] static double rough_exp2(double y)
    {
        const auto bits = static_cast<std::int64_t>(y * 0x1p52);
        return std::bit_cast<double>(bits + std::bit_cast<std::int64_t>(1.0));
    }

    double previous_error_ = 0; ///< logarithm to base 2
};

} // namespace orgscale::detail
