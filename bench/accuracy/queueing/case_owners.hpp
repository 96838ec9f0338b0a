#pragma once

#include <cmath>

#include <orgscale/queueing/case_owners.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_case_owners(accuracy_table& table)
{
    // Rate, work, owners: whole, as 50 digits take a second between whole numbers (erlang_c is asked there).
    const auto of = []<class R>(const std::array<R, 3>& x) {
        return orgscale::case_owners<R>{.arrival_rate = x[0], .work = x[1], .owners = x[2]};
    };
    const auto up_to_full = [](random_numbers& random) {
        const double work   = random.magnitude(1e-6, 1e6),
                     owners = std::floor(random.magnitude(1, 20.9));
        const double left   = random.magnitude(1e-13, 1);
        const double busy   = random.one_in(2) ? left : 1 - left;
        return std::array{busy * owners / work, work, owners};
    };
    table.add<3>("case_owners::silo_time", "1 to 20 whole owners, from no load to full", 3,
                 [=]<class R>(const std::array<R, 3>& x) { return *of(x).silo_time(); }, up_to_full,
                 {{0.8, 3, 3}, {1 - 0x1p-53, 1, 1}, {1e-300, 1, 1}});
    // The wait is that of erlang_c.
    table.add<3>("case_owners::time", "1 to 20 whole owners, from no load to full", 16,
                 [=]<class R>(const std::array<R, 3>& x) { return *of(x).time(); }, up_to_full,
                 {{0.8, 3, 3}, {1 - 0x1p-53, 1, 1}, {1e-300, 1, 1}});
    // Where two times meet that rise as 1/(1-ρ): a rounding of theirs moves it by what it is less 1.
    table.add<3>(
        "case_owners::break_even_slowdown", "1 to 20 whole owners at 0.01 to 0.99 of their time",
        16, [=]<class R>(const std::array<R, 3>& x) { return *of(x).break_even_slowdown(); },
        [](random_numbers& random) {
            const double work   = random.magnitude(1e-6, 1e6),
                         owners = std::floor(random.magnitude(1, 20.9));
            return std::array{random.between(0.01, 0.99) * owners / work, work, owners};
        },
        {{0.8, 3, 3}, {0.5, 1, 1}});
}
