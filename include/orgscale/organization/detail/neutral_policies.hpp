#pragma once

#include <orgscale/core/choice.hpp>
#include <orgscale/customer/single_owner.hpp>
#include <orgscale/customer/turned_away.hpp>
#include <orgscale/improvement/fixed_standard.hpp>
#include <orgscale/improvement/no_improvement.hpp>
#include <orgscale/observation/perfect_observation.hpp>
#include <orgscale/organization/no_budget.hpp>
#include <orgscale/workforce/no_layoffs.hpp>
#include <orgscale/workforce/ready_at_once.hpp>

namespace orgscale::detail {

/// An improvement policy, and the churn that its defects cause.
template <class Policy>
struct improvement_with_churn {
    using real_type = typename Policy::real_type;

    const Policy&    policy;
    const real_type& defect_churn;
};

/// An organisation without stocks of a reader's own.
template <class Real>
struct no_stocks {};

/// Policies that change nothing and are not called.
template <class Policy>
inline constexpr bool is_neutral = false;
template <class Real>
inline constexpr bool is_neutral<perfect_observation<Real>> = true;
template <class Real>
inline constexpr bool is_neutral<no_improvement<Real>> = true;
template <class Real>
inline constexpr bool is_neutral<improvement_with_churn<no_improvement<Real>>> = true;
template <class Real>
inline constexpr bool is_neutral<single_owner<Real>> = true;
template <class Real>
inline constexpr bool is_neutral<no_budget<Real>> = true;
template <class Real>
inline constexpr bool is_neutral<turned_away<Real>> = true;
template <class Real>
inline constexpr bool is_neutral<ready_at_once<Real>> = true;
template <class Real>
inline constexpr bool is_neutral<fixed_standard<Real>> = true;
template <class Real>
inline constexpr bool is_neutral<no_layoffs<Real>> = true;
template <class Real>
inline constexpr bool is_neutral<no_stocks<Real>> = true;

/// use(policy), or of a choice use(the chosen policy), unless it is neutral.
template <class Policy, class Use>
constexpr void unless_neutral(const Policy& policy, const Use& use)
{
    visited(policy, [&]<class Chosen>([[maybe_unused]] const Chosen& chosen) {
        if constexpr (!is_neutral<Chosen>) use(chosen);
    });
}

} // namespace orgscale::detail
