// One source, several number types: every analysis of one firm and one network in each.
#include <cmath>

#include <catch.hpp>

#include <orgscale/orgscale.hpp>

namespace number_types_test {

using namespace orgscale;

namespace {

template <real Real>
linear_growth<hierarchy, Real> firm()
{
    return {.governance           = {.span_of_control       = Real(7),
                                     .escalation            = Real(0.5),
                                     .decisions_per_manager = Real(20)},
            .sales_rate           = Real(20),
            .hiring_rate          = Real(4),
            .customers_per_person = Real(5)};
}

template <real Real>
network_growth<meritocracy, Real> network()
{
    return {.imitation            = Real(0.125),
            .potential            = Real(10000),
            .participation        = Real(0.5),
            .customers_per_node   = Real(4),
            .hiring_rate          = Real(1),
            .customers_per_person = Real(10)};
}

template <real Real>
growth_state<Real> start()
{
    return {Real(5), Real(20)};
}

} // namespace

TEMPLATE_TEST_CASE("number types: every result agrees with that in double", "[composition]", float,
                   long double)
{
    using Real = TestType;
    // Sixty steps at the type's tolerance, each with at most that relative error.
    const double allowed = 100 * static_cast<double>(default_tolerance<Real>());

    const auto exact = solve(firm<double>(), start<double>(), {.to = 60});
    const auto run   = solve(firm<Real>(), start<Real>(), {.to = Real(60)},
                             when([](const Real&, const auto& x) { return x.customers - 100; }));
    for (const double t : {1.0, 17.0, 42.5, 60.0})
        CHECK_THAT(static_cast<double>(run(static_cast<Real>(t)).customers),
                   WithinRel(exact(t).customers, allowed));
    REQUIRE(run.events().size() == 1);
    CHECK_THAT(exact(static_cast<double>(run.events()[0].time)).customers, WithinRel(100, allowed));

    CHECK_THAT(
        static_cast<double>(reach(firm<Real>(), start<Real>(), {.to = Real(60)}).state.customers),
        WithinRel(exact(60).customers, allowed));

    const auto wall = scaling_wall(firm<Real>(), run);
    const auto same = scaling_wall(firm<double>(), exact);
    REQUIRE((wall && same));
    CHECK(wall->limit == same->limit);
    CHECK_THAT(static_cast<double>(wall->time), WithinAbs(same->time, 60 * allowed));

    const auto when_in_real =
        crossover(firm<Real>(), start<Real>(), network<Real>(), start<Real>(), {.to = Real(90)});
    const auto when_in_double =
        crossover(firm<double>(), start<double>(), network<double>(), start<double>(), {.to = 90});
    REQUIRE((when_in_real && when_in_double));
    CHECK_THAT(static_cast<double>(when_in_real->time), WithinRel(when_in_double->time, allowed));

    CHECK(growth_order(run).kind == growth_order(exact).kind);
    CHECK(bottlenecks(firm<Real>(), run).size() == bottlenecks(firm<double>(), exact).size());
    CHECK_THAT(static_cast<double>(network<Real>().asymptotic_growth_rate().rate),
               WithinRel(network<double>().asymptotic_growth_rate().rate, allowed));

    auto walk = steps(firm<Real>(), start<Real>());
    auto step = ranges::begin(walk);
    ++step;
    CHECK((*step).time > 0);
}

} // namespace number_types_test
