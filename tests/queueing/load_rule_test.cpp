#include <orgscale/queueing/load_rule.hpp>

#include <catch.hpp>

#include <orgscale/queueing/day_demand.hpp>

namespace load_rule_test {

using namespace orgscale;

TEST_CASE("load_rule: in a steady day all rules give the same load", "[queueing]")
{
    const day_demand<> day{.arrival_rates = {3, 3, 3}, .interval = 2, .service_time = 5};
    for (const load_rule rule : {load_rule::pointwise, load_rule::lagged, load_rule::modified})
        for (const double load : day.loads(rule)) CHECK(load == 15);
}

} // namespace load_rule_test
