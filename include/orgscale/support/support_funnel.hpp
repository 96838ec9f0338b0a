#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/support/community_support.hpp>
#include <orgscale/support/support_staff.hpp>

namespace orgscale {

/// The support funnel: how many of the contacts of U users reach the staff?
///
///     contacts    = U r
///     containment = κ                 settled by self-service or the community (community_support)
///     staff load  = U r (1 - κ)
///     required    = max(0, 1 - capacity/(U r))    containment needed by a staff of given capacity
///
/// Two people can answer 20400 contacts a year. 500 million users with one contact each in 20 years make
/// 25 million a year, so 99.9184 percent must be settled without the staff:
///
///     funnel.required_containment({.people = 2, .hours = 1700, .utilization = 0.8,
///                                  .handling_time = 8.0 / 60});                    // 0.999184
///
/// With fixed shares s and k the load grows as U; with published answers that are all found, as U^b;
/// with a community it falls as U e^(-v U θ w) until the volunteers' time is used up, and grows as U
/// from there on. Not for page views in place of users. A synthesis; its parts cite their sources.
template <real Real = double>
struct support_funnel {
    using real_type = Real;

    finite_positive<Real>     users;         ///< U [users]
    finite_positive<Real>     contact_rate;  ///< r, contacts per user [contacts/user/time]
    fraction<Real>            volunteers{0}; ///< v, share of the users who answer [-]
    finite_non_negative<Real> answers_per_volunteer{0}; ///< g, capacity [contacts/user/time]
    community_support<Real>   service;                  ///< published answers and the community

    /// U r [contacts/time].
    [[nodiscard]] constexpr Real contacts() const { return users * contact_rate; }

    /// s, share settled by published answers [-].
    [[nodiscard]] Real self_service_share() const { return service.settled(Real{users}); }

    /// k, share of the rest answered by the community in time [-].
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

    /// d ln(staff load) / d ln U: 1 if the staff must grow in proportion to the users, b < 1 if they all
    /// find the published answers [-].
    [[nodiscard]] Real load_elasticity() const
    {
        return 1 + service.staff_share_elasticity(served_by_one(), Real{volunteers}, Real{users});
    }

    /// The least containment at which that staff can answer the rest; 0 if it can answer everything [-].
    [[nodiscard]] constexpr Real required_containment(const support_staff<Real>& staff) const
    {
        return greatest(Real(1 - staff.capacity() / contacts()), Real(0));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"users", "U", "users", "users who may need support", &support_funnel::users},
            parameter{"contact_rate", "r", "contacts/user/time", "support contacts per user",
                      &support_funnel::contact_rate},
            parameter{"volunteers", "v", "-", "share of the users who answer",
                      &support_funnel::volunteers},
            parameter{"answers_per_volunteer", "g", "contacts/user/time",
                      "most contacts one volunteer can answer",
                      &support_funnel::answers_per_volunteer},
            parameter{"service", "", "", "published answers and the community",
                      &support_funnel::service}};
    }

private:
    /// ν = g/r, users whose contacts one volunteer has time for [-].
    [[nodiscard]] constexpr Real served_by_one() const
    {
        return answers_per_volunteer / contact_rate;
    }
};

static_assert(fully_described<support_funnel<>>);

} // namespace orgscale
