#include <orgscale/ensemble/fixed.hpp>

#include <limits>

#include "catch.hpp"
#include "refusal.hpp"

namespace fixed_test {

using orgscale::fixed;

TEST_CASE("fixed: every quantile is its number", "[ensemble]")
{
    const fixed law(0.3);
    CHECK(quantile(law, 0.001) == 0.3);
    CHECK(quantile(law, 0.999) == 0.3);
    CHECK(cdf(law, 0.2999) == 0);
    CHECK(cdf(law, 0.3) == 1);
    CHECK(support(law) == std::pair{0.3, 0.3});
}

TEST_CASE("fixed: refuses infinity and NaN", "[ensemble]")
{
    CHECK(refusal([] { return fixed(std::numeric_limits<double>::infinity()); }));
    CHECK(refusal([] { return fixed(std::numeric_limits<double>::quiet_NaN()); }));
}

} // namespace fixed_test
