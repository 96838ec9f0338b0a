// What a function refuses of its arguments, in all rooms of nouns: the rule of core/checked.hpp.
#include <cmath>
#include <limits>
#include <vector>

#include <catch.hpp>
#include <doubles.hpp>
#include <refusal.hpp>

#include <orgscale/governance.hpp>
#include <orgscale/growth.hpp>
#include <orgscale/improvement.hpp>
#include <orgscale/observation.hpp>
#include <orgscale/queueing.hpp>
#include <orgscale/support.hpp>
#include <orgscale/workforce.hpp>

namespace arguments_test {

using namespace orgscale;

namespace {

/// A function of one argument, with the end of its domain and the rule.
struct question {
    const char* name;
    double (*answer)(double);
    double      least;
    const char* rule;
    double      most = std::numeric_limits<double>::infinity();
};

constexpr const char* from_0      = "must be 0 or greater";
constexpr const char* above_0     = "must be greater than 0";
constexpr const char* from_1      = "must be 1 or greater, and finite";
constexpr const char* from_0_to_1 = "must be from 0 to 1";

constexpr erlang_c<> desk{.arrival_rate = 48, .service_time = 1, .servers = 50};
constexpr erlang_a<> hurried{.arrival_rate = 48, .service_time = 1, .patience = 2, .servers = 50};
constexpr garnett<>  rule{.margin = 1, .service_time = 1, .patience = 1};
constexpr layered_signal<>     signal{.retention = 0.9, .error = 0.1};
constexpr random_walk_filter<> filter{.volatility = 1, .observation_variance = 2};
constexpr capability_trap<> trap{.hours = 40, .improvement = 10, .learning = 1, .erosion_time = 20};
constexpr crawford_curve<>  crawford{.first_unit = 100, .rate = 0.8};
constexpr wright_curve<>    wright{.first_unit = 100, .rate = 0.8};
constexpr half_life<>       better{.halving_time = 6};
constexpr community_answering<>    crowd{.answering_rate = 0.01, .window = 2};
constexpr bass<>                   demand{.innovation = 0.03, .imitation = 0.4, .potential = 100};
constexpr gamma_shifted_gompertz<> gompertz_like{
    .adoption_rate = 0.4, .reluctance_scale = 20, .reluctance_shape = 2, .potential = 100};
constexpr control_loss<> firm{
    .span_of_control = 5, .control_retention = 0.9, .wage_step = 1.5, .wage = 1, .margin = 2};
constexpr executive_pay<> payroll{.span_of_control = 5, .pay_step = 1.4, .base_pay = 1};
constexpr pyramid<>       people{.span_of_control = 5};

const std::vector<question> questions{
    {"erlang_c::service_level", [](double x) { return *desk.service_level(x); }, 0, from_0},
    {"erlang_c::wait_tail", [](double x) { return *desk.wait_tail(x); }, 0, from_0},
    {"erlang_c::wait_quantile", [](double x) { return *desk.wait_quantile(x); }, 0, from_0_to_1, 1},
    {"erlang_a::service_level", [](double x) { return hurried.service_level(x); }, 0, from_0},
    {"erlang_a::service_level_of_served",
     [](double x) { return hurried.service_level_of_served(x); }, 0, from_0},
    {"erlang_a::wait_tail", [](double x) { return hurried.wait_tail(x); }, 0, from_0},
    {"erlang_a::wait_quantile", [](double x) { return hurried.wait_quantile(x); }, 0, from_0_to_1,
     1},
    {"garnett::servers", [](double x) { return rule.servers(x); }, 1e-300, above_0},
    {"garnett::abandonment", [](double x) { return rule.abandonment(x); }, 1e-300, above_0},
    {"halfin_whitt::servers", [](double x) { return halfin_whitt<>{.margin = 1}.servers(x); }, 0,
     from_0},
    {"layered_signal::retained", [](double x) { return signal.retained(x); }, 0, from_0},
    {"layered_signal::message_error", [](double x) { return signal.message_error(x); }, 0, from_0},
    {"layered_signal::fidelity", [](double x) { return signal.fidelity(x); }, 0, from_0},
    {"exponential_smoothing::step_response",
     [](double x) { return exponential_smoothing<>{.gain = 0.2}.step_response(x); }, 0, from_0},
    {"periodic_report::mean_age",
     [](double x) { return periodic_report<>{.interval = 4}.mean_age(x); }, 1, from_1},
    {"random_walk_filter::error_after", [](double x) { return filter.error_after(x); }, 0, from_0},
    {"capability_trap::at_once", [](double x) { return trap.at_once(x); }, 0, from_0},
    {"capability_trap::largest_loss", [](double x) { return trap.largest_loss(0.5, 2, x); }, 0,
     from_0},
    {"crawford_curve::unit", [](double x) { return crawford.unit(x); }, 1, from_1},
    {"crawford_curve::after_doublings", [](double x) { return crawford.after_doublings(x); }, 0,
     from_0},
    {"wright_curve::average", [](double x) { return wright.average(x); }, 1, from_1},
    {"wright_curve::total", [](double x) { return wright.total(x); }, 0, from_0},
    {"wright_curve::unit", [](double x) { return wright.unit(x); }, 1, from_1},
    {"half_life::exposure", [](double x) { return better.exposure(3, x); }, 0, from_0},
    {"half_life::saved", [](double x) { return better.saved(3, x); }, 0, from_0},
    {"community_answering::race", [](double x) { return crowd.race(x); }, 0, from_0},
    {"community_answering::median_first_answer",
     [](double x) { return crowd.median_first_answer(x); }, 0, from_0},
    {"heaps_law::distinct", [](double x) { return heaps_law<>{}.distinct(x); }, 0, from_0},
    {"bass::at", [](double x) { return demand.at(x); }, 0, from_0},
    {"bass::share", [](double x) { return demand.share(x); }, 0, from_0},
    {"bass::hazard", [](double x) { return demand.hazard(x); }, 0, from_0},
    {"bass::density", [](double x) { return demand.density(x); }, 0, from_0},
    {"gamma_shifted_gompertz::at", [](double x) { return gompertz_like.at(x); }, 0, from_0},
    {"gamma_shifted_gompertz::density", [](double x) { return gompertz_like.density(x); }, 0,
     from_0},
    {"rohlfs::price_at",
     [](double x) { return rohlfs<>{.price = 1, .greatest_benefit = 8}.price_at(x); }, 0,
     from_0_to_1, 1},
    {"amdahl::speed_up", [](double x) { return amdahl<>{.serial_fraction = 0.1}.speed_up(x); }, 0,
     from_0},
    {"gustafson::speed_up",
     [](double x) { return gustafson<>{.serial_fraction = 0.1}.speed_up(x); }, 0, from_0},
    {"universal_scalability::speed_up",
     [](double x) {
         return universal_scalability<>{.contention = 0.1, .coherency = 0.01}.speed_up(x);
     },
     0, from_0},
    {"power_output::speed_up", [](double x) { return power_output<>{.exponent = 1.2}.speed_up(x); },
     0, from_0},
    {"metcalfe::value", [](double x) { return metcalfe<>{.unit_value = 1}.value(x); }, 0, from_0},
    {"reed::value", [](double x) { return reed<>{.unit_value = 1}.value(x); }, 0, from_0},
    {"watchmaker::operations",
     [](double x) { return watchmaker<>{.interruption = 0.01}.operations(x); }, 0, from_0},
    {"control_loss::output", [](double x) { return firm.output(x); }, 1, from_1},
    {"control_loss::wages", [](double x) { return firm.wages(x); }, 1, from_1},
    {"control_loss::profit", [](double x) { return firm.profit(x); }, 1, from_1},
    {"executive_pay::pay", [](double x) { return payroll.pay(x); }, 0, from_0},
    {"executive_pay::top_pay", [](double x) { return payroll.top_pay(x); }, 1, from_1},
    {"executive_pay::share_paid", [](double x) { return payroll.share_paid(x); }, 0, from_0},
    {"pyramid::people", [](double x) { return people.people(x); }, 0, from_0},
    {"pyramid::levels", [](double x) { return people.levels(x); }, 1, from_1},
    {"pyramid::managers", [](double x) { return people.managers(x); }, 1, from_1},
};

} // namespace

TEST_CASE("arguments outside a function's domain are refused, with its rule", "[composition]")
{
    for (const question& one : questions) {
        INFO(one.name);
        const double below = one.least > 0.5 ? 0.999 : -1e-300;
        for (const double bad : {below, -1.0, -infinite, std::nan("")})
            CHECK(refused_by([&] { return one.answer(bad); }) == one.rule);
        if (one.most < infinite)
            CHECK(refused_by([&] { return one.answer(one.most * (1 + ulp)); }) == one.rule);
    }
}

TEST_CASE("arguments at the end of a function's domain are answered", "[composition]")
{
    for (const question& one : questions) {
        INFO(one.name);
        CHECK_FALSE(std::isnan(one.answer(one.least)));
        CHECK_FALSE(std::isnan(one.answer(1)));
    }
}

TEST_CASE("arguments that are counts are refused below the first", "[composition]")
{
    constexpr bullwhip<> orders{.lead_time = 3};
    for (const int bad : {0, -1}) {
        CHECK(refused_by([=] { return orders.of_moving_average(bad); }) ==
              "periods must be 1 or more");
        CHECK(refused_by([=] {
                  return bullwhip_stages<>{.lead_time = 3, .stages = 2}.shared(bad);
              }) == "periods must be 1 or more");
    }
    CHECK(orders.of_moving_average(1) == 25); // 1 + 2 L + 2 L²
}

TEST_CASE("arguments that a run only tries are answered at the nearest end", "[composition]")
{
    constexpr dashboard<> report{
        .reporting_interval = 4, .delay_per_level = 1, .retention_per_level = 0.5};
    CHECK(report.reporting_delay(-3) == report.reporting_delay(0));
    CHECK(report.signal_retention(-3) == 1);
    CHECK(crowd.answered(-80, 1) == 0);
    CHECK(crowd.unanswered(-80, 1) == 1);
    CHECK(trap.at_once(50) == 0); // more than all hours
    CHECK(std::isnan(report.reporting_delay(std::nan(""))));
}

} // namespace arguments_test
