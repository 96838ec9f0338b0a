#include <orgscale/fit/fit_verdict.hpp>

#include <string_view>

#include <catch.hpp>

namespace fit_verdict_test {

using namespace orgscale;

TEST_CASE("fit verdict: each has its name", "[fit]")
{
    CHECK(std::string_view{name(fit_verdict::converged)} == "converged");
    CHECK(std::string_view{name(fit_verdict::on_bound)} == "on a bound");
    CHECK(std::string_view{name(fit_verdict::flat)} == "flat");
    CHECK(std::string_view{name(fit_verdict::failed)} == "failed");
}

} // namespace fit_verdict_test
