#include <orgscale/growth/bass.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <catch.hpp>
#include <constant.hpp>
#include <description.hpp>
#include <digits50.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/growth/logistic.hpp>

namespace bass_test {

using namespace orgscale;

namespace {

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

TEST_CASE("bass: the closed form agrees with the published one", "[growth]")
{
    // Bass (1969): N(t) = m (1 - e^{-(p+q) t})/(1 + (q/p) e^{-(p+q) t}).
    random_numbers draw(22);
    for (int i = 0; i < 200; ++i) {
        const auto   law = drawn(draw);
        const double p = law.innovation, q = law.imitation, m = law.potential;
        const double t     = draw.between(0.1, 40);
        const double decay = std::exp(-(p + q) * t);
        // In the published form 1 - e^-x cancels, by at most 1/x, and x > 1e-5.
        CHECK_THAT(law.at(t), WithinRel(m * (1 - decay) / (1 + q / p * decay),
                                        8 * ulp * (1 + 1 / ((p + q) * t))));
    }
}

TEST_CASE("bass: after(s) then after(t) is after(s + t)", "[growth]")
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

TEST_CASE("bass: zero time changes nothing, and a full market stays full", "[growth]")
{
    CHECK(typical.after(123, 0) == 123);
    CHECK(typical.after(1e6, 5) == 1e6);
    CHECK(typical.at(0) == 0);
    CHECK_THAT(typical.at(1000), WithinRel(1e6, ulp));
    CHECK(typical.rate(1e6) == 0);
}

TEST_CASE("bass: accurate for short times", "[growth]")
{
    const auto t     = GENERATE(1e-15, 1e-12, 1e-9, 1e-6, 1e-3, 1.0, 30.0);
    const auto exact = same<digits50>(typical).at(digits50(t));
    CHECK_THAT(typical.at(t), WithinRel(static_cast<double>(exact), 4 * ulp));
}

TEST_CASE("bass: without imitation it is an exponential approach", "[growth]")
{
    const bass<> lonely{.innovation = 0.5, .imitation = 0, .potential = 10};
    for (const double t : {0.01, 1.0, 7.0})
        CHECK_THAT(lonely.at(t), WithinRel(-10 * std::expm1(-0.5 * t), 4 * ulp));
    CHECK_FALSE(lonely.peak());
}

TEST_CASE("bass: with negligible innovation it is logistic", "[growth]")
{
    const bass<>     spread{.innovation = 1e-300, .imitation = 0.5, .potential = 1000};
    const logistic<> ceiling{.growth_rate = 0.5, .ceiling = 1000};
    for (const double start : {1.0, 100.0, 990.0})
        for (const double t : {0.1, 5.0, 30.0})
            CHECK_THAT(spread.after(start, t), WithinRel(ceiling.after(start, t), 8 * ulp));
}

TEST_CASE("bass: the density agrees with the published formula", "[growth]")
{
    // f(t) = ((p+q)²/p) e^{-(p+q) t}/(1 + (q/p) e^{-(p+q) t})².
    random_numbers draw(24);
    for (int i = 0; i < 200; ++i) {
        const auto   law = drawn(draw);
        const double p = law.innovation, q = law.imitation, m = law.potential;
        const double t     = draw.between(0, 40);
        const double decay = std::exp(-(p + q) * t);
        const double below = 1 + q / p * decay;
        const double f     = (p + q) * (p + q) / p * decay / (below * below);
        CHECK_THAT(law.density(t), WithinRel(f, 16 * ulp));
        CHECK_THAT(law.sales_by_density(t), WithinRel(m * f, 16 * ulp));
        CHECK_THAT(law.share(t), WithinRel(law.at(t) / m, ulp));
    }
}

TEST_CASE("bass: the density is the derivative of the share", "[growth]")
{
    random_numbers draw(25);
    for (int i = 0; i < 50; ++i) {
        const auto law  = same<digits50>(drawn(draw));
        const auto time = digits50(draw.between(0.1, 20));
        const auto step = digits50("1e-15"); // central difference: an error of 1e-30
        const auto grew = digits50((law.share(time + step) - law.share(time - step)) / (2 * step));
        CHECK(abs(digits50(grew - law.density(time))) <= digits50("1e-28"));
        CHECK(abs(digits50(law.rate(law.at(time)) - law.sales_by_density(time))) <=
              digits50("1e-45") * law.potential);
    }
}

TEST_CASE("bass: interval sales are the increase in adopters", "[growth]")
{
    random_numbers draw(26);
    for (int i = 0; i < 200; ++i) {
        const auto   law  = drawn(draw);
        const double from = std::floor(draw.between(0, 40)), to = from + 1;
        const auto   exact = same<digits50>(law);
        const auto   sold  = digits50(exact.at(digits50(to)) - exact.at(digits50(from)));
        // Late in a product's life, where the difference of two shares cancels completely, what is
        // left of the market is e^{-(p+q) t}, with the rounding errors of its exponent, below 3 (40).
        CHECK_THAT(law.sales_by_interval(from, to),
                   WithinRel(static_cast<double>(sold), (8 + 120) * ulp));
    }
    CHECK(typical.sales_by_interval(5, 5) == 0);
    CHECK_THAT(typical.sales_by_interval(0, 7), WithinRel(typical.at(7), 4 * ulp));
    CHECK_THAT(
        typical.sales_by_interval(2, 9),
        WithinRel(typical.sales_by_interval(2, 4) + typical.sales_by_interval(4, 9), 8 * ulp));
}

TEST_CASE("bass: over a short time the interval form tends to the density form", "[growth]")
{
    // They differ by a relative (p+q) h/2, half of 0.41e-9 h.
    for (const double t : {0.0, 1.0, 6.0, 30.0, 200.0})
        CHECK_THAT(typical.sales_by_interval(t, t + 0x1p-30) * 0x1p30,
                   WithinRel(typical.sales_by_density(t), 0x1p-30));
}

TEST_CASE("bass: the published fit to video recorder sales is the least-squares fit", "[growth]")
{
    // Sales of years 1 to 10 and the fit of m f(t), published with standard errors and a residual
    // standard error of 727 on 7 degrees of freedom: Cowpertwait, P. S. P., Metcalfe, A. V. (2009).
    // Introductory Time Series with R. Springer, section 3.3.
    const std::array<double, 10> sold{840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890};
    const std::array<double, 3>  printed{6.80e4, 6.59e-3, 6.38e-1}; // m, p, q
    const std::array<double, 3>  standard_errors{3.13e3, 1.43e-3, 4.14e-2};
    const std::array<double, 3>  last_digit{1e2, 1e-5, 1e-3};
    const std::array<double, 3>  last_digit_of_errors{1e1, 1e-5, 1e-4};

    // Gauss-Newton steps from the published values, solved by Cramer's rule in 50 digits, since the
    // normal equations are ill conditioned.
    using number           = dual<double, 3>;
    const auto determinant = [](const auto& a) {
        return digits50(a[0][0] * (a[1][1] * a[2][2] - a[1][2] * a[2][1]) -
                        a[0][1] * (a[1][0] * a[2][2] - a[1][2] * a[2][0]) +
                        a[0][2] * (a[1][0] * a[2][1] - a[1][1] * a[2][0]));
    };
    std::array<double, 3> at = printed, errors{};
    for (int step = 0; step < 5; ++step) {
        const bass<number>                     law{.innovation = number::variable(at[1], 1),
                                                   .imitation  = number::variable(at[2], 2),
                                                   .potential  = number::variable(at[0], 0)};
        std::array<std::array<digits50, 4>, 3> normal{};
        double                                 squares = 0;
        for (std::size_t year = 0; year < sold.size(); ++year) {
            const number fitted   = law.sales_by_density(number(static_cast<double>(year + 1)));
            const double residual = sold[year] - fitted.value();
            squares += residual * residual;
            for (std::size_t i = 0; i < 3; ++i) {
                for (std::size_t j = 0; j < 3; ++j)
                    normal[i][j] += digits50(fitted.slope(i)) * fitted.slope(j);
                normal[i][3] += digits50(fitted.slope(i)) * residual;
            }
        }
        const double residual_error = std::sqrt(squares / 7);
        CHECK_THAT(residual_error, WithinAbs(727, 0.5));
        for (std::size_t i = 0; i < 3; ++i) {
            auto right_side = normal, unit = normal;
            for (std::size_t k = 0; k < 3; ++k) {
                right_side[k][i] = normal[k][3];
                unit[k][i]       = k == i ? 1 : 0;
            }
            const auto all      = determinant(normal);
            const auto variance = digits50(determinant(unit) / all);
            errors[i]           = residual_error * std::sqrt(static_cast<double>(variance));
            at[i] += static_cast<double>(digits50(determinant(right_side) / all));
        }
    }
    // The steps converge to values that round to the published ones.
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK_THAT(at[i], WithinAbs(printed[i], 0.5 * last_digit[i]));
        CHECK_THAT(errors[i], WithinAbs(standard_errors[i], 0.5 * last_digit_of_errors[i]));
    }
}

TEST_CASE("bass: the hazard is that of innovators and imitators", "[growth]")
{
    random_numbers draw(27);
    for (int i = 0; i < 200; ++i) {
        const auto   law = drawn(draw);
        const double t   = draw.between(0, 10);
        // f/(1-F) = p + q F, where 1 - F has the rounding error of F.
        const double left = 1 - law.share(t);
        CHECK_THAT(law.density(t) / left, WithinRel(law.innovation + law.imitation * law.share(t),
                                                    8 * ulp + 4 * ulp / left));
        CHECK_THAT(law.hazard(t), WithinRel(law.innovation + law.imitation * law.share(t), 2 * ulp));
    }
    CHECK(typical.hazard(0) == 0.03);
    CHECK_THAT(typical.hazard(1e4), WithinRel(0.03 + 0.38, ulp));

    // Hazard: f/(1-F) = p + q F.
    for (const double share : {0.0, 0.1, 0.5, 0.9})
        CHECK_THAT(typical.rate(share * 1e6) / ((1 - share) * 1e6),
                   WithinRel(0.03 + 0.38 * share, 8 * ulp));
}

TEST_CASE("bass: the peak agrees with the published identities", "[growth]")
{
    // Bass (1969): T* = ln(q/p)/(p+q), F(T*) = 1/2 - p/(2q), peak rate m (p+q)^2/(4q).
    // Published estimates for black and white television, room air conditioners, clothes dryers, steam irons.
    const std::vector<bass<>> durables{
        {.innovation = 0.027877, .imitation = 0.25105, .potential = 96717e3},
        {.innovation = 0.010399, .imitation = 0.41861, .potential = 16895e3},
        {.innovation = 0.017206, .imitation = 0.35688, .potential = 15092e3},
        {.innovation = 0.028632, .imitation = 0.32791, .potential = 55696e3}};
    for (const auto& law : durables) {
        const double p = law.innovation, q = law.imitation, m = law.potential;
        CHECK_THAT(law.peak()->time, WithinRel(std::log(q / p) / (p + q), 4 * ulp));
        const double there = law.at(law.peak()->time);
        CHECK_THAT(law.peak()->size, WithinRel(there, 16 * ulp));
        CHECK(law.peak()->rate == law.peak_rate());
        CHECK_THAT(there / m, WithinRel(0.5 - p / (2 * q), 16 * ulp));
        CHECK_THAT(law.rate(there), WithinRel(m * (p + q) * (p + q) / (4 * q), 8 * ulp));
        CHECK_THAT(law.peak_share(), WithinRel(0.5 - p / (2 * q), 4 * ulp));
        CHECK_THAT(law.peak_rate(), WithinRel(m * (p + q) * (p + q) / (4 * q), 4 * ulp));
        CHECK_THAT(law.sales_by_density(law.peak()->time), WithinRel(law.peak_rate(), 16 * ulp));
        CHECK(law.rate(law.at(law.peak()->time - 0.01)) < law.rate(there));
        CHECK(law.rate(law.at(law.peak()->time + 0.01)) < law.rate(there));
    }
}

TEST_CASE("bass: the rate agrees with the published regression", "[growth]")
{
    // Room air conditioners 1946-61: sales = a + b Y + c Y^2 with a = 175.69 thousand and b = 0.40820,
    // to five digits: a check of these numbers against p, q and m (see bass_regression_test.cpp).
    const bass<tangent> law{.innovation = tangent(0.010399),
                            .imitation  = tangent(0.41861),
                            .potential  = tangent(16895)};
    const auto          at_launch = law.rate(tangent::variable(0));
    CHECK_THAT(at_launch.value(), WithinRel(175.69, 1e-4));
    CHECK_THAT(at_launch.slope(), WithinRel(0.40820, 1e-4));
}

TEST_CASE("bass: there is no peak after launch if q <= p", "[growth]")
{
    CHECK_FALSE(bass<>{.innovation = 0.3, .imitation = 0.2, .potential = 10}.peak());
    CHECK_FALSE(bass<>{.innovation = 0.3, .imitation = 0.3, .potential = 10}.peak());
    CHECK(bass<>{.innovation = 0.3, .imitation = 0.31, .potential = 10}.peak()->time > 0);
    for (const double q : {0.0, 0.2, 0.25}) {
        const bass<> early{.innovation = 0.25, .imitation = q, .potential = 10};
        CHECK(early.peak_share() == 0);
        CHECK(early.peak_rate() == 2.5);
        CHECK(early.sales_by_density(0) == 2.5);
        CHECK(early.sales_by_density(1) < 2.5);
    }
}

TEST_CASE("bass: the peak is accurate for q just above p", "[growth]")
{
    // ln(1 + x)/(p+q) = x (1 - x/2)/(2p) (1 - x/2) to the order of x³.
    for (const double x : {0x1p-20, 0x1p-40, 0x1p-50}) {
        const bass<> even{.innovation = 0.25, .imitation = 0.25 * (1 + x), .potential = 10};
        CHECK_THAT(even.peak()->time, WithinRel(2 * x * (1 - x), 2 * x * x + 4 * ulp));
        CHECK_THAT(even.peak_share(), WithinRel(x / 2 * (1 - x), 2 * x * x + 4 * ulp));
    }
}

TEST_CASE("bass: the remaining market is accurate late in a product's life", "[growth]")
{
    const auto t     = GENERATE(50.0, 100.0, 1000.0);
    const auto exact = same<digits50>(typical);
    // The exponent (p+q) t has two roundings.
    CHECK_THAT(typical.density(t), WithinRel(static_cast<double>(exact.density(digits50(t))),
                                             (8 + 2 * 0.41 * t) * ulp));
}

TEST_CASE("bass: works where products of its parameters overflow", "[growth]")
{
    const bass<> vast{.innovation = 1e10, .imitation = 1e12, .potential = 1e300};
    const auto   exact = same<digits50>(vast);
    CHECK_THAT(
        vast.after(1e290, 1e-12),
        WithinRel(static_cast<double>(exact.after(digits50(1e290), digits50(1e-12))), 4 * ulp));
    CHECK_THAT(vast.at(1e-12), WithinRel(static_cast<double>(exact.at(digits50(1e-12))), 4 * ulp));
}

TEST_CASE("bass: reaches its potential also where imitation over innovation overflows", "[growth]")
{
    for (const double innovation : {4.9e-324, 1e-320, 2.3e-308})
        for (const double imitation : {1e-9, 1.0, 1e9})
            for (const double potential : {1e-300, 1.0, 1e300}) {
                const bass<> law{
                    .innovation = innovation, .imitation = imitation, .potential = potential};
                CHECK(law.at(infinite) == potential);
                CHECK(law.at(1e200) == potential);
                CHECK(law.at(0) == 0);
                CHECK(law.hazard(infinite) == imitation);
                CHECK(law.density(infinite) == 0);
                // Half of it have adopted when e^((p+q) t) is q/p, to p/q; the exponent is some 700, to an ulp.
                if (innovation == 2.3e-308 && imitation == 1)
                    CHECK(law.at(-std::log(innovation)) ==
                          Approx(potential / 2).epsilon(1000 * ulp));
            }
}

TEST_CASE("bass: the rate also holds without innovation", "[growth]")
{
    STATIC_REQUIRE(bass_rate(0.0, 0.5, 100.0, 0.0) == 0);
    STATIC_REQUIRE(bass_rate(0.0, 0.5, 100.0, 50.0) == 12.5);
    STATIC_REQUIRE(bass_rate(0.25, 0.5, 100.0, 50.0) == 25);
    STATIC_REQUIRE(typical.rate(0) == 0.03 * 1e6);
}

TEST_CASE("bass: is a closed-form law in every number type", "[growth]")
{
    STATIC_REQUIRE(closed_form<bass<float>>);
    STATIC_REQUIRE(closed_form<bass<tangent>>);
    STATIC_REQUIRE(closed_form<bass<digits50>>);
}

TEST_CASE("bass: slopes agree with differences", "[growth]")
{
    const auto by_imitation = []<class R>(const R& x) -> R {
        const bass<R> law{.innovation = R(0.03125), .imitation = x, .potential = R(1024)};
        return law.at(R(5)) + law.after(R(100), R(7)) + law.density(R(5)) +
               law.sales_by_interval(R(4), R(5)) + law.peak_rate() + law.peak_share();
    };
    for (const double q : {0.01, 0.4, 1.0})
        CHECK_THAT(slope_of_dual(by_imitation, q),
                   WithinRel(slope_of_differences(by_imitation, q), slope_error));

    const auto by_peak = []<class R>(const R& x) -> R {
        const bass<R> law{.innovation = R(0.03125), .imitation = x, .potential = R(1024)};
        return law.peak()->time;
    };
    for (const double q : {0.1, 0.4, 1.0})
        CHECK_THAT(slope_of_dual(by_peak, q),
                   WithinRel(slope_of_differences(by_peak, q), slope_error));
}

TEST_CASE("bass: describes itself", "[growth]")
{
    CHECK(wrong_in_description(typical).empty());
    CHECK(names_of(typical) == std::vector<std::string>{"innovation", "imitation", "potential"});
}

TEST_CASE("bass: refuses invalid parameters", "[growth]")
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

TEST_CASE("bass: accepted parameters never give a NaN rate", "[growth]")
{
    for (const char* name : {"innovation", "imitation"}) {
        const bass<> law = with(typical, {{name, 1.0}});
        if (refusal([&] { return with(law, {{name, infinite}}); })) continue;
        CHECK_FALSE(std::isnan(with(law, {{name, infinite}}).rate(0)));
        CHECK_FALSE(std::isnan(with(law, {{name, infinite}}).at(1)));
    }
}

} // namespace bass_test
