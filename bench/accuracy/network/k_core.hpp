#pragma once

#include <orgscale/network/k_core.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_k_core(accuracy_table& table)
{
    using orgscale::k_core;
    // Sums of up to some 40 terms, less than 1; the minimum is flat, so its place has half of the digits and its
    // value all.
    table.add<1>(
        "k_core::onset", "3 to 40 contacts", 8,
        []<class R>(const std::array<R, 1>& x) {
            return k_core{.contacts = static_cast<std::int64_t>(x[0])}.template onset<R>();
        },
        [](random_numbers& draw) { return std::array{std::floor(draw.between(3, 41))}; },
        {{3}, {500}});
    // From a tenth above the onset, 3.35, where a rounding of the mean degree is hardly enlarged.
    table.add<1>(
        "k_core::share", "3 contacts, mean degrees 3.7 to 100", 32,
        []<class R>(const std::array<R, 1>& x) { return k_core{.contacts = 3}.share(x[0]); },
        [](random_numbers& draw) { return std::array{draw.magnitude(3.7, 100)}; }, {{1}, {3}});
}
