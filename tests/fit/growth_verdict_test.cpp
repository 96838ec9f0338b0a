#include <orgscale/fit/growth_verdict.hpp>

#include <string>

#include <catch.hpp>

namespace growth_verdict_test {

using namespace orgscale;

TEST_CASE("growth verdict: names are the program's words", "[fit]")
{
    const char* words[]{"linear",        "sublinear", "superlinear", "exponential",    "saturating",
                        "regime_change", "decline",   "undecided",   "not_enough_data"};
    for (int i = 0; i < 9; ++i)
        CHECK(std::string{name(static_cast<growth_verdict>(i))} == words[i]);
}

} // namespace growth_verdict_test
