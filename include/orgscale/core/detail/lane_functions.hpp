#pragma once

// Longer than others: mostly the coefficients of five functions that share their reductions.

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <orgscale/core/detail/lane_row.hpp>

/// exp, expm1, log, log1p and sqrt of a register of numbers, or of one number: the same operations in
/// every lane of every width, so the same bits (unless fused, see lanes.hpp). Without branches or tables.
/// Errors in units in the last place are below 0.9 for the logarithms, 1.1 for exp and 2.4 for expm1
/// (measured by the test). At the ends of the range they agree with the C library, except that exp is 0
/// below x = -707, where it is less than 1e-307.
///
/// The logarithms are those of fdlibm [1]; the exponentials take its reduction by ln 2 in two parts
/// and a polynomial through Chebyshev points of (e^r - 1 - r)/r² for |r| <= ln(2)/2.
///
/// [1] Sun Microsystems (1993). Freely distributable math library, version 5.3. e_log.c, s_log1p.c.
namespace orgscale::detail {

template <class Register>
struct bits_of_register {
    using type = std::uint64_t;
};

template <class Register>
    requires(sizeof(Register) > sizeof(double))
struct bits_of_register<Register> {
    using type = typename lane_register<sizeof(Register) / sizeof(double)>::bits;
};

/// A bit cast; of registers by the compiler's own cast, which leaves them in place.
template <class To, class From>
[[nodiscard]] constexpr To same_bits(const From& from)
{
    if constexpr (std::is_arithmetic_v<From>) {
        return std::bit_cast<To>(from);
    } else {
        return reinterpret_cast<To>(from);
    }
}

template <class Register>
[[nodiscard]] constexpr auto bits_in(const Register& x)
{
    return same_bits<typename bits_of_register<Register>::type>(x);
}

/// Added to a number below 2^51, it leaves the nearest integer in the low bits.
inline constexpr double integer_in_bits = 0x1.8p52;

/// 2^n for the n left by `integer_in_bits`, from -1022 to 1023.
template <class Register>
[[nodiscard]] constexpr Register power_of_two(const Register& shifted)
{
    return same_bits<Register>((bits_in(shifted) + 1023) << 52);
}

/// x = n ln 2 + r with |r| <= ln(2)/2, and e^r - 1.
template <class Register>
struct reduced_exponential {
    Register shifted; ///< n in the low bits
    Register n;
    Register less_one; ///< e^r - 1

    explicit constexpr reduced_exponential(const Register& x)
        : shifted(x * 0x1.71547652b82fep0 + integer_in_bits), n(shifted - integer_in_bits)
    {
        const Register r  = (x - n * 6.93147180369123816490e-01) - n * 1.90821492927058770002e-10;
        const Register rr = r * r;
        const Register q =
            (0x1.0000000000001p-1 + 0x1.5555555555556p-3 * r) +
            rr * ((0x1.5555555553d63p-5 + 0x1.11111111109b3p-7 * r) +
                  rr * ((0x1.6c16c1788bd90p-10 + 0x1.a01a01a7c41d5p-13 * r) +
                        rr * ((0x1.a019b90d2ae7ap-16 + 0x1.71de0dae63bb3p-19 * r) +
                              rr * (0x1.289185613a3d6p-22 + 0x1.af38a9b0ec855p-26 * r))));
        less_one = r + rr * q;
    }
};

template <class Register>
[[nodiscard]] constexpr Register exp_of(const Register& x)
{
    const Register                      most    = in_every_lane<Register>(710);
    const Register                      bounded = x > most ? most : x;
    const reduced_exponential<Register> e(bounded);
    const Register half  = (1 + e.less_one) * power_of_two(Register(e.shifted - 1));
    const Register found = half + half; // in two parts, since 2^n may be out of range
    return x < -707 ? Register{} : found;
}

template <class Register>
[[nodiscard]] constexpr Register expm1_of(const Register& x)
{
    const Register                      most  = in_every_lane<Register>(710);
    const Register                      least = in_every_lane<Register>(-60);
    const Register                      above = x > most ? most : x;
    const reduced_exponential<Register> e(above < least ? least : above);
    const Register                      half_power = power_of_two(Register(e.shifted - 1));
    const Register                      large = 2 * (half_power * e.less_one + (half_power - 0.5));
    const auto                          tiny  = x < 0x1p-54;
    const Register                      upwards = tiny ? x : large;
    return x > -0x1p-54 ? upwards : large;
}

/// x = 2^n (1 + f) with 1 + f from sqrt(1/2) to sqrt(2), for a normal x > 0.
template <class Register>
struct split_number {
    Register n;
    Register f;

