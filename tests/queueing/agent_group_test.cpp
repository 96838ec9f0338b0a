#include <orgscale/queueing/agent_group.hpp>

#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>

namespace agent_group_test {

using namespace orgscale;

TEST_CASE("agent_group: its capacity is the service rate of busy agents", "[queueing]")
{
    constexpr agent_group<> group{.agents = 14, .service_time = 180};
    CHECK_THAT(group.capacity(), WithinRel(14.0 / 180, 2 * ulp));
    CHECK(group.patience == infinite);
    CHECK(wrong_in_description(group).empty());
    CHECK(names_of(group) == std::vector<std::string>{"agents", "service_time", "patience"});
}

TEST_CASE("agent_group: refuses no agents and no time", "[queueing]")
{
    CHECK(refused_by([] { return agent_group<>{.agents = 0, .service_time = 1}; }) ==
          "must be greater than 0 and finite");
    CHECK(refused_by([] { return agent_group<>{.agents = 1, .service_time = 1, .patience = 0}; }) ==
          "must be greater than 0");
}

} // namespace agent_group_test
