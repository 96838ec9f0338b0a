// Organisations that are reorganized again and again: runs stop at each time, and at no others.
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <catch.hpp>
#include <doubles.hpp>

#include <orgscale/compare/levers.hpp>
#include <orgscale/core/with_real.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/improvement/combined_improvement.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/solve/batch.hpp>
#include <orgscale/solve/reach.hpp>
#include <orgscale/solve/solve.hpp>
#include <orgscale/solve/steps.hpp>

namespace reorganized_again_test {

using namespace orgscale;

namespace {

using firm_type = operated<linear_growth<frictionless>, combined_improvement>;

/// Short of people, so that what they can serve sets the pace.
firm_type firm_with(double every)
{
    return {.growth      = {.sales_rate           = 50,
                            .hiring_rate          = 2,
                            .customers_per_person = 5,
                            .attrition            = 0.02,
                            .churn                = 0.02,
                            .patience             = 2},
            .improvement = {.continuous      = {.halving_time = 12, .gain = 0.5},
                            .reorganizations = {.start         = 1,
                                                .dip           = 0.3,
                                                .recovery_time = 0.4,
                                                .gain          = 0.1,
                                                .fading_time   = 3,
                                                .every         = every}}};
}

constexpr growth_state<> start{.people = 20, .customers = 90};

} // namespace

TEST_CASE("reorganized again: the run is that of short steps, by any way of solving",
          "[composition]")
{
    const auto firm    = firm_with(0.75);
    const auto run     = solve(firm, firm.opening(start), {.to = 12});
    const auto closely = solve(firm, firm.opening(start),
                               {.to = 12, .relative = 1e-13, .absolute = 1e-13, .max_step = 0.01});
    for (const double t : {1.0, 1.5, 4.1, 9.9, 12.0}) {
        CHECK_THAT(run(t).customers, WithinRel(closely(t).customers, 1e-7));
        CHECK_THAT(run(t).people, WithinRel(closely(t).people, 1e-7));
    }
    const auto there = reach(firm, firm.opening(start), {.to = 12});
    CHECK_THAT(there.state.customers, WithinRel(closely(12).customers, 1e-7));
    // In lanes, at the tolerance of many runs.
    std::array<double, 5> ends{};
    solve_batch(
        0, ends.size(),
        [&](std::size_t i) {
            const auto one = firm_with(0.5 + 0.25 * static_cast<double>(i));
            return batch_member{one, one.opening(start)};
        },
        {.to = 12, .outputs = 2},
        [&](std::size_t i, const auto& states, ending) { ends[i] = states.back().customers; });
    CHECK_THAT(ends[1], WithinRel(closely(12).customers, 1e-4));
}

TEST_CASE("reorganized again: steps end at each of the times", "[composition]")
{
    const auto          firm = firm_with(0.1);
    std::vector<double> times;
    for (const auto& step : steps(firm, firm.opening(start), {})) {
        if (step.time > 9) break;
        times.push_back(step.time);
    }
    for (int n = 0; n < 80; ++n)
        CHECK(std::binary_search(times.begin(), times.end(), n > 0 ? 1 + n * 0.1 : 1.0));
}

TEST_CASE("reorganized again: more often than a run has steps ends the run, not the patience",
          "[composition]")
{
    const auto firm = firm_with(1e-9);
    const auto run  = solve(firm, firm.opening(start), {.to = 12, .max_steps = 500});
    CHECK(run.reason() == ending::step_limit_reached);
    CHECK(run.to() >= 1);
    // So often that the times round to each other: nobody gets anything done, and the run goes on.
    const auto never = firm_with(1e-30);
    CHECK(solve(never, never.opening(start), {.to = 2}).complete());
    CHECK(never.improvement.productivity(1.5) > 0);
    CHECK(never.improvement.productivity(1.5) < 1e-25);
}

TEST_CASE("reorganized again: how often is a lever", "[composition]")
{
    const auto firm = firm_with(0.75);
    const auto ends = [](const auto& model, const auto& x) {
        return reach(model, x, {.to = 6.2}).state.customers;
    };
    const auto found      = levers(firm, firm.opening(start), ends);
    const auto with_every = [&](double every) {
        const auto other = firm_with(every);
        return ends(other, other.opening(start));
    };
    const double h = 1e-4; // an error of h^2, and of 1e-9 of some hundred customers over it
    for (const auto& one : found.by_effect)
        if (one.name == "improvement.reorganizations.every")
            CHECK_THAT(one.slope.value(),
                       WithinRel((with_every(0.75 + h) - with_every(0.75 - h)) / (2 * h), 1e-3));
}

} // namespace reorganized_again_test
