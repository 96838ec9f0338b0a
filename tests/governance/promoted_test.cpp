#include <orgscale/governance/promoted.hpp>

#include <catch.hpp>

#include <orgscale/governance/peter_principle.hpp>

namespace promoted_test {

using namespace orgscale;

TEST_CASE("promoted: at random is between the best and the worst", "[governance]")
{
    const peter_principle<> law{.mean = 0, .spread = 1, .carry_over = 1};
    CHECK(law.in_new_post(5, promoted::best) > law.in_new_post(5, promoted::random));
    CHECK(law.in_new_post(5, promoted::random) > law.in_new_post(5, promoted::worst));
}

} // namespace promoted_test
