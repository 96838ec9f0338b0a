#pragma once

#include <array>

#include <orgscale/core/breakpoints.hpp>
#include <orgscale/core/governance_policy.hpp>
#include <orgscale/core/one_of.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/transition.hpp>

namespace orgscale::detail {

/// A governance that does not change over time, chosen at run time: either side of a transition.
template <real Real>
class lasting_governance : public one_of<frictionless<Real>, hierarchy<Real>, meritocracy<Real>> {
    using chosen = one_of<frictionless<Real>, hierarchy<Real>, meritocracy<Real>>;

public:
    using chosen::chosen;

    [[nodiscard]] Real productive_share(const Real& people) const
    {
        return this->visit([&](const auto& policy) { return policy.productive_share(people); });
    }
    [[nodiscard]] Real realized_effort(const Real& people) const
    {
        return this->visit([&](const auto& policy) { return policy.realized_effort(people); });
    }
    [[nodiscard]] Real decision_capacity(const Real& people) const
    {
        return this->visit([&](const auto& policy) { return policy.decision_capacity(people); });
    }
    [[nodiscard]] Real decision_delay(const Real& people) const
    {
        return this->visit([&](const auto& policy) { return policy.decision_delay(people); });
    }
    [[nodiscard]] Real decision_quality(const Real& people) const
    {
        return this->visit(
            [&](const auto& policy) { return orgscale::decision_quality(policy, people); });
    }
    [[nodiscard]] Real reporting_layers(const Real& people) const
    {
        return this->visit(
            [&](const auto& policy) { return orgscale::reporting_layers(policy, people); });
    }
    [[nodiscard]] Real wage_multiple(const Real& people, const Real& step) const
    {
        return this->visit(
            [&](const auto& policy) { return orgscale::wage_multiple(policy, people, step); });
    }
    [[nodiscard]] governance_unbounded<Real> unbounded() const
    {
        return this->visit([](const auto& policy) { return policy.unbounded(); });
    }
};

template <real Real>
using chosen_transition = transition<lasting_governance<Real>, lasting_governance<Real>>;

/// Any governance, chosen at run time. A growth model visits the chosen policy (with_policy_at).
template <real Real>
class chosen_governance
    : public one_of<frictionless<Real>, hierarchy<Real>, meritocracy<Real>, chosen_transition<Real>> {
    using chosen =
        one_of<frictionless<Real>, hierarchy<Real>, meritocracy<Real>, chosen_transition<Real>>;

public:
    using chosen::chosen;

    [[nodiscard]] governance_unbounded<Real> unbounded() const
    {
        return this->visit([](const auto& policy) { return policy.unbounded(); });
    }

    /// The times at which it changes; infinite if it never does.
    [[nodiscard]] constexpr std::array<Real, 3> breakpoints() const
    {
        return this->visit([](const auto& policy) -> std::array<Real, 3> {
            if constexpr (requires { policy.breakpoints(); }) {
                return policy.breakpoints();
            } else {
                return {infinity<Real>(), infinity<Real>(), infinity<Real>()};
            }
        });
    }
};

static_assert(governance_policy<chosen_governance<double>, double>);

} // namespace orgscale::detail
