#include <orgscale/fit/detail/bass_rows.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>
#include <random_numbers.hpp>

#include <orgscale/core/dual.hpp>
#include <orgscale/fit/observe.hpp>
#include <orgscale/growth/bass.hpp>

namespace bass_rows_test {

using namespace orgscale;

// The law itself over dual numbers.
TEST_CASE("bass rows: residuals and derivatives are those of the law", "[fit]")
{
    using number = dual<double, 3>;
    random_numbers draw(5);
    for (int k = 0; k < 20; ++k) {
        const double p = draw.magnitude(1e-4, 0.5),
                     q = draw.one_in(4) ? 0 : draw.magnitude(1e-3, 2), m = draw.magnitude(1, 1e6);
        const double        step = draw.magnitude(0.1, 3), since = draw.one_in(2) ? 0 : 2.5;
        std::vector<double> ends, sales;
        for (int i = 1; i <= 9; ++i) {
            ends.push_back(since + i * step);
            sales.push_back(draw.between(0, m));
        }
        const auto series = observe(per_interval(), ends, sales, gaussian_noise{}, {.since = since});
        const detail::bass_rows rows{series};
        REQUIRE(rows.usable());
        std::vector<double> r(9), alone(9), by_p(9), by_q(9), by_m(9);
        rows(p, q, m, r.data(), by_p.data(), by_q.data(), by_m.data());
        rows(p, q, m, alone.data(), nullptr, nullptr, nullptr);
        const bass<number> law{.innovation = number::variable(p, 0),
                               .imitation  = number::variable(q, 1),
                               .potential  = number::variable(m, 2)};
        for (std::size_t i = 0; i < 9; ++i) {
            const number exact = law.sales_by_interval(number(ends[i] - step), number(ends[i]));
            const double unit  = 1e-12 * m; // sums of terms of that size
            CHECK_THAT(r[i], WithinAbs(exact.value() - sales[i], unit));
            CHECK_THAT(alone[i], WithinAbs(r[i], unit));
            CHECK_THAT(by_p[i], WithinAbs(exact.slope(0), unit * (1 + ends[i]) / p));
            CHECK_THAT(by_q[i], WithinAbs(exact.slope(1), unit * (1 + ends[i]) / p));
            CHECK_THAT(by_m[i], WithinAbs(exact.slope(2), 1e-12));
        }
    }
}

TEST_CASE("bass rows: uneven or weighted figures are left to the law", "[fit]")
{
    const std::vector<double> ends{1, 2, 4}, even{1, 2, 3}, sales{1, 2, 1}, weights{1, 2, 1},
        gap{1, std::nan(""), 1};
    CHECK_FALSE(detail::bass_rows{observe(per_interval(), ends, sales)}.usable());
    CHECK_FALSE(detail::bass_rows{
        observe(per_interval(), even, sales, gaussian_noise{}, {.weights = weights})}
                    .usable());
    CHECK_FALSE(detail::bass_rows{observe(per_interval(), even, gap)}.usable());
    CHECK(detail::bass_rows{observe(per_interval(), even, sales)}.usable());
}

} // namespace bass_rows_test
