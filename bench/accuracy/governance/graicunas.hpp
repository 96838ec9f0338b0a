#pragma once

#include <orgscale/governance/graicunas.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_graicunas(accuracy_table& table)
{
    table.add<1>(
        "log2_of_relationships", "1 to 1e300 reports", 4,
        []<class R>(const std::array<R, 1>& x) { return orgscale::log2_of_relationships(x[0]); },
        [](random_numbers& draw) {
            return std::array{draw.one_in(2) ? draw.magnitude(1, 1e300)
                                             : 1 + draw.magnitude(1e-15, 1e3)};
        },
        {{1}, {1 + 1e-15}, {58}, {1e308}});
}
