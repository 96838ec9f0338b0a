#include <orgscale/growth/bass_regression.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace bass_regression_test {

using namespace orgscale;

namespace {

constexpr bass_regression<> parabola{.constant = 100, .linear = 0.4, .quadratic = -2e-5};

bass<> drawn(random_numbers& draw)
{
    return {.innovation = draw.magnitude(1e-6, 1),
            .imitation  = draw.one_in(5) ? 0 : draw.magnitude(1e-6, 2),
            .potential  = draw.magnitude(1, 1e9)};
}

} // namespace

TEST_CASE("bass_regression: of() then law() returns the same diffusion", "[growth]")
{
    random_numbers draw(151);
    for (int i = 0; i < 500; ++i) {
        const auto law   = drawn(draw);
        const auto again = bass_regression<>::of(law).law();
        CHECK_THAT(again.innovation, WithinRel(law.innovation, 16 * ulp * (1 + law.imitation)));
        CHECK_THAT(again.imitation, WithinRel(law.imitation, 16 * ulp) || WithinAbs(0, 4 * ulp));
        CHECK_THAT(again.potential, WithinRel(law.potential, 16 * ulp));
    }
}

TEST_CASE("bass_regression: law() then of() returns the same coefficients", "[growth]")
{
    random_numbers draw(152);
    for (int i = 0; i < 500; ++i) {
        const double            size = draw.magnitude(1e-3, 2);
        const bass_regression<> given{.constant  = draw.magnitude(1, 1e6),
                                      .linear    = draw.one_in(2) ? size : -size,
                                      .quadratic = -draw.magnitude(1e-9, 1e-3)};
        const auto              again = bass_regression<>::of(given.law());
        const auto              law   = given.law();
        CHECK_THAT(again.constant, WithinRel(given.constant, 8 * ulp));
        CHECK_THAT(again.quadratic, WithinRel(given.quadratic, 8 * ulp));
        // b is the difference of q and p, with their rounding errors.
        CHECK_THAT(again.linear,
                   WithinAbs(given.linear, 8 * ulp * (law.innovation + law.imitation)));
    }
}

TEST_CASE("bass_regression: the diffusion is the published root of the quadratic", "[growth]")
{
    // m = (-b - sqrt(b² - 4ac))/(2c), p = a/m, q = -mc.
    random_numbers draw(153);
    for (int i = 0; i < 500; ++i) {
        const double a = draw.magnitude(1, 1e6), b = draw.between(-1, 2);
        const double c    = -draw.magnitude(1e-7, 1e-3);
        const auto   law  = bass_regression<>{.constant = a, .linear = b, .quadratic = c}.law();
        const double root = std::sqrt(b * b - 4 * a * c);
        const double m    = (-b - root) / (2 * c);
        // For b < 0 this form cancels by a factor of root + |b| over the difference.
        const double enlarged = 8 * ulp * (1 + (root + std::abs(b)) / (root + b));
        CHECK_THAT(law.potential, WithinRel(m, enlarged));
        CHECK_THAT(law.innovation, WithinRel(a / m, enlarged));
        CHECK_THAT(law.imitation, WithinRel(-m * c, enlarged));
    }
}

TEST_CASE("bass_regression: its sales are the rate of the diffusion", "[growth]")
{
    random_numbers draw(154);
    for (int i = 0; i < 200; ++i) {
        const auto   law        = drawn(draw);
        const auto   regression = bass_regression<>::of(law);
        const double adopters   = law.potential * draw.between(0, 1);
        // Towards the end of sales the terms, each up to (p + q) m, cancel.
        CHECK_THAT(regression.sales(adopters),
                   WithinAbs(law.rate(adopters),
                             8 * ulp * (law.innovation + law.imitation) * law.potential));
    }
    CHECK(parabola.sales(0) == 100);
}

