#pragma once

// Longer than others: one model, whose equations, parameters and limits belong together.

#include <array>
#include <concepts>
#include <cstddef>

#include <orgscale/core/breakpoints.hpp>
#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/flows.hpp>
#include <orgscale/core/governance_policy.hpp>
#include <orgscale/core/margined_derivative.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/core/service_policy.hpp>
#include <orgscale/growth/asymptotic_growth.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/detail/staffing.hpp>
#include <orgscale/growth/growth_flows.hpp>
#include <orgscale/growth/plain_service.hpp>

namespace orgscale {

/// Network-effect growth: customers win and serve each other.
///
///     sell             = (p + q c/M) max(0, M - c)                        Bass diffusion [1]
///     recruit          = H + η · people
///     R(c)             = ν a, a = φ · productive_share · realized_effort at φ c    self-service ratio
///     peers            = R(c) c
///     per_head         = κ · productive_share · realized_effort           customers per person
///     capacity         = people · per_head + peers
///     won              = decision_quality · min(sell, decide)
///     decide           = max(0, decision_capacity - υ · customers) / d
///     serve            = max(0, capacity - customers) / (τo + D)          D = decision_delay
///     wanted           = max(n0, max(0, customers + won (τh + τo + 2 D) - peers) / per_head)
///     need             = max(0, δ · people + (wanted - people) / (τh + D))
///     d customers/dt   = min(won, serve) - χ · customers - max(0, customers - capacity) / patience
///     d people/dt      = min(recruit, need) - δ · people
///
/// c are the customers, at least 0. A share φ of them are nodes that each serve ν others, so with R > 1 the network
/// sustains itself and people are needed only for the core. The governance is evaluated at people + φ c
/// for decisions and their delay, at φ c for the nodes' effort and at people for per_head, each at least
/// 1. A service policy, the third template argument, can replace the plain rule for R, for instance by a
/// support funnel.
///
/// Far below its potential the network grows at asymptotic_growth_rate(). Not for peers whose service
/// depends on what they receive: ν is an average.
///
/// Derived; the elements are published, the composition is the library's own.
/// [1] Bass, F. M. (1969). A new product growth for model consumer durables. Management Science
///     15(5), 215-227. doi:10.1287/mnsc.15.5.215
template <template <class> class Governance, real Real = double,
          template <class> class Service = plain_service>
    requires governance_policy<Governance<Real>, Real> && service_policy<Service<Real>, Real>
struct network_growth {
    using real_type  = Real;
    using state_type = growth_state<Real>;
    using limit      = growth_limit;

private:
    static constexpr std::size_t of_governance = governance_margins<Governance<Real>, Real>;
    static constexpr std::size_t of_service    = margins_given<Service<Real>, Real, Real, Real>();

public:
    [[no_unique_address]] Governance<Real> governance{}; ///< how decisions are made

    finite_non_negative<Real> innovation{0};         ///< p, unprompted adoption [1/time]
    finite_non_negative<Real> imitation;             ///< q, adoption by imitation [1/time]
    finite_positive<Real>     potential;             ///< M, who could ever join [customers]
    fraction<Real>            participation{0};      ///< φ, share of customers who are nodes [-]
    finite_non_negative<Real> customers_per_node{0}; ///< ν, others served per node [-]

    positive<Real>            hiring_rate;          ///< H, possible hires [people/time]
    finite_positive<Real>     customers_per_person; ///< κ, served per person [customers/person]
    finite_non_negative<Real> hiring_share{0};      ///< η, possible hires per person [1/time]
    finite_positive<Real>     decisions_per_customer{1};  ///< d, to win one [1/customer]
    finite_non_negative<Real> upkeep_decisions{0};        ///< υ, to keep one [1/customer/time]
    finite_positive<Real>     onboarding_time{1};         ///< τo, to onboard a customer [time]
    finite_positive<Real>     hiring_time{1};             ///< τh, to fill a position [time]
    finite_non_negative<Real> attrition{0};               ///< δ, people who leave [1/time]
    finite_non_negative<Real> churn{0};                   ///< χ, customers who leave [1/time]
    positive<Real>            patience{infinity<Real>()}; ///< until the unserved leave [time]
    finite_non_negative<Real> core_people{0};             ///< n0, kept at any demand [people]

    [[no_unique_address]] Service<Real> service{}; ///< how customers are served without staff

