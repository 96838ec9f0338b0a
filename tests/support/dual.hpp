#pragma once

#include <array>
#include <cmath>
#include <cstddef>

/// A number that knows its derivatives, to show that the models' text works for class numbers and
/// that what it says of a derivative is right.
///
/// Deliberately plain: no expression templates, no operator templates, one implicit way in from the
/// literals of model text. The library has its own for what it computes with derivatives.
template <class Value = double, std::size_t Count = 1>
class dual {
public:
    constexpr dual() = default;
    constexpr dual(int value) : value_{static_cast<Value>(value)} {}
    constexpr dual(double value) : value_{static_cast<Value>(value)} {}
    constexpr dual(const Value& value, const std::array<Value, Count>& slopes)
        : value_{value}, slopes_{slopes}
    {}

    /// The variable by which derivative number `which` is taken.
    [[nodiscard]] static constexpr dual variable(const Value& value, std::size_t which = 0)
    {
        dual x{value, {}};
        x.slopes_[which] = Value(1);
        return x;
    }

    [[nodiscard]] constexpr const Value& value() const { return value_; }
    [[nodiscard]] constexpr const Value& slope(std::size_t which = 0) const
    {
        return slopes_[which];
    }

    explicit constexpr operator double() const { return static_cast<double>(value_); }

    friend constexpr dual operator+(const dual& a) { return a; }
    friend constexpr dual operator-(const dual& a) { return a.chained(-a.value_, Value(-1)); }

    friend constexpr dual operator+(const dual& a, const dual& b)
    {
        return joined(a.value_ + b.value_, a, Value(1), b, Value(1));
    }
    friend constexpr dual operator-(const dual& a, const dual& b)
    {
        return joined(a.value_ - b.value_, a, Value(1), b, Value(-1));
    }
    friend constexpr dual operator*(const dual& a, const dual& b)
    {
        return joined(a.value_ * b.value_, a, b.value_, b, a.value_);
    }
    friend constexpr dual operator/(const dual& a, const dual& b)
    {
        const Value ratio = a.value_ / b.value_;
        return joined(ratio, a, 1 / b.value_, b, -ratio / b.value_);
    }

    friend constexpr bool operator<(const dual& a, const dual& b) { return a.value_ < b.value_; }
    friend constexpr bool operator>(const dual& a, const dual& b) { return a.value_ > b.value_; }
    friend constexpr bool operator<=(const dual& a, const dual& b) { return a.value_ <= b.value_; }
    friend constexpr bool operator>=(const dual& a, const dual& b) { return a.value_ >= b.value_; }
    friend constexpr bool operator==(const dual& a, const dual& b) { return a.value_ == b.value_; }

    friend dual exp(const dual& a)
    {
        using std::exp;
        return a.chained(exp(a.value_), exp(a.value_));
    }
    friend dual expm1(const dual& a)
    {
        using std::exp, std::expm1;
        return a.chained(expm1(a.value_), exp(a.value_));
    }
    friend dual log(const dual& a)
    {
        using std::log;
        return a.chained(log(a.value_), 1 / a.value_);
    }
    friend dual log1p(const dual& a)
    {
        using std::log1p;
        return a.chained(log1p(a.value_), 1 / (1 + a.value_));
    }
    friend dual sqrt(const dual& a)
    {
        using std::sqrt;
        return a.chained(sqrt(a.value_), 1 / (2 * sqrt(a.value_)));
    }
    friend dual abs(const dual& a) { return a.value_ < 0 ? -a : a; }

    /// 0^b is 0 for every b > 0, so its slope by b there is 0.
    friend dual pow(const dual& a, const dual& b)
    {
        using std::log, std::pow;
        const Value by_base = b.value_ == 0 ? Value(0) : b.value_ * pow(a.value_, b.value_ - 1);
        const Value power   = pow(a.value_, b.value_);
        return joined(power, a, by_base, b, a.value_ == 0 ? Value(0) : power * log(a.value_));
    }

private:
    [[nodiscard]] constexpr dual chained(const Value& value, const Value& slope) const
    {
        dual result{value, {}};
        for (std::size_t k = 0; k < Count; ++k) result.slopes_[k] = times(slopes_[k], slope);
        return result;
    }

    [[nodiscard]] static constexpr dual joined(const Value& value, const dual& a, const Value& by_a,
                                               const dual& b, const Value& by_b)
    {
        dual result{value, {}};
        for (std::size_t k = 0; k < Count; ++k)
            result.slopes_[k] = times(a.slopes_[k], by_a) + times(b.slopes_[k], by_b);
        return result;
    }

    /// What doesn't depend on the variable stays so, however steep: 0 times infinity is 0 here.
    [[nodiscard]] static constexpr Value times(const Value& inner, const Value& outer)
    {
        return inner == 0 ? Value(0) : inner * outer;
    }

    Value                    value_{};
    std::array<Value, Count> slopes_{};
};
