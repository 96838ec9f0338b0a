// A support funnel as a network's service policy: how many people it needs.

#include <cmath>

#include <called.hpp>
#include <catch.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>

#include <orgscale/core/with_real.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/solve/reach.hpp>
#include <orgscale/support/community_support.hpp>
#include <orgscale/support/support_funnel.hpp>

namespace support_funnel_test {

using namespace orgscale;

namespace {

/// One support agent answers 10200 contacts a year; a user has one contact in 20 years.
const support_staff<> alone{
    .people = 1, .hours = 1700, .utilization = 0.8, .handling_time = 8.0 / 60};

template <template <class> class Governance>
network_growth<Governance, double, community_support> browser(const Governance<double>&  governance,
                                                              const community_support<>& service,
                                                              double participation, double per_node)
{
    return {.governance           = governance,
            .innovation           = 0.001,
            .imitation            = 1,
            .potential            = 5e8,
            .participation        = participation,
            .customers_per_node   = per_node,
            .hiring_rate          = 1e4,
            .customers_per_person = alone.capacity() / 0.05,
            .onboarding_time      = 0.01,
            .hiring_time          = 0.1,
            .attrition            = 1,
            .service              = service};
}

} // namespace

TEST_CASE("support funnel: two people serve 500 million users if the rest is contained",
          "[composition]")
{
    const support_funnel<> users{.users        = 5e8,
                                 .contact_rate = 0.05,
                                 .service      = {.contacts_per_customer = 0.05,
                                                  .community = {.answering_rate = 1, .window = 1}}};
    support_staff<>        two = alone;
    two.people                 = 2;
    const double required      = users.required_containment(two);

    // A community of one in a hundred thousand users, which answers at once what it has time for.
    const community_support<> quick{.contacts_per_customer = 0.05,
                                    .community             = {.answering_rate = 1, .window = 1}};
    const auto                network = browser(meritocracy<>{}, quick, 1e-5, required / 1e-5);
    CHECK_THAT(network.self_service_ratio(0, 5e8), WithinRel(required, 4 * ulp));
    // In the end, staffing is that of the funnel: 1 - κ is a difference of 1e-3.
    const auto end = reach(called(network), {.people = 1, .customers = 1000}, {.to = 60}).state;
    CHECK_THAT(end.customers, WithinRel(5e8, 1e-6));
    CHECK_THAT(end.people, WithinRel(2.0, 1e-5));

    // At half of the containment it takes six hundred times as many people.
    const auto half = browser(meritocracy<>{}, quick, 1e-5, required / 2e-5);
    const auto many = reach(called(half), {.people = 1, .customers = 1000}, {.to = 60}).state;
    CHECK_THAT(many.people, WithinRel((1 - required / 2) * 5e8 * 0.05 / 10200, 1e-5));
}

TEST_CASE("support funnel: published answers make the staff grow as a power of the users",
          "[composition]")
{
    // Everything ever solved is found (f = 1), and problems recur by Heaps' law with b = 0.5: unsolved
    // contacts are K n^b, so the staff's load grows by 10^(1/2) when users grow tenfold.
    const community_support<> published{
        .contacts_per_customer = 0.05,
        .knowledge             = {.found = 1, .problems = {.scale = 20, .exponent = 0.5}},
        .community             = {.answering_rate = 0, .window = 1}};
    const auto network  = browser(meritocracy<>{}, published, 0, 0);
    const auto unserved = [&](double users) {
        return users * (1 - network.self_service_ratio(0, users));
    };
    CHECK_THAT(unserved(1e8) / unserved(1e7), WithinRel(std::sqrt(10.0), 1e-9));
}

TEST_CASE("support funnel: never serves more than there are, unlike the plain rule", "[composition]")
{
    const community_support<> eager{.contacts_per_customer = 1,
                                    .community             = {.answering_rate = 10, .window = 10}};
    random_numbers            draw(733);
    for (int i = 0; i < 100; ++i) {
        const auto network = browser(hierarchy<>{.span_of_control = 7}, eager, draw.between(0, 1),
                                     draw.magnitude(1, 1e6));
        CHECK(network.self_service_ratio(0, draw.magnitude(1, 1e9)) <= 1);
    }
}

} // namespace support_funnel_test
