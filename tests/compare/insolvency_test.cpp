#include <orgscale/compare/insolvency.hpp>

#include <functional>
#include <type_traits>

#include <catch.hpp>
#include <doubles.hpp>

#include <orgscale/compare/levers.hpp>
#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace insolvency_test {

using namespace orgscale;

namespace {

template <real Real>
struct money {
    Real cash;
};

/// Spends at a constant rate.
template <real Real = double>
struct spender {
    using real_type  = Real;
    using state_type = money<Real>;

    positive<Real> spending; ///< [money/time]

    [[nodiscard]] state_type derivative(const Real&, const state_type&) const
    {
        return {Real(-Real{spending})};
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"spending", "", "money/time", "what is spent", &spender::spending}};
    }
};

/// A model of its cash alone, from its derivative.
struct till {
    using real_type  = double;
    using state_type = money<double>;

    std::function<double(double, double)> rate;

    [[nodiscard]] state_type derivative(double t, const state_type& x) const
    {
        return {rate(t, x.cash)};
    }
};

} // namespace

TEST_CASE("insolvency: is when the cash at hand has been spent", "[compare]")
{
    const auto end = insolvency(spender<>{.spending = 2.5}, {.cash = 10}, {.from = 1, .to = 20});
    REQUIRE(end);
    CHECK(end.complete());
    CHECK_THAT(end->time, WithinRel(5.0, 1e-12));
    CHECK_THAT(end->state.cash, WithinAbs(0, 1e-11));
    CHECK(end->uncovered == 2.5);
    CHECK_FALSE(insolvency(spender<>{.spending = 2.5}, {.cash = 10}, {.to = 3.9}));
}

TEST_CASE("insolvency: its date has derivatives", "[compare]")
{
    const auto found = levers(spender<>{.spending = 2.5}, [](const auto& model) {
        using Real = typename std::remove_cvref_t<decltype(model)>::real_type;
        return insolvency(model, {.cash = Real(10)}, {.to = Real(20)});
    });
    REQUIRE(found.answer);
    CHECK_THAT(*found.answer, WithinRel(4.0, 1e-12));
    CHECK_THAT(*found.by_effect.at(0).elasticity, WithinRel(-1.0, 1e-9));
}

TEST_CASE("insolvency: cash that only touches 0, or settles there, is none", "[compare]")
{
    // (t - 2)^2, and e^-t: at 40 it has fallen to 4e-18.
    CHECK_FALSE(
        insolvency(till{[](double t, double) { return 2 * (t - 2); }}, {.cash = 4}, {.to = 5}));
    CHECK_FALSE(insolvency(till{[](double, double x) { return -x; }}, {.cash = 1}, {.to = 40}));
}

TEST_CASE("insolvency: of several, the first, which later earnings do not undo", "[compare]")
{
    // (1 - t)(3 - t)(5 - t)
    const till swings{[](double t, double) { return -((3 - t) * (5 - t) + (1 - t) * (8 - 2 * t)); }};
    const auto end = insolvency(swings, {.cash = 15}, {.to = 6});
    REQUIRE(end);
    CHECK_THAT(end->time, WithinRel(1.0, 1e-8)); // the run's tolerance
    CHECK_THAT(end->uncovered, WithinRel(8.0, 1e-8));
}

TEST_CASE("insolvency: a start without money counts where it is spent on", "[compare]")
{
    const spender<> firm{.spending = 2};
    const auto      owing = insolvency(firm, {.cash = -5}, {.from = 3, .to = 4});
    REQUIRE(owing);
    CHECK(owing->time == 3);
    CHECK(owing->uncovered == 2);
    const auto empty = insolvency(firm, {.cash = 0}, {.from = 3, .to = 4});
    REQUIRE(empty);
    CHECK(empty->time == 3);
    // In debt, and paying it back.
    const till saver{[](double, double) { return 1.0; }};
    CHECK_FALSE(insolvency(saver, {.cash = 0}, {.to = 4}));
    CHECK(insolvency(saver, {.cash = -1}, {.to = 4})->uncovered == 0);
}

TEST_CASE("insolvency: where the run ends early, the reason is reported", "[compare]")
{
    const auto end =
        insolvency(spender<>{.spending = 1}, {.cash = 1e6}, {.to = 1e7, .max_steps = 1});
    CHECK_FALSE(end);
    CHECK(end.reason() == ending::step_limit_reached);
}

TEST_CASE("insolvency: a run goes on, or ends there", "[compare]")
{
    const spender<> firm{.spending = 2};
    const auto      noted = solve(firm, {.cash = 10}, {.to = 20}, when_insolvent());
    REQUIRE(noted.events().size() == 1);
    CHECK_THAT(noted.events()[0].time, WithinRel(5.0, 1e-12));
    CHECK(noted.complete());
    const auto ended = solve(firm, {.cash = 10}, {.to = 20}, when_insolvent({.stop = true}));
    CHECK(ended.reason() == ending::stopped_by_event);
    CHECK_THAT(ended.to(), WithinRel(5.0, 1e-12));
    // Money that comes in again is no insolvency.
    const till saver{[](double, double) { return 1.0; }};
    CHECK(solve(saver, {.cash = -1}, {.to = 4}, when_insolvent()).events().empty());
}

} // namespace insolvency_test
