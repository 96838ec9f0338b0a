#include "study/find_levers.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <string>

#include <catch.hpp>

#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "shipped.hpp"
#include "small_study.hpp"
#include "study/examine.hpp"
#include "text/figures_of_levers.hpp"
#include "text/words_on_levers.hpp"

namespace levers_test {

using program_tests::shipped;
using program_tests::studied;
using program_tests::with;

namespace {

const program::lever& named(const program::levers& all, const std::string& name)
{
    for (const auto& one : all.ranked)
        if (one.name == name) return one;
    throw std::runtime_error{"no lever " + name};
}

std::string told(const program::study& found)
{
    std::string text;
    for (const auto& one : program::on_levers(found).sentences) text += one + "\n";
    return text;
}

} // namespace

// Central differences of the date are good to h^2 and to the tolerance of the runs over h.
TEST_CASE("levers: the slope of the wall's date is that of its differences", "[program]")
{
    const auto  all   = shipped("encyclopedia");
    const auto& found = studied("encyclopedia").moves;
    REQUIRE(found.usual.wall);
    const auto   name    = GENERATE("governance.autonomy", "governance.core_decisions", "imitation",
                                    "potential", "churn", "decisions_per_customer");
    const auto&  one     = named(found, name);
    const double h       = 1e-4 * one.before;
    const auto   wall_at = [&](double value) {
        return program::gist_of(all.plan, with(all.now(), name, value)).wall.value();
    };
    const double difference = (wall_at(one.before + h) - wall_at(one.before - h)) / (2 * h);
    REQUIRE(one.wall.slope);
    CHECK(*one.wall.slope == Approx(difference).epsilon(1e-4));
    CHECK(*one.wall.elasticity == Approx(difference * one.before / *found.usual.wall).epsilon(1e-4));
    CHECK(*one.wall.move == Approx(*one.wall.slope * (one.after - one.before)));
    CHECK(one.rerun.wall == wall_at(one.after));
}

TEST_CASE("levers: the slope of the customers is that of their differences", "[program]")
{
    const auto   all          = shipped("consulting_firm");
    const auto&  one          = named(studied("consulting_firm").moves, "churn");
    const double h            = 1e-4 * one.before;
    const auto   customers_at = [&](double value) {
        return program::gist_of(all.plan, with(all.now(), "churn", value)).customers;
    };
    const double difference = (customers_at(one.before + h) - customers_at(one.before - h)) /
                              (2 * h);
    CHECK(*one.customers.slope == Approx(difference).epsilon(1e-4));
    CHECK(*one.customers.move == Approx(difference * (one.after - one.before)).epsilon(1e-4));
}

// The differences are those of runs from states that begin with what steady reports would tell of each:
// good to h^2, which is most where a loss is taken to the power of the layers, and to the tolerance of
// the runs over h.
TEST_CASE("levers: how it is run is a lever too", "[program]")
{
    const auto all  = shipped("promise"); // with the middle of what may be chosen
    const auto firm = with(all.compositions[0], "hiring_rate", 100); // so that it is not what binds
    const auto found = program::find_levers(all.plan, firm);
    const auto name  = GENERATE("observation.reporting_interval", "observation.retention_per_level",
                                "customers_per_person", "churn");
    const auto&  one = named(found, name);
    const double h   = (std::string{name} == "observation.retention_per_level" ? 1e-4 : 1e-3) *
                     one.before;
    const auto at = [&](double value) {
        return program::gist_of(all.plan, with(firm, name, value)).customers;
    };
    const double difference = (at(one.before + h) - at(one.before - h)) / (2 * h);
    REQUIRE(one.customers.slope);
    INFO(name);
    CHECK(*one.customers.slope == Approx(difference).epsilon(1e-4));
}

TEST_CASE("levers: ranked by the run with the whole change", "[program]")
{
    for (const auto* name : {"encyclopedia", "consulting_firm", "zero_to_300"}) {
        const auto& found = studied(name).moves;
        const auto  size  = [&](const program::lever& one) {
            return std::abs(found.customers_change(one).value_or(0));
        };
        CHECK(std::is_sorted(found.ranked.begin(), found.ranked.end(),
                             [&](const auto& a, const auto& b) { return size(a) > size(b); }));
    }
    // By slope another would be the first of the firm's: sales per person, of which a wall takes most.
    const auto& firm = studied("consulting_firm").moves;
    const auto  by_slope =
        std::max_element(firm.ranked.begin(), firm.ranked.end(), [&](const auto& a, const auto& b) {
            return std::abs(firm.customers_by_slope(a).value_or(0)) <
                   std::abs(firm.customers_by_slope(b).value_or(0));
        });
    CHECK(by_slope->name == "sales_per_person");
    CHECK(firm.slope_misleads(*by_slope));
    CHECK(firm.ranked.front().name != "sales_per_person");
}

TEST_CASE("levers: the run is that of the whole change, in the direction that brings more customers",
          "[program]")
{
    const auto  all   = shipped("zero_to_300");
    const auto& found = studied("zero_to_300").moves;
    const auto  run   = [&](const std::string& name, double value) {
        return program::gist_of(all.plan, with(all.now(), name, value)).customers;
    };
    for (const auto& one : found.ranked) {
        CHECK(one.rerun.customers == run(one.name, one.after));
        if (program::better_direction(one.name) == 0 && one.by == program::change::more)
            CHECK(one.rerun.customers >= run(one.name, 0.9 * one.before));
        if (program::better_direction(one.name) == 0 && one.by == program::change::less)
            CHECK(one.rerun.customers >= run(one.name, 1.1 * one.before));
    }
    CHECK(named(found, "churn").by == program::change::less);
    REQUIRE(found.best() != nullptr);
    for (const auto& one : found.ranked)
        CHECK(found.customers_change(one) <= found.customers_change(*found.best()));
}

TEST_CASE("levers: a share near 1 goes a tenth of the way, and others ten percent", "[program]")
{
    const auto& found = studied("encyclopedia").moves;
    CHECK(named(found, "governance.autonomy").by == program::change::nearer_to_1);
    CHECK(named(found, "governance.autonomy").after == Approx(0.955));
    CHECK(named(found, "governance.alignment").by == program::change::more);
    CHECK(named(found, "governance.alignment").after == Approx(0.88));

    const auto all    = shipped("encyclopedia");
    const auto shared = with(all.now(), "governance.alignment", 1);
    CHECK(named(program::find_levers(all.plan, shared), "governance.alignment").by ==
          program::change::less);
}

TEST_CASE("levers: units come and go one by one", "[program]")
{
    const auto  all = shipped("consulting_firm");
    const auto  one = named(program::find_levers(all.plan, all.compositions[2]), "units");
    const auto& by  = one.by;
    CHECK((by == program::change::one_more || by == program::change::one_less));
    CHECK(std::abs(one.after - one.before) == 1);
}

// Ten percent more hiring takes the wall away, which no slope can tell.
TEST_CASE("levers: in words a manager reads", "[program]")
{
    const auto& hiring = named(studied("zero_to_300").moves, "hiring_rate");
    CHECK_FALSE(hiring.rerun.wall);
    const auto all   = shipped("zero_to_300");
    const auto usual = program::gist_of(all.plan, all.now());
    const auto more  = program::gist_of(all.plan, with(all.now(), "hiring_rate", 1.1 * 16));
    CHECK_THAT(told(studied("zero_to_300")),
               ContainsSubstring("Raising the hiring rate by ten percent (16 to 17.6) gives " +
                                 program::percent(more.customers / usual.customers - 1) +
                                 " more customers at month 60, and no wall before then."));
    CHECK_THAT(told(studied("encyclopedia")),
               ContainsSubstring("Raising autonomy a tenth of the way to 1 (0.95 to 0.955)"));
}

// The firm's sales follow its headcount: whoever serves more customers needs fewer people, who sell less.
TEST_CASE("levers: better work that loses customers, and why", "[program]")
{
    const auto& found = studied("consulting_firm");
    const auto& one   = named(found.moves, "customers_per_person");
    CHECK(one.after > one.before);
    CHECK(found.moves.customers_change(one) < 0);
    CHECK(found.moves.loses_sellers(one));
    CHECK_THAT(told(found), ContainsSubstring("since sales follow headcount"));
    CHECK_FALSE(found.moves.loses_sellers(named(found.moves, "churn")));
    for (const auto& other : studied("zero_to_300").moves.ranked) // it sells at a rate of its own
        CHECK_FALSE(studied("zero_to_300").moves.loses_sellers(other));
}

TEST_CASE("levers: where the slope says the opposite, or differs by more than half, both are said",
          "[program]")
{
    auto  found  = program_tests::small_study();
    auto& ranked = found.moves.ranked;
    using program_tests::lever_of;
    ranked = {lever_of("sign", 0.08, -0.02), lever_of("far", 0.06, 0.13),
              lever_of("near", 0.04, 0.06)};
    CHECK(found.moves.slope_misleads(ranked[0]));
    CHECK(found.moves.slope_misleads(ranked[1]));
    CHECK_FALSE(found.moves.slope_misleads(ranked[2]));
    const auto text = told(found);
    CHECK_THAT(text, ContainsSubstring(
                         "8.0 percent more customers at month 60; the slope alone would say the "
                         "opposite: 2.0 percent fewer customers."));
    CHECK_THAT(text,
               ContainsSubstring("6.0 percent more customers at month 60; the slope alone would "
                                 "mislead: 13.0 percent more customers."));
    CHECK_THAT(text, ContainsSubstring("4.0 percent more customers at month 60."));
    const auto table = program::figures_of_levers(found);
    REQUIRE(table);
    CHECK(table->rows[0].back() == "-2.0% (!)");
    CHECK(table->rows[2].back() == "+6.0%");
}

TEST_CASE("levers: nobody is advised to enlarge the market, or to do what brings less", "[program]")
{
    auto found = program_tests::small_study();
    using program_tests::lever_of;
    found.moves.ranked = {lever_of("potential", 0.1, 0.1), lever_of("imitation", 0.02, 0.02)};
    REQUIRE(found.moves.best() != nullptr);
    CHECK(found.moves.best()->name == "imitation");
    CHECK(told(found).find("imitation") != std::string::npos);
    CHECK(told(found).find("potential") == std::string::npos);
    found.moves.ranked = {lever_of("churn", -0.1, -0.1)};
    CHECK_THAT(told(found), ContainsSubstring("No single change of ten percent brings"));
    CHECK(told(found).find("churn") == std::string::npos);
    found.moves.usual.wall                = 20; // what puts the wall off helps
    found.moves.ranked.front()            = lever_of("churn", 0, 0);
    found.moves.ranked.front().rerun.wall = 30;
    CHECK(told(found).find("churn") == std::string::npos); // more of it is plainly worse
    found.moves.ranked.front().after = 9;
    CHECK_THAT(told(found), ContainsSubstring("and the wall 10 months later"));
    found.moves.ranked.front().rerun.wall = 20 + 0.004 * found.plan.time.horizon; // no visible use
    CHECK(told(found).find("churn") == std::string::npos);
    found.moves.ranked.front().rerun.wall = 20 + 0.006 * found.plan.time.horizon;
    CHECK(told(found).find("churn") != std::string::npos);
    found.moves.ranked.front() = lever_of("innovation", 5e-4, 5e-4); // as many, and the wall sooner
    found.moves.ranked.front().rerun.wall = 10;
    CHECK(told(found).find("nnovation") == std::string::npos);
    found.moves.usual.wall.reset();
    found.moves.ranked = {lever_of("potential", 0.1, 0.1), lever_of("imitation", -0.02, -0.02)};
    CHECK(found.moves.best() == nullptr);
}

} // namespace levers_test
