#pragma once

#include <orgscale/core/governance_policy.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale {

/// The answers of a governance policy about one size: its functions, without their argument.
///
/// A policy whose answers share work, as those of a hierarchy share its number of levels, has a function
/// `at_size(n)`, which does that work once and returns a value with these functions; its own functions are
/// best defined by it. A policy without one is asked one by one. The policy must outlive what is returned.
template <class Policy, real Real>
struct governance_at_size {
    const Policy& policy;
    Real          people; ///< n >= 1 [people]

    [[nodiscard]] constexpr Real productive_share() const
    {
        return policy.productive_share(people);
    }
    [[nodiscard]] constexpr Real realized_effort() const { return policy.realized_effort(people); }
    [[nodiscard]] constexpr Real decision_capacity() const
    {
        return policy.decision_capacity(people);
    }
    [[nodiscard]] constexpr Real decision_delay() const { return policy.decision_delay(people); }
    [[nodiscard]] constexpr Real decision_quality() const
    {
        return orgscale::decision_quality(policy, people);
    }
    [[nodiscard]] constexpr Real reporting_layers() const
    {
        return orgscale::reporting_layers(policy, people);
    }
    [[nodiscard]] constexpr Real wage_multiple(const Real& step) const
    {
        return orgscale::wage_multiple(policy, people, step);
    }
};

/// The answers of a policy about n >= 1 people: its `at_size(n)` if it has one, else one by one.
template <class Policy, real Real>
[[nodiscard]] constexpr auto at_size(const Policy& policy, const Real& people)
{
    if constexpr (requires { policy.at_size(people); }) {
        return policy.at_size(people);
    } else {
        return governance_at_size<Policy, Real>{policy, people};
    }
}

} // namespace orgscale
