#include <orgscale/fit/growth_law.hpp>

#include <string>

#include <catch.hpp>

namespace growth_law_test {

using namespace orgscale;

TEST_CASE("growth law: each has its own name", "[fit]")
{
    for (int i = 0; i < 11; ++i)
        for (int j = 0; j < i; ++j)
            CHECK(std::string{name(static_cast<growth_law>(i))} != name(static_cast<growth_law>(j)));
    CHECK(name(growth_law::none) == std::string{"none of these"});
}

} // namespace growth_law_test
