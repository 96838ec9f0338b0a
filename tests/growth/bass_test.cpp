#include <orgscale/growth/bass.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <catch.hpp>
#include <constant.hpp>
#include <description.hpp>
#include <number_types.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

#include <orgscale/growth/logistic.hpp>

using namespace orgscale;

namespace {

constexpr double ulp      = std::numeric_limits<double>::epsilon();
constexpr double infinite = infinity<double>();

// The averages of Sultan, Farley and Lehmann (1990), per year.
constexpr bass<> typical{.innovation = 0.03, .imitation = 0.38, .potential = 1e6};

bass<> drawn(random_numbers& draw)
{
    return {.innovation = draw.magnitude(1e-4, 1),
            .imitation  = draw.one_in(5) ? 0 : draw.magnitude(1e-4, 2),
            .potential  = draw.magnitude(1, 1e9)};
}

template <class Real>
bass<Real> same(const bass<>& law)
{
    return {.innovation = Real(double{law.innovation}),
            .imitation  = Real(double{law.imitation}),
            .potential  = Real(double{law.potential})};
}

} // namespace

TEST_CASE("bass: the closed form solves the equation", "[growth]")
{
    random_numbers draw(21);
    for (int i = 0; i < 50; ++i) {
        const auto law   = same<digits50>(drawn(draw));
        const auto start = digits50(draw.between(0, 1)) * law.potential;
        const auto time  = digits50(draw.between(0, 20));
        const auto step  = digits50("1e-15"); // central difference: an error of 1e-30
        const auto grew =
            digits50((law.after(start, time + step) - law.after(start, time - step)) / (2 * step));
        const auto rate = law.rate(law.after(start, time));
        CHECK(abs(digits50(grew - rate)) <= digits50("1e-28") * law.potential);
    }
}

TEST_CASE("bass: the closed form is the published one", "[growth]")
{
    // Bass (1969): N(t) = m (1 - e^{-(p+q) t})/(1 + (q/p) e^{-(p+q) t}).
    random_numbers draw(22);
    for (int i = 0; i < 200; ++i) {
        const auto   law = drawn(draw);
        const double p = law.innovation, q = law.imitation, m = law.potential;
        const double t     = draw.between(0.1, 40);
        const double decay = std::exp(-(p + q) * t);
        // 1 - e^-x cancels in the published form: by 1/x at most, and x > 1e-5.
        CHECK_THAT(law.at(t), WithinRel(m * (1 - decay) / (1 + q / p * decay),
                                        8 * ulp * (1 + 1 / ((p + q) * t))));
    }
}

TEST_CASE("bass: two steps are as good as one", "[growth]")
{
    random_numbers draw(23);
    for (int i = 0; i < 200; ++i) {
        const auto   law   = drawn(draw);
        const double start = law.potential * draw.between(0, 1);
        const double s     = draw.between(0, 10);
        const double t     = draw.between(0, 10);
        CHECK_THAT(law.after(law.after(start, s), t), WithinRel(law.after(start, s + t), 16 * ulp));
    }
}

TEST_CASE("bass: no time changes nothing, and a full market stays full", "[growth]")
{
    CHECK(typical.after(123, 0) == 123);
    CHECK(typical.after(1e6, 5) == 1e6);
    CHECK(typical.at(0) == 0);
    CHECK_THAT(typical.at(1000), WithinRel(1e6, ulp));
    CHECK(typical.rate(1e6) == 0);
}

TEST_CASE("bass: a short time is as exact as a long one", "[growth]")
{
    const auto t     = GENERATE(1e-15, 1e-12, 1e-9, 1e-6, 1e-3, 1.0, 30.0);
    const auto exact = same<digits50>(typical).at(digits50(t));
    CHECK_THAT(typical.at(t), WithinRel(static_cast<double>(exact), 4 * ulp));
}

TEST_CASE("bass: without imitation it is the exponential approach", "[growth]")
{
    const bass<> lonely{.innovation = 0.5, .imitation = 0, .potential = 10};
    for (const double t : {0.01, 1.0, 7.0})
        CHECK_THAT(lonely.at(t), WithinRel(-10 * std::expm1(-0.5 * t), 4 * ulp));
    CHECK(lonely.peak() == 0);
}

TEST_CASE("bass: with next to no innovation it is logistic", "[growth]")
{
    const bass<>     spread{.innovation = 1e-300, .imitation = 0.5, .potential = 1000};
    const logistic<> ceiling{.growth_rate = 0.5, .ceiling = 1000};
    for (const double start : {1.0, 100.0, 990.0})
        for (const double t : {0.1, 5.0, 30.0})
            CHECK_THAT(spread.after(start, t), WithinRel(ceiling.after(start, t), 8 * ulp));
}

TEST_CASE("bass: of those who have not yet adopted, innovators and imitators do", "[growth]")
{
    // Hazard: f/(1-F) = p + q F.
    for (const double share : {0.0, 0.1, 0.5, 0.9})
        CHECK_THAT(typical.rate(share * 1e6) / ((1 - share) * 1e6),
                   WithinRel(0.03 + 0.38 * share, 8 * ulp));
}

