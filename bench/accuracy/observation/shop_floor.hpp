#pragma once

#include <orgscale/observation/shop_floor.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_shop_floor(accuracy_table& table)
{
    using orgscale::shop_floor;
    const auto floor = []<class R>(const std::array<R, 4>& x) {
        return shop_floor<R>{
            .visit_interval = x[0], .sample = x[1], .standard_error = x[2], .volatility = x[3]};
    };
    const auto floors = [](random_numbers& draw) {
        return std::array{draw.magnitude(1e-6, 1e6), draw.magnitude(1e-6, 1e6),
                          draw.magnitude(1e-6, 1e6), draw.magnitude(1e-6, 1e6)};
    };
    const std::string any = "all numbers from 1e-6 to 1e6";
    table.add<4>("shop_floor::reporting_delay", any, 6,
                 [&]<class R>(const std::array<R, 4>& x) { return floor(x).reporting_delay(R(3)); },
                 floors, {{1, 20, 1, 0.4}, {1, 20, 0, 0.4}, {1e-70, 1, 1e70, 1e-70}});
    table.add<4>("shop_floor::mean_square_error", any, 6,
                 [&]<class R>(const std::array<R, 4>& x) { return floor(x).mean_square_error(); },
                 floors, {{1, 20, 1, 0.4}, {1, 20, 0, 0.4}});
    table.add<4>("shop_floor::gain", any, 6,
                 [&]<class R>(const std::array<R, 4>& x) { return floor(x).gain(); }, floors,
                 {{1, 20, 1, 0.4}, {1, 20, 0, 0.4}});
    // A difference of times: tested for reports at least twice as old as the visits' least age.
    table.add<4>("shop_floor::sample_to_match", any + ", reports of twice the least age or more",
                 10,
                 [&]<class R>(const std::array<R, 4>& x) {
                     return R(*floor(x).sample_to_match(R(x[0] * (1 + x[1]))));
                 },
                 floors, {{1, 20, 1, 0.4}});
}