TEST_CASE("bass_regression: the columns of the 1969 table are consistent", "[growth]")
{
    // Eleven durables: Bass (1969). The values were not checked against the print, so only the identities
    // p m = a and q - p = b between columns are tested, to the five digits given. They do not hold for
    // the two durables omitted.
    struct durable {
        double a, b, m, p, q; // a and m in thousands
    };
    const std::vector<durable> table{
        {104.67, 0.21305, 40001, 0.0026167, 0.21566}, {2696.2, 0.22317, 96717, 0.0278770, 0.25105},
        {102.56, 0.27925, 5793, 0.0177030, 0.29695},  {175.69, 0.40820, 16895, 0.0103990, 0.41861},
        {259.67, 0.33968, 15092, 0.0172060, 0.35688}, {410.98, 0.32871, 44751, 0.0091837, 0.33790},
        {450.04, 0.23800, 76589, 0.0058760, 0.24387}, {1594.7, 0.29928, 55696, 0.0286320, 0.32791},
        {543.94, 0.62931, 21937, 0.0247960, 0.65410}};
    for (const auto& [a, b, m, p, q] : table) {
        const auto regression =
            bass_regression<>::of({.innovation = p, .imitation = q, .potential = m});
        CHECK_THAT(regression.constant, WithinRel(a, 1e-4));
        CHECK_THAT(regression.linear, WithinRel(b, 1e-4));

        const auto law =
            bass_regression<>{.constant = a, .linear = b, .quadratic = regression.quadratic}.law();
        CHECK_THAT(law.innovation, WithinRel(p, 1e-4));
        CHECK_THAT(law.imitation, WithinRel(q, 1e-4));
        CHECK_THAT(law.potential, WithinRel(m, 1e-4));
    }
}

TEST_CASE("bass_regression: a falling line means no imitation", "[growth]")
{
    const auto law = bass_regression<>{.constant = 10, .linear = -0.5, .quadratic = 0}.law();
    CHECK(law.innovation == 0.5);
    CHECK(law.imitation == 0);
    CHECK(law.potential == 20);
}

TEST_CASE("bass_regression: without a linear term, p = q", "[growth]")
{
    const auto law = bass_regression<>{.constant = 10, .linear = 0, .quadratic = -0.025}.law();
    CHECK_THAT(law.innovation, WithinRel(0.5, 4 * ulp));
    CHECK_THAT(law.imitation, WithinRel(0.5, 4 * ulp));
    CHECK_THAT(law.potential, WithinRel(20, 4 * ulp));
    CHECK_THAT(law.peak_share(), WithinAbs(0, 4 * ulp)); // fastest at launch
}

TEST_CASE("bass_regression: a steep fall does not cancel", "[growth]")
{
    // q is tiny beside p: q = a |c|/p.
    const auto law = bass_regression<>{.constant = 1, .linear = -1, .quadratic = -1e-20}.law();
    CHECK_THAT(law.innovation, WithinRel(1, 4 * ulp));
    CHECK_THAT(law.imitation, WithinRel(1e-20, 4 * ulp));
    CHECK_THAT(law.potential, WithinRel(1, 4 * ulp));
}

TEST_CASE("bass_regression: slopes agree with differences", "[growth]")
{
    const auto by_linear = []<class R>(const R& x) -> R {
        const bass_regression<R> given{
            .constant = R(32), .linear = x, .quadratic = R(-0.0001220703125)};
        const auto law = given.law();
        return law.peak_share() + law.peak_rate() + given.sales(R(128));
    };
    for (const double b : {0.01, 0.3, 1.5})
        CHECK_THAT(slope_of_dual(by_linear, b),
                   WithinRel(slope_of_differences(by_linear, b), slope_error));
}

TEST_CASE("bass_regression: describes itself", "[growth]")
{
    CHECK(wrong_in_description(parabola).empty());
    CHECK(names_of(parabola) == std::vector<std::string>{"constant", "linear", "quadratic"});
}

TEST_CASE("bass_regression: refuses coefficients of no diffusion and says why", "[growth]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(parabola, {{name, value}}); });
    };
    for (const double bad : {0.0, -1.0, infinite, std::nan("")})
        CHECK(refused("constant", bad) == "must be greater than 0 and finite");
    for (const double bad : {infinite, -infinite, std::nan("")})
        CHECK(refused("linear", bad) == "must be finite");
    for (const double bad : {1e-9, infinite, -infinite, std::nan("")})
        CHECK(refused("quadratic", bad) == "must be 0 or less, and finite");
    CHECK(refused("quadratic", 0) == "linear or quadratic must be less than 0");
    CHECK_THAT(
        refusal_text([] { return bass_regression<>{.constant = 1, .linear = 1, .quadratic = 1}; }),
        ContainsSubstring("bass_regression_test.cpp:") && EndsWith("but is 1"));
}

} // namespace bass_regression_test
