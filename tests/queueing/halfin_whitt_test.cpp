#include <orgscale/queueing/halfin_whitt.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/queueing/erlang_c.hpp>

namespace halfin_whitt_test {

using namespace orgscale;

namespace {

/// α by the printed formula, with the standard error function.
double as_printed(double margin)
{
    const double density = std::exp(-margin * margin / 2) / std::sqrt(2 * std::acos(-1.0));
    const double below   = std::erfc(-margin / std::sqrt(2.0)) / 2;
    return 1 / (1 + margin * below / density);
}

} // namespace

TEST_CASE("halfin_whitt: agrees with the printed formula", "[queueing]")
{
    random_numbers draw(531);
    for (int i = 0; i < 1000; ++i) {
        const double margin = draw.magnitude(1e-9, 37);
        // e^{β²/2} carries a rounding for each unit of its exponent, on both sides.
        CHECK_THAT(halfin_whitt<>{.margin = margin}.delay_probability(),
                   WithinRel(as_printed(margin), (16 + 2 * margin * margin) * ulp));
    }
}

TEST_CASE("halfin_whitt: derived numbers, forwards and backwards", "[queueing]")
{
    // To the digits shown, by the formula with erfc and by its inverse.
    struct pair {
        double margin, delayed;
    };
    for (const auto& [margin, delayed] :
         {pair{0.1, 0.8803}, {0.5, 0.5045}, {1, 0.2234}, {1.5, 0.0847}, {2, 0.0269}}) {
        CHECK_THAT(halfin_whitt<>{.margin = margin}.delay_probability(), WithinAbs(delayed, 5e-5));
        CHECK_THAT(as_printed(margin), WithinAbs(delayed, 5e-5));
    }
    for (const auto& [margin, delayed] : {pair{2.3749, 0.01},
                                          {1.7398, 0.05},
                                          {1.4202, 0.1},
                                          {1.0615, 0.2},
                                          {0.5061, 0.5},
                                          {0.1728, 0.8}}) {
        const auto rule = halfin_whitt<>::with_delay_probability(delayed);
        REQUIRE(rule);
        CHECK_THAT(rule->margin, WithinAbs(margin, 5e-5));
        CHECK_THAT(as_printed(rule->margin), WithinRel(delayed, 1e-14));
    }
}

TEST_CASE("halfin_whitt: with_delay_probability inverts delay_probability", "[queueing]")
{
    random_numbers draw(532);
    for (int i = 0; i < 300; ++i) {
        const double delayed = draw.one_in(2) ? draw.magnitude(1e-300, 1)
                                              : 1 - draw.magnitude(1e-14, 1);
        const auto   rule    = halfin_whitt<>::with_delay_probability(delayed);
        REQUIRE(rule);
        // A rounding error of β is amplified by β² in α.
        const double beta = rule->margin;
        CHECK_THAT(rule->delay_probability(), WithinRel(delayed, (32 + 8 * beta * beta) * ulp));
    }
    CHECK_FALSE(halfin_whitt<>::with_delay_probability(0));
    CHECK_FALSE(halfin_whitt<>::with_delay_probability(1));
}

TEST_CASE("halfin_whitt: erlang_c converges to it as 1/sqrt(a), from above", "[queueing]")
{
    for (const double margin : {0.1, 0.5, 0.88, 1.5, 3.0}) {
        const halfin_whitt<> rule{.margin = margin};
        double               last = 0;
        for (const double load : {1.0, 1e2, 1e4, 1e6}) {
            const erlang_c<> queue{
                .arrival_rate = load, .service_time = 1, .servers = rule.servers(load)};
            const double beyond = *queue.delay_probability() - rule.delay_probability();
            CHECK(beyond > 0);
            CHECK(beyond < 0.142 / std::sqrt(load));
            if (load > 1e4) CHECK_THAT(last / beyond, WithinRel(10, 0.03)); // 100 times the load
            last = beyond;
        }
    }
}

TEST_CASE("halfin_whitt: margins for a delay probability of a fifth", "[queueing]")
{
    // The exact least numbers are 3, 14, 111 and 1034.
    const auto rule = halfin_whitt<>::with_delay_probability(0.2);
    CHECK_THAT(rule->servers(1), WithinAbs(2.06, 5e-3));
    CHECK_THAT(rule->servers(10), WithinAbs(13.36, 5e-3));
    CHECK_THAT(rule->servers(100), WithinAbs(110.6, 5e-2));
    CHECK_THAT(rule->servers(1000), WithinAbs(1033.6, 5e-2));
    const auto delayed = [](double load, double servers) {
        return *erlang_c<>{.arrival_rate = load, .service_time = 1, .servers = servers}
                    .delay_probability();
    };
    CHECK((delayed(1, 3) <= 0.2 && delayed(1, 2) > 0.2));
    CHECK((delayed(10, 14) <= 0.2 && delayed(10, 13) > 0.2));
    CHECK((delayed(100, 111) <= 0.2 && delayed(100, 110) > 0.2));
    CHECK((delayed(1000, 1034) <= 0.2 && delayed(1000, 1033) > 0.2));
}

TEST_CASE("halfin_whitt: has its limits at extreme margins", "[queueing]")
{
    CHECK(halfin_whitt<>{.margin = 1e-300}.delay_probability() == 1);
    CHECK(halfin_whitt<>{.margin = 37}.delay_probability() > 0);
    CHECK(halfin_whitt<>{.margin = 1e300}.delay_probability() == 0);
    CHECK_THAT(halfin_whitt<>{.margin = 1e-9}.delay_probability(),
               WithinRel(1 - 1e-9 * std::sqrt(std::acos(-1.0) / 2), ulp));
}

TEST_CASE("halfin_whitt: slopes agree with differences", "[queueing]")
{
    const auto forth = []<class R>(const R& beta) -> R {
        return halfin_whitt<R>{.margin = beta}.delay_probability();
    };
    const auto back = []<class R>(const R& alpha) -> R {
        return halfin_whitt<R>::with_delay_probability(alpha)->margin;
    };
    for (const double beta : {0.1, 1.0, 3.0, 7.0})
        CHECK_THAT(slope_of_dual(forth, beta),
                   WithinRel(slope_of_differences(forth, beta), slope_error));
    for (const double alpha : {0.01, 0.2, 0.9})
        CHECK_THAT(slope_of_dual(back, alpha),
                   WithinRel(slope_of_differences(back, alpha), slope_error));
}

TEST_CASE("halfin_whitt: describes itself and refuses a margin out of range", "[queueing]")
{
    const halfin_whitt<> rule{.margin = 1};
    CHECK(wrong_in_description(rule).empty());
    CHECK(names_of(rule) == std::vector<std::string>{"margin"});
    for (const double bad : {0.0, -1.0, infinite, std::nan("")})
        CHECK(refused_by([=] { return halfin_whitt<>{.margin = bad}; }) ==
              "must be greater than 0 and finite");
    CHECK(refused_by([] { return halfin_whitt<>::with_delay_probability(2); }) ==
          "must be from 0 to 1");
    CHECK_THAT(refusal_text([] { return halfin_whitt<>{.margin = -1}; }),
               ContainsSubstring("halfin_whitt_test.cpp:"));
}

} // namespace halfin_whitt_test
