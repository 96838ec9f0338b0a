#pragma once

#include <cmath>
#include <stdexcept>
#include <string>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/ensemble/detail/shortly.hpp>
#include <orgscale/ensemble/distribution.hpp>
#include <orgscale/ensemble/vary.hpp>

/// What can be drawn of an uncertain parameter.
namespace orgscale::detail {

[[noreturn]] inline void refuse_about(const uncertain_parameter& one, const std::string& what)
{
    refuse(parameter_error{(one.name + ": " + what).c_str(), one.where});
}

/// The numbers that are drawn, both ends included.
struct drawn_range {
    double lowest;
    double highest;
};

/// The ends of the support, moved inside by 1 ulp if the rule excludes them.
template <class Member>
[[nodiscard]] drawn_range range_of(const uncertain_parameter& one)
{
    const auto [low, high] = support(one.law);
    if constexpr (requires { typename Member::rule_type; }) {
        using rule                = typename Member::rule_type;
        const auto        allowed = [](double x) { return every(rule::holds(x)); };
        const drawn_range kept{allowed(low) ? low : std::nextafter(low, high),
                               allowed(high) ? high : std::nextafter(high, low)};
        if (!allowed(kept.lowest) || !allowed(kept.highest))
            refuse_about(one, std::string{rule::text} + ", but the distribution " + name(one.law) +
                                  " goes from " + detail::shortly(low) + " to " +
                                  detail::shortly(high));
        return kept;
    } else {
        return {low, high};
    }
}

/// The value at a share u of the distribution.
[[nodiscard]] inline double drawn(const uncertain_parameter& one, double u)
{
    constexpr const char* none = "can't be drawn: its distribution has no quantile there";
    double                x    = 0;
    try {
        x = quantile(one.law, u);
    } catch (const std::logic_error&) { // Boost.Math's domain_error
        refuse(parameter_error{none, one.name.c_str()});
    } catch (const std::runtime_error&) { // overflow_error, evaluation_error
        refuse(parameter_error{none, one.name.c_str()});
    }
    if (!(x == x)) refuse(parameter_error{none, one.name.c_str()});
    return x;
}

} // namespace orgscale::detail
