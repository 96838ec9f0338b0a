#include <orgscale/compare/levers.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>

#include <orgscale/compare/crossover.hpp>
#include <orgscale/compare/growth_order.hpp>
#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/logistic.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/growth/universal_scalability.hpp>
#include <orgscale/solve/reach.hpp>
#include <orgscale/solve/solve.hpp>

#include "catch.hpp"
#include "laws_with_slopes.hpp"
#include "refusal.hpp"

namespace levers_test {

using namespace orgscale;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// Demand is 1; decisions recover to d above 0.95 of it at the peak, and fall again.
template <class Real>
struct passing_recovery {
    using real_type  = Real;
    using state_type = typename capped_growth<Real>::state_type;
    using rates      = typename capped_growth<Real>::rates;
    using limit      = typename capped_growth<Real>::limit;

    positive<Real>     bend;     ///< b, decide = 0.95 + d - b (t - p)²
    positive<Real>     peak;     ///< p
    non_negative<Real> above{0}; ///< d

    rates limits(const Real& t, const state_type&) const
    {
        return {Real(1), Real(0.95) + above - bend * (t - peak) * (t - peak)};
    }
    limit bottleneck(const Real& t, const state_type& x) const
    {
        return limits(t, x).decide < limits(t, x).sell ? limit::decide : limit::sell;
    }
    state_type derivative(const Real& t, const state_type& x) const
    {
        return {least(limits(t, x).sell, limits(t, x).decide)};
    }
    static constexpr auto parameters()
    {
        return description{parameter{"bend", "b", "1/time³", "", &passing_recovery::bend},
                           parameter{"peak", "p", "time", "", &passing_recovery::peak},
                           parameter{"above", "d", "1/time", "", &passing_recovery::above}};
    }
};

const linear_growth<hierarchy> firm{.governance           = {.span_of_control       = 7,
                                                             .control_retention     = 0.95,
                                                             .escalation            = 0.6,
                                                             .decisions_per_manager = 60,
                                                             .time_per_level        = 0.1},
                                    .sales_rate           = 20,
                                    .sales_per_person     = 0.5,
                                    .hiring_rate          = 30,
                                    .customers_per_person = 20,
                                    .hiring_share         = 0.03,
                                    .attrition            = 0.01,
                                    .churn                = 0.01};

constexpr growth_state<> start{.people = 10, .customers = 40};

template <class Ranked>
auto named(const Ranked& ranked, const std::string& name)
{
    const auto at = std::find_if(ranked.by_effect.begin(), ranked.by_effect.end(),
                                 [&](const auto& one) { return one.name == name; });
    REQUIRE(at != ranked.by_effect.end());
    return *at;
}

/// A run's error: ten times the tolerance of 1e-9 of a step (solve.hpp); and ten times that behind a kink,
/// where the estimate of a step's error misses some of it, or where a slope is larger than its number.
constexpr double of_run = 1e-8, of_kink = 1e-7;

constexpr auto wall_of = [](const auto& model, const auto& from) {
    return scaling_wall(model, from, {.to = 240});
};

} // namespace

TEST_CASE("levers: a wall's date has the derivatives of its closed form", "[compare]")
{
    // c = c0 e^(s t) until s c = d, then a line; the wall of shortfall f where s c = d/(1-f):
    // t = ln(d/(s c0))/s + (1/(1-f) - 1)/s.  dt/dd = 1/(s d), dt/ds = -(t + 1/s)/s
    const double s = 0.1, d = 50, c0 = 20;
    const double t = std::log(d / (s * c0)) / s + (1 / 0.95 - 1) / s;
    const auto   found =
        levers(capped_growth<double>{s, d}, capped_growth<double>::state_type{c0}, wall_of);
    REQUIRE(found.answer);
    CHECK_THAT(*found.answer, WithinRel(t, of_run));
    CHECK_THAT(*named(found, "decisions").slope, WithinRel(1 / (s * d), of_kink));
    CHECK_THAT(*named(found, "share").slope, WithinRel(-(t + 1 / s) / s, of_kink));
    CHECK_THAT(*named(found, "share").elasticity, WithinRel(-(t + 1 / s) / t, of_kink));
    CHECK_THAT(*named(found, "share").moved_by(0.1), WithinRel(-0.1 * (t + 1 / s), of_kink));
    CHECK(found.by_effect[0].name == "share");
    CHECK(found.differentiable());
}

