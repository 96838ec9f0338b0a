#include <orgscale/observation/dashboard.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/observation/exponential_smoothing.hpp>

namespace dashboard_test {

using namespace orgscale;

namespace {

constexpr dashboard<> monthly{
    .reporting_interval = 1, .delay_per_level = 0.25, .retention_per_level = 0.5, .smoothing = 3};

} // namespace

TEST_CASE("dashboard: shows rising demand one delay late, in a simulation", "[observation]")
{
    // 100 steps to a report. Demand rises by 1 per unit of time; each report is exponentially smoothed,
    // passes 4 layers that take 0.25 each, and is consulted all the time.
    const int    parts = 100;
    const auto   blend = exponential_smoothing<>::of_mean_age(3); // 3 reports of 1 time each
    const double late  = 4 * 0.25;
    double       shown = 0, behind = 0;
    int          looks = 0;
    for (int report = 0; report < 400; ++report) {
        shown = blend.next(shown, report);
        for (int part = 0; part < parts; ++part) {
            const double now = report + late + (part + 0.5) / parts; // until the next arrives
            if (report >= 300)
                behind += now - shown, ++looks; // the start's weight is (3/4)^300 = 3e-38
        }
    }
    CHECK_THAT(behind / looks,
               WithinRel(monthly.reporting_delay(4), 1e-11)); // a sum of 1e4 numbers near 300
}

TEST_CASE("dashboard: the delays add up", "[observation]")
{
    random_numbers draw(951);
    for (int i = 0; i < 200; ++i) {
        const dashboard<> board{.reporting_interval  = draw.magnitude(0.01, 10),
                                .delay_per_level     = draw.magnitude(0.01, 10),
                                .retention_per_level = draw.between(0.1, 1),
                                .smoothing           = draw.magnitude(0.01, 10)};
        const double      m = draw.between(0, 10);
        CHECK_THAT(
            board.reporting_delay(m),
            WithinRel(board.reporting_interval / 2 + board.delay_per_level * m + board.smoothing,
                      4 * ulp));
        CHECK(board.reporting_delay(m) > 0);
        CHECK(board.reporting_delay(m + 1) > board.reporting_delay(m));
        CHECK(board.signal_retention(m + 1) < board.signal_retention(m));
        CHECK(board.signal_retention(m) > 0);
        CHECK(board.signal_retention(m) <= 1);
    }
    CHECK(monthly.reporting_delay(4) == 4.5);
    CHECK(dashboard<>{.reporting_interval = 1, .delay_per_level = 0.25}.reporting_delay(4) == 1.5);
}

TEST_CASE("dashboard: six layers that each drop half leave 1/64", "[observation]")
{
    CHECK(monthly.signal_retention(6) == 0.015625);
    CHECK(monthly.signal_retention(0) == 1);
}

TEST_CASE("dashboard: by default layers neither delay nor lose anything", "[observation]")
{
    const dashboard<> plain{.reporting_interval = 2};
    for (const double m : {0.0, 1.0, 9.5}) {
        CHECK(plain.reporting_delay(m) == 1);
        CHECK(plain.signal_retention(m) == 1);
    }
}

TEST_CASE("dashboard: slopes agree with differences", "[observation]")
{
    const auto all = []<class R>(const R& m) -> R {
        const dashboard<R> board{.reporting_interval  = m,
                                 .delay_per_level     = R(0.25),
                                 .retention_per_level = R(0.75),
                                 .smoothing           = R(3)};
        return board.reporting_delay(m) + board.signal_retention(m);
    };
    for (const double m : {0.1, 1.0, 7.0})
        CHECK_THAT(slope_of_dual(all, m), WithinRel(slope_of_differences(all, m), slope_error));
}

TEST_CASE("dashboard: describes itself", "[observation]")
{
    CHECK(wrong_in_description(monthly).empty());
    CHECK(names_of(monthly) == std::vector<std::string>{"reporting_interval", "delay_per_level",
                                                        "retention_per_level", "smoothing"});
    CHECK(values_of(monthly) == std::vector<double>{1, 0.25, 0.5, 3});
}

TEST_CASE("dashboard: refuses an interval of zero and a retention of zero", "[observation]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(monthly, {{name, value}}); });
    };
    for (const double bad : {0.0, -1.0, infinity<double>(), std::nan("")})
        CHECK(refused("reporting_interval", bad) == "must be greater than 0 and finite");
    for (const char* name : {"delay_per_level", "smoothing"})
        for (const double bad : {-1.0, infinity<double>(), std::nan("")})
            CHECK(refused(name, bad) == "must be 0 or greater, and finite");
    for (const double bad : {0.0, -0.1, 1.1, std::nan("")})
        CHECK(refused("retention_per_level", bad) == "must be greater than 0 and at most 1");
    CHECK_THAT(refusal_text([] { return dashboard<>{.reporting_interval = 0}; }),
               ContainsSubstring("dashboard_test.cpp:"));
}

} // namespace dashboard_test
