#include <orgscale/ensemble/uniform.hpp>

#include <limits>

#include "catch.hpp"
#include "doubles.hpp"
#include "refusal.hpp"

namespace uniform_test {

using orgscale::uniform;

TEST_CASE("uniform: quantile and cdf are inverse", "[ensemble]")
{
    const uniform law(-3, 5);
    for (const double u : {0.001, 0.25, 0.5, 0.999}) {
        CHECK_THAT(quantile(law, u), WithinRel(-3 + 8 * u, 1e-15));
        CHECK_THAT(cdf(law, quantile(law, u)), WithinRel(u, 1e-14));
    }
    CHECK(cdf(law, -4) == 0);
    CHECK(cdf(law, 6) == 1);
    CHECK(support(law) == std::pair{-3.0, 5.0});
}

TEST_CASE("uniform: rounding never leaves the interval", "[ensemble]")
{
    const uniform law(0.1, 0.3);
    CHECK(quantile(law, 1 - 0x1p-53) <= 0.3);
    CHECK(quantile(law, 0x1p-53) >= 0.1);
}

TEST_CASE("uniform: refuses ends in the wrong order, equal, NaN and infinite", "[ensemble]")
{
    CHECK(refused_by([] { return uniform(2, 2); }) ==
          "a uniform distribution needs from < to, both finite");
    CHECK(refusal([] { return uniform(3, 2); }));
    CHECK(refusal([&] { return uniform(0, infinite); }));
    CHECK(refusal([&] { return uniform(std::numeric_limits<double>::quiet_NaN(), 1); }));
    CHECK_THAT(refusal_text([] { return uniform(3, 2); }), ContainsSubstring("uniform_test.cpp:"));
}

} // namespace uniform_test
