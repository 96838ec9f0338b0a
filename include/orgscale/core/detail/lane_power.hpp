#pragma once

#include <cstdint>
#include <limits>

#include <orgscale/core/detail/lane_functions.hpp>

/// The power of a register of numbers, or of one number, like the functions of lane_functions.hpp: by a
/// double-double logarithm and its exponential. Errors are below 1.6 units in the last place.
namespace orgscale::detail {

/// x split into its high half, so that products of two such are exact, and the rest.
template <class Register>
struct halved {
    Register high;
    Register low;

    explicit constexpr halved(const Register& x)
        : high(same_bits<Register>(bits_in(x) & ~((std::uint64_t{1} << 27) - 1))), low(x - high)
    {}
};

/// A double-double number: high + low, with |low| at most half a unit in the last place of high.
template <class Register>
struct twofold {
    Register high;
    Register low;

    /// a + b for |a| >= |b|, or a = 0.
    [[nodiscard]] static constexpr twofold sum(const Register& a, const Register& b)
    {
        const Register high = a + b;
        return {high, (a - high) + b};
    }

    /// a b from exact products, so that fusing them makes no difference.
    [[nodiscard]] static constexpr twofold product(const Register& a, const Register& b)
    {
        const halved<Register> x(a), y(b);
        const Register         first  = x.high * y.high;
        const Register         second = (x.high * y.low + x.low * y.high) + x.low * y.low;
        return sum(first, second);
    }

    [[nodiscard]] static constexpr twofold product(const twofold& a, const twofold& b)
    {
        const twofold both = product(a.high, b.high);
        return sum(both.high, Register(both.low + (a.high * b.low + a.low * b.high)));
    }
};

/// ln x for a normal x > 0, with a relative error of about 2^-64.
///
/// As n ln 2 + ln(1 + f), the latter by s (2 + z (2/3 + z (2/5 + ...))) with s = f/(2 + f) and z = s² up
/// to 0.03; terms that are not small enough for one number are double-double.
template <class Register>
[[nodiscard]] constexpr twofold<Register> twofold_log(const Register& x)
{
    using pair = twofold<Register>;
    const split_number<Register> y(x);
    const Register               two   = in_every_lane<Register>(2);
    const pair                   below = pair::sum(two, y.f);

    const Register         quotient = y.f / below.high;
    const halved<Register> q(quotient), d(below.high);
    const Register         rest = (((y.f - q.high * d.high) - q.high * d.low) - q.low * d.high) -
                          q.low * d.low - quotient * below.low;
    const pair s = pair::sum(quotient, Register(rest / below.high));
    const pair z = pair::product(s, s);

    const pair     two_thirds{in_every_lane<Register>(0x1.5555555555555p-1),
                          in_every_lane<Register>(0x1.5555555555555p-55)};
    const pair     first   = pair::product(z, two_thirds);
    const Register w       = z.high;
    const Register ww      = w * w;
    const Register w4      = ww * ww;
    const Register low4    = (2. / 5 + w * (2. / 7)) + ww * (2. / 9 + w * (2. / 11));
    const Register mid4    = (2. / 13 + w * (2. / 15)) + ww * (2. / 17 + w * (2. / 19));
    const Register top4    = (2. / 21 + w * (2. / 23)) + ww * (2. / 25 + w * (2. / 27));
    const Register tail    = low4 + w4 * (mid4 + w4 * top4);
    const pair     inner   = pair::sum(first.high, Register(first.low + ww * tail));
    const pair     outer   = pair::sum(two, inner.high);
    const pair     of_part = pair::product(s, pair{outer.high, Register(outer.low + inner.low)});

    const pair all = pair::sum(Register(y.n * ln2_high), of_part.high);
    return pair::sum(all.high, Register(all.low + (of_part.low + y.n * ln2_low)));
}

/// x^y for a normal x > 0 and a result from 1e-304 to 1e304; otherwise NaN.
template <class Register>
[[nodiscard]] constexpr Register pow_of(const Register& x, const Register& y)
{
    const auto              logarithm = twofold_log(x);
    const twofold<Register> exponent  = twofold<Register>::product(y, logarithm.high);
    const Register          rest      = exponent.low + y * logarithm.low;
    const Register          power     = exp_of(exponent.high);
    const Register          found     = power + power * rest;
    const Register no_number = in_every_lane<Register>(std::numeric_limits<double>::quiet_NaN());
    const Register size      = abs_of(exponent.high);
    const Register within    = size < 700 ? found : no_number;
    const Register below     = x < std::numeric_limits<double>::infinity() ? within : no_number;
    return x >= 0x1p-1022 ? below : no_number;
}

} // namespace orgscale::detail
