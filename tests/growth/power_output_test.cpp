#include <orgscale/growth/power_output.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/growth/universal_scalability.hpp>

namespace power_output_test {

using namespace orgscale;

TEST_CASE("power_output: output is a straight line in logarithms", "[growth]")
{
    random_numbers draw(91);
    for (int i = 0; i < 200; ++i) {
        const double         beta = draw.between(0.1, 3), n = draw.magnitude(1, 1e6);
        const power_output<> law{.exponent = beta};
        // The exponential turns the absolute rounding error of β ln n < 42 into a relative one.
        CHECK_THAT(law.speed_up(n), WithinRel(std::exp(beta * std::log(n)), 64 * ulp));
    }
}

TEST_CASE("power_output: doubling an open source team multiplies output by two and a half",
          "[growth]")
{
    // Sornette, Maillart and Ghezzi (2014): median exponent 4/3, and doubling gives 2.5 times the output.
    CHECK_THAT(power_output<>{.exponent = 4.0 / 3}.doubling_factor(), WithinAbs(2.5, 0.05));
}

TEST_CASE("power_output: doubling multiplies output equally at every size", "[growth]")
{
    random_numbers draw(92);
    for (int i = 0; i < 200; ++i) {
        const power_output<> law{.exponent = draw.between(0.1, 3)};
        const double         n = draw.magnitude(1, 1e6);
        CHECK_THAT(law.speed_up(2 * n), WithinRel(law.doubling_factor() * law.speed_up(n), 4 * ulp));
    }
}

TEST_CASE("power_output: speed-ups of nested teams multiply", "[growth]")
{
    const power_output<> law{.exponent = 0.8};
    for (const double a : {1.0, 3.0, 40.0})
        for (const double b : {1.0, 7.0, 1000.0})
            CHECK_THAT(law.speed_up(a * b), WithinRel(law.speed_up(a) * law.speed_up(b), 4 * ulp));
}

TEST_CASE("power_output: at exponent 1, outputs add up", "[growth]")
{
    for (const double n : {1.0, 2.0, 7.5, 1e9}) {
        CHECK(power_output<>{.exponent = 1}.speed_up(n) == n);
        CHECK(power_output<>{.exponent = 1}.speed_up(n) == universal_scalability<>{}.speed_up(n));
    }
    CHECK(power_output<>{.exponent = 1}.doubling_factor() == 2);
    CHECK(power_output<>{.exponent = 2}.doubling_factor() == 4);
}

TEST_CASE("power_output: output per person falls with size below exponent 1 and rises above",
          "[growth]")
{
    double losing = 2, winning = 0;
    for (double n = 1; n < 1e6; n *= 3) {
        const double less = efficiency(power_output<>{.exponent = 0.9}, n);
        const double more = efficiency(power_output<>{.exponent = 1.1}, n);
        CHECK(less < losing);
        CHECK(more > winning);
        losing = less, winning = more;
    }
}

TEST_CASE("power_output: one person gives 1", "[growth]")
{
    for (const double beta : {1e-300, 0.5, 1.0, 3.0, 1e300})
        CHECK(power_output<>{.exponent = beta}.speed_up(1) == 1);
}

TEST_CASE("power_output: slopes agree with differences", "[growth]")
{
    const auto by_exponent = []<class R>(const R& x) -> R {
        const power_output<R> law{.exponent = x};
        return law.speed_up(R(40)) + law.doubling_factor();
    };
    for (const double beta : {0.01, 1.0, 2.5})
        CHECK_THAT(slope_of_dual(by_exponent, beta),
                   WithinRel(slope_of_differences(by_exponent, beta), slope_error));
}

TEST_CASE("power_output: describes itself", "[growth]")
{
    CHECK(wrong_in_description(power_output<>{.exponent = 1.2}).empty());
    CHECK(names_of(power_output<>{.exponent = 1.2}) == std::vector<std::string>{"exponent"});
}

TEST_CASE("power_output: refuses an invalid exponent", "[growth]")
{
    const auto refused = [](double beta) {
        return refused_by([=] { return power_output<>{.exponent = beta}; });
    };
    CHECK(refused(0) == "must be greater than 0 and finite");
    CHECK(refused(-1) == "must be greater than 0 and finite");
    CHECK(refused(infinite) == "must be greater than 0 and finite");
    CHECK(refused(std::nan("")) == "must be greater than 0 and finite");
}

} // namespace power_output_test
