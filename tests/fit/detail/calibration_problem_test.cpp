#include <orgscale/fit/detail/calibration_problem.hpp>

#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include <catch.hpp>
#include <random_numbers.hpp>

#include <orgscale/fit/calibrate.hpp>
#include <orgscale/fit/forecast_model.hpp>
#include <orgscale/fit/log_normal_noise.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>
#ifdef ORGSCALE_ALL_DRAWS
#include <orgscale/growth/parallel_growth.hpp>
#endif

// Records made with known parameters and random errors give the parameters back, as often as they claim.
namespace calibration_problem_test {

using namespace orgscale;

namespace {

const std::vector<double>& years()
{
    static const auto all = [] {
        std::vector<double> t;
        for (int i = 1; i <= 30; ++i) t.push_back(i / 2.0);
        return t;
    }();
    return all;
}

constexpr growth_state<> opening{.people = 10, .customers = 40};

const hierarchy<>   levels{.span_of_control       = 7,
                           .control_retention     = 0.9,
                           .escalation            = 0.2,
                           .decisions_per_manager = 60,
                           .time_per_level        = 0.1};
const meritocracy<> peers{.alignment            = 0.8,
                          .autonomy             = 0.9,
                          .peers                = 8,
                          .time_per_peer        = 0.01,
                          .decisions_per_person = 30,
                          .core_decisions       = 60,
                          .time_per_hop         = 0.1};

template <template <class> class Governance>
linear_growth<Governance> selling(const Governance<double>& governance)
{
    return {.governance           = governance,
            .sales_rate           = 40,
            .hiring_rate          = 6,
            .customers_per_person = 6,
            .churn                = 0.1};
}

#ifdef ORGSCALE_ALL_DRAWS
template <template <class> class Governance>
parallel_growth<Governance> in_units(const Governance<double>& governance)
{
    return {.governance           = governance,
            .sales_rate           = 12,
            .units                = 4,
            .contention           = 0.05,
            .coherency            = 0.002,
            .hiring_rate          = 1.8,
            .customers_per_person = 6,
            .churn                = 0.1};
}
#endif

template <template <class> class Governance>
network_growth<Governance> spreading(const Governance<double>& governance)
{
    return {.governance           = governance,
            .innovation           = 0.01,
            .imitation            = 0.6,
            .potential            = 3000,
            .participation        = 0.2,
            .customers_per_node   = 2,
            .hiring_rate          = 10,
            .customers_per_person = 8,
            .hiring_share         = 0.3,
            .churn                = 0.05};
}

double normal(random_numbers& draw)
{
    const double radius = std::sqrt(-2 * std::log(draw.between(1e-300, 1)));
    return radius * std::cos(draw.between(0, 2 * std::numbers::pi));
}

/// The customers and people of a run from this start, each off by a random factor, e^(size z) with z normal.
template <class Model>
auto record_of(const Model& model, const growth_state<>& start, double size, random_numbers& draw)
{
    const auto          run = solve(model, start, {.to = years().back(), .relative = 1e-10});
    std::vector<double> customers, people;
    for (const double t : years()) {
        customers.push_back(run(t).customers * std::exp(size * normal(draw)));
        people.push_back(run(t).people * std::exp(size * normal(draw)));
    }
    return together(observe(&growth_state<>::customers, years(), customers, log_normal_noise{}),
                    observe(&growth_state<>::people, years(), people, log_normal_noise{}));
}

/// The model with parameters off by up to a third.
template <class Model>
Model guessed(const Model& truth, const std::vector<std::string>& names, random_numbers& draw)
{
    return with_parameters(truth, [&](const parameter_path& path, const auto&, double value) {
        for (const auto& name : names)
            if (path.text() == name) return value * draw.magnitude(0.7, 1.4);
        return value;
    });
}

std::vector<estimated_parameter> all_of(const std::vector<std::string>& names)
{
    std::vector<estimated_parameter> some;
    for (const auto& name : names) some.push_back(estimate(name));
    return some;
}

/// -2 ln L at given values less its least.
template <class Fit>
double rise_at(const Fit& fit, const std::vector<double>& values)
{
    const auto& problem = fit.problem();
    return problem.solve_from(values, 1, values, values).deviance + 2 * fit.likelihood.value;
}

/// The same with one parameter held, at the best values of the others: its profile.
template <class Fit>
double rise_with(const Fit& fit, std::vector<double> values, std::size_t which)
{
    const auto&         problem = fit.problem();
    std::vector<double> low = problem.low(), high = problem.high();
    low[which] = high[which] = values[which];
    return problem.solve_from(values, 1, low, high).deviance + 2 * fit.likelihood.value;
}

/// What sets of records say together.
struct tally {
    bool             intervals = true; ///< whether to look at them: a fit for each parameter
    int              sets = 0, proved = 0;
    std::vector<int> covered{}; ///< by each parameter's 95 percent interval
    double           rises = 0;