    explicit constexpr split_number(const Register& x)
    {
        constexpr auto root_of_half = std::bit_cast<std::uint64_t>(0x1.6a09e667f3bcdp-1);
        constexpr auto offset       = std::uint64_t{1024} << 52;
        const auto     shifted      = bits_in(x) + (offset - root_of_half);
        const auto     counted      = (shifted >> 52) | std::bit_cast<std::uint64_t>(0x1p52);
        const auto     part         = (shifted & ((std::uint64_t{1} << 52) - 1)) + root_of_half;
        n                           = same_bits<Register>(counted) - (0x1p52 + 1024);
        f                           = same_bits<Register>(part) - 1;
    }
};

/// ln(1 + f) - f + f²/2, for 1 + f from sqrt(1/2) to sqrt(2).
template <class Register>
[[nodiscard]] constexpr Register log_remainder(const Register& f)
{
    const Register s    = f / (2 + f);
    const Register z    = s * s;
    const Register w    = z * z;
    const Register even = w * (3.999999999940941908e-01 +
                               w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
    const Register odd  = z * (6.666666666666735130e-01 +
                              w * (2.857142874366239149e-01 +
                                   w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
    return s * (0.5 * f * f + (even + odd));
}

inline constexpr double ln2_high = 6.93147180369123816490e-01;
inline constexpr double ln2_low  = 1.90821492927058770002e-10;

/// The logarithm computed for finite positive numbers; otherwise its limit or NaN.
template <class Register>
[[nodiscard]] constexpr Register log_with_ends(const Register& x, const Register& found)
{
    constexpr double infinite  = std::numeric_limits<double>::infinity();
    const Register   no_number = in_every_lane<Register>(std::numeric_limits<double>::quiet_NaN());
    const Register   upwards   = in_every_lane<Register>(infinite);
    const Register   downwards = in_every_lane<Register>(-infinite);
    const Register   below     = x < upwards ? found : x;
    const Register   above     = x > 0 ? below : no_number;
    return x == 0 ? downwards : above;
}

template <class Register>
[[nodiscard]] constexpr Register log_of(const Register& x)
{
    const auto                   tiny   = x < 0x1p-1022;
    const Register               raised = x * 0x1p54;
    const split_number<Register> y(tiny ? raised : x);
    const Register               lowered = y.n - 54;
    const Register               n       = tiny ? lowered : y.n;
    const Register found = log_remainder(y.f) + n * ln2_low - 0.5 * y.f * y.f + y.f + n * ln2_high;
    return log_with_ends(x, found);
}

template <class Register>
[[nodiscard]] constexpr Register log1p_of(const Register& x)
{
    const Register               none{};
    const Register               u = 1 + x;
    const split_number<Register> y(u);
    const auto                   high   = x > -0.2928;
    const auto                   nearby = x < 0.4142;
    const Register               lost   = (u > 2 ? 1 - (u - x) : x - (u - 1)) / u;
    const Register               n      = nearby ? (high ? none : y.n) : y.n;
    const Register               f      = nearby ? (high ? x : y.f) : y.f;
    const Register               c      = nearby ? (high ? none : lost) : lost;
    const Register found = log_remainder(f) + (n * ln2_low + c) - 0.5 * f * f + f + n * ln2_high;
    return x == 0 ? x : log_with_ends(u, found);
}

template <class Register>
[[nodiscard]] constexpr Register abs_of(const Register& x)
{
    return same_bits<Register>(bits_in(x) & (~std::uint64_t{0} >> 1));
}

/// The square root, correctly rounded, by the compilers' names for the instruction.
template <class Register>
[[nodiscard]] Register sqrt_of(const Register& x)
{
    if constexpr (std::is_same_v<Register, double>) {
        return std::sqrt(x);
    } else {
#if defined(__clang__)
        return __builtin_elementwise_sqrt(x);
#elif defined(__GNUC__) && defined(__SSE2__)
        if constexpr (sizeof(x) == 16) return __builtin_ia32_sqrtpd(x);
#if defined(__AVX__)
        if constexpr (sizeof(x) == 32) return __builtin_ia32_sqrtpd256(x);
#endif
#if defined(__AVX512F__)
        if constexpr (sizeof(x) == 64) return __builtin_ia32_sqrtpd512_mask(x, x, -1, 4);
#endif
#else
        Register root = x;
        for (std::size_t lane = 0; lane < sizeof(x) / sizeof(double); ++lane)
            root[lane] = std::sqrt(x[lane]);
        return root;
#endif
    }
}

/// Whether a mask holds in any lane of a register.
template <class Mask>
[[nodiscard]] bool any_bit(const Mask& mask)
{
#if defined(__clang__)
    return __builtin_reduce_or(mask) != 0;
#elif defined(__GNUC__) && defined(__SSE2__)
    if constexpr (sizeof(mask) == 16)
        return __builtin_ia32_movmskpd(same_bits<lane_register<2>::number>(mask)) != 0;
#if defined(__AVX__)
    if constexpr (sizeof(mask) == 32)
        return __builtin_ia32_movmskpd256(same_bits<lane_register<4>::number>(mask)) != 0;
#endif
#if defined(__AVX512F__)
    if constexpr (sizeof(mask) == 64) {
        typedef long long words __attribute__((vector_size(64)));
        return __builtin_ia32_ptestmq512(same_bits<words>(mask), same_bits<words>(mask), 255) != 0;
    }
#endif
#else
    bool any = false;
    for (std::size_t lane = 0; lane < sizeof(mask) / sizeof(double); ++lane) any |= mask[lane] != 0;
    return any;
#endif
}

} // namespace orgscale::detail
