#include <orgscale/growth/scaled.hpp>

#include <catch.hpp>
#include <description.hpp>

#include <orgscale/growth/power_output.hpp>

namespace scaled_test {

using namespace orgscale;

// As in universal_scalability_test: the published fit of SPEC SDM91 and its figures.
TEST_CASE("scaled: the published throughput of specsdm91 at its peak", "[growth]")
{
    const scaled<universal_scalability> server{
        .scale = 89.99523, .law = {.contention = 0.02772848, .coherency = 1.043655e-4}};
    CHECK_THAT(server.output(server.law.peak()->units), WithinAbs(1884, 0.5));
    CHECK(server.output(1) == 89.99523);
    CHECK(server.speed_up(36) == server.law.speed_up(36));
}

TEST_CASE("scaled: any scalability law, with its names", "[growth]")
{
    const scaled<power_output> team{.scale = 3, .law = {.exponent = 1}};
    CHECK(team.output(7) == 21);
    CHECK(with(team, {{"exponent", 2}, {"scale", 1}}).output(7) == 49);
}

} // namespace scaled_test
