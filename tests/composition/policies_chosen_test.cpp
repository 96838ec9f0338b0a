#include <string>
#include <vector>

#include <catch.hpp>
#include <composition_and_type.hpp>

#include <orgscale/customer/functional_silos.hpp>
#include <orgscale/customer/single_owner.hpp>
#include <orgscale/customer/waiting_list.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/transition.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/growth/parallel_growth.hpp>
#include <orgscale/improvement/capability.hpp>
#include <orgscale/improvement/combined_improvement.hpp>
#include <orgscale/improvement/continuous_improvement.hpp>
#include <orgscale/improvement/eroding_standard.hpp>
#include <orgscale/improvement/no_improvement.hpp>
#include <orgscale/improvement/reorganization.hpp>
#include <orgscale/observation/dashboard.hpp>
#include <orgscale/observation/perfect_observation.hpp>
#include <orgscale/observation/shop_floor.hpp>
#include <orgscale/organization/budget.hpp>
#include <orgscale/organization/no_budget.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/support/community_support.hpp>
#include <orgscale/workforce/layoffs.hpp>
#include <orgscale/workforce/two_stage_learning.hpp>

namespace policies_chosen_test {

using namespace orgscale;
using composition_and_type::same_as;

namespace {

template <template <class> class Observation, template <class> class Improvement,
          template <class> class Ownership, template <class> class Budget>
void check_firm(const std::vector<std::string>& policies)
{
    CAPTURE(policies);
    CHECK(same_as<operated<linear_growth<hierarchy>, Observation, Improvement, Ownership, Budget>>(
        "linear", "hierarchy", policies, 5));
}

template <template <class> class Observation, template <class> class Improvement>
void check_under(const std::string& observation, const std::string& improvement)
{
    check_firm<Observation, Improvement, single_owner, no_budget>({observation, improvement});
    check_firm<Observation, Improvement, functional_silos, no_budget>(
        {"functional_silos", improvement, observation});
    check_firm<Observation, Improvement, single_owner, budget>(
        {improvement, "budget", "single_owner", observation});
    check_firm<Observation, Improvement, functional_silos, budget>(
        {observation, improvement, "functional_silos", "budget"});
}

template <template <class> class Observation>
void check_seen_by(const std::string& observation)
{
    check_under<Observation, no_improvement>(observation, "no_improvement");
    check_under<Observation, continuous_improvement>(observation, "continuous_improvement");
    check_under<Observation, reorganization>(observation, "reorganization");
}

template <real Real>
using handing_over = transition<hierarchy<Real>, meritocracy<Real>>;

} // namespace

TEST_CASE("composition: with any policies its flows equal those of the operated type bit for bit",
          "[composition]")
{
    check_seen_by<perfect_observation>("perfect_observation");
    check_seen_by<dashboard>("dashboard");
    check_seen_by<shop_floor>("shop_floor");
}

TEST_CASE("composition: the same with every growth model", "[composition]")
{
    CHECK(same_as<operated<parallel_growth<handing_over>, waiting_list, two_stage_learning, layoffs,
                           budget, dashboard, functional_silos, combined_improvement, capability>>(
        "parallel", "transition<hierarchy, meritocracy>",
        {"dashboard", "combined_improvement", "functional_silos", "budget", "waiting_list",
         "two_stage_learning", "layoffs", "capability"}));
    CHECK(same_as<operated<network_growth<meritocracy>, shop_floor, reorganization, waiting_list,
                           eroding_standard>>(
        "network", "meritocracy",
        {"shop_floor", "reorganization", "waiting_list", "eroding_standard"}));
    CHECK(same_as<operated<network_growth<hierarchy, double, community_support>, dashboard,
                           reorganization, functional_silos, budget>>(
        "network", "hierarchy",
        {"dashboard", "reorganization", "functional_silos", "budget", "community_support"}));
}

} // namespace policies_chosen_test
