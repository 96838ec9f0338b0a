#include <orgscale/workforce/layoffs.hpp>

#include <catch.hpp>
#include <description.hpp>
#include <refusal.hpp>

namespace layoffs_test {

using namespace orgscale;

TEST_CASE("layoffs: people too many are dismissed within the dismissal time", "[workforce]")
{
    constexpr layoffs<> in_a_quarter{.dismissal_time = 4};
    STATIC_REQUIRE(in_a_quarter.dismissed(0) == 0);
    STATIC_REQUIRE(in_a_quarter.dismissed(12) == 3);
}

TEST_CASE("layoffs: describes itself and refuses invalid parameters", "[workforce]")
{
    CHECK(wrong_in_description(layoffs<>{.dismissal_time = 1}).empty());
    CHECK(refused_by([] { return layoffs<>{.dismissal_time = 0}; }) ==
          "must be greater than 0 and finite");
    CHECK(refused_by([] { return layoffs<>{.dismissal_time = 1, .severance = -1}; }) ==
          "must be 0 or greater, and finite");
    CHECK(refused_by([] {
              return layoffs<>{.dismissal_time = 1, .resignations_per_layoff = -1};
          }) == "must be 0 or greater, and finite");
}

} // namespace layoffs_test
