#include <orgscale/solve/steps.hpp>

#include <algorithm>
#include <cmath>
#include <ranges>
#include <vector>

#include <catch.hpp>
#include <changes_at_two.hpp>
#include <one_law.hpp>
#include <oscillator.hpp>
#include <range/v3/range/conversion.hpp>
#include <range/v3/view/take.hpp>
#include <range/v3/view/take_while.hpp>
#include <range/v3/view/transform.hpp>
#include <referral_firm.hpp>
#include <refusal.hpp>

#include <orgscale/solve/solve.hpp>

namespace steps_test {

using namespace orgscale;

static_assert(ranges::view_<step_view<oscillator<>>>);
static_assert(std::ranges::view<step_view<oscillator<>>>);
static_assert(std::ranges::input_range<step_view<oscillator<>>>);

TEST_CASE("steps: are those of solve, without end", "[solve]")
{
    const auto  run  = solve(oscillator<>{}, {1, 0}, {.to = 1e3});
    auto        walk = steps(oscillator<>{}, {1, 0});
    std::size_t i    = 0;
    for (const auto& step : walk | ranges::views::take(100)) {
        CHECK_THAT(step.state.p, WithinAbs(std::cos(step.time), 1e-7));
        ++i;
    }
    CHECK(i == 100);
    CHECK(run.size() > 100);
}

TEST_CASE("steps: begin with the start", "[solve]")
{
    auto       walk  = steps(oscillator<>{}, {0.25, 0}, {.from = 3});
    const auto first = *ranges::begin(walk);
    CHECK(first.time == 3);
    CHECK(first.state.p == 0.25);
}

TEST_CASE("steps: flow through range-v3 pipelines and std::ranges algorithms", "[solve]")
{
    const auto early = [](const auto& step) { return step.time < 5; };
    const auto times = steps(oscillator<>{}, {1, 0}) | ranges::views::take_while(early) |
                       ranges::views::transform([](const auto& step) { return step.time; }) |
                       ranges::to<std::vector>();
    CHECK(std::ranges::is_sorted(times));
    CHECK(times.front() == 0);
    CHECK(times.back() < 5);

    auto walk = steps(oscillator<>{}, {1, 0});
    const auto found = std::ranges::find_if(walk, [](const auto& step) { return step.state.p < 0; });
    CHECK((*found).time > std::acos(0.0));

    auto shown = steps(oscillator<>{}, {1, 0}) | std::views::take(3);
    CHECK(std::ranges::distance(shown) == 3);
}

TEST_CASE("steps: end by themselves where a run can't go on", "[solve]")
{
    double last = 0;
    for (const auto& step : steps(one_law{[](double x) { return x * x; }}, 1)) last = step.time;
    CHECK_THAT(last, WithinRel(1.0, 1e-6));
}

TEST_CASE("steps: end on the times at which a model changes", "[solve]")
{
    const double tolerance = GENERATE(1e-3, 1e-9);
    bool         ends      = false;
    for (const auto& step :
         steps(changes_at_two{}, {0}, {.relative = tolerance, .absolute = tolerance}) |
             ranges::views::take(20)) {
        ends = ends || step.time == 2;
        CHECK_THAT(step.state.x, WithinRel(step.time < 2 ? step.time : 3 * step.time - 4, 1e-12));
    }
    CHECK(ends);
}

TEST_CASE("steps: refuse a start with negative customers", "[solve]")
{
    constexpr referral_firm firm{.rate = 0.1, .desk = 50};
    CHECK(refused_by([&] { return steps(firm, {-20}); }) == "must be 0 or greater, and finite");
}

} // namespace steps_test
