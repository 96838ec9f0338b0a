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

/// A parameter of the organisation as it is, ten percent more of it, and what that does by runs alone.
struct raised {
    std::string in_words; ///< "16 to 17.6"
    double      wall;     ///< by how much its date moves, by its slope from two runs beside it
    std::optional<double> wall_again;      ///< its date in a run with all of it
    double                customers_again; ///< by which share they are more in that run
};

raised by_runs(const program::problem& all, const std::string& which)
{
    const double before = program_tests::value_of(all.now(), which);
    const double after  = 1.1 * before;
    const double h      = 1e-4 * before;
    const auto   run    = [&](double value) {
        return program::gist_of(all.plan, with(all.now(), which, value));
    };
    const double slope = (run(before + h).wall.value() - run(before - h).wall.value()) / (2 * h);
    const auto   whole = run(after);
    return {program::plain_digits(before) + " to " + program::plain_digits(after),
            slope * (after - before), whole.wall, whole.customers / run(before).customers - 1};
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
    REQUIRE(found.by_wall());
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
    CHECK(one.again->wall == wall_at(one.after));
}

TEST_CASE("levers: without a wall they are those of the customers, and it says so", "[program]")
{
    const auto  all   = shipped("consulting_firm");
    const auto& found = studied("consulting_firm");
    REQUIRE(found.moves.by == program::ranking::customers_no_wall);
    const auto&  one          = named(found.moves, "churn");
    const double h            = 1e-4 * one.before;
    const auto   customers_at = [&](double value) {
        return program::gist_of(all.plan, with(all.now(), "churn", value)).customers;
    };
    const double difference = (customers_at(one.before + h) - customers_at(one.before - h)) /
                              (2 * h);
    CHECK(*one.customers.slope == Approx(difference).epsilon(1e-4));
    CHECK(told(found).find("It meets no wall before 2024, so here is what moves its customers in "
                           "2024") == 0);
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

TEST_CASE("levers: the strongest change comes first", "[program]")
{
    for (const auto* name : {"encyclopedia", "consulting_firm", "zero_to_300"}) {
        const auto& found = studied(name).moves;
        CHECK(std::is_sorted(found.ranked.begin(), found.ranked.end(),
                             [&](const auto& a, const auto& b) {
                                 return std::abs(found.on(a).move.value_or(0)) >
                                        std::abs(found.on(b).move.value_or(0));
                             }));
    }
}

TEST_CASE("levers: a share near 1 goes a tenth of the rest, and others ten percent", "[program]")
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

TEST_CASE("levers: in words a manager reads", "[program]")
{
    const auto& time = studied("encyclopedia").plan.time;
    const auto  text = told(studied("encyclopedia"));
    const auto  core = by_runs(shipped("encyclopedia"), "governance.core_decisions");
    REQUIRE(core.wall > 0);
    REQUIRE(core.customers_again > 0);
    CHECK_THAT(text, ContainsSubstring("Ten percent more core decisions (" + core.in_words +
                                       ") moves the wall by " + program::duration(time, core.wall) +
                                       " (later), with " + program::percent(core.customers_again) +
                                       " more articles in 2022."));
    CHECK_THAT(text, ContainsSubstring("Autonomy a tenth nearer to 1 (0.95 to 0.955)"));
}

// Ten percent more hiring takes the wall away, which no slope can tell.
TEST_CASE("levers: where the whole change says something else, both are told", "[program]")
{
    const auto& found  = studied("zero_to_300");
    const auto& hiring = named(found.moves, "hiring_rate");
    CHECK(hiring.wall.move.value() > 0);
    CHECK_FALSE(hiring.again->wall);
    CHECK(found.moves.differs_again(hiring, found.plan.time));
    const auto more = by_runs(shipped("zero_to_300"), "hiring_rate");
    REQUIRE(more.wall > 0);
    REQUIRE_FALSE(more.wall_again);
    CHECK_THAT(told(found), ContainsSubstring("A ten percent higher hiring rate (" + more.in_words +
                                              ") moves the wall by " +
                                              program::duration(found.plan.time, more.wall) +
                                              " (later); run again with all of it, there is no "
                                              "wall before month 60"));

    const auto& attrition = named(found.moves, "attrition");
    CHECK_FALSE(found.moves.differs_again(attrition, {"month", {}, 600}));
}

TEST_CASE("levers: no small change moves a wall that is there from the start, and it says so",
          "[program]")
{
    const auto all   = shipped("encyclopedia");
    auto       found = studied("encyclopedia");
    found.moves = program::find_levers(all.plan, with(all.now(), "governance.core_decisions", 100));
    REQUIRE(found.moves.usual.wall == 0.0);
    CHECK(found.moves.by == program::ranking::customers_wall_at_start);
    CHECK(
        told(found).find("It stands at its wall from the start, and no small change moves that, so "
                         "here is what moves its articles in 2022") == 0);
    const auto table = program::figures_of_levers(found);
    REQUIRE(table);
    CHECK(table->title == "What moves the articles in 2022");
}

} // namespace levers_test
