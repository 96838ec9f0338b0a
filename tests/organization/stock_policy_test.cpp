#include <orgscale/organization/stock_policy.hpp>

#include <array>
#include <cmath>
#include <type_traits>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>

#include <orgscale/compare/levers.hpp>
#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/customer/waiting_list.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/organization/budget.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/solve/reach.hpp>
#include <orgscale/solve/solve.hpp>
#include <orgscale/workforce/rookies.hpp>

namespace stock_policy_test {

using namespace orgscale;

namespace {

/// A name that spreads, from none to 1, and sells.
template <class Real = double>
struct brand {
    using real_type = Real;
    struct state_type {
        Real known;
    };
    finite_positive<Real> time{4};

    state_type opening(const growth_state<Real>&, const growth_flows<Real>&) const
    {
        return {Real(0)};
    }
    state_type rates(const state_type& own, const growth_state<Real>&,
                     const growth_flows<Real>&) const
    {
        return {(1 - own.known) / time};
    }
    growth_conditions<Real> changed(growth_conditions<Real> now, const state_type& own) const
    {
        now.sell = now.sell * own.known;
        return now;
    }
    Real                  shortest_time() const { return time; }
    static constexpr auto parameters()
    {
        return description{parameter{"time", "", "time", "until a name is known", &brand::time}};
    }
};

/// Two stocks: overload that people remember, which drives away both kinds, and work left for later.
template <class Real = double>
struct strain {
    using real_type = Real;
    struct state_type {
        Real fatigue, backlog;
    };

