#pragma once

#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/core/service_policy.hpp>
#include <orgscale/support/community_answering.hpp>
#include <orgscale/support/self_service.hpp>

namespace orgscale {

/// Customers who look their problem up, then ask each other, and only then the staff: the support funnel
/// as a way to serve a network.
///
///     s = s(q c)                               settled by what is published (self_service)
///     k = min(1 - e^(-a c θ w), ν a/(1-s))     of the rest, answered in time (community_answering)
///     self_service_ratio(ν, a, c) = 1 - (1-s)(1-k) = s + (1-s) k           containment κ
///
/// of c customers, of whom a share a answers. By the plain rule a node serves ν others and the network
/// ν a for each customer, here too: that many contacts can be answered, which for ν = g/r is g answers
/// a time from each where a customer has r questions, and those that settle themselves leave room. The
/// ratio is never above 1: people serve the rest, (1-s)(1-k), and not one is served twice.
///
/// With everything new (the default knowledge) and at once, θ w -> infinity, it is min(1, ν a). Not for
/// a community that answers other questions than those left over. Derived.
///
///     community_support<>{.contacts_per_customer = 1, .community = {.answering_rate = 1e-3,
///                         .window = 72}}.self_service_ratio(8, 0.1, 1000);              // 0.8
template <real Real = double>
struct community_support {
    using real_type = Real;

    /// q, so far, whose answers still hold [contacts/customer]
    finite_non_negative<Real> contacts_per_customer;
    self_service<Real>        knowledge{}; ///< what is published
    community_answering<Real> community;   ///< who answers

    /// κ [-].
    [[nodiscard]] Real self_service_ratio(const Real& per_node, const Real& answering,
                                          const Real& customers) const
    {
        const Real n = contacts_per_customer * customers;
        return knowledge.share(n) +
               knowledge.unresolved(n) * answered(per_node, answering, customers);
    }

    /// s(q c) [-].
    [[nodiscard]] Real settled(const Real& customers) const
    {
        return knowledge.share(Real(contacts_per_customer * customers));
    }

    /// k, of the contacts that didn't settle themselves [-].
    [[nodiscard]] Real answered(const Real& per_node, const Real& answering,
                                const Real& customers) const
    {
        return community.answered(Real(answering * customers),
                                  capacity(per_node, answering, customers));
    }

    /// 1 - κ = (1-s)(1-k), what is left for the staff, without a difference [-].
    [[nodiscard]] Real staff_share(const Real& per_node, const Real& answering,
                                   const Real& customers) const
    {
        return knowledge.unresolved(Real(contacts_per_customer * customers)) *
               community.unanswered(Real(answering * customers),
                                    capacity(per_node, answering, customers));
    }

    /// d ln (1-κ) / d ln c, not above 0: b - 1 without a community, -a c θ w by the race alone [-].
    [[nodiscard]] Real staff_share_elasticity(const Real& per_node, const Real& answering,
                                              const Real& customers) const
    {
        const Real fresh = knowledge.unresolved_elasticity(Real(contacts_per_customer * customers));
        const Real volunteers = answering * customers;
        const Real most       = capacity(per_node, answering, customers);
        const auto full       = most < community.race(volunteers); // no time for more
        const Real bound      = select(full, most, Real(0));
        return fresh + select(full, Real(fresh * (bound / Real(1 - bound))),
                              Real(-community.answers_in_window(volunteers)));
    }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"contacts_per_customer", "q", "contacts/customer",
                      "so far, whose answers still hold", &community_support::contacts_per_customer},
            parameter{"knowledge", "", "", "what is published", &community_support::knowledge},
            parameter{"community", "", "", "who answers", &community_support::community}};
    }

private:
    /// ν a/(1-s), answers that the nodes have time for, for each contact that is left [-].
    [[nodiscard]] Real capacity(const Real& per_node, const Real& answering,
                                const Real& customers) const
    {
        return per_node * answering / knowledge.unresolved(Real(contacts_per_customer * customers));
    }
};

static_assert(service_policy<community_support<>, double>);
static_assert(fully_described<community_support<>>);

} // namespace orgscale