    template <class Fit>
    void add(const Fit& fit, const std::vector<double>& truth)
    {
        ++sets;
        if (fit.verdict != fit_verdict::converged) return;
        ++proved;
        rises += rise_at(fit, truth);
        if (!intervals) return;
        covered.resize(truth.size());
        for (std::size_t k = 0; k < truth.size(); ++k) {
            std::vector<double> one(truth.size());
            one[k]             = 1;
            const auto   known = fit.weight_of(one);
            const double left = known.degrees_of_freedom, t = fit.quantile_of(0.95, left);
            covered[k] += rise_with(fit, truth, k) <= known.ratio * left * std::log1p(t * t / left);
        }
    }
};

template <class Model>
tally of_runs(const Model& truth, const std::vector<std::string>& names, int sets)
{
    tally all;
    all.intervals = sets > 2;
    random_numbers      draw{20};
    std::vector<double> values;
    for (const auto& name : names)
        for_each_parameter(truth, [&](const parameter_path& path, const auto&, const auto& member) {
            if (path.text() == name) values.push_back(static_cast<const double&>(member));
        });
    for (int set = 0; set < sets; ++set) {
        const auto data = record_of(truth, opening, 0.03, draw);
        all.add(calibrate(guessed(truth, names, draw), opening, data, all_of(names)), values);
    }
    return all;
}

} // namespace

// Of n points and p parameters, the rise at the truth is n ln(1 + F p/(n-p)) with F Fisher's: 4.5 on the average of
// p = 4, n = 60, its standard deviation 3.1. Four of them either way, and of binomial numbers.
void check(const tally& all)
{
    CHECK(all.proved == all.sets);
    const double sets = all.sets;
    CHECK_THAT(all.rises / sets, WithinAbs(4.5, 4 * 3.1 / std::sqrt(sets)));
    for (const int covered : all.covered)
        CHECK_THAT(covered, WithinAbs(0.95 * sets, 0.5 + 4 * std::sqrt(0.95 * 0.05 * sets)));
}

const std::vector<std::string> of_sellers{"churn", "hiring_rate", "customers_per_person",
                                          "sales_rate"},
    of_networks{"churn", "imitation", "potential", "customers_per_person"};

TEST_CASE("calibration problem: organisations that were simulated come back", "[fit]")
{
#ifdef ORGSCALE_ALL_DRAWS
    constexpr int sets = 100;
    check(of_runs(selling(peers), of_sellers, sets));
    check(of_runs(spreading(levels), of_networks, sets));
    check(of_runs(in_units(levels), of_sellers, sets));
    check(of_runs(in_units(peers), of_sellers, sets));
#else
    constexpr int sets = 1;
#endif
    check(of_runs(selling(levels), of_sellers, sets));
    check(of_runs(spreading(peers), of_networks, sets));
}

// The same of two series of a law: the sizes of their errors are unknown, and found with the parameters.
TEST_CASE("calibration problem: two series of a law, each with errors of its own", "[fit]")
{
    const bass<>              truth{.innovation = 0.01, .imitation = 0.4, .potential = 100};
    const std::vector<double> values{0.01, 0.4, 100};
    random_numbers            draw{7};
    tally                     all;
    for (int set = 0; set < trials(200); ++set) {
        std::vector<double> t, sales, users;
        for (int i = 1; i <= 20; ++i) {
            t.push_back(i);
            sales.push_back(truth.at(i) - truth.at(i - 1) + 0.3 * normal(draw));
            users.push_back(truth.at(i) * std::exp(0.05 * normal(draw)));
        }
        const auto fit = calibrate(
            bass<>{.innovation = 0.02, .imitation = 0.3, .potential = 150},
            together(observe(per_interval(), t, sales), observe(t, users, log_normal_noise{})),
            all_of({"innovation", "imitation", "potential"}));
        all.add(fit, values);
    }
    CHECK(all.proved == all.sets);
    for (const int covered : all.covered)
        CHECK_THAT(covered, WithinAbs(0.95 * all.sets, 4 * std::sqrt(0.95 * 0.05 * all.sets)));
}

TEST_CASE("calibration problem: decisions made and decisions asked for are known as a ratio alone",
          "[fit]")
{
    auto truth                   = selling(levels);
    truth.decisions_per_customer = 20; // decisions bind
    random_numbers draw{3};
    const auto     data = record_of(truth, opening, 0.02, draw);
    const auto     fit =
        calibrate(truth, opening, data,
                  all_of({"churn", "decisions_per_customer", "governance.decisions_per_manager"}),
                  {.starts = 1});
    CHECK(fit.verdict == fit_verdict::flat);
    CHECK(fit.reason == fit_reason::not_separable);
    REQUIRE(fit.inseparables.size() == 1);
    REQUIRE(fit.inseparables[0].parts.size() == 2);
    CHECK(fit.inseparables[0].parts[0].name != "churn");
    CHECK(fit.inseparables[0].parts[1].name != "churn");
    CHECK_THAT(fit.inseparables[0].parts[1].share, WithinAbs(1, 0.01)); // both times the same factor
    CHECK_FALSE(fit["decisions_per_customer"].standard_error);

    // One of them given, the other is known.
    CHECK(calibrate(truth, opening, data, all_of({"churn", "decisions_per_customer"}), {.starts = 1})
              .verdict == fit_verdict::converged);
}

TEST_CASE("calibration problem: a rate of hiring that need never reaches is said to have no effect",
          "[fit]")
{
    auto truth        = selling(levels);
    truth.hiring_rate = 1e4;
    random_numbers draw{4};
    const auto     fit = calibrate(truth, opening, record_of(truth, opening, 0.02, draw),
                                   all_of({"churn", "hiring_rate"}), {.starts = 1});
    CHECK(fit.verdict == fit_verdict::flat);
    CHECK(fit.reason == fit_reason::evaporated);
    REQUIRE(fit.inseparables.size() == 1);
    CHECK(fit.inseparables[0].text() == "hiring_rate");
}

// Loss of control lowers what a person serves with each level. A record in which the number of levels hardly changes
// can't tell it from work of another mix, which lowers customers_per_person.
TEST_CASE("calibration problem: control loss isn't told from a change of mix at one size", "[fit]")
{
    const auto     truth = selling(levels);
    const auto     grown = solve(truth, opening, {.to = 100})(100);
    random_numbers draw{5};
    const auto     names = all_of({"customers_per_person", "governance.control_retention"});
    const auto     fit   = calibrate(truth, grown, record_of(truth, grown, 0.03, draw), names);
    REQUIRE(fit.inseparables.size() == 1);
    REQUIRE(fit.inseparables[0].parts.size() == 2);
    // κ α^(L-1) stays as it is, nearly.
    const double above = truth.governance.levels(grown.people) - 1;
    const auto&  parts = fit.inseparables[0].parts;
    CHECK(parts[0].name == "customers_per_person");
    CHECK_THAT(parts[1].share, WithinAbs(-1 / above, 0.1));

    // Growth from ten people to ninety tells them apart.
    CHECK(calibrate(truth, opening, record_of(truth, opening, 0.03, draw), names)
              .inseparables.empty());
}

// People hire a share of their number, and a department a number: the same where the number hardly changes.
TEST_CASE("calibration problem: a share of hiring isn't separated from a rate at one size", "[fit]")
{
    auto truth                 = selling(levels);
    truth.sales_rate           = 1e4; // need binds nowhere
    truth.customers_per_person = 1;
    truth.hiring_share         = 0.02;
    random_numbers       draw{9};
    const auto           names = all_of({"hiring_rate", "hiring_share"});
    const growth_state<> large{.people = 600, .customers = 600};
    const auto           fit = calibrate(truth, large, record_of(truth, large, 0.03, draw), names);
    REQUIRE(fit.inseparables.size() == 1);
    REQUIRE(fit.inseparables[0].parts.size() == 2);
    // The rate and the share of some 690 people stay together as they are.
    const double ratio = 6 / (0.02 * 690);
    const auto&  parts = fit.inseparables[0].parts;
    const double share = parts[0].name == "hiring_rate" ? parts[1].share : 1 / parts[1].share;
    CHECK_THAT(share, WithinAbs(-ratio, 0.3 * ratio));
    CHECK(fit.correlation("hiring_rate", "hiring_share") < -0.95);

    // Growth from ten people to hundreds separates them.
    CHECK(calibrate(truth, opening, record_of(truth, opening, 0.03, draw), names)
              .inseparables.empty());
}

// A limit that never binds: the record says nothing of it, whatever optimum a search finds where it is taken to bind.
TEST_CASE("calibration problem: a parameter without effect never comes back as determined", "[fit]")
{
    struct kind {
        linear_growth<hierarchy> truth;
        std::string              never;
        double                   guess;
    };
    auto service_binds                   = selling(levels);
    service_binds.sales_per_person       = 1;
    service_binds.hiring_share           = 0.1;
    auto need_binds                      = selling(levels);
    need_binds.hiring_rate               = 1e4;
    auto few_decisions                   = selling(levels);
    few_decisions.decisions_per_customer = 1;
    const auto               one         = GENERATE_COPY(kind{service_binds, "sales_rate", 40},
                                                         kind{need_binds, "hiring_rate", 8},
                                                         kind{few_decisions, "governance.decisions_per_manager", 12},
                                                         kind{few_decisions, "decisions_per_customer", 8});
    std::vector<std::string> names{"churn", "customers_per_person", "sales_rate"};
    if (one.never != "sales_rate") names.push_back(one.never);
#ifdef ORGSCALE_ALL_DRAWS
    constexpr int sets = 24;
#else
    constexpr int sets = 1;
#endif
    random_numbers draw{6};
    int            flat = 0;
    for (int set = 0; set < sets; ++set) {
        const auto data = record_of(one.truth, opening, 0.03, draw);
        const auto from = guessed(with(one.truth, {{one.never.c_str(), one.guess}}), names, draw);
        const auto fit  = calibrate(from, opening, data, all_of(names));
        INFO(one.never << ", set " << set << ": " << name(fit.verdict));
        CHECK_FALSE(fit);
        CHECK_FALSE(fit[one.never].standard_error);
        if (fit.verdict != fit_verdict::flat) continue;
        ++flat;
        REQUIRE_FALSE(fit.inseparables.empty());
        CHECK(fit.inseparables[0].text() == one.never);
    }
    CHECK(2 * flat >= sets);
}

// The last figures of a run from a calibrated start: the truth lies in bands of 99 percent.
TEST_CASE("calibration problem: a calibrated organisation forecasts its next figures", "[fit]")
{
    const auto     truth = selling(levels);
    random_numbers draw{8};
    const auto     data = record_of(truth, opening, 0.03, draw);
    const auto fit = calibrate(guessed(truth, of_sellers, draw), opening, data, all_of(of_sellers));
    REQUIRE(fit);
    const auto run   = solve(truth, opening, {.to = 20});
    const auto bands = forecast<1>(fit, std::vector<double>{16, 20},
                                   {.level = 0.99, .members = 60, .errors = false});
    CHECK(bands[1].low <= run(20).people);
    CHECK(bands[1].high.value() >= run(20).people);
    CHECK(bands[1].high.value() / bands[1].low < 1.2); // errors of 3 percent, sixty figures
}

} // namespace calibration_problem_test
