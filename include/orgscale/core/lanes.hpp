#pragma once

// Longer than others: one number type with its arithmetic.

#include <array>
#include <bit>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <limits>
#include <type_traits>

#include <orgscale/core/detail/lane_functions.hpp>
#include <orgscale/core/detail/lane_mask.hpp>
#include <orgscale/core/detail/lane_power.hpp>
#include <orgscale/core/detail/lane_row.hpp>

namespace orgscale {

/// The fastest width for a model of a few states: two of the widest registers, so that one is computed
/// while the other waits (measured: bench/README.md).
inline constexpr std::size_t preferred_lanes = 2 * detail::widest_lanes;

/// `Width` numbers computed together (SIMD): a model over it is that many models.
///
///     lanes<8> x = 2; x.set(3, 5); (x * x)[3];                                            // 25
///
/// Arithmetic, `sqrt`, `exp`, `expm1`, `log`, `log1p` and `pow` work on all lanes together, other
/// functions lane by lane through the C library. The vector functions are this library's own, so their
/// results do not depend on the C library.
///
/// A lane's result is bitwise independent of its place and its neighbours. It is the same for every
/// width (a power of 2) if products and sums are not fused: on processors without fused operations, and
/// elsewhere with -ffp-contract=off. With fusing (-mfma, -march=native, AArch64) the compiler chooses
/// differently for each width; it is allowed because it makes a firm's run a fifth faster (measured).
///
/// Parts of a program compiled for different instruction sets must use different widths.
template <std::size_t Width = preferred_lanes>
    requires(std::has_single_bit(Width))
class lanes {
public:
    using mask_type = lane_mask<Width>;

    constexpr lanes() = default;

    /// The same number in every lane.
    template <class Number>
        requires std::is_arithmetic_v<Number>
    constexpr lanes(Number number) : row_{everywhere<row>(static_cast<double>(number))}
    {}

    explicit constexpr lanes(const std::array<double, Width>& numbers)
        : row_{std::bit_cast<row>(numbers)}
    {}

    [[nodiscard]] static constexpr std::size_t size() noexcept { return Width; }

    [[nodiscard]] constexpr double operator[](std::size_t lane) const
    {
        return detail::with_lane(row_, lane, Width, [](const auto& part, std::size_t place) {
            if constexpr (std::same_as<decltype(part), const double&>) {
                return part;
            } else {
                return part[place];
            }
        });
    }

    constexpr void set(std::size_t lane, double number)
    {
        auto all  = numbers();
        all[lane] = number;
        row_      = std::bit_cast<row>(all);
    }

    [[nodiscard]] constexpr std::array<double, Width> numbers() const
    {
        return std::bit_cast<std::array<double, Width>>(row_);
    }

    /// f applied to each lane.
    template <class Function, std::same_as<lanes>... Lanes>
    [[nodiscard]] static constexpr lanes lane_by_lane(const Function& f, const Lanes&... x)
    {
        std::array<double, Width> results{};
        for (std::size_t lane = 0; lane < Width; ++lane) results[lane] = f(x[lane]...);
        return lanes{results};
    }

    constexpr lanes& operator+=(const lanes& b) { return *this = *this + b; }
    constexpr lanes& operator-=(const lanes& b) { return *this = *this - b; }
    constexpr lanes& operator*=(const lanes& b) { return *this = *this * b; }
    constexpr lanes& operator/=(const lanes& b) { return *this = *this / b; }

    // clang-format off
    friend constexpr lanes operator+(const lanes& a) { return a; }
    friend constexpr lanes operator-(const lanes& a) { return by_register([](const auto& x) { return -x; }, a); }
    friend constexpr lanes operator+(const lanes& a, const lanes& b) { return by_register([](const auto& x, const auto& y) { return x + y; }, a, b); }
    friend constexpr lanes operator-(const lanes& a, const lanes& b) { return by_register([](const auto& x, const auto& y) { return x - y; }, a, b); }
    friend constexpr lanes operator*(const lanes& a, const lanes& b) { return by_register([](const auto& x, const auto& y) { return x * y; }, a, b); }
    friend constexpr lanes operator/(const lanes& a, const lanes& b) { return by_register([](const auto& x, const auto& y) { return x / y; }, a, b); }

    friend constexpr mask_type operator<(const lanes& a, const lanes& b) { return compared([](const auto& x, const auto& y) { return x < y; }, a, b); }
    friend constexpr mask_type operator>(const lanes& a, const lanes& b) { return compared([](const auto& x, const auto& y) { return x > y; }, a, b); }
    friend constexpr mask_type operator<=(const lanes& a, const lanes& b) { return compared([](const auto& x, const auto& y) { return x <= y; }, a, b); }
    friend constexpr mask_type operator>=(const lanes& a, const lanes& b) { return compared([](const auto& x, const auto& y) { return x >= y; }, a, b); }
    friend constexpr mask_type operator==(const lanes& a, const lanes& b) { return compared([](const auto& x, const auto& y) { return x == y; }, a, b); }
    friend constexpr mask_type operator!=(const lanes& a, const lanes& b) { return compared([](const auto& x, const auto& y) { return x != y; }, a, b); }

