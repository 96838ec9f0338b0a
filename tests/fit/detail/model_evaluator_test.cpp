#include <orgscale/fit/detail/model_evaluator.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

#include <orgscale/fit/calibrate.hpp>
#include <orgscale/fit/log_normal_noise.hpp>
#include <orgscale/fit/profile.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>

namespace model_evaluator_test {

using namespace orgscale;

using firm_type = linear_growth<hierarchy>;

const firm_type          firm{.governance  = {.span_of_control = 7, .control_retention = 0.95},
                              .sales_rate  = 20,
                              .hiring_rate = 3,
                              .customers_per_person = 5,
                              .attrition            = 0.01,
                              .churn                = 0.03};
constexpr growth_state<> start{.people = 10, .customers = 60};

struct other_state {
    double x, y;
};

std::vector<double> months()
{
    std::vector<double> all;
    for (int i = 0; i <= 8; ++i) all.push_back(6 * i);
    return all;
}

struct record {
    std::vector<double> people, customers;
};

/// What the firm would have recorded, each figure wrong by a factor of about e^{size}, alternately for 0 draws.
record recorded(const firm_type& truth, double size, random_numbers& draw)
{
    const auto run = solve(truth, start, {.to = 48});
    record     all;
    for (const double month : months()) {
        all.people.push_back(
            run(month).people *
            std::exp(size * (draw.between(-1, 1) + draw.between(-1, 1) + draw.between(-1, 1))));
        all.customers.push_back(
            run(month).customers *
            std::exp(size * (draw.between(-1, 1) + draw.between(-1, 1) + draw.between(-1, 1))));
    }
    return all;
}

template <class Start>
auto fit_of(const record& data, const Start& from, const std::vector<estimated_parameter>& what)
{
    return calibrate(
        with(firm, {{"hiring_rate", 4}, {"churn", 0.04}}), from,
        together(observe(&growth_state<>::people, months(), data.people, log_normal_noise{}),
                 observe(&growth_state<>::customers, months(), data.customers, log_normal_noise{})),
        what, {.tolerance = 1e-7});
}

TEST_CASE("calibrate: a firm's own parameters come back from its record", "[fit]")
{
    random_numbers draw(11);
    const auto     fit =
        fit_of(recorded(firm, 0.02, draw), start, {estimate("hiring_rate"), estimate("churn")});
    REQUIRE(fit.verdict == fit_verdict::converged);
    CHECK(fit.interval("hiring_rate", 0.999)->contains(firm.hiring_rate));
    CHECK(fit.interval("churn", 0.999)->contains(firm.churn));
    CHECK(fit.degrees_of_freedom == 16);
    CHECK(fit.residuals.size() == 18);
    CHECK(fit.model().churn == fit["churn"].value);

    // An answer of the run.
    const auto later = profile(fit, [](const auto& model, const auto& from) {
        return solve(model, from, {.to = 60})(60).customers;
    });
    CHECK(later.interval.contains(solve(firm, start, {.to = 60})(60).customers));
    CHECK(later.interval.low);
    CHECK(later.interval.high);
}

TEST_CASE("calibrate: fields of the start are estimated too", "[fit]")
{
    random_numbers draw(12);
    const auto     data = recorded(firm, 0.005, draw);
    const auto     fit =
        fit_of(data, growth_state<>{.people = 12, .customers = 45},
               {estimate("churn"), estimate("start.customers", &growth_state<>::customers),
                estimate("start.people", &growth_state<>::people)});
    REQUIRE(fit.verdict == fit_verdict::converged);
    CHECK_THAT(fit["start.customers"].value, WithinRel(60, 0.05));
    CHECK_THAT(fit["start.people"].value, WithinRel(10, 0.05));
    CHECK(fit.start().customers == fit["start.customers"].value);
    CHECK_THAT(refusal_text([&] { return fit_of(data, start, {estimate("x", &other_state::x)}); }),
               ContainsSubstring("another state"));
}

// Intent lost on each level and a mix that needs more people for each customer both lower what a person serves.
TEST_CASE("calibrate: control loss and a change of mix can't be told apart, and are named", "[fit]")
{
    random_numbers draw(13);
    const auto     grown = with(
        firm,
        {{"sales_rate", 200}, {"hiring_rate", 0.2}}); // hardly grows: the levels stay what they are
    const auto fit =
        fit_of(recorded(grown, 0.02, draw), start,
               {estimate("customers_per_person"), estimate("governance.control_retention")});
    REQUIRE_FALSE(fit.inseparables.empty());
    CHECK_THAT(fit.inseparables[0].text(), ContainsSubstring("customers_per_person") &&
                                               ContainsSubstring("governance.control_retention"));
}

} // namespace model_evaluator_test
