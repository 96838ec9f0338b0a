#pragma once

#include <orgscale/customer/waiting_list.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_waiting_list(accuracy_table& table)
{
    table.add<2>(
        "waiting_list::given_up", "all lists and patiences", 1,
        []<class R>(const std::array<R, 2>& x) {
            return orgscale::waiting_list<R>{.patience = x[0]}.given_up(x[1]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-9, 1e9), draw.magnitude(1e-9, 1e9)};
        },
        {{1, 0}, {3, 1e300}});
    // Asked at least twice what is started, since the difference is rounded as its arguments are.
    table.add<3>(
        "waiting_list::settles_at", "twice as many ask as start, or more", 3,
        []<class R>(const std::array<R, 3>& x) {
            return orgscale::waiting_list<R>{.patience = x[0]}.settles_at(x[1], x[2]);
        },
        [](random_numbers& draw) {
            const double started = draw.magnitude(1e-9, 1e9);
            return std::array{draw.magnitude(1e-9, 1e9), started * draw.magnitude(2, 1e6), started};
        },
        {{1, 1, 0}, {3, 1, 2}});
}
