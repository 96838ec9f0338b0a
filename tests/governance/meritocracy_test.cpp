#include <orgscale/governance/meritocracy.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <constant.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace meritocracy_test {

using namespace orgscale;

namespace {

/// A possible direction of effort, in a plane, and its probability.
struct direction {
    double x, y, chance;
};

/// The mean square length of the mean of n efforts: a sum over all outcomes.
double mean_square(const std::vector<direction>& ways, int n, double x = 0, double y = 0,
                   double chance = 1, int drawn = 0)
{
    if (drawn == n) return chance * (x * x + y * y) / (n * n);
    double sum = 0;
    for (const auto& way : ways)
        sum += mean_square(ways, n, x + way.x, y + way.y, chance * way.chance, drawn + 1);
    return sum;
}

} // namespace

TEST_CASE("meritocracy: effort is the length of the mean vector, on a line", "[governance]")
{
    // Forward with probability (1+a)/2, otherwise backward: the resultant is a.
    for (const double a : {0.0, 0.3, 0.8, 1.0}) {
        const std::vector<direction> ways{{1, 0, (1 + a) / 2}, {-1, 0, (1 - a) / 2}};
        const meritocracy<>          team{.alignment = a};
        for (int n = 1; n <= 10; ++n) // up to 1024 terms, so 1024 roundings at most
            CHECK_THAT(team.realized_effort(n),
                       WithinRel(std::sqrt(mean_square(ways, n)), 1024 * ulp));
    }
}

TEST_CASE("meritocracy: effort is the length of the mean vector, in a plane", "[governance]")
{
    random_numbers draw(11);
    for (int i = 0; i < 20; ++i) {
        std::vector<direction> ways;
        double                 total = 0;
        for (int k = 0; k < 4; ++k) {
            const double angle = draw.between(0, 6.283);
            ways.push_back({std::cos(angle), std::sin(angle), draw.between(0, 1)});
            total += ways.back().chance;
        }
        double x = 0;
        double y = 0;
        for (auto& way : ways) {
            way.chance /= total;
            x += way.chance * way.x;
            y += way.chance * way.y;
        }
        const meritocracy<> team{.alignment = std::hypot(x, y)};
        for (int n = 1; n <= 6; ++n) // up to 4096 terms, so 4096 roundings at most
            CHECK_THAT(team.realized_effort(n),
                       WithinRel(std::sqrt(mean_square(ways, n)), 4096 * ulp));
    }
}

TEST_CASE("meritocracy: without shared values, effort grows as the square root of people",
          "[governance]")
{
    const meritocracy<> crowd{.alignment = 0};
    for (const double n : {1.0, 4.0, 100.0, 1e10})
        CHECK_THAT(n * crowd.realized_effort(n), WithinRel(std::sqrt(n), 2 * ulp));
}

TEST_CASE("meritocracy: with full alignment, all effort adds up", "[governance]")
{
    for (const double n : {1.0, 4.0, 100.0, 1e10}) CHECK(meritocracy<>{}.realized_effort(n) == 1);
}

TEST_CASE("meritocracy: the effort of one person is never lost", "[governance]")
{
    random_numbers draw(12);
    for (int i = 0; i < 200; ++i)
        CHECK_THAT(meritocracy<>{.alignment = draw.between(0, 1)}.realized_effort(1),
                   WithinRel(1, ulp));
}

TEST_CASE("meritocracy: peers take time until the circle is full", "[governance]")
{
    const meritocracy<> team{.peers = 5, .time_per_peer = 0.0625};
    CHECK(team.productive_share(1) == 1);
    CHECK(team.productive_share(3) == 1 - 2 * 0.0625);
    CHECK(team.productive_share(6) == 1 - 5 * 0.0625);
    CHECK(team.productive_share(7) == 1 - 5 * 0.0625);
    CHECK(team.productive_share(1e9) == 1 - 5 * 0.0625);
}

TEST_CASE("meritocracy: a circle that is not full is Brooks's law", "[governance]")
{
    // Brooks (1975): n (n-1)/2 channels, each of which takes the time of both ends.
    const meritocracy<> team{.peers = 50, .time_per_peer = 0.01};
    for (int n = 1; n <= 51; ++n) {
        const double channels = n * (n - 1) / 2.0;
        CHECK_THAT(n * (1 - team.productive_share(n)), WithinAbs(2 * channels * 0.01, 1e-13 * n));
        // 1 - share cancels: an absolute rounding error per person
    }
}

