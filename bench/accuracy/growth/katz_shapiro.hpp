#pragma once

#include <orgscale/growth/katz_shapiro.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_katz_shapiro(accuracy_table& table)
{
    using orgscale::katz_shapiro;
    const auto market = []<class R>(const std::array<R, 3>& x) {
        return katz_shapiro<R>{
            .firms = x[0], .willingness = R(100), .cost = x[1], .network_benefit = x[2]};
    };
    const auto output = [&]<class R>(const std::array<R, 3>& x) { return market(x).output(); };
    const auto price  = [&]<class R>(const std::array<R, 3>& x) { return market(x).price(); };
    const auto profit = [&]<class R>(const std::array<R, 3>& x) {
        return market(x).profit_of_one();
    };
    const auto surplus = [&]<class R>(const std::array<R, 3>& x) {
        return market(x).consumer_surplus();
    };
    const auto up_to_one = [](random_numbers& draw) {
        const double dear = 100 - draw.magnitude(1e-12, 100);
        return std::array{draw.magnitude(1, 1e12), draw.one_in(2) ? dear : draw.magnitude(1e-9, 50),
                          draw.between(0, 1)};
    };
    const std::initializer_list<std::array<double, 3>> ends{
        {1, 0, 0}, {1, 100, 0}, {1, 0, 1}, {1e300, 50, 1}, {1e300, 50, 0}};
    const char* const domain = "all numbers of firms, costs 0 to A, benefits 0 to 1";
    table.add<3>("katz_shapiro::output", domain, 4, output, up_to_one, ends);
    table.add<3>("katz_shapiro::price", domain, 4, price, up_to_one, ends);
    // Squares: twice the error of what is squared.
    table.add<3>("katz_shapiro::profit_of_one", domain, 6, profit, up_to_one, ends);
    table.add<3>("katz_shapiro::consumer_surplus", domain, 8, surplus, up_to_one, ends);
    // Towards n θ = n + 1, where sales have no bound, a rounding of n (θ-1) counts 1/(n + 1 - n θ) times.
    table.add<3>("katz_shapiro::output", "benefits above 1, n + 1 - n θ down to 1/8", 8, output,
                 [](random_numbers& draw) {
                     const double firms = draw.magnitude(1, 100);
                     return std::array{firms, draw.between(0, 99),
                                       1 + draw.between(0, 0.875) / firms};
                 });
}
