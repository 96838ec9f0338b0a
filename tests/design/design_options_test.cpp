#include <orgscale/design/design_options.hpp>

#include <catch.hpp>
#include <refusal.hpp>

namespace design_options_test {

using namespace orgscale;

TEST_CASE("design options: refuse what no search can use", "[design]")
{
    CHECK(refused_by([] { return design_options<>{.sample = 0}; }) == "sample must be at least 1");
    CHECK(refused_by([] { return design_options<>{.runs = -1}; }) == "runs must be 0 or greater");
    CHECK(refused_by([] { return design_options<>{.search_relative = 0}; }) ==
          "must be greater than 0");
    CHECK(refused_by([] { return design_options<>{}; }) == "nothing was refused");
}

} // namespace design_options_test
