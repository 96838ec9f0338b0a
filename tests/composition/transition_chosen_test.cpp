#include <string>

#include <catch.hpp>
#include <composition_and_type.hpp>

#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/transition.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/growth/parallel_growth.hpp>
#include <orgscale/support/community_support.hpp>

namespace transition_chosen_test {

using namespace orgscale;
using composition_and_type::same_as;

namespace {

template <template <class> class From, template <class> class To>
struct leading {
    template <real Real>
    using over = transition<From<Real>, To<Real>>;
};

template <template <class> class From, template <class> class To>
bool same_in_a_line(const std::string& governance)
{
    return same_as<linear_growth<leading<From, To>::template over>>("linear", governance, {});
}

} // namespace

TEST_CASE("composition: a transition between any two governances has the flows of its type",
          "[composition]")
{
    CHECK(same_in_a_line<frictionless, frictionless>("transition<frictionless, frictionless>"));
    CHECK(same_in_a_line<frictionless, hierarchy>("transition<frictionless, hierarchy>"));
    CHECK(same_in_a_line<frictionless, meritocracy>("transition<frictionless, meritocracy>"));
    CHECK(same_in_a_line<hierarchy, frictionless>("transition<hierarchy, frictionless>"));
    CHECK(same_in_a_line<hierarchy, hierarchy>("transition<hierarchy, hierarchy>"));
    CHECK(same_in_a_line<hierarchy, meritocracy>("transition<hierarchy, meritocracy>"));
    CHECK(same_in_a_line<meritocracy, frictionless>("transition<meritocracy, frictionless>"));
    CHECK(same_in_a_line<meritocracy, hierarchy>("transition<meritocracy, hierarchy>"));
    CHECK(same_in_a_line<meritocracy, meritocracy>("transition<meritocracy, meritocracy>"));
}

TEST_CASE("composition: the same for a transition in units and in a network", "[composition]")
{
    const std::string governance = "transition<hierarchy, meritocracy>";
    using handing_over           = leading<hierarchy, meritocracy>;
    CHECK(same_as<parallel_growth<handing_over::over>>("parallel", governance, {}));
    CHECK(same_as<network_growth<handing_over::over>>("network", governance, {}));
    CHECK(same_as<network_growth<handing_over::over, double, community_support>>(
        "network", governance, {"community_support"}));
}

} // namespace transition_chosen_test
