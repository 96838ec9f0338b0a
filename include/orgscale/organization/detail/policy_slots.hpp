#pragma once

#include <cstddef>
#include <type_traits>

#include <orgscale/core/budget_policy.hpp>
#include <orgscale/core/improvement_policy.hpp>
#include <orgscale/core/intake_policy.hpp>
#include <orgscale/core/layoff_policy.hpp>
#include <orgscale/core/observation_policy.hpp>
#include <orgscale/core/ownership_policy.hpp>
#include <orgscale/core/standard_policy.hpp>
#include <orgscale/core/workforce_policy.hpp>
#include <orgscale/organization/stock_policy.hpp>

namespace orgscale::detail {

// The slots of an operated organisation. Each takes the policies of a concept, and recognises by the name of a
// function those which lack another.

struct observation_slot {
    template <class Policy, class Real>
    static constexpr bool takes = observation_policy<Policy, Real>;
    template <class Policy>
    static constexpr bool resembles = requires { &Policy::signal_retention; } ||
                                      requires { &Policy::reporting_delay; };
};

struct improvement_slot {
    template <class Policy, class Real>
    static constexpr bool takes = improvement_policy<Policy, Real>;
    template <class Policy>
    static constexpr bool resembles = requires { &Policy::productivity; } ||
                                      requires { &Policy::defects; };
};

struct ownership_slot {
    template <class Policy, class Real>
    static constexpr bool takes = ownership_policy<Policy, Real>;
    template <class Policy>
    static constexpr bool resembles = requires { &Policy::handoff_delay; } ||
                                      requires { &Policy::decision_multiple; };
};

struct budget_slot {
    template <class Policy, class Real>
    static constexpr bool takes = budget_policy<Policy, Real>;
    template <class Policy>
    static constexpr bool resembles = requires { &Policy::earnings; } || requires {
        &Policy::payroll;
    } || requires { &Policy::affordable; };
};

struct intake_slot {
    template <class Policy, class Real>
    static constexpr bool takes = intake_policy<Policy, Real>;
    template <class Policy>
    static constexpr bool resembles = false; // it has one function
};

struct workforce_slot {
    template <class Policy, class Real>
    static constexpr bool takes = workforce_policy<Policy, Real>;
    template <class Policy>
    static constexpr bool resembles = requires { &Policy::at_work; } ||
                                      requires { &Policy::assimilated; };
};

struct standard_slot {
    template <class Policy, class Real>
    static constexpr bool takes = standard_policy<Policy, Real>;
    template <class Policy>
    static constexpr bool resembles = requires { &Policy::exertion; };
};

struct layoff_slot {
    template <class Policy, class Real>
    static constexpr bool takes = layoff_policy<Policy, Real>;
    template <class Policy>
    static constexpr bool resembles = requires { &Policy::dismissed; } ||
                                      requires { &Policy::severance; };
};

struct stock_slot {
    template <class Policy, class Real>
    static constexpr bool takes = stock_policy<Policy, Real>;
    template <class Policy>
    static constexpr bool resembles = requires { &Policy::changed; } ||
                                      requires { &Policy::rates; };
};

/// The first of the policies that a slot takes, or else its neutral one.
template <class Slot, class Real, class Neutral, class... Policy>
struct in_slot {
    using type = Neutral;
};

template <class Slot, class Real, class Neutral, class First, class... More>
struct in_slot<Slot, Real, Neutral, First, More...>
    : std::conditional_t<Slot::template takes<First, Real>, std::type_identity<First>,
                         in_slot<Slot, Real, Neutral, More...>> {};

/// Whether no slot is taken by two of the policies.
template <class Real, class... Policy>
inline constexpr bool one_for_each_slot = [] {
    const auto at_most_one = []<class Slot>(Slot) {
        return (std::size_t{0} + ... + std::size_t{Slot::template takes<Policy, Real>}) <= 1;
    };
    return at_most_one(observation_slot{}) && at_most_one(improvement_slot{}) &&
           at_most_one(ownership_slot{}) && at_most_one(budget_slot{}) &&
           at_most_one(intake_slot{}) && at_most_one(workforce_slot{}) &&
           at_most_one(standard_slot{}) && at_most_one(layoff_slot{}) && at_most_one(stock_slot{});
}();

/// Refuses a policy that no slot takes, with the function that it lacks if it has others of a concept.
template <class Policy, class Real>
consteval bool has_a_slot()
{
    constexpr auto slots = [] {
        const auto taken = []<class Slot>(Slot) { return Slot::template takes<Policy, Real>; };
        return taken(observation_slot{}) + taken(improvement_slot{}) + taken(ownership_slot{}) +
               taken(budget_slot{}) + taken(intake_slot{}) + taken(workforce_slot{}) +
               taken(standard_slot{}) + taken(layoff_slot{}) + taken(stock_slot{});
    }();
    if constexpr (slots == 0) {
        if constexpr (observation_slot::resembles<Policy>) {
            static_assert(observation_policy<Policy, Real>,
                          "this observation lacks a function of an observation_policy");
        } else if constexpr (improvement_slot::resembles<Policy>) {
            static_assert(improvement_policy<Policy, Real>,
                          "this improvement lacks a function of an improvement_policy");
        } else if constexpr (ownership_slot::resembles<Policy>) {
            static_assert(ownership_policy<Policy, Real>,
                          "this ownership lacks a function of an ownership_policy");
        } else if constexpr (budget_slot::resembles<Policy>) {
            static_assert(budget_policy<Policy, Real>,
                          "this budget lacks a function or a member of a budget_policy");
        } else if constexpr (workforce_slot::resembles<Policy>) {
            static_assert(workforce_policy<Policy, Real>,
                          "this workforce lacks a function of a workforce_policy");
        } else if constexpr (standard_slot::resembles<Policy>) {
            static_assert(standard_policy<Policy, Real>,
                          "this standard lacks a function of a standard_policy");
        } else if constexpr (layoff_slot::resembles<Policy>) {
            static_assert(layoff_policy<Policy, Real>,
                          "these layoffs lack a function or a member of a layoff_policy");
        } else if constexpr (stock_slot::resembles<Policy>) {
            static_assert(
                stock_policy<Policy, Real>,
                "these stocks lack a function of a stock_policy, their state_type is not a state, "
                "or a stock has the name of another number of an organisation");
        } else {
            static_assert(
                slots > 0,
                "a policy of an operated organisation satisfies one of the concepts "
                "observation_policy, improvement_policy, ownership_policy, budget_policy, "
                "intake_policy, workforce_policy, standard_policy, layoff_policy and stock_policy");
        }
    }
    static_assert(slots <= 1, "a policy of an operated organisation satisfies one concept, not two");
    return slots == 1;
}

} // namespace orgscale::detail
