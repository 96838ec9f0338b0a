#include <orgscale/ensemble/correlate.hpp>

#include "catch.hpp"

namespace correlate_test {

TEST_CASE("correlate: keeps both names, the value and the source location", "[ensemble]")
{
    const auto one = orgscale::correlate("hiring_rate", "churn", -0.4);
    CHECK(one.first == "hiring_rate");
    CHECK(one.second == "churn");
    CHECK(one.value == -0.4);
    CHECK_THAT(one.where.file_name(), EndsWith("correlate_test.cpp"));
}

} // namespace correlate_test