TEST_CASE("meritocracy: people make autonomous decisions, the core the rest", "[governance]")
{
    random_numbers draw(13);
    for (int i = 0; i < 500; ++i) {
        const double        u  = draw.between(0.001, 0.999);
        const double        mu = draw.magnitude(0.01, 100);
        const double        c  = draw.magnitude(0.01, 1e5);
        const double        n  = draw.magnitude(1, 1e6);
        const meritocracy<> team{.autonomy = u, .decisions_per_person = mu, .core_decisions = c};
        const double        settled = team.decision_capacity(n);
        // Of D decisions, u D are made by n people at mu each, (1-u) D by the core.
        CHECK(u * settled <= n * mu * (1 + 4 * ulp));
        CHECK((1 - u) * settled <= c * (1 + 4 * ulp));
        CHECK(std::max(u * settled / (n * mu), (1 - u) * settled / c) == Approx(1).epsilon(4 * ulp));
    }
}

TEST_CASE("meritocracy: with full autonomy the core does not matter", "[governance]")
{
    const meritocracy<> team{.autonomy = 1, .decisions_per_person = 3, .core_decisions = 7};
    CHECK(team.decision_capacity(1000) == 3000);
    CHECK(team.decision_capacity(1) == 3);
}

TEST_CASE("meritocracy: without autonomy only the core decides", "[governance]")
{
    const meritocracy<> team{.autonomy = 0, .decisions_per_person = 3, .core_decisions = 7};
    CHECK(team.decision_capacity(1000) == 7);
    CHECK(team.decision_capacity(1) == 7);
}

TEST_CASE("meritocracy: infinite capacities do not limit", "[governance]")
{
    for (const double u : {0.0, 0.5, 1.0}) {
        CHECK(meritocracy<>{.autonomy = u}.decision_capacity(1) == infinite);
        CHECK(meritocracy<>{.autonomy = u}.decision_capacity(1e9) == infinite);
    }
    CHECK(meritocracy<>{.autonomy = 0.5, .decisions_per_person = 3}.decision_capacity(10) == 60);
    CHECK(meritocracy<>{.autonomy = 0.5, .core_decisions = 3}.decision_capacity(10) == 6);
    CHECK(meritocracy<>{.autonomy = 0, .decisions_per_person = 3}.decision_capacity(10) == infinite);
    CHECK(meritocracy<>{.autonomy = 1, .core_decisions = 3}.decision_capacity(10) == infinite);
}

TEST_CASE("meritocracy: decisions that need the core cap the capacity", "[governance]")
{
    // Amdahl's law: with nine tenths autonomous, ten times the core's capacity, at any size.
    const meritocracy<> team{.autonomy = 0.9, .decisions_per_person = 1, .core_decisions = 4};
    CHECK_THAT(team.decision_capacity(1e9), WithinRel(40, 4 * ulp));
    CHECK(team.decision_capacity(1e12) == team.decision_capacity(1e9));
}

TEST_CASE("meritocracy: at the best autonomy, people and core are both fully loaded", "[governance]")
{
    random_numbers draw(14);
    for (int i = 0; i < 100; ++i) {
        const double mu = draw.magnitude(0.01, 100);
        const double c  = draw.magnitude(0.01, 1e5);
        const double n  = draw.magnitude(1, 1e6);
        const auto   of = [&](double u) {
            return meritocracy<>{.autonomy = u, .decisions_per_person = mu, .core_decisions = c};
        };
        const double best = of(0.5).best_autonomy(n);
        CHECK_THAT(best, WithinRel(n * mu / (c + n * mu), 4 * ulp));
        // Derived: the organisation then makes C + n mu decisions. Near u = 1, 1 - u cancels.
        CHECK_THAT(of(best).decision_capacity(n), WithinRel(c + n * mu, 4 * ulp / (1 - best)));
        for (double u = 0; u <= 1; u += 1.0 / 64)
            CHECK(of(u).decision_capacity(n) <= (c + n * mu) * (1 + 8 * ulp / (1 - best)));
    }
}

TEST_CASE("meritocracy: the best autonomy favours the unlimited side", "[governance]")
{
    CHECK(meritocracy<>{.decisions_per_person = 3}.best_autonomy(10) == 0);
    CHECK(meritocracy<>{.core_decisions = 3}.best_autonomy(10) == 1);
    CHECK(std::isnan(meritocracy<>{}.best_autonomy(10)));
}

TEST_CASE("meritocracy: routed decisions take one more hop per power of peers", "[governance]")
{
    const meritocracy<> team{.autonomy = 0.75, .peers = 10, .time_per_hop = 2};
    CHECK(team.decision_delay(1) == 0);
    for (int hops = 1; hops <= 9; ++hops)
        CHECK_THAT(team.decision_delay(std::pow(10, hops)), WithinRel(2 * 0.25 * hops, 8 * ulp));
}

TEST_CASE("meritocracy: autonomous decisions have no delay", "[governance]")
{
    CHECK(meritocracy<>{.autonomy = 1, .time_per_hop = 2}.decision_delay(1e9) == 0);
    CHECK(meritocracy<>{.autonomy = 0, .time_per_hop = 0}.decision_delay(1e9) == 0);
}

