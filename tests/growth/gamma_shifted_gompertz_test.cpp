#include <orgscale/growth/gamma_shifted_gompertz.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <digits50.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/growth/bass.hpp>

namespace gamma_shifted_gompertz_test {

using namespace orgscale;

namespace {

constexpr gamma_shifted_gompertz<> typical{
    .adoption_rate = 0.5, .reluctance_scale = 12, .reluctance_shape = 1.5, .potential = 1000};

gamma_shifted_gompertz<> drawn(random_numbers& draw)
{
    return {.adoption_rate    = draw.magnitude(0.01, 2),
            .reluctance_scale = draw.one_in(10) ? 0 : draw.magnitude(1e-2, 1e3),
            .reluctance_shape = draw.magnitude(0.05, 20),
            .potential        = draw.magnitude(1, 1e9)};
}

template <class Real>
gamma_shifted_gompertz<Real> same(const gamma_shifted_gompertz<>& law)
{
    return {.adoption_rate    = Real(double{law.adoption_rate}),
            .reluctance_scale = Real(double{law.reluctance_scale}),
            .reluctance_shape = Real(double{law.reluctance_shape}),
            .potential        = Real(double{law.potential})};
}

} // namespace

TEST_CASE("gamma_shifted_gompertz: the share agrees with the published formula", "[growth]")
{
    // F = (1 - e^{-bt}) (1 + a e^{-bt})^{-c}: Bemmaor (1994).
    random_numbers draw(171);
    for (int i = 0; i < 200; ++i) {
        const auto   law = drawn(draw);
        const double a = law.reluctance_scale, b = law.adoption_rate, c = law.reluctance_shape;
        const double t       = draw.between(0.1, 40) / b;
        const double decayed = std::exp(-b * t);
        const double share   = (1 - decayed) * std::pow(1 + a * decayed, -c);
        // The power multiplies a rounding error of its base by c, up to 20.
        CHECK_THAT(law.share(t), WithinRel(share, (32 + 16 * 20) * ulp));
        CHECK_THAT(law.at(t), WithinRel(law.potential * law.share(t), ulp));
    }
}

TEST_CASE("gamma_shifted_gompertz: the density is the derivative of the share", "[growth]")
{
    random_numbers draw(172);
    for (int i = 0; i < 100; ++i) {
        const auto law  = same<digits50>(drawn(draw));
        const auto time = digits50(draw.between(0.1, 20));
        const auto step = digits50("1e-15"); // central difference: an error of 1e-30
        const auto grew = digits50((law.share(time + step) - law.share(time - step)) / (2 * step));
        CHECK(abs(digits50(grew - law.density(time))) <= digits50("1e-25"));
        CHECK(law.sales_by_density(time) == digits50(law.potential * law.density(time)));
    }
}

TEST_CASE("gamma_shifted_gompertz: reluctance has a gamma distribution", "[growth]")
{
    // The mean of (1 - e^{-bt}) e^{-η e^{-bt}} over η, by the trapezoidal rule in x = ln η, which for these
    // integrands is exact to rounding at this step. At c = 1.5 and a = 12: density η^0.5 e^{-η/12}/Γ(1.5)/12^1.5.
    for (const double t : {0.5, 3.0, 8.0}) {
        const double decayed = std::exp(-0.5 * t);
        double       mean    = 0;
        const double step    = 1.0 / 16;
        for (double x = -60; x < 12; x += step) {
            const double reluctance = std::exp(x);
            const double density    = std::sqrt(reluctance) * std::exp(-reluctance / 12) /
                                   (std::tgamma(1.5) * std::pow(12, 1.5));
            mean += step * reluctance * density * (1 - decayed) * std::exp(-reluctance * decayed);
        }
        CHECK_THAT(typical.share(t), WithinRel(mean, 1e-12));
    }
}

TEST_CASE("gamma_shifted_gompertz: at shape 1 it is the Bass diffusion", "[growth]")
{
    // b = p + q, a = q/p.
    random_numbers draw(173);
    for (int i = 0; i < 200; ++i) {
        const double p = draw.magnitude(1e-4, 1), q = draw.one_in(5) ? 0 : draw.magnitude(1e-4, 2);
        const bass<> diffusion{.innovation = p, .imitation = q, .potential = 1000};
        const gamma_shifted_gompertz<> law{.adoption_rate    = p + q,
                                           .reluctance_scale = q / p,
                                           .reluctance_shape = 1,
                                           .potential        = 1000};
        const double                   t = draw.between(0, 20);
        // The exponent is at most ln(1 + q/p) < 10, with about three roundings.
        CHECK_THAT(law.at(t), WithinRel(diffusion.at(t), 64 * ulp));
        CHECK_THAT(law.share(t), WithinRel(diffusion.share(t), 64 * ulp));
        CHECK_THAT(law.density(t), WithinRel(diffusion.density(t), 64 * ulp));
        CHECK_THAT(law.sales_by_interval(t, t + 1),
                   WithinRel(diffusion.sales_by_interval(t, t + 1), 64 * ulp));
        // a = q/p is rounded, also near 1.
        const auto here = law.peak(), there = diffusion.peak();
        CHECK_THAT(here ? here->time : 0,
                   WithinAbs(there ? there->time : 0,
                             16 * ulp * ((there ? there->time : 0) + 1 / (p + q))));
    }
}

TEST_CASE("gamma_shifted_gompertz: without reluctance, an exponential approach", "[growth]")
{
    const auto willing = with(typical, {{"reluctance_scale", 0.0}});
    for (const double t : {0.0, 1e-9, 1.0, 7.0}) {
        CHECK_THAT(willing.at(t), WithinRel(-1000 * std::expm1(-0.5 * t), 4 * ulp));
        CHECK_THAT(willing.density(t), WithinRel(0.5 * std::exp(-0.5 * t), 4 * ulp));
    }
    CHECK_FALSE(willing.peak());
}

TEST_CASE("gamma_shifted_gompertz: equal reluctance gives the shifted Gompertz distribution",
          "[growth]")
{
    // c -> infinity with c a = η: F = (1 - e^{-bt}) e^{-η e^{-bt}}, fastest at
    // e^{-bt} = (3 + η - sqrt(η² + 2η + 5))/(2η). They differ by a relative 1/c.
    const double                   eta = 6;
    const gamma_shifted_gompertz<> alike{.adoption_rate    = 0.5,
                                         .reluctance_scale = eta / 1e12,
                                         .reluctance_shape = 1e12,
                                         .potential        = 1000};
    for (const double t : {0.5, 3.0, 8.0})
        CHECK_THAT(alike.share(t),
                   WithinRel(-std::expm1(-0.5 * t) * std::exp(-eta * std::exp(-0.5 * t)),
                             eta * eta * 1e-12));
    const double there = (3 + eta - std::sqrt(eta * eta + 2 * eta + 5)) / (2 * eta);
    CHECK_THAT(alike.peak()->time, WithinRel(-std::log(there) / 0.5, 1e-11));
}

TEST_CASE("gamma_shifted_gompertz: starts at 0 and ends at the potential", "[growth]")
{
    CHECK(typical.at(0) == 0);
    CHECK(typical.at(1e4) == 1000);
    // f(0) = b (1 + a)^{-c}.
    CHECK_THAT(typical.density(0), WithinRel(0.5 * std::pow(13, -1.5), 8 * ulp));
    CHECK(typical.density(1e4) == 0);
}

TEST_CASE("gamma_shifted_gompertz: interval sales are the increase in adopters", "[growth]")
{
    random_numbers draw(174);
    for (int i = 0; i < 200; ++i) {
        const auto   law  = drawn(draw);
        const double from = std::floor(draw.between(0, 40)), to = from + 1;
        const auto   exact = same<digits50>(law);
        const auto   sold  = digits50(exact.at(digits50(to)) - exact.at(digits50(from)));
        // Rounding errors of two exponents, at most 20 ln(1 + 1000) = 138 and 2 (40).
        CHECK_THAT(law.sales_by_interval(from, to),
                   WithinRel(static_cast<double>(sold), (8 + 2 * 138 + 80) * ulp));
    }
    CHECK(typical.sales_by_interval(5, 5) == 0);
    CHECK_THAT(typical.sales_by_interval(0, 7), WithinRel(typical.at(7), 16 * ulp));
}

TEST_CASE("gamma_shifted_gompertz: sales are largest at the peak", "[growth]")
{
    random_numbers draw(175);
    int            later = 0;
    for (int i = 0; i < 300; ++i) {
        const auto   law   = drawn(draw);
        const auto   is    = law.peak();
        const double peak  = is ? is->time : 0;
        const double most  = law.density(peak);
        double       found = 0;
        for (double x = 0; x < 20; x += 1.0 / 64)
            found = std::max(found, law.density(x / law.adoption_rate));
        CHECK(found <= most * (1 + 512 * ulp)); // rounding errors of the exponents
        CHECK(peak >= 0);
        if (peak > 0) {
            ++later;
            CHECK(is->size == law.at(peak));
            CHECK(is->rate == law.sales_by_density(peak));
            // The derivative, from dual numbers, vanishes there relative to the scale b² f of the second one.
            const auto slope = same<tangent>(law).density(tangent::variable(peak)).slope();
            CHECK(std::abs(slope) <= 1e-10 * law.adoption_rate * most);
        }
    }
    CHECK(later > 100); // both kinds occur
    CHECK(later < 280);
}

TEST_CASE("gamma_shifted_gompertz: a later local maximum below the launch value is not the peak",
          "[growth]")
{
    // At c = 0.4 and a = 50 sales fall, rise to a maximum and fall again: 0.207 b at launch, 0.197 b later.
    const gamma_shifted_gompertz<> dip{
        .adoption_rate = 1, .reluctance_scale = 50, .reluctance_shape = 0.4, .potential = 1};
    CHECK(dip.density(2.65) > dip.density(2));
    CHECK(dip.density(2.65) > dip.density(3.3));
    CHECK(dip.density(2.65) < dip.density(0));
    CHECK_FALSE(dip.peak());
}

TEST_CASE("gamma_shifted_gompertz: slopes agree with differences", "[growth]")
{
    const auto by_shape = []<class R>(const R& x) -> R {
        const gamma_shifted_gompertz<R> law{.adoption_rate    = R(0.5),
                                            .reluctance_scale = R(12),
                                            .reluctance_shape = x,
                                            .potential        = R(1024)};
        return law.at(R(5)) + law.density(R(5)) + law.sales_by_interval(R(5), R(6)) +
               law.peak()->time;
    };
    for (const double c : {0.7, 1.0, 1.5, 10.0})
        CHECK_THAT(slope_of_dual(by_shape, c),
                   WithinRel(slope_of_differences(by_shape, c), slope_error));
}

TEST_CASE("gamma_shifted_gompertz: describes itself", "[growth]")
{
    CHECK(wrong_in_description(typical).empty());
    CHECK(names_of(typical) == std::vector<std::string>{"adoption_rate", "reluctance_scale",
                                                        "reluctance_shape", "potential"});
}

TEST_CASE("gamma_shifted_gompertz: refuses invalid parameters", "[growth]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(typical, {{name, value}}); });
    };
    for (const char* name : {"adoption_rate", "reluctance_shape", "potential"})
        for (const double bad : {0.0, -1.0, infinite, std::nan("")})
            CHECK(refused(name, bad) == "must be greater than 0 and finite");
    for (const double bad : {-1.0, infinite, std::nan("")})
        CHECK(refused("reluctance_scale", bad) == "must be 0 or greater, and finite");
    CHECK_THAT(refusal_text([] {
                   return gamma_shifted_gompertz<>{.adoption_rate    = 1,
                                                   .reluctance_scale = 1,
                                                   .reluctance_shape = 0,
                                                   .potential        = 1};
               }),
               ContainsSubstring("gamma_shifted_gompertz_test.cpp:"));
}

} // namespace gamma_shifted_gompertz_test
