#pragma once

#include <array>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/core/service_policy.hpp>
#include <orgscale/support/community_answering.hpp>
#include <orgscale/support/self_service.hpp>

namespace orgscale {

/// Customers consult published answers, then the community, and only then the staff: the support funnel
/// as the service policy of a network.
///
///     s = s(q c)                               settled by published answers (self_service)
///     k = min(1 - e^(-a c θ w), ν a/(1-s))     of the rest, answered in time (community_answering)
///     self_service_ratio(ν, a, c) = 1 - (1-s)(1-k) = s + (1-s) k           containment κ
///
/// c customers, of whom a share a answers. As in plain_service a node can serve ν others, so the network
/// has capacity for ν a per customer; with ν = g/r each node gives g answers per unit of time while a
/// customer has r questions. Contacts settled by published answers free capacity for the others. The
/// ratio never exceeds 1: people serve the rest, (1-s)(1-k), and nobody is served twice.
///
/// If every problem is new (the default knowledge) and answers are immediate, θ w -> infinity, it is
/// min(1, ν a). Not for a community that answers questions other than those left over. Derived.
///
///     community_support<>{.contacts_per_customer = 1, .community = {.answering_rate = 1e-3,
///                         .window = 72}}.self_service_ratio(8, 0.1, 1000);              // 0.8
template <real Real = double>
struct community_support {
    using real_type = Real;

    /// q, past contacts whose answers are still valid [contacts/customer]
    finite_non_negative<Real> contacts_per_customer;
    self_service<Real>        knowledge{}; ///< the published answers
    community_answering<Real> community;   ///< the volunteers

    /// κ [-].
    [[nodiscard]] Real self_service_ratio(const Real& per_node, const Real& answering,
                                          const Real& customers) const
    {
        const Real n = contacts_per_customer * customers;
        return knowledge.share(n) +
               knowledge.unresolved(n) * answered(per_node, answering, customers);
    }

    /// s(q c), share of contacts settled by published answers [-].
    [[nodiscard]] Real settled(const Real& customers) const
    {
        return knowledge.share(Real(contacts_per_customer * customers));
    }

    /// k, share of the remaining contacts answered by the community [-].
    [[nodiscard]] Real answered(const Real& per_node, const Real& answering,
                                const Real& customers) const
    {
        return community.answered(Real(answering * customers),
                                  capacity(per_node, answering, customers));
    }

    /// 1 - κ = (1-s)(1-k), share left for the staff, computed without cancellation [-].
    [[nodiscard]] Real staff_share(const Real& per_node, const Real& answering,
                                   const Real& customers) const
    {
        return knowledge.unresolved(Real(contacts_per_customer * customers)) *
               community.unanswered(Real(answering * customers),
                                    capacity(per_node, answering, customers));
    }

    /// d ln (1-κ) / d ln c, never above 0: b - 1 without a community, -a c θ w if only the community's
    /// speed limits it [-].
    [[nodiscard]] Real staff_share_elasticity(const Real& per_node, const Real& answering,
                                              const Real& customers) const
    {
        const Real fresh = knowledge.unresolved_elasticity(Real(contacts_per_customer * customers));
        const Real volunteers = answering * customers;
        const Real most       = capacity(per_node, answering, customers);
        const auto full =
            most <
            Real(1 - community.unanswered(volunteers, infinity<Real>())); // capacity is the limit
        const Real bound = select(full, most, Real(0));
        return fresh + select(full, Real(fresh * (bound / Real(1 - bound))),
                              Real(-(volunteers * community.answering_rate * community.window)));
    }

    /// How far c customers are from where problems begin to recur, and from where the nodes' time, not the
    /// race, limits the answers.
    [[nodiscard]] std::array<Real, 2> margins(const Real& per_node, const Real& answering,
                                              const Real& customers) const
    {
        const Real n = contacts_per_customer * customers;
        return {knowledge.problems.recurring(n),
                Real(capacity(per_node, answering, customers) -
                     community.answered(Real(answering * customers), infinity<Real>()))};
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"contacts_per_customer", "q", "contacts/customer",
                      "past contacts whose answers are still valid",
                      &community_support::contacts_per_customer},
            parameter{"knowledge", "", "", "published answers", &community_support::knowledge},
            parameter{"community", "", "", "volunteers who answer", &community_support::community}};
    }

private:
    /// ν a/(1-s), answers the nodes have time for, per remaining contact [-].
    [[nodiscard]] Real capacity(const Real& per_node, const Real& answering,
                                const Real& customers) const
    {
        return per_node * answering / knowledge.unresolved(Real(contacts_per_customer * customers));
    }
};

static_assert(service_policy<community_support<>, double>);
static_assert(fully_described<community_support<>>);

} // namespace orgscale