TEST_CASE("meritocracy: with defaults it is frictionless", "[governance]")
{
    constexpr meritocracy<> team;
    for (const double n : {1.0, 2.0, 150.0, 1e9}) {
        CHECK(team.productive_share(n) == 1);
        CHECK(team.realized_effort(n) == 1);
        CHECK(team.decision_capacity(n) == infinite);
        CHECK(team.decision_delay(n) == 0);
        CHECK(decision_quality(team, n) == 1);
    }
    CHECK(team.unbounded().effort == 1);
    CHECK(team.unbounded().decisions_per_person == infinite);
    CHECK(team.unbounded().decision_delay == 0);
}

TEST_CASE("meritocracy: the limits for unbounded size agree with a huge network", "[governance]")
{
    const meritocracy<> free{.alignment            = 0.75,
                             .autonomy             = 1,
                             .peers                = 6,
                             .time_per_peer        = 0.0625,
                             .decisions_per_person = 3,
                             .core_decisions       = 9,
                             .time_per_hop         = 2};
    const double        n   = 1e18; // where (1-a^2)/n is below rounding of a^2
    const auto          far = free.unbounded();
    CHECK_THAT(far.effort, WithinRel(free.productive_share(n) * free.realized_effort(n), 4 * ulp));
    CHECK(far.effort == (1 - 6 * 0.0625) * 0.75);
    CHECK_THAT(far.decisions_per_person, WithinRel(free.decision_capacity(n) / n, 4 * ulp));
    CHECK(far.decision_delay == free.decision_delay(n));
}

TEST_CASE("meritocracy: with an unlimited core, people's decisions remain", "[governance]")
{
    const auto          u = GENERATE(0.25, 0.5, 1.0);
    const meritocracy<> team{.autonomy = u, .decisions_per_person = 3};
    CHECK_THAT(team.unbounded().decisions_per_person,
               WithinRel(team.decision_capacity(1e15) / 1e15, 4 * ulp));
    CHECK(meritocracy<>{.autonomy = 0, .decisions_per_person = 3}.unbounded().decisions_per_person ==
          infinite);
}

TEST_CASE("meritocracy: with a limited core, decisions per person tend to 0", "[governance]")
{
    const auto          u = GENERATE(0.0, 0.5, 0.999999);
    const meritocracy<> team{.autonomy = u, .decisions_per_person = 3, .core_decisions = 9};
    CHECK(team.unbounded().decisions_per_person == 0);
    CHECK(team.decision_capacity(1e18) / 1e18 < 1e-10);
    CHECK(meritocracy<>{.autonomy = u, .core_decisions = 9}.unbounded().decisions_per_person == 0);
}

TEST_CASE("meritocracy: the delay of routed decisions is unbounded", "[governance]")
{
    CHECK(meritocracy<>{.autonomy = 0.5, .time_per_hop = 2}.unbounded().decision_delay == infinite);
    CHECK(meritocracy<>{.autonomy = 0.5, .time_per_hop = 0}.unbounded().decision_delay == 0);
    CHECK(meritocracy<>{.autonomy = 1, .time_per_hop = 2}.unbounded().decision_delay == 0);
}

TEST_CASE("meritocracy: margins change their signs where the formulas change", "[governance]")
{
    const meritocracy<> team{.autonomy             = 0.75,
                             .peers                = 4,
                             .time_per_peer        = 0.125,
                             .decisions_per_person = 2,
                             .core_decisions       = 10};
    // The circle is full from 5 people on; 15 people decide 40 in all by themselves, as the core does.
    CHECK(team.margins(4.99)[0] < 0);
    CHECK(team.margins(5.01)[0] > 0);
    CHECK(team.decision_capacity(15) == 40);
    CHECK(team.margins(14.99)[1] > 0);
    CHECK(team.margins(15)[1] == 0);
    CHECK(team.margins(15.01)[1] < 0);
    for (const double people : {1.0, 5.0, 1e9}) {
        CHECK(meritocracy<>{}.margins(people) == std::array{1.0, 1.0});
        CHECK(meritocracy<>{.core_decisions = 10}.margins(people)[1] == 1);
        CHECK(meritocracy<>{.decisions_per_person = 2}.margins(people)[1] == 1);
    }
}

