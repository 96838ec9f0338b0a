#pragma once

#include <orgscale/support/support_funnel.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_support_funnel(accuracy_table& table)
{
    using orgscale::support_funnel;
    using orgscale::support_staff;
    // Its shares are those of community_support. U, r, θ, g; half is settled, a tenth of users answer.
    const auto funnel = []<class R>(const std::array<R, 4>& x) {
        return support_funnel<R>{.users                 = x[0],
                                 .contact_rate          = x[1],
                                 .volunteers            = R(0.125),
                                 .answers_per_volunteer = x[3],
                                 .service               = {.contacts_per_customer = R(1),
                                                           .knowledge = {.problems = {.scale = R(0.5)}},
                                                           .community = {.answering_rate = x[2], .window = R(8)}}};
    };
    // Capacity for up to 3/4 of the rest: 4 roundings of it and those of e^-x at x up to ln 4.
    const auto funnels = [](random_numbers& draw) {
        const double rate = draw.magnitude(1e-3, 1e3);
        return std::array{draw.magnitude(1, 1e12), rate, draw.magnitude(1e-12, 1e3),
                          rate * draw.between(0, 3)};
    };
    table.add<4>("support_funnel::staff_load", "time for up to 3/4 of the rest", 8,
                 [&]<class R>(const std::array<R, 4>& x) { return funnel(x).staff_load(); },
                 funnels, {{1e6, 0.5, 0, 1}, {1e6, 0.5, 1, 0}});
    table.add<4>("support_funnel::containment", "the same", 8,
                 [&]<class R>(const std::array<R, 4>& x) { return funnel(x).containment(); },
                 funnels, {{1e6, 0.5, 0, 1}, {1e6, 0.5, 1, 0}});
    table.add<4>(
        "support_funnel::load_elasticity", "the same, V θ w up to 1/2", 8,
        [&]<class R>(const std::array<R, 4>& x) { return funnel(x).load_elasticity(); },
        [&](random_numbers& draw) {
            auto x = funnels(draw);
            x[2]   = draw.magnitude(1e-9, 0.5) / x[0];
            return x;
        },
        {{1e6, 0.5, 0, 1}, {1e6, 0.5, 1, 0}});
    // A difference: tested for staff that can answer up to half.
    table.add<4>(
        "support_funnel::required_containment", "a staff for up to half of the contacts", 4,
        [&]<class R>(const std::array<R, 4>& x) {
            return funnel(x).required_containment(
                support_staff<R>{.people = x[3], .hours = R(1), .handling_time = R(1)});
        },
        [](random_numbers& draw) {
            const double users = draw.magnitude(1, 1e12), rate = draw.magnitude(1e-3, 1e3);
            return std::array{users, rate, 1.0, users * rate * draw.between(0, 0.5)};
        },
        {{1e6, 0.5, 1, 0}, {1e6, 0.5, 1, 1e9}});
}
