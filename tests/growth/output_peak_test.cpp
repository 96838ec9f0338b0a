#include <orgscale/growth/output_peak.hpp>

#include <optional>

#include <catch.hpp>

#include <orgscale/growth/universal_scalability.hpp>

namespace output_peak_test {

using namespace orgscale;

TEST_CASE("output peak: of each law it is where its output is greatest", "[growth]")
{
    const universal_scalability<>      law{.contention = 0.1, .coherency = 0.01};
    const std::optional<output_peak<>> peak = law.peak();
    REQUIRE(peak);
    CHECK(law.speed_up(peak->units) == peak->speed_up);
    CHECK(law.speed_up(peak->units - 0.1) < peak->speed_up);
    CHECK(law.speed_up(peak->units + 0.1) < peak->speed_up);
}

} // namespace output_peak_test
