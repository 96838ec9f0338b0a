#include <orgscale/workforce/two_stage_learning.hpp>

#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>

namespace two_stage_learning_test {

using namespace orgscale;

namespace {

constexpr two_stage_learning<> typical{
    .first_stage  = {.assimilation_time = 2, .rookie_productivity = 0.25, .mentoring = 0.75},
    .second_stage = {.assimilation_time = 8, .rookie_productivity = 0.5, .mentoring = 0.75}};

/// What is left for customers, per rookie, of an organisation that has grown at a rate g for long.
double left_in_growth(const two_stage_learning<>& staff, double growth, double attrition)
{
    const double juniors = staff.first_stage.assimilated(1) /
                           (growth + attrition + 1 / staff.second_stage.learning_time());
    const double experienced = staff.promoted(juniors) / (growth + attrition);
    const double people      = 1 + juniors + experienced;
    return experienced - (people - staff.at_work(people, 0, 0)) +
           (staff.first_stage.rookie_productivity - staff.first_stage.mentoring) +
           juniors * (staff.second_stage.rookie_productivity - staff.second_stage.mentoring);
}

} // namespace

TEST_CASE("two_stage_learning: rookies and juniors do a share and take a share", "[workforce]")
{
    STATIC_REQUIRE(typical.at_work(40, 0, 0) == 40);
    STATIC_REQUIRE(typical.at_work(40, 8, 4) == 28 - 8 * 0.5 - 4 * 0.25);
    STATIC_REQUIRE(typical.at_work(40, 30, 8) == 0);
    STATIC_REQUIRE(typical.margins(40, 30, 8)[0] == 2 - 15 - 2);
    STATIC_REQUIRE(typical.assimilated(8) == 4);
    STATIC_REQUIRE(typical.promoted(8) == 1);
    STATIC_REQUIRE(typical.learning_time() == 10);
    STATIC_REQUIRE(typical.shortest_time() == 2);
    // With nobody in the first stage, or in the second, it is one stage.
    STATIC_REQUIRE(typical.at_work(40, 8, 0) == typical.first_stage.at_work(40, 8));
    STATIC_REQUIRE(typical.at_work(40, 0, 8) == typical.second_stage.at_work(40, 8));
}

TEST_CASE("two_stage_learning: opens with those who replace the people who leave", "[workforce]")
{
    // Of 60 people, 0.125 leave: r/τ1 + δ r = δ n, and r/τ1 = j/τ2 + δ j.
    const double r = typical.opening(60, 0.125), j = typical.opening_juniors(60, 0.125);
    CHECK_THAT(typical.assimilated(r) + 0.125 * r, WithinRel(0.125 * 60, 4 * ulp));
    CHECK_THAT(typical.promoted(j) + 0.125 * j, WithinRel(typical.assimilated(r), 8 * ulp));
    STATIC_REQUIRE(typical.opening(60, 0) == 0);
    STATIC_REQUIRE(typical.opening_juniors(60, 0) == 0);
}

TEST_CASE("two_stage_learning: at the mentoring limit nothing is left for customers", "[workforce]")
{
    random_numbers draw(1621);
    for (int i = 0; i < 100; ++i) {
        const two_stage_learning<> staff{
            .first_stage  = {.assimilation_time   = draw.magnitude(0.5, 10),
                             .rookie_productivity = draw.between(0, 1),
                             .mentoring           = draw.between(1.25, 3)},
            .second_stage = {.assimilation_time   = draw.magnitude(0.5, 30),
                             .rookie_productivity = draw.between(0, 1),
                             .mentoring           = draw.between(0, 1.5)}};
        const double attrition = draw.between(0, 0.01);
        const double limit     = staff.mentoring_limit(attrition);
        // Per rookie, of costs up to 3 and shares of juniors up to 60.
        CHECK_THAT(left_in_growth(staff, limit, attrition), WithinAbs(0, 1e-12));
        CHECK(left_in_growth(staff, 0.99 * limit, attrition) > 0);
        CHECK(left_in_growth(staff, 1.01 * limit, attrition) < 0);
    }
    // Learners who bring what they cost limit nothing.
    constexpr two_stage_learning<> cheap{.first_stage  = {.assimilation_time = 2},
                                         .second_stage = {.assimilation_time = 8}};
    CHECK(cheap.mentoring_limit(0.125) == infinite);
    CHECK(cheap.at_work(40, 8, 4) == 40);
}

TEST_CASE("two_stage_learning: a second stage at once leaves the limit of one stage", "[workforce]")
{
    auto one                           = typical;
    one.second_stage.assimilation_time = 1e-12;
    CHECK_THAT(one.mentoring_limit(0.125), WithinRel(one.first_stage.mentoring_limit(0.125), 1e-11));
    // Costly juniors alone: 1/(τ2 (m2 - p2)) - δ if rookies bring what they cost.
    auto late                   = typical;
    late.first_stage.mentoring  = 0.25;
    late.second_stage.mentoring = 0.75;
    CHECK_THAT(late.mentoring_limit(0.125), WithinRel(1 / (8 * 0.25) - 0.125, 4 * ulp));
}

TEST_CASE("two_stage_learning: describes itself", "[workforce]")
{
    CHECK(wrong_in_description(typical).empty());
    CHECK(names_of(typical) ==
          std::vector<std::string>{"first_stage.assimilation_time",
                                   "first_stage.rookie_productivity", "first_stage.mentoring",
                                   "second_stage.assimilation_time",
                                   "second_stage.rookie_productivity", "second_stage.mentoring"});
    CHECK(values_of(typical) == std::vector<double>{2, 0.25, 0.75, 8, 0.5, 0.75});
}

} // namespace two_stage_learning_test
