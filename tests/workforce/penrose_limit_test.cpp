#include <orgscale/workforce/penrose_limit.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/workforce/promotion_chain.hpp>

namespace penrose_limit_test {

using namespace orgscale;

namespace {

constexpr penrose_limit<> firm{.managers = 0.12, .running = 0.08, .integration = 0.25};

penrose_limit<> drawn(random_numbers& draw)
{
    const double managers = draw.between(0.01, 1);
    return {.managers          = managers,
            .running           = draw.one_in(4) ? 0 : managers * draw.between(0, 1),
            .integration       = draw.magnitude(0.01, 10),
            .assimilation_time = draw.one_in(4) ? 0 : draw.magnitude(0.01, 10)};
}

} // namespace

TEST_CASE("penrose_limit: all managers are busy at the limit", "[workforce]")
{
    random_numbers draw(741);
    for (int i = 0; i < 300; ++i) {
        const auto   law = drawn(draw);
        const double g   = law.fastest_growth();
        // (a + b g)(1 + g τ) = m, a few roundings of terms below m.
        CHECK_THAT((law.running + law.integration * g) * (1 + g * law.assimilation_time),
                   WithinRel(law.managers, 8 * ulp));
        CHECK(g >= 0);
    }
}

TEST_CASE("penrose_limit: without a lag, it is spare managers over integration time", "[workforce]")
{
    random_numbers draw(742);
    for (int i = 0; i < 300; ++i) {
        const auto law = with(drawn(draw), {{"assimilation_time", 0}});
        CHECK_THAT(law.fastest_growth(),
                   WithinRel((law.managers - law.running) / law.integration, 4 * ulp));
    }
}

TEST_CASE("penrose_limit: reproduces the worked example", "[workforce]")
{
    // m = 0.12, a = 0.08, b = 0.25: 0.16 per year, a difference of numbers three times as large.
    CHECK_THAT(firm.fastest_growth(), WithinRel(0.16, 8 * ulp));
}

TEST_CASE("penrose_limit: no growth where running the firm takes all managers", "[workforce]")
{
    CHECK(with(firm, {{"running", 0.12}}).fastest_growth() == 0);
    CHECK(with(firm, {{"running", 0.5}}).fastest_growth() == 0);
    CHECK(with(firm, {{"running", 0.5}, {"assimilation_time", 2}}).fastest_growth() == 0);
    CHECK(with(firm, {{"managers", 0}}).fastest_growth() == 0);
}

TEST_CASE("penrose_limit: assimilation time slows growth", "[workforce]")
{
    double before = firm.fastest_growth();
    for (const double tau : {0.1, 1.0, 10.0, 100.0}) {
        const double g = with(firm, {{"assimilation_time", tau}}).fastest_growth();
        CHECK(g < before);
        before = g;
    }
    // For large τ, 1 + g τ tends to m/a, since b g vanishes.
    CHECK_THAT(1e9 * with(firm, {{"assimilation_time", 1e9}}).fastest_growth(),
               WithinRel(0.12 / 0.08 - 1, 1e-8));
}

TEST_CASE("penrose_limit: its lag is that of a promotion chain that nobody leaves", "[workforce]")
{
    random_numbers draw(743);
    for (int i = 0; i < 100; ++i) {
        auto law                  = drawn(draw);
        law.assimilation_time     = draw.magnitude(0.01, 10);
        const double            g = law.fastest_growth();
        const promotion_chain<> chain{.assimilation_time = double{law.assimilation_time}};
        CHECK_THAT(law.managers * (1 - chain.rookie_fraction(g)),
                   WithinRel(law.running + law.integration * g, 8 * ulp));
    }
}

TEST_CASE("penrose_limit: slopes agree with differences", "[workforce]")
{
    const auto by_managers = []<class R>(const R& m) -> R {
        return penrose_limit<R>{
            .managers = m, .running = R(0.0625), .integration = R(0.25), .assimilation_time = R(2)}
            .fastest_growth();
    };
    for (const double m : {0.03, 0.0626, 0.125, 0.9})
        CHECK_THAT(slope_of_dual(by_managers, m),
                   WithinAbs(slope_of_differences(by_managers, m), slope_error));
}

TEST_CASE("penrose_limit: describes itself", "[workforce]")
{
    CHECK(wrong_in_description(firm).empty());
    CHECK(names_of(firm) ==
          std::vector<std::string>{"managers", "running", "integration", "assimilation_time"});
    CHECK(values_of(firm).back() == 0);
}

TEST_CASE("penrose_limit: refuses invalid parameters", "[workforce]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(firm, {{name, value}}); });
    };
    CHECK(refused("managers", -0.01) == "must be from 0 to 1");
    CHECK(refused("managers", 1.01) == "must be from 0 to 1");
    for (const double bad : {0.0, -1.0, infinite, std::nan("")})
        CHECK(refused("integration", bad) == "must be greater than 0 and finite");
    for (const char* name : {"running", "assimilation_time"})
        for (const double bad : {-1e-9, infinite, std::nan("")})
            CHECK(refused(name, bad) == "must be 0 or greater, and finite");
    CHECK_THAT(
        refusal_text([] { return penrose_limit<>{.managers = 2, .running = 0, .integration = 1}; }),
        ContainsSubstring("penrose_limit_test.cpp:"));
}

} // namespace penrose_limit_test