    /// All flows at once; everything else is derived from them (see core/flows.hpp).
    [[nodiscard]] constexpr growth_flows<Real> flows(const Real& t, const state_type& x) const
    {
        return flows_of(*this, conditions(t, x), x);
    }

    [[nodiscard]] constexpr state_type derivative(const Real& t, const state_type& x) const
    {
        return flows(t, x).derivative();
    }

    /// The derivative, and how far each change of what binds is.
    [[nodiscard]] constexpr auto derivative_and_margins(const Real& t, const state_type& x) const
    {
        const growth_flows<Real> now     = flows(t, x);
        const auto               margins = joined_margins(now.margins, size_margins(t, x));
        return margined_derivative<state_type, Real, margins.size()>{now.derivative(), margins};
    }

    /// The limiting rates, and which of them binds the inflow of customers.
    [[nodiscard]] constexpr growth_limits<Real> limits(const Real& t, const state_type& x) const
    {
        return flows(t, x).limits;
    }
    [[nodiscard]] constexpr limit bottleneck(const Real& t, const state_type& x) const
    {
        return flows(t, x).bottleneck();
    }

    /// The conditions at time t and state x, from which the flows are computed.
    [[nodiscard]] constexpr growth_conditions<Real> conditions(const Real&       t,
                                                               const state_type& x) const
    {
        return with_conditions(t, x, [](const auto& now, const auto&, const auto&) { return now; });
    }

    /// use(conditions, deciders, staff): the conditions, and the answers of the governance about those who
    /// decide and about those who are paid (see core/governance_at_size.hpp). Its work is done once for all.
    template <class Use>
    constexpr auto with_conditions(const Real& t, const state_type& x, const Use& use) const
    {
        return with_policy_at(governance, t, [&](const auto& policy) {
            const auto deciders = detail::asked_at(policy, deciding(x));
            const auto staff    = detail::asked_at(policy, x.people);
            return use(conditions_of(policy, deciders, staff, x), deciders, staff);
        });
    }

    /// How far each size is from one at which a formula of the governance or the service changes.
    [[nodiscard]] constexpr std::array<Real, 3 + 3 * of_governance + of_service> size_margins(
        const Real& t, const state_type& x) const
    {
        const Real nodes = participation * x.customers, deciders = deciding(x), one(1);
        return with_policy_at(governance, t, [&](const auto& policy) {
            return joined_margins(std::array<Real, 3>{Real(nodes - one), Real(deciders - one),
                                                      Real(x.customers - potential)},
                                  policy_margins<of_governance>(policy, greatest(x.people, one)),
                                  policy_margins<of_governance>(policy, greatest(nodes, one)),
                                  policy_margins<of_governance>(policy, greatest(deciders, one)),
                                  policy_margins<of_service>(service, Real{customers_per_node},
                                                             answering_share(policy, x.customers),
                                                             x.customers));
        });
    }

    /// Those who decide together, of whose number the governance is asked, at least 1: people and nodes [people].
    [[nodiscard]] constexpr Real deciding(const state_type& x) const
    {
        return x.people + participation * x.customers;
    }

    /// The layers that a report passes on its way up [-].
    [[nodiscard]] constexpr Real reporting_layers(const Real& t, const state_type& x) const
    {
        return with_policy_at(governance, t, [&](const auto& policy) {
            return orgscale::reporting_layers(policy, greatest(deciding(x), Real(1)));
        });
    }

    /// Mean wage relative to that of a person without reports, each manager paid `step` times a
    /// report [-].
    [[nodiscard]] constexpr Real wage_multiple(const Real& t, const state_type& x,
                                               const Real& step) const
    {
        return with_policy_at(governance, t, [&](const auto& policy) {
            return orgscale::wage_multiple(policy, greatest(x.people, Real(1)), step);
        });
    }

    /// The shortest time constant, for the solver [time].
    [[nodiscard]] constexpr Real shortest_time() const
    {
        return least(Real{onboarding_time}, Real{hiring_time});
    }

    /// The times at which the governance changes [time].
    [[nodiscard]] constexpr auto breakpoints() const { return breakpoints_of<Real>(governance); }

    /// M - c - w, who can still be won beside c customers and w who are won and wait [customers].
    [[nodiscard]] constexpr Real prospects(const Real& customers, const Real& waiting) const
    {
        return potential - customers - waiting;
    }

