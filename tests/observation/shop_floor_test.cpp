#include <orgscale/observation/shop_floor.hpp>

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/observation/dashboard.hpp>

namespace shop_floor_test {

using namespace orgscale;

namespace {

constexpr shop_floor<> weekly{
    .visit_interval = 1, .sample = 20, .standard_error = 1, .volatility = 0.4};

shop_floor<> drawn(random_numbers& draw)
{
    return {.visit_interval = draw.magnitude(0.1, 10),
            .sample         = draw.magnitude(1, 100),
            .standard_error = draw.magnitude(0.1, 10),
            .volatility     = draw.magnitude(0.1, 10)};
}

} // namespace

TEST_CASE("shop_floor: its error and delay agree with a simulation", "[observation]")
{
    const int      parts = 20;
    const double   step  = std::sqrt(3 * 0.4 / parts); // uniform, of variance Q/parts
    const double   seen  = std::sqrt(3 * 1.0);         // each customer, of variance 1
    const double   gain  = weekly.gain();
    random_numbers draw(961);
    double         truth = 0, estimate = 0, squares = 0, line = 0;
    const int      visits = 20000;
    for (int visit = 0; visit < visits; ++visit) {
        double shown = 0;
        for (int customer = 0; customer < 20; ++customer) shown += draw.between(-seen, seen);
        estimate += gain * (truth + shown / 20 - estimate);
        line += gain * (visit - line); // the same filter on a truth that rises by 1 a visit
        for (int part = 0; part < parts; ++part) {
            // At the middle of the part, half a step later.
            const double change = draw.between(-step, step);
            const double off    = truth - estimate;
            squares += off * off + off * change + change * change / 2;
            truth += change;
        }
    }
    // Errors two visits apart are nearly independent: 3 standard errors are 3 sqrt(2 · 2/2e4) = 4%.
    CHECK_THAT(squares / (visits * parts), WithinRel(weekly.mean_square_error(), 0.04));
    // On average half an interval after the last visit; the lag of the line is the mean age.
    CHECK_THAT(visits - 0.5 - line, WithinRel(weekly.reporting_delay(5), 1e-8)); // cancels by 2e4
}

TEST_CASE("shop_floor: its delay and error are those of the filter", "[observation]")
{
    random_numbers draw(962);
    for (int i = 0; i < 200; ++i) {
        const auto   floor = drawn(draw);
        const double q     = floor.volatility * floor.visit_interval;
        const double r     = floor.standard_error * floor.standard_error / floor.sample;
        const double k     = floor.gain();
        CHECK_THAT(k * k / (1 - k), WithinRel(q / r, 1e-10)); // 1 - K > 1e-4 here
        CHECK_THAT(floor.reporting_delay(3),
                   WithinRel(floor.visit_interval * (0.5 + (1 - k) / k), 1e-13));
        CHECK_THAT(floor.mean_square_error(), WithinRel(k * r + q / 2, 8 * ulp));
    }
    // (sqrt(q² + 4 q) - q)/2 for q = 8 is 2 (sqrt(6) - 2); the mean age is 1/2 + (sqrt(6) - 2)/4.
    CHECK_THAT(weekly.reporting_delay(5), WithinRel(0.5 + (std::sqrt(6.0) - 2) / 4, 8 * ulp));
}

TEST_CASE("shop_floor: layers make no difference", "[observation]")
{
    for (const double m : {0.0, 1.0, 7.5, 1e9}) {
        CHECK(weekly.reporting_delay(m) == weekly.reporting_delay(0));
        CHECK(weekly.signal_retention(m) == 1);
    }
}

TEST_CASE("shop_floor: has the error of an exact report of its own age", "[observation]")
{
    // The mean square error of an exact report is Q times its age.
    random_numbers draw(963);
    for (int i = 0; i < 200; ++i) {
        const auto   floor = drawn(draw);
        const double age   = floor.reporting_delay(4);
        CHECK_THAT(floor.mean_square_error(), WithinRel(floor.volatility * age, 4 * ulp));
        // A dashboard with the same delay is as good: same interval, no smoothing.
        const double      level = (age - floor.visit_interval / 2) / 4;
        const dashboard<> board{.reporting_interval = double{floor.visit_interval},
                                .delay_per_level    = level};
        CHECK_THAT(board.reporting_delay(4), WithinRel(age, 8 * ulp));
    }
}

TEST_CASE("shop_floor: sample_to_match has the error of the report", "[observation]")
{
    random_numbers draw(964);
    for (int i = 0; i < 200; ++i) {
        const auto                  floor = drawn(draw);
        const double                age   = floor.visit_interval * draw.between(0.51, 20);
        const std::optional<double> match = floor.sample_to_match(age);
        REQUIRE(match.has_value());
        const auto matching = with(floor, {{"sample", *match}});
        CHECK_THAT(matching.reporting_delay(0), WithinRel(age, 64 * ulp));
        CHECK(with(floor, {{"sample", 2 * *match}}).reporting_delay(0) < age);
        // If visits are too rare, no sample is large enough.
        CHECK_FALSE(floor.sample_to_match(floor.visit_interval / 2).has_value());
        CHECK_FALSE(floor.sample_to_match(floor.visit_interval / 3).has_value());
    }
}

TEST_CASE("shop_floor: without sampling error the delay is T/2", "[observation]")
{
    const auto exact = with(weekly, {{"standard_error", 0}});
    CHECK(exact.gain() == 1);
    CHECK(exact.reporting_delay(0) == 0.5);
    CHECK_THAT(with(weekly, {{"sample", 1e15}}).reporting_delay(0), WithinRel(0.5, 1e-14));
}

TEST_CASE("shop_floor: larger samples and more frequent visits reduce delay and error",
          "[observation]")
{
    random_numbers draw(965);
    for (int i = 0; i < 200; ++i) {
        const auto floor = drawn(draw);
        const auto more  = with(floor, {{"sample", 1.5 * floor.sample}});
        const auto often = with(floor, {{"visit_interval", floor.visit_interval / 1.5}});
        const auto wild  = with(floor, {{"volatility", 1.5 * floor.volatility}});
        CHECK(more.reporting_delay(0) < floor.reporting_delay(0));
        CHECK(more.mean_square_error() < floor.mean_square_error());
        CHECK(often.reporting_delay(0) < floor.reporting_delay(0));
        CHECK(often.mean_square_error() < floor.mean_square_error());
        CHECK(wild.reporting_delay(0) < floor.reporting_delay(0)); // older visits weigh less
        CHECK(wild.mean_square_error() > floor.mean_square_error());
    }
}

TEST_CASE("shop_floor: slopes agree with differences", "[observation]")
{
    const auto which = GENERATE(0, 1, 2, 3);
    const auto all   = [which]<class R>(const R& x) -> R {
        const shop_floor<R> floor{.visit_interval = which == 0 ? x : R(1),
                                    .sample         = which == 1 ? x : R(20),
                                    .standard_error = which == 2 ? x : R(1),
                                    .volatility     = which == 3 ? x : R(0.5)};
        return floor.reporting_delay(R(3)) + floor.mean_square_error() + floor.gain();
    };
    for (const double x : {0.1, 1.0, 30.0})
        CHECK_THAT(slope_of_dual(all, x), WithinRel(slope_of_differences(all, x), slope_error));
}

TEST_CASE("shop_floor: describes itself", "[observation]")
{
    CHECK(wrong_in_description(weekly).empty());
    CHECK(names_of(weekly) ==
          std::vector<std::string>{"visit_interval", "sample", "standard_error", "volatility"});
    CHECK(values_of(weekly) == std::vector<double>{1, 20, 1, 0.4});
}

TEST_CASE("shop_floor: refuses an empty sample", "[observation]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(weekly, {{name, value}}); });
    };
    for (const char* name : {"visit_interval", "sample", "volatility"})
        for (const double bad : {0.0, -1.0, infinity<double>(), std::nan("")})
            CHECK(refused(name, bad) == "must be greater than 0 and finite");
    for (const double bad : {-1.0, infinity<double>(), std::nan("")})
        CHECK(refused("standard_error", bad) == "must be 0 or greater, and finite");
    const char* const beyond =
        "volatility * visit_interval and standard_error² / sample must be finite, and the first above 0";
    CHECK(refused("standard_error", 1e200) == beyond);
    CHECK(refused("volatility", 1e308) == "nothing was refused");
    CHECK(refused_by([] {
              return with(weekly, {{"volatility", 1e200}, {"visit_interval", 1e200}});
          }) == beyond);
    CHECK(refused_by([] {
              return with(weekly, {{"volatility", 1e-200}, {"visit_interval", 1e-200}});
          }) == beyond);
    CHECK_THAT(refusal_text([] {
                   return shop_floor<>{
                       .visit_interval = 1, .sample = 0, .standard_error = 1, .volatility = 1};
               }),
               ContainsSubstring("shop_floor_test.cpp:"));
}

} // namespace shop_floor_test
