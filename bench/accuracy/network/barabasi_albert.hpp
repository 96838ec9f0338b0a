#pragma once

#include <cmath>

#include <orgscale/network/barabasi_albert.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_barabasi_albert(accuracy_table& table)
{
    const auto of  = []<class R>(const R& m) { return orgscale::barabasi_albert<R>{.links = m}; };
    const auto any = [](random_numbers& draw) {
        const double links = std::floor(draw.magnitude(1, 100));
        return std::array{links, std::floor(links * draw.magnitude(1, 1e9))};
    };
    table.add<2>("barabasi_albert::share", "1 to 100 links, up to 1e11 contacts", 6,
                 [=]<class R>(const std::array<R, 2>& x) { return of(x[0]).share(x[1]); }, any,
                 {{1, 1}, {3, 2}, {1, 1e300}});
    table.add<2>("barabasi_albert::share_from", "the same", 5,
                 [=]<class R>(const std::array<R, 2>& x) { return of(x[0]).share_from(x[1]); }, any,
                 {{1, 1}, {3, 2}, {1, 1e300}});
    table.add<2>(
        "barabasi_albert::degree", "the same number of people", 3,
        [=]<class R>(const std::array<R, 2>& x) { return of(x[0]).degree(R(3), x[1]); }, any);
}
