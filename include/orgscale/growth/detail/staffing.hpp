#pragma once

#include <orgscale/core/describe.hpp>
#include <orgscale/core/governance_at_size.hpp>
#include <orgscale/core/select.hpp>

/// What the growth models share besides their equations: evaluating the governance and describing
/// common parameters.
namespace orgscale::detail {

/// The answers of the governance, evaluated at max(people, 1).
template <class Policy, real Real>
[[nodiscard]] constexpr auto asked_at(const Policy& policy, const Real& people)
{
    return at_size(policy, greatest(people, Real(1)));
}

/// Share of working time that reaches customers as intended.
template <real Real>
[[nodiscard]] constexpr Real effort_of(const auto& answers)
{
    return answers.productive_share() * answers.realized_effort();
}

/// Decisions that can be made; below one person proportional to people, unless there is no limit.
template <real Real>
[[nodiscard]] constexpr Real decision_capacity_of(const auto& answers, const Real& people)
{
    const Real of_one_or_more = answers.decision_capacity();
    return of_one_or_more *
           select(of_one_or_more < infinity<Real>(), least(people, Real(1)), Real(1));
}

template <class Model>
[[nodiscard]] constexpr auto staffing_parameters()
{
    return description{
        parameter{"hiring_rate", "H", "people/time", "people who can be hired per unit time",
                  &Model::hiring_rate},
        parameter{"customers_per_person", "κ", "customers/person",
                  "customers one person serves with all working time", &Model::customers_per_person},
        parameter{"hiring_share", "η", "1/time",
                  "further people who can be hired, per person and unit time", &Model::hiring_share},
        parameter{"decisions_per_customer", "d", "1/customer", "decisions needed to win a customer",
                  &Model::decisions_per_customer},
        parameter{"upkeep_decisions", "υ", "1/customer/time",
                  "decisions needed per customer and unit time", &Model::upkeep_decisions},
        parameter{"onboarding_time", "τo", "time", "time to onboard a customer",
                  &Model::onboarding_time},
        parameter{"hiring_time", "τh", "time", "time to fill a position", &Model::hiring_time},
        parameter{"attrition", "δ", "1/time", "share of people who leave per unit time",
                  &Model::attrition},
        parameter{"churn", "χ", "1/time", "share of customers who leave per unit time",
                  &Model::churn},
        parameter{"patience", "", "time", "time an unserved customer waits before leaving",
                  &Model::patience},
        parameter{"core_people", "n0", "people", "people kept whatever the demand",
                  &Model::core_people}};
}

} // namespace orgscale::detail
