#pragma once

#include <source_location>
#include <type_traits>

#include <orgscale/core/detail/class_number_operators.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/rules.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

namespace detail {

/// Refuses a value at a place in a program or by name, and reports the value: for a number with lanes the
/// first that breaks the rule; none if it does not convert to `double`.
template <class Rule, real Real, class Place>
[[noreturn]] void refuse_value(const Real& value, const Place& place)
{
    if constexpr (requires { plain(value); }) {
        refuse(parameter_error{Rule::text, plain(value), place});
    } else if constexpr (requires {
                             value[0];
                             value.size();
                         }) {
        for (decltype(value.size()) lane = 0; lane < value.size(); ++lane)
            if (!Rule::holds(static_cast<double>(value[lane])))
                refuse(parameter_error{Rule::text, static_cast<double>(value[lane]), place});
    }
    refuse(parameter_error{Rule::text, place});
}

} // namespace detail

/// A number that obeys a rule, checked where it is written.
///
/// It converts from a number, refusing one that breaks the rule (parameter_error, or a compile error in a
/// constant expression), and back to a number. `{.sales_rate = -1}` is refused with the file, line and
/// column of the `-1`. Pass it to a mathematical function as `Real{sales_rate}`.
///
/// Arguments of functions are checked in the same way. A function that users call takes a checked number
/// (`service_level(non_negative<Real> time)`) and refuses one outside its domain, NaN included, at the
/// caller's line. Functions that a run calls with trial states (`rate`, `derivative`, `after`, a policy's
/// functions of people or customers) refuse nothing: outside the domain the equation continues, or the value
/// is that at the nearest end of the domain, and NaN stays NaN. The start of a run is checked once (see
/// check_start.hpp).
template <real Real, class Rule>
class checked : public std::conditional_t<std::is_class_v<Real>,
                                          detail::class_number_operators<checked<Real, Rule>, Real>,
                                          detail::no_operators> {
public:
    using real_type = Real;
    using rule_type = Rule;

    constexpr checked(const Real&          value,
                      std::source_location where = std::source_location::current())
        : value_{value}
    {
        if (!every(Rule::holds(value_))) detail::refuse_value<Rule>(value_, where);
    }

    /// Not given yet, over `unset` numbers (see unset.hpp).
    constexpr checked()
        requires requires { Real::missing(); }
        : value_{Real::missing()}
    {}

    checked() = delete; // a parameter without a default is missing here; g++ -Wextra names it

    /// From a literal, for a class number: `{1}`, `{0.5}`.
    template <class Literal>
        requires(class_number<Real> && std::is_arithmetic_v<Literal>)
    constexpr checked(Literal value, std::source_location where = std::source_location::current())
        : checked{Real(value), where}
    {}

    /// A value given by its parameter's name; a refusal reports the name.
    [[nodiscard]] static constexpr checked named(const Real& value, const char* name)
    {
        if (!every(Rule::holds(value))) detail::refuse_value<Rule>(value, name);
        return checked{value};
    }

    constexpr operator const Real&() const noexcept { return value_; }

private:
    Real value_;
};

template <real Real> using positive            = checked<Real, above_zero>;
template <real Real> using finite_positive     = checked<Real, finite_above_zero>;
template <real Real> using non_negative        = checked<Real, zero_or_above>;
template <real Real> using finite_non_negative = checked<Real, finite_zero_or_above>;
template <real Real> using finite_value        = checked<Real, any_finite>;
template <real Real> using fraction            = checked<Real, zero_to_one>;
template <real Real> using positive_fraction   = checked<Real, above_zero_to_one>;
template <real Real> using fraction_below_one  = checked<Real, zero_to_below_one>;
template <real Real> using above_one           = checked<Real, finite_above_one>;
template <real Real> using at_least_one        = checked<Real, finite_one_or_above>;

/// A rule over several members, checked when the object is made.
///
/// Stands last in an aggregate and takes no space:
///     [[no_unique_address]] agreed peers_leave_time{time_per_peer * peers < 1,
///                                                   "time_per_peer * peers must be less than 1"};
/// A refusal reports the place of the initialiser.
struct agreed {
    template <class Mask>
    constexpr agreed(const Mask& holds, const char* rule,
                     std::source_location where = std::source_location::current())
    {
        if (!every(holds)) refuse(parameter_error{rule, where});
    }
};

} // namespace orgscale
