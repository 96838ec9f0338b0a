#include <orgscale/core/rules.hpp>

#include <array>
#include <limits>
#include <string>

#include <catch.hpp>
#include <number_types.hpp>

#include <orgscale/core/select.hpp>

namespace rules_test {

using namespace orgscale;

namespace {

using numbers = std::numeric_limits<double>;

// Every rule is shown at the same numbers: each end of each interval, and the nearest on either side.
constexpr std::array points{-numbers::infinity(),
                            -numbers::max(),
                            -numbers::denorm_min(),
                            -0.0,
                            0.0,
                            numbers::denorm_min(),
                            0.5,
                            1 - numbers::epsilon() / 2,
                            1.0,
                            1 + numbers::epsilon(),
                            numbers::max(),
                            numbers::infinity(),
                            numbers::quiet_NaN()};

/// One letter per point: y if the rule holds.
template <class Rule>
std::string obeyed()
{
    std::string letters;
    for (const double x : points) letters += Rule::holds(x) ? 'y' : '.';
    return letters;
}

} // namespace

TEST_CASE("rules: each holds on its interval and at none of its open ends", "[core]")
{
    //                                              -inf
    //                                              |-max
    //                                              ||-tiny
    //                                              |||-0
    //                                              ||||0
    //                                              |||||tiny
    //                                              ||||||half
    //                                              |||||||below 1
    //                                              ||||||||1
    //                                              |||||||||above 1
    //                                              ||||||||||max
    //                                              |||||||||||inf
    //                                              ||||||||||||nan
    CHECK(obeyed<above_zero>() == ".....yyyyyyy.");
    CHECK(obeyed<finite_above_zero>() == ".....yyyyyy..");
    CHECK(obeyed<zero_or_above>() == "...yyyyyyyyy.");
    CHECK(obeyed<finite_zero_or_above>() == "...yyyyyyyy..");
    CHECK(obeyed<any_finite>() == ".yyyyyyyyyy..");
    CHECK(obeyed<zero_to_one>() == "...yyyyyy....");
    CHECK(obeyed<above_zero_to_one>() == ".....yyyy....");
    CHECK(obeyed<zero_to_below_one>() == "...yyyyy.....");
    CHECK(obeyed<finite_above_one>() == ".........yy..");
    CHECK(obeyed<finite_one_or_above>() == "........yyy..");
}

TEST_CASE("rules: hold in constant expressions", "[core]")
{
    STATIC_REQUIRE(above_zero::holds(1.0));
    STATIC_REQUIRE_FALSE(above_zero::holds(0.0));
    STATIC_REQUIRE(finite_above_one::holds(1.5F));
    STATIC_REQUIRE_FALSE(any_finite::holds(numbers::infinity()));
}

TEST_CASE("rules: the text describes the rule", "[core]")
{
    CHECK(std::string(above_zero::text) == "must be greater than 0");
    CHECK(std::string(finite_above_zero::text) == "must be greater than 0 and finite");
    CHECK(std::string(zero_or_above::text) == "must be 0 or greater");
    CHECK(std::string(finite_zero_or_above::text) == "must be 0 or greater, and finite");
    CHECK(std::string(any_finite::text) == "must be finite");
    CHECK(std::string(zero_to_one::text) == "must be from 0 to 1");
    CHECK(std::string(above_zero_to_one::text) == "must be greater than 0 and at most 1");
    CHECK(std::string(zero_to_below_one::text) == "must be 0 or greater and less than 1");
    CHECK(std::string(finite_above_one::text) == "must be greater than 1 and finite");
    CHECK(std::string(finite_one_or_above::text) == "must be 1 or greater, and finite");
}

TEMPLATE_LIST_TEST_CASE("rules: agree for every number type", "[core]", number_types)
{
    const auto agree = [](auto rule) {
        // Those of the points that every type can tell apart.
        for (const double x : {-numbers::infinity(), -1.0, 0.0, 0.5, 1.0, 2.0, numbers::infinity(),
                               numbers::quiet_NaN()})
            if (every(rule.holds(static_cast<TestType>(x))) != rule.holds(x)) return false;
        return true;
    };
    CHECK(agree(above_zero{}));
    CHECK(agree(finite_above_zero{}));
    CHECK(agree(zero_or_above{}));
    CHECK(agree(finite_zero_or_above{}));
    CHECK(agree(any_finite{}));
    CHECK(agree(zero_to_one{}));
    CHECK(agree(above_zero_to_one{}));
    CHECK(agree(zero_to_below_one{}));
    CHECK(agree(finite_above_one{}));
    CHECK(agree(finite_one_or_above{}));
}

} // namespace rules_test
