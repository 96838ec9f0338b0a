#include <orgscale/workforce/no_layoffs.hpp>

#include <type_traits>

#include <catch.hpp>
#include <description.hpp>

namespace no_layoffs_test {

using namespace orgscale;

TEST_CASE("no_layoffs: nobody is dismissed, and nobody follows", "[workforce]")
{
    constexpr no_layoffs<> none;
    STATIC_REQUIRE(none.dismissed(17) == 0);
    CHECK(none.severance == 0);
    CHECK(none.resignations_per_layoff == 0);
}

TEST_CASE("no_layoffs: is empty and has no parameters", "[workforce]")
{
    STATIC_REQUIRE(std::is_empty_v<no_layoffs<>>);
    CHECK(wrong_in_description(no_layoffs<>{}).empty());
    CHECK(names_of(no_layoffs<>{}).empty());
}

} // namespace no_layoffs_test
