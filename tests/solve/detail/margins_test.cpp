#include <orgscale/solve/detail/margins.hpp>

#include <algorithm>
#include <array>
#include <cmath>

#include <catch.hpp>
#include <doubles.hpp>

#include <orgscale/core/margined_derivative.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/transition.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/solve/reach.hpp>
#include <orgscale/solve/solve.hpp>

namespace margins_test {

using namespace orgscale;

namespace {

template <class Real>
using reform = transition<hierarchy<Real>, meritocracy<Real>>;

/// x' = 1, y' = max(0, x - 2): from 0, y = (t - 2)^2/2 after 2.
struct bend {
    using real_type = double;
    struct state_type {
        double x, y;
    };
    [[nodiscard]] state_type derivative(double, const state_type& s) const
    {
        return {1, std::max(0.0, s.x - 2)};
    }
    [[nodiscard]] margined_derivative<state_type, double, 1> derivative_and_margins(
        double t, const state_type& s) const
    {
        return {derivative(t, s), {s.x - 2}};
    }
};

/// A firm whose staffing need binds for a short time only.
[[nodiscard]] linear_growth<frictionless> founder(double sales_rate)
{
    return {.sales_rate           = sales_rate,
            .sales_per_person     = .33,
            .hiring_rate          = 1.6,
            .customers_per_person = 1.3,
            .hiring_share         = .011,
            .onboarding_time      = .35,
            .hiring_time          = .13,
            .core_people          = 5.4};
}

} // namespace

TEST_CASE("margins: a step ends where what binds changes", "[solve]")
{
    const auto run = solve(bend{}, {0, 0}, {.to = 4});
    const auto at  = std::find_if(run.begin(), run.end(),
                                  [](const auto& step) { return std::abs(step.time - 2) < 1e-8; });
    CHECK(at != run.end());
    CHECK_THAT(run.back().state.y, WithinRel(2, 1e-12)); // a parabola, which the method has exactly
    CHECK(run.size() < 20);
}

TEST_CASE("margins: a limit that binds for a short time is not stepped over", "[solve]")
{
    const double               sales = GENERATE(1.7, 1.9, 2.0, 2.1, 2.2, 2.5);
    const auto                 firm  = founder(sales);
    const growth_state<double> start{.people = 3.5, .customers = 1.1};
    const double               people = reach(firm, start, {.to = 6}).state.people;
    // Steps too short to step over anything.
    const auto fine =
        reach(firm, start, {.to = 6, .relative = 1e-11, .absolute = 1e-11, .max_step = 0.005});
    CHECK_THAT(people, WithinRel(fine.state.people, 1e-7));
    if (sales == 2.1) CHECK_THAT(people, WithinAbs(13.5572, 1e-4));
}

TEST_CASE("margins: the first change counts, and one at the beginning doesn't", "[solve]")
{
    detail::step_margins<bend> margins;
    for (auto& row : margins.at) row[0] = 1;
    CHECK_FALSE(margins.may_change<10>());
    CHECK(margins.first_change<detail::verner_7>(0, 1).part > 1);
    margins.at[8][0] = -1; // at the end
    margins.at[6][0] = -1; // at 0.884, after a stage at 0.6095 that is above
    CHECK(margins.may_change<10>());
    CHECK_THAT(margins.first_change<detail::verner_7>(0, 1).part,
               WithinRel((0.884 + 0.60950944899783813) / 2, 1e-12));
    CHECK(margins.first_change<detail::verner_7>(2, 1).part > 1); // too small to matter

    for (auto& row : margins.at) row[0] = 1;
    margins.at[0][0] = -1e-13;
    margins.zero[0]  = true;
    CHECK(margins.first_change<detail::verner_7>(0, 1).part > 1);
}

TEST_CASE("margins: limits that meet at a jump end no run", "[solve]")
{
    // Nobody decides nothing under the hierarchy, and without limit when the change is complete: a jump, at
    // which several limits meet.
    const network_growth<reform> model{
        .governance           = {.from     = {.span_of_control       = 3.726,
                                              .escalation            = 0.425,
                                              .decisions_per_manager = 131.7,
                                              .time_per_level        = 0.2312},
                                 .to       = {.alignment = 0.979, .peers = 8.474, .core_decisions = 39.5},
                                 .start    = 12.789,
                                 .duration = 2.723,
                                 .dip      = 0.0175},
        .innovation           = 0.00065,
        .imitation            = 0.00822,
        .potential            = 4265,
        .customers_per_node   = 7.886,
        .hiring_rate          = 0.0639,
        .customers_per_person = 1.05,
        .hiring_share         = 0.0043,
        .upkeep_decisions     = 0.0703,
        .onboarding_time      = 0.184,
        .hiring_time          = 0.959,
        .churn                = 0.058};
    const auto run = solve(model, {.people = 0, .customers = 0}, {.to = 74});
    CHECK(run.reason() == ending::reached_end);
    CHECK(run(12).people == 0);
    CHECK(run(74).people > 1);
}

} // namespace margins_test
