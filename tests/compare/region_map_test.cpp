#include <orgscale/compare/region_map.hpp>

#include <catch.hpp>

namespace region_map_test {

using namespace orgscale;

TEST_CASE("region_map: the share of a side is that of its regions", "[compare]")
{
    region_map map;
    map.regions = {{region_side::first, {0, 0}, 2, 1, 0.5},
                   {region_side::second, {1, 0}, 1, 2, 0.25},
                   {region_side::first, {1, 1}, 2, 1, 0.125}};
    CHECK(map.share_of(region_side::first) == 0.625);
    CHECK(map.share_of(region_side::second) == 0.25);
    CHECK(map.share_of(region_side::neither) == 0);
    CHECK(map.evaluations == 0);
    CHECK(map.unresolved == 0);
}

} // namespace region_map_test
