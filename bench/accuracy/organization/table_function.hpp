#pragma once

#include <orgscale/organization/table_function.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_table_function(accuracy_table& table)
{
    using orgscale::table_function;
    constexpr table_function<6> through_zero{
        .first = 0, .spacing = 0.5, .values = {-0.07, -0.02, 0, 0.02, 0.07, 0.15}};
    constexpr table_function<5> falling{.first = 1, .spacing = 0.3, .values = {9, 5, 4.5, 2, 0.125}};

    table.add<1>(
        "table_function::operator()", "six points, one of them 0, and beyond", 4,
        [=]<class R>(const std::array<R, 1>& x) { return through_zero(x[0]); },
        [](random_numbers& draw) { return std::array{draw.between(-0.5, 3)}; },
        {{0}, {0.5}, {1}, {2.5}, {1e-300}, {1e300}, {-1e300}});
    table.add<1>(
        "table_function::operator()", "five falling points",
        16, // a rounded place, where it is steep
        [=]<class R>(const std::array<R, 1>& x) { return falling(x[0]); },
        [](random_numbers& draw) { return std::array{draw.between(0.5, 2.5)}; }, {{1}, {3}});
    table.add<1>(
        "table_function::last_meeting", "five falling points, with a level", 8,
        [=]<class R>(const std::array<R, 1>& x) { return *falling.last_meeting(x[0], R(0)); },
        [](random_numbers& draw) { return std::array{draw.between(0.125, 9)}; }, {{0.125}, {9}});
    table.add<1>(
        "table_function::last_meeting", "the same, with a rising line through 0", 8,
        [=]<class R>(const std::array<R, 1>& x) { return *falling.last_meeting(R(0), x[0]); },
        [](random_numbers& draw) { return std::array{draw.magnitude(1e-6, 9)}; }, {{1e-300}, {9}});
}
