#include <orgscale/customer/functional_silos.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <catch.hpp>
#include <constant.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/customer/single_owner.hpp>
#include <orgscale/queueing/tandem_queues.hpp>

namespace functional_silos_test {

using namespace orgscale;

namespace {

constexpr functional_silos<> typical{
    .functions = 4, .utilization = 0.75, .work_time = 0.5, .divergence = 0.125};

functional_silos<> drawn(random_numbers& draw)
{
    return {.functions   = 1 + draw.magnitude(0.01, 20),
            .utilization = draw.between(0, 0.99),
            .work_time   = draw.magnitude(1e-3, 1e3),
            .divergence  = draw.between(0, 0.9)};
}

/// C(k, k ρ) from the stationary distribution of M/M/k, term by term.
double probability_to_wait(int k, double utilization)
{
    double term = 1, below = 0;
    for (int n = 0; n < k; ++n) {
        below += term;
        term *= k * utilization / (n + 1);
    }
    const double all_busy = term / (1 - utilization);
    return all_busy / (below + all_busy);
}

} // namespace

TEST_CASE("functional_silos: the delay is that of tandem queues beyond one queue and the work",
          "[customer]")
{
    random_numbers draw(51);
    for (int i = 0; i < 200; ++i) {
        const int                k       = 1 + static_cast<int>(draw.between(0, 8));
        const double             busy    = draw.between(0, 0.99);
        const double             service = draw.magnitude(1e-3, 1e3);
        const functional_silos<> silos{
            .functions = static_cast<double>(k), .utilization = busy, .work_time = service};
        const auto of = [&](int stations) {
            const std::vector<finite_positive<double>> times(static_cast<std::size_t>(stations),
                                                             service);
            return *tandem_queues<>{.arrival_rate = busy / service, .service_times = times}.time();
        };
        // A difference of times up to a hundred service times, from a rounded rate.
        CHECK_THAT(silos.handoff_delay(1e6),
                   WithinAbs(of(k) - of(1) - (k - 1) * service,
                             8e4 * ulp * static_cast<double>(k) * service));
    }
}

TEST_CASE("functional_silos: owners who share a queue gain at least the delay, and no more at full "
          "load",
          "[customer]")
{
    for (int k = 1; k <= 12; ++k)
        for (const double busy : {0.01, 0.3, 0.8, 0.99, 0.999999}) {
            const functional_silos<> silos{
                .functions = static_cast<double>(k), .utilization = busy, .work_time = 1};
            // M/M/k with k owners, each doing all k parts: k + C/(1-ρ); silos: k/(1-ρ).
            const double waits  = probability_to_wait(k, busy);
            const double gained = (k * busy - waits) / (1 - busy);
            CHECK(silos.handoff_delay(100) <= gained * (1 + 1e-9));
            CHECK(waits <= busy * (1 + 8 * ulp));
            if (busy > 0.9999) // 1 - C is of order sqrt(k) (1 - ρ)
                CHECK_THAT(silos.handoff_delay(100), WithinRel(gained, 1e-4));
        }
}

TEST_CASE("functional_silos: decisions multiply by the traffic equations of rework", "[customer]")
{
    // λ_1 = γ + δ (λ_1 + ... + λ_{k-1}), λ_{i+1} = (1-δ) λ_i, by repeated substitution.
    for (const int k : {1, 2, 3, 5})
        for (const double diverges : {0.0, 0.1, 0.5, 0.75}) {
            double begun = 1;
            for (int round = 0; round < 20000; ++round) {
                double passed = begun, back = 0;
                for (int i = 1; i < k; ++i) {
                    back += diverges * passed;
                    passed *= 1 - diverges;
                }
                begun = 1 + back;
            }
            const functional_silos<> silos{.functions  = static_cast<double>(k),
                                           .divergence = diverges};
            // Converges by a factor of 1 - 0.25^4 per iteration.
            CHECK_THAT(silos.decision_multiple(100), WithinRel(begun, 1e-12));
        }
}

TEST_CASE("functional_silos: one function, or one person, equals a single owner exactly",
          "[customer]")
{
    random_numbers draw(52);
    for (int i = 0; i < 200; ++i) {
        auto silos = drawn(draw);
        CHECK(silos.handoff_delay(1) == single_owner<>{}.handoff_delay(1));
        CHECK(silos.decision_multiple(1) == single_owner<>{}.decision_multiple(1));
        silos.functions = 1;
        CHECK(silos.handoff_delay(1000) == 0);
        CHECK(silos.decision_multiple(1000) == 1);
    }
    CHECK(functional_silos<>{}.handoff_delay(1000) == 0);
    CHECK(functional_silos<>{}.decision_multiple(1000) == 1);
}

TEST_CASE("functional_silos: idle desks cause no delay, and agreement no rework", "[customer]")
{
    auto silos        = typical;
    silos.utilization = 0;
    CHECK(silos.handoff_delay(100) == 0);
    silos            = typical;
    silos.divergence = 0;
    CHECK(silos.decision_multiple(100) == 1);
}

TEST_CASE("functional_silos: the delay is never negative and rises with functions, load and people",
          "[customer]")
{
    random_numbers draw(53);
    for (int i = 0; i < 300; ++i) {
        const auto   silos  = drawn(draw);
        const double people = draw.magnitude(1, 100);
        const double delay  = silos.handoff_delay(people);
        CHECK(delay >= 0);
        CHECK(silos.decision_multiple(people) >= 1);
        CHECK(silos.handoff_delay(people + 1) >= delay);
        CHECK(silos.decision_multiple(people + 1) >= silos.decision_multiple(people));
        auto more      = silos;
        more.functions = silos.functions + 1;
        CHECK(more.handoff_delay(people) >= delay);
        CHECK(more.decision_multiple(people) >= silos.decision_multiple(people));
        more             = silos;
        more.utilization = 1 - 0.99 * (1 - silos.utilization);
        CHECK(more.handoff_delay(people) >= delay);
    }
}

TEST_CASE("functional_silos: with fewer people than functions, people are the functions",
          "[customer]")
{
    auto three      = typical;
    three.functions = 3;
    CHECK(typical.handoff_delay(3) == three.handoff_delay(50));
    CHECK(typical.decision_multiple(3) == three.decision_multiple(50));
    CHECK(typical.handoff_delay(4) == typical.handoff_delay(1e300));
    // 3 hand-offs, each 0.5 * 3; (8/7)^3.
    CHECK(typical.handoff_delay(4) == 4.5);
    CHECK_THAT(typical.decision_multiple(4), WithinRel(512.0 / 343, 4 * ulp));
}

TEST_CASE("functional_silos: the margin changes its sign where each function has its own people",
          "[customer]")
{
    const functional_silos<> silos{.functions = 4, .utilization = 0.5, .work_time = 1};
    CHECK(silos.handoff_delay(4) == silos.handoff_delay(5));
    CHECK(silos.margins(3.9)[0] < 0);
    CHECK(silos.margins(4)[0] == 0);
    CHECK(silos.margins(4.1)[0] > 0);
}

TEST_CASE("functional_silos: a desk is as busy as the organisation, between its bounds",
          "[customer]")
{
    auto silos                = typical;
    silos.utilization         = 0.25;
    silos.largest_utilization = 0.75;
    CHECK(silos.busy(0) == 0.25);
    CHECK(silos.busy(0.5) == 0.5);
    CHECK(silos.busy(7) == 0.75);
    // As with a constant utilization of that much.
    for (const double load : {0.0, 0.1, 0.5, 0.9, 7.0}) {
        auto same        = typical;
        same.utilization = silos.busy(load);
        CHECK(silos.handoff_delay(100, load) == same.handoff_delay(100));
    }
    // The constant is the default, whatever the load.
    for (const double load : {0.0, 0.5, 1e300, infinity<double>()}) {
        CHECK(typical.handoff_delay(100, load) == typical.handoff_delay(100));
        CHECK(typical.margins(100, load) == std::array{1.0, 1.0});
    }
    CHECK(silos.margins(100, 0.25)[0] == 0);
    CHECK(silos.margins(100, 0.75)[1] == 0);
    CHECK(silos.margins(100, 0.5) == std::array{0.25, -0.25});
}

TEST_CASE("functional_silos: slopes agree with differences", "[customer]")
{
    const auto by_people = []<class R>(const R& n) -> R {
        const functional_silos<R> silos{
            .functions = R(4), .utilization = R(0.75), .work_time = R(0.5), .divergence = R(0.125)};
        return silos.handoff_delay(n) + silos.decision_multiple(n);
    };
    for (const double people : {1.5, 3.0, 10.0}) // away from the kinks at 1 and 4
        CHECK_THAT(slope_of_dual(by_people, people),
                   WithinAbs(slope_of_differences(by_people, people), slope_error));
    const auto by_divergence = []<class R>(const R& diverges) -> R {
        return functional_silos<R>{.functions = R(4), .divergence = diverges}.decision_multiple(
            R(9));
    };
    for (const double diverges : {0.01, 0.3, 0.7})
        CHECK_THAT(slope_of_dual(by_divergence, diverges),
                   WithinRel(slope_of_differences(by_divergence, diverges), slope_error));
    // 3 hand-offs at δ = 0, where the power must not lose its slope.
    const functional_silos<tangent> barely{.functions  = tangent(4),
                                           .divergence = tangent::variable(0)};
    CHECK(barely.decision_multiple(tangent(9)).slope() == 3);
}

TEST_CASE("functional_silos: describes itself", "[customer]")
{
    CHECK(wrong_in_description(typical).empty());
    CHECK(names_of(typical) == std::vector<std::string>{"functions", "utilization", "work_time",
                                                        "divergence", "largest_utilization"});
    CHECK(values_of(typical) == std::vector<double>{4, 0.75, 0.5, 0.125, 0});
}

TEST_CASE("functional_silos: refuses a utilization of 1 and a divergence of 1", "[customer]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(typical, {{name, value}}); });
    };
    for (const char* name : {"utilization", "divergence", "largest_utilization"})
        for (const double bad : {1.0, -0.1, std::nan("")})
            CHECK(refused(name, bad) == "must be 0 or greater and less than 1");
    for (const double bad : {0.9, 0.0, std::nan(""), infinity<double>()})
        CHECK(refused("functions", bad) == "must be 1 or greater, and finite");
    for (const double bad : {-1.0, std::nan(""), infinity<double>()})
        CHECK(refused("work_time", bad) == "must be 0 or greater, and finite");
    CHECK_THAT(refusal_text([] { return functional_silos<>{.utilization = 1}; }),
               ContainsSubstring("functional_silos_test.cpp:"));
    STATIC_REQUIRE_FALSE(constant<decltype([] { return functional_silos<>{.utilization = 1}; })>);
}

} // namespace functional_silos_test
