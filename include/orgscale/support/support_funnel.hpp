#pragma once

#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/support/community_support.hpp>
#include <orgscale/support/support_staff.hpp>

namespace orgscale {

/// The support funnel: how many of the contacts of U users are left for the staff?
///
///     contacts    = U r
///     containment = κ                 settled by self-service or the community (community_support)
///     staff load  = U r (1 - κ)
///     required    = 1 - capacity/(U r)            the containment that a staff needs, at least 0
///
/// Two people can answer 20400 contacts a year; 500 million users with one in 20 years each have 25
/// million, so 99.9184 percent must be settled without the two:
///
///     funnel.required_containment({.people = 2, .hours = 1700, .utilization = 0.8,
///                                  .handling_time = 8.0 / 60});                    // 0.999184
///
/// With fixed shares s and k the load grows as U; with published answers all of which are found as U^b;
/// with a community as e^(-v U θ w) until its members have no time for more, from where on they keep
/// pace. Not for page views in the place of users: they are neither users nor problems. A synthesis;
/// its parts have their sources.
template <real Real = double>
struct support_funnel {
    using real_type = Real;

    finite_positive<Real>     users;                    ///< U [users]
    finite_positive<Real>     contact_rate;             ///< r, of one user [contacts/user/time]
    fraction<Real>            volunteers{0};            ///< v, share of the users who answer [-]
    finite_non_negative<Real> answers_per_volunteer{0}; ///< g, at most [contacts/user/time]
    community_support<Real>   service;                  ///< what is published, and who answers

    /// U r [contacts/time].
    [[nodiscard]] constexpr Real contacts() const { return users * contact_rate; }

    /// s, settled by what is published [-].
    [[nodiscard]] Real self_service_share() const { return service.settled(Real{users}); }

    /// k, of the rest, answered by the community in time [-].
    [[nodiscard]] Real community_share() const
    {
        return service.answered(served_by_one(), Real{volunteers}, Real{users});
    }

    /// κ [-].
    [[nodiscard]] Real containment() const
    {
        return service.self_service_ratio(served_by_one(), Real{volunteers}, Real{users});
    }

    /// U r (1 - κ) [contacts/time].
    [[nodiscard]] Real staff_load() const
    {
        return contacts() * service.staff_share(served_by_one(), Real{volunteers}, Real{users});
    }

    /// d ln(staff load) / d ln U: 1 is a staff that grows as its users, b one that need not [-].
    [[nodiscard]] Real load_elasticity() const
    {
        return 1 + service.staff_share_elasticity(served_by_one(), Real{volunteers}, Real{users});
    }

    /// The least containment with which that staff can answer the rest; 0 if it can answer all [-].
    [[nodiscard]] constexpr Real required_containment(const support_staff<Real>& staff) const
    {
        return greatest(Real(1 - staff.capacity() / contacts()), Real(0));
    }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"users", "U", "users", "who may have contacts", &support_funnel::users},
            parameter{"contact_rate", "r", "contacts/user/time", "contacts of one user",
                      &support_funnel::contact_rate},
            parameter{"volunteers", "v", "-", "share of the users who answer",
                      &support_funnel::volunteers},
            parameter{"answers_per_volunteer", "g", "contacts/user/time", "at most",
                      &support_funnel::answers_per_volunteer},
            parameter{"service", "", "", "what is published, and who answers",
                      &support_funnel::service}};
    }

private:
    /// ν = g/r, users whose contacts a volunteer has time for.
    [[nodiscard]] constexpr Real served_by_one() const
    {
        return answers_per_volunteer / contact_rate;
    }
};

static_assert(fully_described<support_funnel<>>);

} // namespace orgscale