    /// (p + q c/M) max(0, s), of s prospects those whom c customers win [customers/time].
    [[nodiscard]] constexpr Real sold_to(const Real& some, const Real& customers) const
    {
        const Real reachable = least(none_or_more(customers), Real{potential});
        return (innovation + imitation * reachable / potential) * greatest(some, Real(0));
    }

    /// R(c) = peers/c, the customers served by the nodes among c customers, per customer; at c = 0, its
    /// limit. Above 1 the network sustains itself [-].
    [[nodiscard]] constexpr Real self_service_ratio(const Real& t, const Real& customers) const
    {
        return with_policy_at(governance, t,
                              [&](const auto& policy) { return self_service(policy, customers); });
    }

    /// λ, the growth rate far below the potential, and the term that sets it. Growth is exponential if and
    /// only if λ > 0 [1/time].
    ///
    ///     λ = min(q - p, (R - 1)/(τo + D), (φ v - υ)/d) - χ
    ///
    /// with R = ν φ · effort; effort, decisions per person v and delay D are the governance's limits for
    /// unbounded size. Holds for hiring at a constant rate (η = 0), so that people become negligible, for
    /// decision quality 1, infinite patience and the plain service rule.
    [[nodiscard]] constexpr asymptotic_growth<Real> asymptotic_growth_rate() const
        requires ordered_real<Real> && std::same_as<Service<Real>, plain_service<Real>> &&
                 requires(const Governance<Real>& policy) { policy.unbounded(); }
    {
        const auto ahead = governance.unbounded();
        const Real room  = customers_per_node * participation * ahead.effort - 1;
        const Real settled =
            select(participation > 0, Real(participation * ahead.decisions_per_person), Real(0));
        return slowest(Real(imitation - innovation),
                       Real((settled - upkeep_decisions) / decisions_per_customer),
                       Real(room / (onboarding_time + ahead.decision_delay)), Real{churn});
    }

    static constexpr auto parameters()
    {
        return joined(
            joined(
                description{parameter{"governance", "", "", "how decisions are made",
                                      &network_growth::governance},
                            parameter{"innovation", "p", "1/time", "rate of unprompted adoption",
                                      &network_growth::innovation},
                            parameter{"imitation", "q", "1/time", "rate of adoption by imitation",
                                      &network_growth::imitation},
                            parameter{"potential", "M", "customers",
                                      "everybody who could ever adopt", &network_growth::potential},
                            parameter{"participation", "φ", "-",
                                      "share of customers who serve other customers",
                                      &network_growth::participation},
                            parameter{"customers_per_node", "ν", "customers/customer",
                                      "customers served by each customer who serves others",
                                      &network_growth::customers_per_node}},
                detail::staffing_parameters<network_growth>()),
            description{parameter{"service", "", "", "how customers are served without staff",
                                  &network_growth::service}});
    }

private:
    /// A run that dies out may end as far below 0 as its tolerance allows. Customers who aren't there win and serve
    /// nobody, or their number would grow.
    [[nodiscard]] static constexpr Real none_or_more(const Real& customers)
    {
        return greatest(customers, Real(0));
    }

    [[nodiscard]] constexpr Real self_service(const auto& policy, const Real& customers) const
    {
        return service.self_service_ratio(Real{customers_per_node},
                                          answering_share(policy, customers), customers);
    }

    /// The share of customers who serve others, times their effort.
    [[nodiscard]] constexpr Real answering_share(const auto& policy, const Real& customers) const
    {
        return participation *
               detail::effort_of<Real>(detail::asked_at(policy, Real(participation * customers)));
    }

    [[nodiscard]] constexpr growth_conditions<Real> conditions_of(const auto&       policy,
                                                                  const auto&       deciders,
                                                                  const auto&       staff,
                                                                  const state_type& x) const
    {
        const Real some      = none_or_more(x.customers);
        const Real reachable = least(some, Real{potential}); // nobody beyond the potential
        return {.sell    = bass_rate(Real{innovation}, Real{imitation}, Real{potential}, reachable),
                .recruit = hiring_rate + hiring_share * x.people,
                .per_head          = customers_per_person * detail::effort_of<Real>(staff),
                .peers             = some * self_service(policy, some),
                .decision_capacity = detail::decision_capacity_of(deciders, deciding(x)),
                .decision_delay    = deciders.decision_delay(),
                .decision_quality  = deciders.decision_quality()};
    }
};

} // namespace orgscale
