#pragma once

#include <orgscale/growth/bass_regression.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_bass_regression(accuracy_table& table)
{
    using orgscale::bass, orgscale::bass_regression;
    const auto drawn = [](random_numbers& draw) {
        const double b = draw.magnitude(1e-9, 1e2);
        return std::array{draw.magnitude(1e-6, 1e9), draw.one_in(2) ? b : -b,
                          -draw.magnitude(1e-18, 1)};
    };
    const auto law = []<class R>(const std::array<R, 3>& x) {
        return bass_regression<R>{.constant = x[0], .linear = x[1], .quadratic = x[2]}.law();
    };
    const std::initializer_list<std::array<double, 3>> ends{
        {1, -0.5, 0}, {1, 0, -1}, {1, 1, -1e-200}, {1, -1, -1e-200}};
    table.add<3>(
        "bass_regression::law", "innovation, a 1e-6 to 1e9, b to 100, c from -1e-18 to -1", 5,
        [&]<class R>(const std::array<R, 3>& x) { return R(law(x).innovation); }, drawn, ends);
    table.add<3>(
        "bass_regression::law", "imitation", 5,
        [&]<class R>(const std::array<R, 3>& x) { return R(law(x).imitation); }, drawn, ends);
    table.add<3>(
        "bass_regression::law", "potential", 5,
        [&]<class R>(const std::array<R, 3>& x) { return R(law(x).potential); }, drawn, ends);

    const auto of = []<class R>(const std::array<R, 3>& x) {
        return bass_regression<R>::of({.innovation = x[0], .imitation = x[1], .potential = x[2]});
    };
    const auto diffusion = [](random_numbers& draw) {
        const double p = draw.magnitude(1e-9, 1e2);
        return std::array{
            p, draw.one_in(2) ? draw.magnitude(1e-9, 1e2) : p * (1 + draw.magnitude(1e-16, 1)),
            draw.magnitude(1e-3, 1e9)};
    };
    table.add<3>("bass_regression::of", "linear, p and q to a rounding from one another", 1,
                 [&]<class R>(const std::array<R, 3>& x) { return R(of(x).linear); }, diffusion,
                 {{1, 0, 1}});
    table.add<3>("bass_regression::of", "quadratic", 1,
                 [&]<class R>(const std::array<R, 3>& x) { return R(of(x).quadratic); }, diffusion,
                 {{1, 0, 1}});
    // Near the end of sales, where the sum is 0, the roundings of its terms are all of it.
    table.add<1>(
        "bass_regression::sales", "q = 10 p, adopters up to nine tenths of the potential", 10,
        []<class R>(const std::array<R, 1>& x) {
            const bass_regression<R> parabola{
                .constant = R(31.25), .linear = R(0.28125), .quadratic = R(-0.0003125)};
            return parabola.sales(x[0]);
        },
        [](random_numbers& draw) { return std::array{draw.between(0, 900)}; }, {{0}});
}