TEST_CASE("meritocracy: slopes agree with differences", "[governance]")
{
    const auto all = [](const auto& n, const auto& a, const auto& u) {
        using R = std::remove_cvref_t<decltype(n)>;
        const meritocracy<R> team{.alignment            = a,
                                  .autonomy             = u,
                                  .peers                = 6,
                                  .time_per_peer        = R(0.0625),
                                  .decisions_per_person = 3,
                                  .core_decisions       = 40,
                                  .time_per_hop         = 2};
        return R(team.productive_share(n) + team.realized_effort(n) + team.decision_capacity(n) +
                 team.decision_delay(n));
    };
    const auto by_people   = [&]<class R>(const R& x) { return all(x, R(0.5), R(0.75)); };
    const auto by_shared   = [&]<class R>(const R& x) { return all(R(30), x, R(0.75)); };
    const auto by_autonomy = [&]<class R>(const R& x) { return all(R(30), R(0.5), x); };
    // A sum of four terms of similar size, each with a few roundings.
    for (const double n : {1.5, 5.0, 30.0, 1e6})
        CHECK_THAT(slope_of_dual(by_people, n),
                   WithinRel(slope_of_differences(by_people, n), slope_error));
    for (const double a : {0.01, 0.5, 0.99})
        CHECK_THAT(slope_of_dual(by_shared, a),
                   WithinRel(slope_of_differences(by_shared, a), slope_error));
    for (const double u : {0.01, 0.5, 0.9})
        CHECK_THAT(slope_of_dual(by_autonomy, u),
                   WithinRel(slope_of_differences(by_autonomy, u), slope_error));
}

TEST_CASE("meritocracy: derivatives are finite at both ends of autonomy", "[governance]")
{
    const auto capacity = [](double u) {
        return meritocracy<tangent>{
            .autonomy = tangent::variable(u), .decisions_per_person = 3, .core_decisions = 40}
            .decision_capacity(10);
    };
    CHECK(capacity(1).slope() == -30); // n mu/u
    CHECK(capacity(0).slope() == 40);  // C/(1-u)
}

TEST_CASE("meritocracy: describes itself", "[governance]")
{
    const meritocracy<> team{.alignment            = 0.8,
                             .autonomy             = 0.9,
                             .peers                = 6,
                             .time_per_peer        = 0.02,
                             .decisions_per_person = 3,
                             .core_decisions       = 40,
                             .time_per_hop         = 0.1};
    CHECK(wrong_in_description(team).empty());
    CHECK(names_of(team) == std::vector<std::string>{"alignment", "autonomy", "peers",
                                                     "time_per_peer", "decisions_per_person",
                                                     "core_decisions", "time_per_hop"});
    CHECK(values_of(team) == std::vector<double>{0.8, 0.9, 6, 0.02, 3, 40, 0.1});
}

TEST_CASE("meritocracy: refuses invalid parameters", "[governance]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(meritocracy<>{}, {{name, value}}); });
    };
    CHECK(refused("alignment", 1.01) == "must be from 0 to 1");
    CHECK(refused("alignment", -0.01) == "must be from 0 to 1");
    CHECK(refused("autonomy", 1.01) == "must be from 0 to 1");
    CHECK(refused("autonomy", -0.01) == "must be from 0 to 1");
    CHECK(refused("peers", 1) == "must be greater than 1 and finite");
    CHECK(refused("peers", infinite) == "must be greater than 1 and finite");
    CHECK(refused("time_per_peer", -0.01) == "must be 0 or greater, and finite");
    CHECK(refused("decisions_per_person", 0) == "must be greater than 0");
    CHECK(refused("core_decisions", 0) == "must be greater than 0");
    CHECK(refused("time_per_hop", -1) == "must be 0 or greater, and finite");
    CHECK(refused("time_per_hop", infinite) == "must be 0 or greater, and finite");
    CHECK(refused("decisions_per_person", infinite) == "nothing was refused");
    CHECK(refused("core_decisions", infinite) == "nothing was refused");
}

TEST_CASE("meritocracy: refuses peers who take all working time", "[governance]")
{
    const auto of = [](double time) {
        return [time] { return meritocracy<>{.peers = 4, .time_per_peer = time}; };
    };
    CHECK(refused_by(of(0.25)) == "time_per_peer * peers must be less than 1");
    CHECK(refused_by(of(0.3)) == "time_per_peer * peers must be less than 1");
    CHECK(refused_by(of(0.249)) == "nothing was refused");
    CHECK_THAT(refusal_text(of(0.3)), ContainsSubstring("meritocracy_test.cpp:"));
    STATIC_REQUIRE_FALSE(
        constant<decltype([] { return meritocracy<>{.peers = 4, .time_per_peer = 0.3}; })>);
}

TEST_CASE("meritocracy: capacity at both ends of autonomy is a constant expression", "[governance]")
{
    constexpr meritocracy<> free{.autonomy = 1, .decisions_per_person = 3, .core_decisions = 50};
    constexpr meritocracy<> asked{.autonomy = 0, .decisions_per_person = 3, .core_decisions = 50};
    STATIC_REQUIRE(free.decision_capacity(10) == 30);
    STATIC_REQUIRE(asked.decision_capacity(10) == 50);
}

} // namespace meritocracy_test
