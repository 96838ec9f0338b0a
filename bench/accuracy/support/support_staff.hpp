#pragma once

#include <orgscale/support/support_staff.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_support_staff(accuracy_table& table)
{
    using orgscale::support_staff;
    const auto staff = []<class R>(const std::array<R, 4>& x) {
        return support_staff<R>{
            .people = x[0], .hours = x[1], .utilization = x[2], .handling_time = x[3]};
    };
    const auto staffs = [](random_numbers& draw) {
        return std::array{draw.magnitude(1e-3, 1e9), draw.magnitude(1e-3, 1e6),
                          draw.magnitude(1e-6, 1), draw.magnitude(1e-6, 1e6)};
    };
    table.add<4>("support_staff::capacity", "any staff", 4,
                 [&]<class R>(const std::array<R, 4>& x) { return staff(x).capacity(); }, staffs,
                 {{0, 1700, 0.8, 0.125}, {2, 1700, 0.8, 0.125}});
    table.add<4>("support_staff::people_for", "any staff", 4,
                 [&]<class R>(const std::array<R, 4>& x) { return staff(x).people_for(x[0]); },
                 staffs, {{0, 1700, 0.8, 0.125}});
}
