// How can two people support 500 million users?
#include <cstdio>
#include <utility>

#include <orgscale/support/community_answering.hpp>
#include <orgscale/support/heaps_law.hpp>
#include <orgscale/support/support_funnel.hpp>
#include <orgscale/support/support_staff.hpp>

int main()
{
    using namespace orgscale;

    // Time in years. A user asks once in twenty years; an answer takes a person eight minutes.
    const support_staff<> two{
        .people = 2, .hours = 1700, .utilization = 0.8, .handling_time = 8.0 / 60};
    // Mozilla Support in 2023: 200 volunteers with ten answers per month each, 71 percent in three days.
    const auto        forum = community_answering<>::of_share(200, 0.71, 3.0 / 365);
    const heaps_law<> problems{.scale = 5, .exponent = 0.6};

    const auto desk = [&](double found, double volunteers) {
        return support_funnel<>{.users                 = 5e8,
                                .contact_rate          = 0.05,
                                .volunteers            = volunteers / 5e8,
                                .answers_per_volunteer = 120,
                                .service = {.contacts_per_customer = 0.25, // in five years
                                            .knowledge = {.found = found, .problems = problems},
                                            .community = forum}};
    };
    const std::pair<double, double> ways[] = {{0, 0},       {0.5, 0},     {0.98, 0},   {1, 0},
                                              {0.98, 2000}, {0.98, 4000}, {0.98, 4400}};

    std::puts("found   volunteers        self-service   of the rest by volunteers   people needed");
    for (const auto& [found, volunteers] : ways) {
        const auto funnel = desk(found, volunteers);
        std::printf("%4.0f %%   %10.0f   %15.2f %%   %23.1f %%   %13.1f\n", 100 * found, volunteers,
                    100 * funnel.self_service_share(), 100 * funnel.community_share(),
                    two.people_for(funnel.staff_load()));
    }
    const double needed = desk(0, 0).required_containment(two);
    std::printf("Two people suffice if %.4f %% never reach them; at half of that it takes %.0f.\n",
                100 * needed, two.people_for(desk(0, 0).contacts() * (1 - needed / 2)));
} // Neither is enough alone: if everything published is found, two in a thousand still ask something new,
// and volunteers have time for two in a hundred. With both, nine in a million users must answer.

// Output:
// found   volunteers        self-service   of the rest by volunteers   people needed
//    0 %            0              0.00 %                       0.0 %          2451.0
//   50 %            0             49.91 %                       0.0 %          1227.6
//   98 %            0             97.83 %                       0.0 %            53.2
//  100 %            0             99.83 %                       0.0 %             4.2
//   98 %         2000             97.83 %                      44.2 %            29.6
//   98 %         4000             97.83 %                      88.5 %             6.1
//   98 %         4400             97.83 %                      97.3 %             1.4
// Two people suffice if 99.9184 % never reach them; at half of that it takes 1226.