    friend constexpr lanes exp(const lanes& a)   { return by_register([](const auto& x) { return detail::exp_of(x); }, a); }
    friend constexpr lanes expm1(const lanes& a) { return by_register([](const auto& x) { return detail::expm1_of(x); }, a); }
    friend constexpr lanes log(const lanes& a)   { return by_register([](const auto& x) { return detail::log_of(x); }, a); }
    friend constexpr lanes log1p(const lanes& a) { return by_register([](const auto& x) { return detail::log1p_of(x); }, a); }
    friend lanes sqrt(const lanes& a)            { return by_register([](const auto& x) { return detail::sqrt_of(x); }, a); }
    friend constexpr lanes abs(const lanes& a)   { return by_register([](const auto& x) { return detail::abs_of(x); }, a); }
    friend constexpr lanes fabs(const lanes& a)  { return abs(a); }

    friend lanes floor(const lanes& a) { return lane_by_lane([](double x) { return std::floor(x); }, a); }
    friend lanes cbrt(const lanes& a)  { return lane_by_lane([](double x) { return std::cbrt(x); }, a); }
    friend lanes log10(const lanes& a) { return lane_by_lane([](double x) { return std::log10(x); }, a); }
    friend lanes sin(const lanes& a)   { return lane_by_lane([](double x) { return std::sin(x); }, a); }
    friend lanes cos(const lanes& a)   { return lane_by_lane([](double x) { return std::cos(x); }, a); }
    friend lanes atan(const lanes& a)  { return lane_by_lane([](double x) { return std::atan(x); }, a); }
    friend lanes sinh(const lanes& a)  { return lane_by_lane([](double x) { return std::sinh(x); }, a); }
    friend lanes cosh(const lanes& a)  { return lane_by_lane([](double x) { return std::cosh(x); }, a); }
    friend lanes tanh(const lanes& a)  { return lane_by_lane([](double x) { return std::tanh(x); }, a); }
    friend lanes erf(const lanes& a)   { return lane_by_lane([](double x) { return std::erf(x); }, a); }
    friend lanes erfc(const lanes& a)  { return lane_by_lane([](double x) { return std::erfc(x); }, a); }
    // clang-format on

    /// For positive numbers in all lanes together; lanes at the ends of the range, at or below 0, or not
    /// finite go through the C library.
    friend lanes pow(const lanes& a, const lanes& b)
    {
        const lanes found =
            by_register([](const auto& x, const auto& y) { return detail::pow_of(x, y); }, a, b);
        const mask_type unanswered = found != found;
        if (!any_of(unanswered)) return found;
        return blended(unanswered,
                       lane_by_lane([](double x, double y) { return std::pow(x, y); }, a, b),
                       found);
    }

    /// yes where the mask holds, else no.
    [[nodiscard]] static constexpr lanes blended(const mask_type& mask, const lanes& yes,
                                                 const lanes& no)
    {
        return lanes{detail::lanewise<row>(
            [](const auto& m, const auto& y, const auto& n) { return m ? y : n; }, mask.truths(),
            yes.row_, no.row_)};
    }

    /// f applied to each register, for a function written for registers and `double` alike.
    template <class Function, std::same_as<lanes>... Lanes>
    [[nodiscard]] static constexpr lanes by_register(const Function& f, const Lanes&... x)
    {
        return lanes{detail::lanewise<row>(f, x.row_...)};
    }

private:
    using row = detail::lane_row<detail::lane_number, Width>;

    explicit constexpr lanes(const row& numbers) : row_{numbers} {}

    template <class Row>
    [[nodiscard]] static constexpr Row everywhere(double number)
    {
        if constexpr (requires(Row r) { r.part; }) {
            return Row{detail::in_every_lane<decltype(Row::part)>(number)};
        } else {
            return Row{everywhere<decltype(Row::low)>(number),
                       everywhere<decltype(Row::high)>(number)};
        }
    }

    template <class Function, std::same_as<lanes>... Lanes>
    [[nodiscard]] static constexpr mask_type compared(const Function& f, const Lanes&... x)
    {
        return mask_type{detail::lanewise<typename mask_type::row>(f, x.row_...)};
    }

    row row_{};
};

namespace detail {

/// The lanes of a number where a mask holds, for assignment.
template <std::size_t Width>
struct chosen_lanes {
    const lane_mask<Width>& mask;
    lanes<Width>&           number;

    constexpr void operator=(const lanes<Width>& other) const
    {
        number = lanes<Width>::blended(mask, other, number);
    }
};

} // namespace detail

/// `where(mask, x) = y` assigns the lanes in which the mask holds.
template <std::size_t Width>
[[nodiscard]] constexpr detail::chosen_lanes<Width> where(const lane_mask<Width>& mask,
                                                          lanes<Width>&           number)
{
    return {mask, number};
}

} // namespace orgscale

/// The limits of `double`: digits, epsilon, infinity.
template <std::size_t Width>
class std::numeric_limits<orgscale::lanes<Width>> : public std::numeric_limits<double> {};
