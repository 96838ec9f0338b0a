#include <string>

#include <catch.hpp>
#include <composition_and_type.hpp>

#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/growth/parallel_growth.hpp>
#include <orgscale/support/community_support.hpp>

namespace growth_chosen_test {

using namespace orgscale;
using composition_and_type::same_as;

namespace {

/// Each growth model under a governance, by type and chosen at run time.
template <template <class> class Governance>
void check_growths(const std::string& governance)
{
    CAPTURE(governance);
    CHECK(same_as<linear_growth<Governance>>("linear", governance, {}));
    CHECK(same_as<parallel_growth<Governance>>("parallel", governance, {}));
    CHECK(same_as<network_growth<Governance>>("network", governance, {}));
    CHECK(same_as<network_growth<Governance, double, community_support>>("network", governance,
                                                                         {"community_support"}));
}

} // namespace

TEST_CASE("composition: its flows equal those of its type bit for bit", "[composition]")
{
    check_growths<frictionless>("frictionless");
    check_growths<hierarchy>("hierarchy");
    check_growths<meritocracy>("meritocracy");
}

} // namespace growth_chosen_test
