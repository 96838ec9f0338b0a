#include <orgscale/network/sis_epidemic.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace sis_epidemic_test {

using namespace orgscale;

namespace {

constexpr sis_epidemic<> lasting{.infection_rate = 0.1, .recovery_rate = 0.2, .contacts = 6};
constexpr sis_epidemic<> dying{.infection_rate = 0.1, .recovery_rate = 0.9, .contacts = 6};
constexpr sis_epidemic<> at_threshold{.infection_rate = 0.25, .recovery_rate = 1, .contacts = 4};
constexpr sis_epidemic<> never_forgotten{.infection_rate = 0.75};

} // namespace

TEST_CASE("sis_epidemic: the closed form solves the equation", "[network]")
{
    for (const auto& law : {lasting, dying, at_threshold, never_forgotten})
        for (const double start : {0.001, 0.3, 0.9, 1.0})
            for (const double time : {0.1, 3.0, 20.0}) {
                const double h = 1e-4; // an error of h^2
                CHECK_THAT((law.after(start, time + h) - law.after(start, time - h)) / (2 * h),
                           WithinAbs(law.rate(law.after(start, time)), 1e-8));
            }
}

TEST_CASE("sis_epidemic: it lasts above its threshold", "[network]")
{
    CHECK_THAT(lasting.reproduction(), WithinRel(3, 2 * ulp));
    CHECK_THAT(lasting.endemic(), WithinRel(2.0 / 3, 2 * ulp));
    CHECK_THAT(lasting.after(0.01, 1e4), WithinRel(2.0 / 3, 4 * ulp));
    CHECK_THAT(lasting.after(1, 1e4), WithinRel(2.0 / 3, 4 * ulp));
    CHECK(dying.endemic() == 0);
    CHECK(dying.after(1, 1e4) == 0);
    CHECK(at_threshold.endemic() == 0);
    CHECK_THAT(at_threshold.after(0.5, 8), WithinRel(0.5 / (1 + 0.5 * 8), 4 * ulp)); // as 1/t
}

TEST_CASE("sis_epidemic: what is never forgotten grows logistically", "[network]")
{
    CHECK(never_forgotten.recovery_rate == 0);
    CHECK(never_forgotten.contacts == 1);
    CHECK(never_forgotten.reproduction() == infinite);
    CHECK(never_forgotten.endemic() == 1);
    for (const double start : {0.001, 0.1})
        for (const double time : {1.0, 6.0, 30.0})
            CHECK_THAT(never_forgotten.after(start, time),
                       WithinRel(1 / (1 + (1 / start - 1) * std::exp(-0.75 * time)), 64 * ulp));
    CHECK_THAT(*never_forgotten.time_between(0.01, 0.5), WithinRel(std::log(99) / 0.75, 16 * ulp));
    // Symmetric about one half.
    const double half = *never_forgotten.time_between(0.01, 0.5);
    for (const double off : {0.5, 2.0})
        CHECK_THAT(never_forgotten.after(0.01, half + off),
                   WithinRel(1 - never_forgotten.after(0.01, half - off), 64 * ulp));
}

TEST_CASE("sis_epidemic: the time between two shares is that of the closed form", "[network]")
{
    for (const auto& law : {lasting, dying, at_threshold, never_forgotten})
        for (const double start : {0.01, 0.3, 0.95})
            for (const double time : {0.5, 4.0}) {
                const auto found = law.time_between(start, law.after(start, time));
                REQUIRE(found);
                CHECK_THAT(*found, WithinRel(time, 1e-11)); // the share may be near its end
            }
    CHECK(*lasting.time_between(0.5, 0.5) == 0);
    CHECK_FALSE(lasting.time_between(0.5, 0.7)); // beyond what lasts
    CHECK_FALSE(lasting.time_between(0.5, lasting.endemic()));
    CHECK_FALSE(lasting.time_between(0.5, 0.4)); // the wrong way
    CHECK_FALSE(lasting.time_between(0.9, 0.5)); // it stops at 2/3
    CHECK_FALSE(dying.time_between(0.1, 0.2));
}

TEST_CASE("sis_epidemic: nothing comes from nothing, and NaN propagates", "[network]")
{
    CHECK(lasting.after(0, 5) == 0);
    CHECK(lasting.rate(0) == 0);
    CHECK(lasting.after(0.25, 0) == 0.25);
    CHECK(std::isnan(lasting.after(std::nan(""), 1)));
    CHECK(std::isnan(lasting.rate(std::nan(""))));
}

TEST_CASE("sis_epidemic: slopes agree with differences", "[network]")
{
    const auto all = []<class R>(const R& x) -> R {
        const sis_epidemic<R> law{.infection_rate = x, .recovery_rate = R(0.5), .contacts = R(2)};
        return law.after(R(0.25), R(3)) + law.reproduction();
    };
    for (const double rate : {0.125, 0.25, 0.5})
        CHECK_THAT(slope_of_dual(all, rate),
                   WithinRel(slope_of_differences(all, rate), slope_error));
}

TEST_CASE("sis_epidemic: describes itself and refuses invalid parameters", "[network]")
{
    CHECK(wrong_in_description(lasting).empty());
    CHECK(names_of(lasting) ==
          std::vector<std::string>{"infection_rate", "recovery_rate", "contacts"});
    for (const char* name : {"infection_rate", "contacts"})
        for (const double bad : {0.0, -1.0, infinite, std::nan("")})
            CHECK(refused_by([=] { return with(lasting, {{name, bad}}); }) ==
                  "must be greater than 0 and finite");
    CHECK(refused_by([] { return with(lasting, {{"recovery_rate", -1}}); }) ==
          "must be 0 or greater, and finite");
    CHECK(refused_by([] { return lasting.time_between(0, 0.5); }) ==
          "must be greater than 0 and at most 1");
}

TEST_CASE("sis_epidemic: after infinite time", "[network]")
{
    const double         forever = std::numeric_limits<double>::infinity();
    const sis_epidemic<> lasts{.infection_rate = 0.1, .recovery_rate = 0.2, .contacts = 6.0};
    CHECK_THAT(lasts.after(0.1, forever), WithinRel(lasts.endemic(), 4 * ulp));
    CHECK(lasts.after(0.0, forever) == 0);
    CHECK(sis_epidemic<>{.infection_rate = 1, .recovery_rate = 2}.after(0.1, forever) == 0);
    CHECK(sis_epidemic<>{.infection_rate = 1, .recovery_rate = 1}.after(0.1, forever) < 1e-30);
}

} // namespace sis_epidemic_test
