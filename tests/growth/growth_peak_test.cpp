#include <orgscale/growth/growth_peak.hpp>

#include <optional>

#include <catch.hpp>

#include <orgscale/growth/logistic.hpp>

namespace growth_peak_test {

using namespace orgscale;

TEST_CASE("growth peak: of each law it is where its rate is greatest", "[growth]")
{
    const logistic<>                   law{.growth_rate = 0.5, .ceiling = 1000};
    const std::optional<growth_peak<>> peak = law.inflection(10);
    REQUIRE(peak);
    CHECK(law.rate(peak->size) == peak->rate);
    CHECK(law.rate(peak->size - 1) < peak->rate);
    CHECK(law.rate(peak->size + 1) < peak->rate);
}

} // namespace growth_peak_test
