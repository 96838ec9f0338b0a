#include <orgscale/fit/inseparable.hpp>

#include <catch.hpp>

namespace inseparable_test {

using namespace orgscale;

TEST_CASE("inseparable: in words, each parameter with its share unless it is alone", "[fit]")
{
    const inseparable one{{{"hiring_rate", 1}, {"churn", -0.3125}}, 0.2};
    CHECK(one.text() == "hiring_rate (1), churn (-0.31)");
    CHECK(inseparable{{{"churn", 1}}, 0.2}.text() == "churn");
    CHECK(inseparable{{}, 0}.text().empty());
}

} // namespace inseparable_test
