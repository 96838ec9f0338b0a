#pragma once

#include <limits>
#include <type_traits>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// A number that may not have been given yet.
///
/// A model over it says which of its parameters have defaults, and which: `network_growth<meritocracy,
/// unset>{}` compiles without a value for those that have none, and these are `missing()`. What is
/// computed from a missing number is unknown, and a rule about it is not broken.
class unset {
public:
    /// No value, and no default.
    [[nodiscard]] static constexpr unset missing() { return unset{given::no}; }

    constexpr unset() = default;

    template <class Number>
        requires std::is_arithmetic_v<Number>
    constexpr unset(Number value) : value_{static_cast<double>(value)}
    {}

    /// Whether it stands for a number that must be given.
    [[nodiscard]] constexpr bool is_missing() const { return given_ == given::no; }
    /// Whether its value is known.
    [[nodiscard]] constexpr bool is_known() const { return given_ == given::yes; }

    /// The value; not a number where it isn't known.
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
    enum class given { yes, no, in_part }; // of what a number is computed from

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