TEST_CASE("levers: a wall at which the inflow only touches demand has a date but no derivative",
          "[compare]")
{
    const auto found = levers(passing_recovery<double>{0.01, 5},
                              passing_recovery<double>::state_type{10}, wall_of);
    REQUIRE(found.answer);
    // A touch is told from the numbers beside it by a square: to half of the digits.
    CHECK_THAT(*found.answer, WithinAbs(5, 1e-6));
    REQUIRE(found.by_effect.size() == 3);
    CHECK(!found.differentiable());
    // A little better than that it is crossed, and has one: 0.95 + d - b (t - p)² = 0.95.
    const double d = 0.01, b = 0.01;
    const auto   crossed = levers(passing_recovery<double>{b, 5, d},
                                  passing_recovery<double>::state_type{10}, wall_of);
    REQUIRE(crossed.answer);
    CHECK_THAT(*crossed.answer, WithinRel(5 + std::sqrt(d / b), 1e-12));
    CHECK_THAT(*named(crossed, "peak").slope, WithinRel(1.0, 1e-12));
    CHECK_THAT(*named(crossed, "bend").slope, WithinRel(-std::sqrt(d / b) / (2 * b), 1e-12));
}

TEST_CASE("levers: if all rates double and all times halve, so does the date of a wall", "[compare]")
{
    // Euler's theorem: elasticities of times less those of rates sum to 1.
    const auto found = levers(firm, start, wall_of);
    REQUIRE(found.answer);
    double sum = 0;
    for (const auto& one : found.by_effect) {
        const std::string unit = one.unit;
        if (unit == "time") sum += *one.elasticity;
        if (unit.ends_with("/time")) sum -= *one.elasticity;
    }
    CHECK_THAT(sum,
               WithinAbs(1, 1e-6)); // eighteen of them, each to some ten times 1e-9 of its kinks

    // The strongest comes first.
    for (std::size_t i = 1; i < found.by_effect.size(); ++i)
        CHECK(std::abs(found.by_effect[i - 1].moved_by(1).value()) >=
              std::abs(found.by_effect[i].moved_by(1).value()));
}

TEST_CASE("levers: agree with differences between runs", "[compare]")
{
    const auto found = levers(firm, start, wall_of);
    REQUIRE(found.answer);
    std::size_t compared = 0;
    for (const auto& one : found.by_effect) {
        if (one.value == 0) continue;
        ++compared;
        REQUIRE(one.slope);
        const auto date = [&](double by) {
            const auto other = with(firm, {{one.name.c_str(), one.value * (1 + by)}});
            return scaling_wall(other, start, {.to = 240, .relative = 1e-13, .absolute = 1e-13})
                ->time;
        };
        const double difference = (date(1e-4) - date(-1e-4)) / 2e-4;
        // of order 1e-8 by its step, of 1e-9 times 1e4 by what is left of the runs' errors
        CHECK_THAT(*one.moved_by(1), WithinAbs(difference, 1e-4 * *found.answer));
        if (std::abs(difference) > 1) CHECK_THAT(*one.moved_by(1), WithinRel(difference, 1e-4));
    }
    CHECK(compared ==
          15); // 12 stated above, and 3 that are 1 by default; the others are 0 or infinite
}

TEST_CASE("levers: of a closed form, an optional answer and a date of an event", "[compare]")
{
    const logistic<> law{.growth_rate = 0.5, .ceiling = 1000};
    const auto       half = levers(law, [](const auto& other) { return other.inflection(10); });
    CHECK_THAT(*half.answer, WithinRel(std::log(99.0) / 0.5, 1e-14));
    CHECK_THAT(*named(half, "growth_rate").elasticity, WithinRel(-1.0, 1e-14));
    CHECK_THAT(*named(half, "ceiling").slope, WithinRel(1 / (0.5 * 990), 1e-14)); // 1/(r (K - N))

    const auto met = levers(law, [](const auto& other) {
        const auto run =
            solve(other, 10, {.to = 30}, when([](const auto&, const auto& x) { return x - 500; }));
        return run.events().at(0);
    });
    // N = 500 at ln((K/10 - 1)/(K/500 - 1))/r: d/dK = (1/(K - 10) - 1/(K - 500))/r
    CHECK_THAT(*named(met, "ceiling").slope, WithinRel((1.0 / 990 - 1.0 / 500) / 0.5, of_run));

    const auto none = levers(law, [](const auto& other) { return other.inflection(2000); });
    CHECK(!none.answer);
    CHECK(none.by_effect.empty());
    CHECK(!none.differentiable());
}

TEST_CASE("levers: equal ones are in the order of their names", "[compare]")
{
    const universal_scalability<> law{.contention = 0.25, .coherency = 0.25};
    const auto                    tied =
        levers(law, [](const auto& other) { return other.contention + other.coherency; });
    CHECK(tied.by_effect[0].name == "coherency");
    CHECK(tied.by_effect[1].name == "contention");
}