    state_type opening(const growth_state<Real>& x, const growth_flows<Real>& now) const
    {
        return {now.load / now.capacity, x.customers};
    }
    state_type rates(const state_type& own, const growth_state<Real>& x,
                     const growth_flows<Real>& now) const
    {
        const Real over = x.customers - now.capacity;
        return {now.hired / x.people - own.fatigue, greatest(over, Real(0)) - now.lost};
    }
    growth_conditions<Real> changed(const growth_conditions<Real>& now, const state_type&) const
    {
        return now;
    }
    Real churn(const Real& usual, const state_type& own) const { return usual + own.fatigue / 8; }
    Real attrition(const Real& usual, const state_type& own) const
    {
        return usual * (1 + own.fatigue);
    }
    std::array<Real, 1> margins(const state_type&, const growth_state<Real>& x,
                                const growth_flows<Real>& now) const
    {
        return {x.customers - now.capacity};
    }
};

struct without_effect {
    struct state_type {
        double known;
    };
    state_type opening(const growth_state<>&, const growth_flows<>&) const { return {0}; }
    state_type rates(const state_type&, const growth_state<>&, const growth_flows<>&) const
    {
        return {0};
    }
};

struct with_a_name_taken : without_effect {
    struct state_type {
        double cash;
    };
    state_type opening(const growth_state<>&, const growth_flows<>&) const { return {0}; }
    state_type rates(const state_type&, const growth_state<>&, const growth_flows<>&) const
    {
        return {0};
    }
    growth_conditions<> changed(const growth_conditions<>& now, const state_type&) const
    {
        return now;
    }
};

using firm = linear_growth<frictionless>;

// Only sales limit it: people for any number of customers.
constexpr firm sellers{
    .governance = {}, .sales_rate = 20, .hiring_rate = 4, .customers_per_person = 5};
constexpr growth_state<> staffed{.people = 1000, .customers = 40};

} // namespace

TEST_CASE("stock_policy: names, rates, an opening and an effect make one", "[organization]")
{
    STATIC_REQUIRE(stock_policy<brand<>, double>);
    STATIC_REQUIRE(stock_policy<brand<float>, float>);
    STATIC_REQUIRE(stock_policy<strain<>, double>);
    STATIC_REQUIRE_FALSE(stock_policy<without_effect, double>);
    STATIC_REQUIRE_FALSE(stock_policy<with_a_name_taken, double>);
    STATIC_REQUIRE_FALSE(stock_policy<double, double>);
}

TEST_CASE("stock_policy: an organisation's state has the stocks by their names", "[organization]")
{
    using known = operated<firm, brand>;
    STATIC_REQUIRE(state<known::state_type, double>);
    STATIC_REQUIRE(dimension<known::state_type, double> == 3);
    constexpr known::state_type x{{.people = 1, .customers = 2}, {.known = 3}};
    STATIC_REQUIRE(to_array<double>(x) == std::array{1.0, 2.0, 3.0});
    STATIC_REQUIRE(from_array<known::state_type>(std::array{1.0, 2.0, 3.0}).known == 3);
    // With all that the library's policies bring, in any order.
    using all = operated<firm, strain, rookies, budget, waiting_list>;
    STATIC_REQUIRE(dimension<all::state_type, double> == 7);
    constexpr all::state_type y{{.people = 1, .customers = 2, .cash = 3, .waiting = 4, .rookies = 5},
                                {.fatigue = 6, .backlog = 7}};
    STATIC_REQUIRE(to_array<double>(y) == std::array{1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0});
    // Without stocks the state stays what it was.
    STATIC_REQUIRE(std::is_same_v<operated<firm>::state_type, growth_state<>>);
}

// d known/dt = (1 - known)/τ and d customers/dt = s known, from 0:
//     customers = c + s (t - τ (1 - e^{-t/τ}))
TEST_CASE("stock_policy: a brand that spreads sells in closed form", "[organization]")
{
    const operated<firm, brand> known{.growth = sellers, .stocks = {.time = 4}};
    const auto                  x = known.opening(staffed);
    CHECK(x.known == 0);
    CHECK(known.derivative(0, x).known == 0.25);
    CHECK(known.shortest_time() == sellers.shortest_time());
    CHECK(operated<firm, brand>{.growth = sellers, .stocks = {.time = 0.125}}.shortest_time() ==
          0.125);
    const auto   ends = reach(known, x, {.to = 6}).state;
    const double left = std::exp(-6 / 4.0);
    // The default tolerance is 1e-9 per step.
    CHECK_THAT(ends.known, WithinRel(1 - left, 1e-7));
    CHECK_THAT(ends.customers, WithinRel(40 + 20 * (6 - 4 * (1 - left)), 1e-7));
}

TEST_CASE("stock_policy: its parameters are levers", "[organization]")
{
    const operated<firm, brand> known{.growth = sellers, .stocks = {.time = 4}};
    CHECK(wrong_in_description(known) == "");
    CHECK(names_of(known).back() == "stocks.time");
    const auto found =
        levers(known, known.opening(staffed), [](const auto& model, const auto& start) {
            return reach(model, start, {.to = 6}).state.customers;
        });
    const double left = std::exp(-6 / 4.0);
    // d/dτ of the closed form above: -s (1 - e^{-t/τ} (1 + t/τ)).
    for (const auto& one : found.by_effect)
        if (one.name == "stocks.time")
            CHECK_THAT(one.slope.value(), WithinRel(-20 * (1 - left * (1 + 6 / 4.0)), 1e-6));
    CHECK(found.differentiable());
}

TEST_CASE("stock_policy: stocks see the organisation, and change who leaves", "[organization]")
{
    firm leaving      = sellers;
    leaving.churn     = 0.01;
    leaving.attrition = 0.02;
    const operated<firm, strain> tired{.growth = leaving};
    const auto                   plain = leaving.flows(0, {.people = 30, .customers = 200});
    const auto                   x     = tired.opening({.people = 30, .customers = 200});
    CHECK(x.fatigue == plain.load / plain.capacity);
    CHECK(x.backlog == 200);
    const auto now =
        tired.flows(0, {{.people = 30, .customers = 200}, {.fatigue = 2, .backlog = 1}});
    const auto change =
        tired.derivative(0, {{.people = 30, .customers = 200}, {.fatigue = 2, .backlog = 1}});
    CHECK_THAT(now.left, WithinRel(3 * plain.left, 4 * ulp));
    CHECK_THAT(now.lost, WithinRel(plain.lost + 200 * 0.25, 4 * ulp));
    CHECK_THAT(change.fatigue, WithinRel(now.hired / 30 - 2, 4 * ulp));
    CHECK_THAT(change.backlog, WithinRel(50 - now.lost, 4 * ulp));
    // The change of its formula is located: the last margin is its own.
    const auto located = tired.derivative_and_margins(
        0, {{.people = 30, .customers = 200}, {.fatigue = 2, .backlog = 1}});
    CHECK(located.margins.back() == 50);
    CHECK(located.derivative.backlog == change.backlog);
    // Newcomers replace those who leave with the stocks, τ δ/(1 + τ δ) of 30.
    const operated<firm, strain, rookies> learning{.growth    = leaving,
                                                   .workforce = {.assimilation_time = 3}};
    const auto   start = learning.opening({.people = 30, .customers = 200});
    const double ratio = 3 * 0.02 * (1 + start.fatigue);
    CHECK_THAT(start.rookies, WithinRel(30 * ratio / (1 + ratio), 8 * ulp));
}

} // namespace stock_policy_test
