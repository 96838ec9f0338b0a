#include <orgscale/fit/detail/scalability_rows.hpp>

#include <vector>

#include <catch.hpp>
#include <random_numbers.hpp>

#include <orgscale/core/dual.hpp>
#include <orgscale/fit/observe.hpp>
#include <orgscale/growth/scaled.hpp>

namespace scalability_rows_test {

using namespace orgscale;

// The law itself over dual numbers.
TEST_CASE("scalability rows: residuals and derivatives are those of the law", "[fit]")
{
    using number = dual<double, 3>;
    const std::vector<double>      units{1, 2, 7, 40, 300}, outputs{9, 20, 50, 30, 10};
    const auto                     series = observe(units, outputs);
    const detail::scalability_rows rows{series};
    REQUIRE(rows.usable());
    random_numbers draw(5);
    for (int k = 0; k < 20; ++k) {
        const double scale = draw.magnitude(0.1, 1e4), contention = draw.between(0, 1),
                     coherency = draw.one_in(4) ? 0 : draw.magnitude(1e-6, 1);
        std::vector<double> r(5), alone(5), by_scale(5), by_contention(5), by_coherency(5);
        rows(scale, contention, coherency, r.data(), by_scale.data(), by_contention.data(),
             by_coherency.data());
        rows(scale, contention, coherency, alone.data(), nullptr, nullptr, nullptr);
        CHECK(alone == r);
        const scaled<universal_scalability, number> law{
            .scale = number::variable(scale, 0),
            .law   = {.contention = number::variable(contention, 1),
                      .coherency  = number::variable(coherency, 2)}};
        for (std::size_t i = 0; i < 5; ++i) {
            const number exact = law.output(number(units[i]));
            CHECK_THAT(r[i], WithinAbs(exact.value() - outputs[i], 1e-12 * (scale + 50)));
            CHECK_THAT(by_scale[i], WithinRel(exact.slope(0), 1e-12));
            CHECK_THAT(by_contention[i], WithinRel(exact.slope(1), 1e-12));
            CHECK_THAT(by_coherency[i], WithinRel(exact.slope(2), 1e-12));
        }
    }
}

TEST_CASE("scalability rows: weights and less than one unit are left to the law", "[fit]")
{
    const std::vector<double> units{1, 2}, less{0.5, 2}, outputs{9, 20};
    CHECK_FALSE(detail::scalability_rows{observe(less, outputs)}.usable());
    CHECK_FALSE(
        detail::scalability_rows{observe(units, outputs, gaussian_noise{}, {.weights = outputs})}
            .usable());
}

} // namespace scalability_rows_test