TEST_CASE("levers: of a crossover", "[compare]")
{
    // a e^(r t) overtakes b at e^(g t): t = ln(b/a)/(r - g)
    const power_law<double> slow{.factor = 0.1, .exponent = 1};
    const auto              found = levers(slow, [](const auto& other) {
        using number = typename std::remove_cvref_t<decltype(other)>::real_type;
        const power_law<number> fast{.factor = number(0.3), .exponent = number(1)};
        return crossover(other, number(50), fast, number(10), {.to = 20});
    });
    CHECK_THAT(*found.answer, WithinRel(std::log(5.0) / 0.2, of_run));
    CHECK_THAT(*named(found, "factor").slope, WithinRel(std::log(5.0) / 0.04, of_run));
}

TEST_CASE("levers: of a growth order and of an exponential rate", "[compare]")
{
    const power_law<double> law{.factor = 0.2, .exponent = 0.5};
    const auto              order = levers(law, [](const auto& other) {
        using number = typename std::remove_cvref_t<decltype(other)>::real_type;
        return growth_order(solve(other, number(10), {.to = 30})).order;
    });
    // Whatever sizes the run gives, ln c + m ln x lies on a line in ln x: right but for the rounding of
    // sums over 65 points.
    CHECK_THAT(*order.answer, WithinAbs(0.5, 1e-12));
    CHECK_THAT(*named(order, "exponent").slope, WithinAbs(1, 1e-12));
    CHECK_THAT(*named(order, "factor").slope, WithinAbs(0, 1e-12));

    const power_law<double> exponential{.factor = 0.2, .exponent = 1};
    const auto              rate = levers(exponential, [](const auto& other) {
        using number = typename std::remove_cvref_t<decltype(other)>::real_type;
        return growth_order(solve(other, number(10), {.to = 30})).rate;
    });
    CHECK_THAT(*rate.answer, WithinRel(0.2, 1e-12));
    CHECK_THAT(*named(rate, "factor").slope, WithinRel(1.0, 1e-12));
}

TEST_CASE("levers: an infinite parameter is none, one of 0 has a slope", "[compare]")
{
    const network_growth<meritocracy> commons{
        .governance           = {.alignment = 0.8, .autonomy = 0.99, .decisions_per_person = 10},
        .imitation            = 0.3,
        .potential            = 5e6,
        .participation        = 0.01,
        .customers_per_node   = 150,
        .hiring_rate          = 1,
        .customers_per_person = 50};
    const auto found = levers(commons, growth_state<>{.people = 5, .customers = 100},
                              [](const auto& model, const auto& from) {
                                  return reach(model, from, {.to = 20}).state.customers;
                              });
    for (const auto& one : found.by_effect) {
        CHECK(one.name != "patience");
        CHECK(one.name != "governance.core_decisions");
    }
    CHECK(named(found, "churn").value == 0);
    CHECK(*named(found, "churn").elasticity == 0);
    CHECK(*named(found, "churn").slope < 0);
}

TEST_CASE("levers: a value without a derivative is reported as such", "[compare]")
{
    const logistic<> law{.growth_rate = 0.5, .ceiling = 1000};
    const auto       touched = levers(law, [](const auto& other) {
        // (x - 500)² only touches zero
        const auto run = solve(other, 10, {.to = 30}, when([](const auto&, const auto& x) {
                                   return (x - 500) * (x - 500);
                               }));
        return run.events().at(0);
    });
    // Known to where the square is told from zero: within 1e-9 (1 + 500²) it is (x - 500)² < 250e-6,
    // and x moves by 0.5 · 500 · (1 - 500/1000) = 125 a unit of time.
    CHECK_THAT(*touched.answer, WithinAbs(std::log(99.0) / 0.5, std::sqrt(250e-6) / 125));
    CHECK(!touched.differentiable());
    CHECK(!touched.by_effect[0].elasticity);
    CHECK(!touched.by_effect[0].moved_by(0.1));
}

TEST_CASE("levers: a wall that stands from the start does not move", "[compare]")
{
    const auto found =
        levers(capped_growth<double>{0.1, 50}, capped_growth<double>::state_type{5000}, wall_of);
    REQUIRE(found.answer);
    CHECK(*found.answer == 0);
    CHECK(*named(found, "decisions").slope == 0);
}

TEST_CASE("levers: refuse a start with negative people before anything is asked", "[compare]")
{
    const linear_growth<frictionless> small_firm{
        .sales_rate = 20, .hiring_rate = 4, .customers_per_person = 5};
    const unsigned line  = __LINE__;
    const auto     error = refusal([&] {
        return levers(small_firm, {-5, 20}, [](const auto&, const auto& x) { return x.people; });
    });
    REQUIRE(error);
    CHECK(error->where().line() == line + 2);
}

} // namespace levers_test
