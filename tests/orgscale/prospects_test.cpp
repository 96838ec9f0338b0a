#include "study/find_prospects.hpp"

#include <cstdio>
#include <string>

#include <catch.hpp>

#include <orgscale/ensemble/uniform.hpp>

#include "chart/plots_of_samples.hpp"
#include "shipped.hpp"
#include "study/examine.hpp"
#include "study/late_bar.hpp"
#include "study/make_study.hpp"
#include "text/figures_of_samples.hpp"

namespace prospects_test {

namespace {

/// The practice with one uncertain parameter alone, in as many cases.
program::problem practice(const std::string& parameter, const orgscale::distribution& law,
                          std::uint64_t members)
{
    auto             all = program_tests::shipped("zero_to_300");
    program::unknown only{"1:1",
                          "organisation." + parameter,
                          parameter,
                          quantile(law, 0.5),
                          quantile(law, 0.1),
                          quantile(law, 0.9),
                          "",
                          ""};
    only.uses.push_back({all.plan.now_is, parameter});
    all.plan.unknowns = {.values = {only}, .together = {}, .members = members, .seed = 5};
    all.laws          = {law};
    return all;
}

program::organisation with(const program::problem& all, const std::string& which, double value)
{
    return program_tests::with(all.now(), which, value);
}

std::string printed(bool is_terminal, std::initializer_list<orgscale::progress> all)
{
    std::FILE*        to = std::tmpfile();
    program::late_bar bar{"cases", to, is_terminal};
    for (const auto& one : all) bar(one);
    std::string text(static_cast<std::size_t>(std::ftell(to)), ' ');
    std::rewind(to);
    text.resize(std::fread(text.data(), 1, text.size(), to));
    std::fclose(to);
    return text;
}

} // namespace

// Customers rise with the hiring rate, so their quantiles are the runs at its quantiles: evenly spread
// draws of 1000 cases miss a share by about 1 in 1000, which is 6e-4 of the rate or less; the sketch of the
// quantiles rounds by 2^-10, a run its end by 1e-6.
TEST_CASE("prospects: the fan is made of the runs at the quantiles", "[program]")
{
    const orgscale::uniform law{9, 15};
    const auto              all     = practice("hiring_rate", law, 1000);
    const auto              samples = program::find_prospects(all);
    REQUIRE(samples);
    CHECK(samples->members == 1000);
    CHECK(samples->failed == 0);
    for (const auto& [share, q] :
         {std::pair{0.1, &program::quantiles::p10}, std::pair{0.25, &program::quantiles::p25},
          std::pair{0.5, &program::quantiles::p50}, std::pair{0.75, &program::quantiles::p75},
          std::pair{0.9, &program::quantiles::p90}}) {
        const auto then = program::examine(all, with(all, "hiring_rate", quantile(law, share)));
        CHECK(samples->customers.back().*q == Approx(then.end().customers).epsilon(1.6e-3));
        CHECK(samples->people.back().*q == Approx(then.end().people).epsilon(1.6e-3));
        CHECK(program::at(*samples, samples->people, 12).*q ==
              Approx(then.marks[0].people).epsilon(1.6e-3));
    }
}

// The wall comes the later the more are hired, and from a rate on never.
TEST_CASE("prospects: the dates of the wall are those at the quantiles", "[program]")
{
    const orgscale::uniform law{15, 18};
    const auto              all     = practice("hiring_rate", law, 1000);
    const auto              samples = program::find_prospects(all);
    REQUIRE(samples);
    const auto wall_at = [&](double rate) {
        return program::gist_of(all.plan, with(all, "hiring_rate", rate)).wall;
    };
    double low = 15, high = 18; // of the rates that have one, by halving
    for (int i = 0; i < 30; ++i) (wall_at((low + high) / 2) ? low : high) = (low + high) / 2;
    CHECK(samples->share_never == Approx((18 - low) / 3).margin(4e-3));
    CHECK(samples->wall_p10.value() == Approx(*wall_at(quantile(law, 0.1))).margin(0.2));
    CHECK(samples->wall_p50.value() == Approx(*wall_at(quantile(law, 0.5))).margin(0.2));
    CHECK_FALSE(samples->wall_p90);
}

TEST_CASE("prospects: the fan chart and the table show these numbers", "[program]")
{
    auto study = program::make_study(practice("hiring_rate", orgscale::uniform{9, 15}, 200));
    REQUIRE(study.samples);
    const auto charts = program::fan_charts(study);
    REQUIRE(charts.size() == 2);
    const auto& shown = charts.front().shown;
    REQUIRE(shown.areas.size() == 2);
    const auto& fan = study.samples->customers;
    REQUIRE(shown.areas[0].lower.size() == fan.size());
    for (std::size_t i = 0; i < fan.size(); ++i) {
        CHECK(shown.areas[0].lower[i].y == fan[i].p10);
        CHECK(shown.areas[1].lower[i].y == fan[i].p25);
        CHECK(shown.areas[1].upper[i].y == fan[i].p75);
        CHECK(shown.areas[0].upper[i].y == fan[i].p90);
        CHECK(shown.curves[1].points[i].y == fan[i].p50);
        CHECK(shown.curves[1].points[i].x == study.samples->times[i]);
    }
    CHECK(shown.top >= fan.back().p90);
    const auto table = program::table_of_samples(study);
    REQUIRE(table);
    CHECK(table->rows.size() == 2);
    CHECK(table->rows[1].back().find(" to ") != std::string::npos);
}

TEST_CASE("prospects: the same cases are drawn again, and none where nothing is uncertain",
          "[program]")
{
    const auto all   = practice("hiring_rate", orgscale::uniform{9, 15}, 700);
    const auto first = program::find_prospects(all), second = program::find_prospects(all);
    CHECK(first->customers.back().p90 == second->customers.back().p90);
    CHECK(first->wall_p10 == second->wall_p10);

    auto certain          = all;
    certain.plan.unknowns = {};
    CHECK_FALSE(program::find_prospects(certain));
    auto of_others                                        = all;
    of_others.plan.unknowns.values[0].uses[0].composition = all.plan.now_is + 1;
    CHECK_FALSE(program::find_prospects(of_others));
}

TEST_CASE("late bar: silent where nobody looks, and for what is soon done", "[program]")
{
    const orgscale::progress early{100, 1000, 0.1}, on_its_way{400, 1000, 0.6},
        done{1000, 1000, 1.5};
    CHECK(printed(false, {early, on_its_way, done}).empty());
    CHECK(printed(true, {early, {1000, 1000, 0.3}}).empty());
    CHECK(printed(true, {early}).empty());
    const auto text = printed(true, {early, on_its_way, done});
    CHECK(text.find("40 %") != std::string::npos);
    CHECK(text.find("100 %") != std::string::npos);
    CHECK(text.find("10 %  0.1 s") == std::string::npos);
}

} // namespace prospects_test
