#include <orgscale/growth/sarnoff.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace sarnoff_test {

using namespace orgscale;

TEST_CASE("sarnoff: the value counts the members", "[growth]")
{
    STATIC_REQUIRE(sarnoff<>{}.value(10) == 10);
    STATIC_REQUIRE(sarnoff<>{.unit_value = 2.5}.value(4) == 10);
    CHECK(sarnoff<>{}.value(0) == 0);
    CHECK(sarnoff<>{}.log2_value(1) == 0);
    CHECK(sarnoff<>{}.log2_value(0) == -infinite);
    CHECK_THAT(sarnoff<>{}.log2_value(1024), WithinRel(10, 2 * ulp));
    CHECK_THAT(sarnoff<>{.unit_value = 0.5}.log2_value(1e300),
               WithinRel(std::log2(1e300) - 1, 4 * ulp));
}

TEST_CASE("sarnoff: a merger gains nothing", "[growth]")
{
    STATIC_REQUIRE(sarnoff<>{.unit_value = 3}.merger_gain(1e6, 2) == 0);
    STATIC_REQUIRE(sarnoff<>{.unit_value = 3}.log2_merger_gain(1e6, 2) == -infinite);
    const sarnoff<> law{.unit_value = 3};
    CHECK(law.value(1000 + 7) == law.value(1000) + law.value(7));
}

TEST_CASE("sarnoff: slopes agree with differences", "[growth]")
{
    const auto by_members = []<class R>(const R& x) -> R {
        const sarnoff<R> law{.unit_value = R(0.375)};
        return law.value(x) + law.log2_value(x);
    };
    for (const double n : {1.0, 40.0, 1e6})
        CHECK_THAT(slope_of_dual(by_members, n),
                   WithinRel(slope_of_differences(by_members, n), slope_error));
}

TEST_CASE("sarnoff: describes itself", "[growth]")
{
    CHECK(wrong_in_description(sarnoff<>{}).empty());
    CHECK(names_of(sarnoff<>{}) == std::vector<std::string>{"unit_value"});
}

TEST_CASE("sarnoff: refuses a nonpositive unit value", "[growth]")
{
    const auto refused = [](double v) {
        return refused_by([=] { return sarnoff<>{.unit_value = v}; });
    };
    CHECK(refused(0) == "must be greater than 0 and finite");
    CHECK(refused(-1) == "must be greater than 0 and finite");
    CHECK(refused(infinite) == "must be greater than 0 and finite");
    CHECK(refused(std::nan("")) == "must be greater than 0 and finite");
}

} // namespace sarnoff_test
