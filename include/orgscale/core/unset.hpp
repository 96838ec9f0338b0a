#pragma once

#include <limits>
#include <type_traits>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// A number that may not be given yet.
///
/// A model over it shows which parameters have defaults and their values: `network_growth<meritocracy,
/// unset>{}` compiles, and parameters without a default are `missing()`. A value computed from a missing
/// one is unknown, and no rule about it is broken.
class unset {
public:
    /// No value and no default.
    [[nodiscard]] static constexpr unset missing() { return unset{given::no}; }

    constexpr unset() = default;

    template <class Number>
        requires std::is_arithmetic_v<Number>
    constexpr unset(Number value) : value_{static_cast<double>(value)}
    {}

    /// Whether it must be given.
    [[nodiscard]] constexpr bool is_missing() const { return given_ == given::no; }
    /// Whether its value is known.
    [[nodiscard]] constexpr bool is_known() const { return given_ == given::yes; }

    /// The value; NaN if unknown.
    explicit constexpr operator double() const { return value_; }

    // clang-format off
    friend constexpr unset operator-(const unset& a) { return a.is_known() ? unset{-a.value_} : unset{given::in_part}; }
    friend constexpr unset operator+(const unset& a, const unset& b) { return both(a, b) ? unset{a.value_ + b.value_} : unset{given::in_part}; }
    friend constexpr unset operator-(const unset& a, const unset& b) { return both(a, b) ? unset{a.value_ - b.value_} : unset{given::in_part}; }
    friend constexpr unset operator*(const unset& a, const unset& b) { return both(a, b) ? unset{a.value_ * b.value_} : unset{given::in_part}; }
    friend constexpr unset operator/(const unset& a, const unset& b) { return both(a, b) ? unset{a.value_ / b.value_} : unset{given::in_part}; }

    friend constexpr bool operator<(const unset& a, const unset& b)  { return !both(a, b) || a.value_ < b.value_; }
    friend constexpr bool operator>(const unset& a, const unset& b)  { return !both(a, b) || a.value_ > b.value_; }
    friend constexpr bool operator<=(const unset& a, const unset& b) { return !both(a, b) || a.value_ <= b.value_; }
    friend constexpr bool operator>=(const unset& a, const unset& b) { return !both(a, b) || a.value_ >= b.value_; }
    // clang-format on

private:
    enum class given { yes, no, in_part }; // whether the number is given

    explicit constexpr unset(given what)
        : value_{std::numeric_limits<double>::quiet_NaN()}, given_{what}
    {}

    [[nodiscard]] static constexpr bool both(const unset& a, const unset& b)
    {
        return a.is_known() && b.is_known();
    }

    double value_ = 0;
    given  given_ = given::yes;
};

static_assert(ordered_real<unset>);

} // namespace orgscale
