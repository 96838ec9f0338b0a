#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include <orgscale/core/lanes.hpp>
#include <orgscale/core/select.hpp>

/// The controller of step_control.hpp for all lanes at once.
namespace orgscale::detail {

/// The logarithm to base 2 within 0.09, for a positive normal number.
template <std::size_t Width>
[[nodiscard]] constexpr lanes<Width> rough_log2(const lanes<Width>& x)
{
    return lanes<Width>::by_register(
        []<class Register>(const Register& number) {
            const auto bits     = bits_in(number);
            const auto exponent = (bits >> 52) | std::bit_cast<std::uint64_t>(0x1p52);
            const auto fraction = (bits & ((std::uint64_t{1} << 52) - 1)) |
                                  std::bit_cast<std::uint64_t>(1.0);
            return same_bits<Register>(exponent) - (0x1p52 + 1024) + same_bits<Register>(fraction);
        },
        x);
}

/// Its inverse, a power of 2 within 7 percent, for exponents up to a thousand.
template <std::size_t Width>
[[nodiscard]] constexpr lanes<Width> rough_exp2(const lanes<Width>& y)
{
    return lanes<Width>::by_register(
        []<class Register>(const Register& number) {
            const Register shifted = (number - 0.5) + integer_in_bits;
            const Register part    = number - (shifted - integer_in_bits);
            return (1 + part) * power_of_two(shifted);
        },
        y);
}

/// An error beyond all bounds; NaN counts as one.
inline constexpr double hopeless_error = 1e30;

/// The ratio of the next step to the last, from the last error and, if accepted, the one before.
template <std::size_t Order, std::size_t Width>
[[nodiscard]] constexpr lanes<Width> step_growth(const lane_mask<Width>& accepted,
                                                 const lanes<Width>&     error_log2,
                                                 const lanes<Width>&     previous_log2,
                                                 const lanes<Width>&     widest)
{
    constexpr double   order = static_cast<double>(Order);
    const lanes<Width> power =
        select(accepted, lanes<Width>(0.2 / order * previous_log2 - 0.6 / order * error_log2),
               lanes<Width>(-1 / order * error_log2));
    const lanes<Width> factor    = 0.9 * rough_exp2(power);
    const lanes<Width> narrowest = select(accepted, lanes<Width>(0.2), lanes<Width>(0.1));
    return least(greatest(factor, narrowest), widest);
}

} // namespace orgscale::detail