TEST_CASE("bass: adoption is fastest where the identities of 1969 say", "[growth]")
{
    // Bass (1969): T* = ln(q/p)/(p+q), F(T*) = 1/2 - p/(2q), peak rate m (p+q)^2/(4q).
    // Its estimates for black and white television, room air conditioners, clothes dryers, steam irons.
    const std::vector<bass<>> durables{
        {.innovation = 0.027877, .imitation = 0.25105, .potential = 96717e3},
        {.innovation = 0.010399, .imitation = 0.41861, .potential = 16895e3},
        {.innovation = 0.017206, .imitation = 0.35688, .potential = 15092e3},
        {.innovation = 0.028632, .imitation = 0.32791, .potential = 55696e3}};
    for (const auto& law : durables) {
        const double p = law.innovation, q = law.imitation, m = law.potential;
        CHECK_THAT(law.peak(), WithinRel(std::log(q / p) / (p + q), 4 * ulp));
        const double there = law.at(law.peak());
        CHECK_THAT(there / m, WithinRel(0.5 - p / (2 * q), 16 * ulp));
        CHECK_THAT(law.rate(there), WithinRel(m * (p + q) * (p + q) / (4 * q), 8 * ulp));
        CHECK(law.rate(law.at(law.peak() - 0.01)) < law.rate(there));
        CHECK(law.rate(law.at(law.peak() + 0.01)) < law.rate(there));
    }
}

TEST_CASE("bass: the rate is the regression of 1969", "[growth]")
{
    // Room air conditioners 1946-61: sales = a + b Y + c Y^2 with a = 175.69 thousand and b = 0.40820;
    // five digits are printed.
    const bass<tangent> law{.innovation = tangent(0.010399),
                            .imitation  = tangent(0.41861),
                            .potential  = tangent(16895)};
    const auto          at_launch = law.rate(tangent::variable(0));
    CHECK_THAT(at_launch.value(), WithinRel(175.69, 1e-4));
    CHECK_THAT(at_launch.slope(), WithinRel(0.40820, 1e-4));
}

TEST_CASE("bass: where imitation is not stronger adoption is fastest at launch", "[growth]")
{
    CHECK(bass<>{.innovation = 0.3, .imitation = 0.2, .potential = 10}.peak() == 0);
    CHECK(bass<>{.innovation = 0.3, .imitation = 0.3, .potential = 10}.peak() == 0);
    CHECK(bass<>{.innovation = 0.3, .imitation = 0.31, .potential = 10}.peak() > 0);
}

TEST_CASE("bass: the rate also holds where nobody begins", "[growth]")
{
    STATIC_REQUIRE(bass_rate(0.0, 0.5, 100.0, 0.0) == 0);
    STATIC_REQUIRE(bass_rate(0.0, 0.5, 100.0, 50.0) == 12.5);
    STATIC_REQUIRE(bass_rate(0.25, 0.5, 100.0, 50.0) == 25);
    STATIC_REQUIRE(typical.rate(0) == 0.03 * 1e6);
}

TEST_CASE("bass: is a law with a closed form in every number type", "[growth]")
{
    STATIC_REQUIRE(closed_form<bass<float>>);
    STATIC_REQUIRE(closed_form<bass<tangent>>);
    STATIC_REQUIRE(closed_form<bass<digits50_expressions>>);
}

TEMPLATE_LIST_TEST_CASE("bass: answers alike in every number type", "[growth]", number_types)
{
    const auto all = []<class R>(const R& t) -> R {
        const bass<R> law{.innovation = R(0.03125), .imitation = R(0.375), .potential = R(1024)};
        return law.at(t) + law.after(R(100), t) + law.rate(R(100)) + law.peak();
    };
    CHECK(farthest_from_double<TestType>(all, {0, 0.5, 6, 30}) < 10 * rounding<TestType>);
}

TEST_CASE("bass: slopes agree with differences of 50 digits", "[growth]")
{
    const auto by_imitation = []<class R>(const R& x) -> R {
        const bass<R> law{.innovation = R(0.03125), .imitation = x, .potential = R(1024)};
        return law.at(R(5)) + law.after(R(100), R(7)) + law.peak();
    };
    for (const double q : {0.01, 0.4, 1.0})
        CHECK_THAT(slope_of_dual(by_imitation, q),
                   WithinRel(slope_in_50_digits(by_imitation, q), 1e-13));
}

TEST_CASE("bass: describes itself", "[growth]")
{
    CHECK(wrong_in_description(typical).empty());
    CHECK(names_of(typical) == std::vector<std::string>{"innovation", "imitation", "potential"});
}

TEST_CASE("bass: refuses a market that is not there", "[growth]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(typical, {{name, value}}); });
    };
    CHECK_THAT(refused("innovation", 0), StartsWith("must be greater than 0"));
    CHECK_THAT(refused("imitation", -0.1), StartsWith("must be 0 or greater"));
    CHECK(refused("potential", 0) == "must be greater than 0 and finite");
    CHECK(refused("potential", infinite) == "must be greater than 0 and finite");
    CHECK(refused("potential", std::nan("")) == "must be greater than 0 and finite");
    CHECK_THAT(refusal_text([] { return bass<>{.innovation = 1, .imitation = 0, .potential = -5}; }),
               ContainsSubstring("bass_test.cpp:") && EndsWith("but is -5"));
    STATIC_REQUIRE_FALSE(
        constant<decltype([] { return bass<>{.innovation = 1, .imitation = 0, .potential = -5}; })>);
}

TEST_CASE("bass: what it accepts never makes a rate that is not a number", "[growth]")
{
    for (const char* name : {"innovation", "imitation"}) {
        const bass<> law = with(typical, {{name, 1.0}});
        if (refusal([&] { return with(law, {{name, infinite}}); })) continue;
        CHECK_FALSE(std::isnan(with(law, {{name, infinite}}).rate(0)));
        CHECK_FALSE(std::isnan(with(law, {{name, infinite}}).at(1)));
    }
}
