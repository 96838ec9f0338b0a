#include <orgscale/support/community_support.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/core/with_real.hpp>

namespace community_support_test {

using namespace orgscale;

namespace {

community_support<> drawn(random_numbers& draw)
{
    return {.contacts_per_customer = draw.magnitude(0.01, 100),
            .knowledge             = {.found    = draw.between(0, 1),
                                      .problems = {.scale    = draw.magnitude(0.1, 100),
                                                   .exponent = draw.between(0.1, 0.99)}},
            .community             = {.answering_rate = draw.magnitude(1e-6, 1),
                                      .window         = draw.magnitude(0.1, 100)}};
}

/// Nothing is published, and volunteers answer at once.
constexpr community_support<> unhindered{.contacts_per_customer = 1,
                                         .community = {.answering_rate = 1e6, .window = 1e6}};

} // namespace

TEST_CASE("community_support: without published answers or delay it is the plain rule, capped at 1",
          "[support]")
{
    random_numbers draw(1011);
    for (int i = 0; i < 200; ++i) {
        const double nu = draw.magnitude(0.1, 20), a = draw.between(0, 1),
                     c = draw.magnitude(1, 1e9);
        CHECK_THAT(unhindered.self_service_ratio(nu, a, c),
                   WithinRel(std::min(1.0, nu * a), 4 * ulp));
    }
}

TEST_CASE("community_support: agrees with a simulation of single contacts", "[support]")
{
    // Contacts consult published answers, then 40 volunteers among 400 customers with capacity for 2
    // answers per 5 contacts.
    const community_support<> service{
        .contacts_per_customer = 10,
        .knowledge             = {.found = 0.5, .problems = {.scale = 10, .exponent = 0.5}},
        .community             = {.answering_rate = 0.01, .window = 2}};
    random_numbers draw(1012);
    const int      contacts = 100000;
    int            staff    = 0;
    for (int i = 0; i < contacts; ++i) {
        const bool fresh = draw.between(0, 1) < 10 * 0.5 / std::sqrt(4000.0);
        if (!fresh && draw.between(0, 1) < 0.5) continue;
        double first = infinity<double>();
        for (int volunteer = 0; volunteer < 40; ++volunteer)
            first = std::min(first, -std::log(draw.between(0, 1)) / 0.01);
        staff += first < 2 ? 0 : 1; // 1 - e^-0.8 = 0.55, below the capacity of 0.74
    }
    // 3 standard errors of a count: 3 sqrt(1/4 · 1e5).
    CHECK_THAT(staff, WithinAbs(contacts * service.staff_share(4, 0.1, 400), 475));
}

TEST_CASE("community_support: a busy community is limited by its capacity", "[support]")
{
    // Half is settled and capacity is 2/5 of all contacts, 4/5 of the rest: 9/10 together.
    const community_support<> service{
        .contacts_per_customer = 1,
        .knowledge = {.problems = {.scale = 0.5}}, // b = 1: half of the problems are new
        .community = {.answering_rate = 1, .window = 1}};
    CHECK_THAT(service.settled(1e6), WithinRel(0.5, 4 * ulp));
    CHECK_THAT(service.answered(4, 0.1, 1e6), WithinRel(0.8, 4 * ulp));
    CHECK_THAT(service.self_service_ratio(4, 0.1, 1e6), WithinRel(0.9, 4 * ulp));
    // From here on the share is constant: capacity grows with the contacts.
    CHECK_THAT(service.self_service_ratio(4, 0.1, 1e9), WithinRel(0.9, 4 * ulp));
    CHECK(service.staff_share_elasticity(4, 0.1, 1e6) == 0);
    // Capacity beyond the rest settles everything, and no more.
    CHECK(service.self_service_ratio(8, 0.1, 1e6) == 1);
}

TEST_CASE("community_support: margins change their signs where its limits do", "[support]")
{
    // The nodes have time for 4/5 of the rest; that many are answered in time by 10 ln 5 = 16.09 customers.
    const community_support<> service{.contacts_per_customer = 1,
                                      .knowledge             = {.problems = {.scale = 0.5}},
                                      .community             = {.answering_rate = 1, .window = 1}};
    CHECK(service.answered(4, 0.1, 16) < 0.8 * (1 - 4 * ulp));
    CHECK(service.margins(4, 0.1, 16)[1] > 0);
    CHECK(service.margins(4, 0.1, 16.2)[1] < 0);
    // With D' = 5/sqrt(n) contacts recur from 25 on.
    const community_support<> learning{.contacts_per_customer = 2,
                                       .knowledge = {.problems = {.scale = 10, .exponent = 0.5}},
                                       .community = {.answering_rate = 1, .window = 1}};
    CHECK(learning.margins(4, 0.1, 12)[0] < 0);
    CHECK(learning.margins(4, 0.1, 13)[0] > 0);
}

TEST_CASE("community_support: containment and the staff's share add up to 1", "[support]")
{
    random_numbers draw(1013);
    for (int i = 0; i < 500; ++i) {
        const auto   service = drawn(draw);
        const double nu = draw.magnitude(0.1, 20), a = draw.between(0, 1),
                     c     = draw.magnitude(0.1, 1e9);
        const double ratio = service.self_service_ratio(nu, a, c);
        CHECK_THAT(ratio + service.staff_share(nu, a, c), WithinRel(1, 8 * ulp));
        CHECK(ratio >= 0);
        CHECK(ratio <= 1 + 4 * ulp);
        const double s = service.settled(c), k = service.answered(nu, a, c);
        CHECK_THAT(ratio, WithinAbs(1 - (1 - s) * (1 - k), 8 * ulp));
        // More capacity, customers or volunteers never lower containment.
        CHECK(service.self_service_ratio(2 * nu, a, c) >= ratio * (1 - 8 * ulp));
        CHECK(service.self_service_ratio(nu, a, 2 * c) >= ratio * (1 - 8 * ulp));
        CHECK(service.self_service_ratio(nu, std::min(1.0, 2 * a), c) >= ratio * (1 - 8 * ulp));
    }
}

TEST_CASE("community_support: its elasticity agrees with dual numbers", "[support]")
{
    random_numbers draw(1014);
    int            bound = 0;
    for (int i = 0; i < 500; ++i) {
        const auto   service = drawn(draw);
        const double nu = draw.magnitude(0.1, 20), a = draw.between(0, 0.2),
                     c       = draw.magnitude(0.1, 1e5);
        const auto   rest    = with_real<tangent>(service).staff_share(nu, a, tangent::variable(c));
        const double elastic = service.staff_share_elasticity(nu, a, c);
        if (rest.value() < 1e-6) continue; // 1 - x cancels where capacity is almost enough
        ++bound;
        CHECK_THAT(elastic, WithinAbs(c * rest.slope() / rest.value(),
                                      (64 * ulp / rest.value()) * (1 + std::abs(elastic))));
        CHECK(elastic <= 0);
    }
    CHECK(bound > 100);
}

TEST_CASE("community_support: without customers or volunteers the community answers nothing",
          "[support]")
{
    random_numbers draw(1015);
    for (int i = 0; i < 100; ++i) {
        const auto service = drawn(draw);
        CHECK(service.self_service_ratio(5, 0.1, 0) == 0);
        CHECK(service.staff_share(5, 0.1, 0) == 1);
        for (const double c : {1.0, 1e6}) {
            CHECK(service.self_service_ratio(5, 0, c) == service.settled(c));
            CHECK(service.self_service_ratio(0, 0.1, c) == service.settled(c));
        }
    }
    CHECK(unhindered.self_service_ratio(5, 0, 1e6) == 0);
}

TEST_CASE("community_support: slopes agree with differences", "[support]")
{
    const auto which = GENERATE(0, 1, 2);
    const auto all   = [which]<class R>(const R& x) -> R {
        const community_support<R> service{
              .contacts_per_customer = R(2),
              .knowledge = {.found = R(0.75), .problems = {.scale = R(4), .exponent = R(0.5)}},
              .community = {.answering_rate = R(0.125), .window = R(2)}};
        const R nu = which == 0 ? x : R(2);
        const R a  = which == 1 ? x : R(0.125);
        const R c  = which == 2 ? R(1000 * x) : R(64);
        return service.self_service_ratio(nu, a, c) + 2 * service.staff_share(nu, a, c) +
               service.staff_share_elasticity(nu, a, c);
    };
    for (const double x : {0.05, 0.4, 0.7})
        CHECK_THAT(slope_of_dual(all, x), WithinAbs(slope_of_differences(all, x), 1e-12));
}

TEST_CASE("community_support: describes itself", "[support]")
{
    CHECK(wrong_in_description(unhindered).empty());
    CHECK(names_of(unhindered) ==
          std::vector<std::string>{"contacts_per_customer", "knowledge.found",
                                   "knowledge.problems.scale", "knowledge.problems.exponent",
                                   "community.answering_rate", "community.window"});
}

TEST_CASE("community_support: refuses a negative number of contacts", "[support]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(unhindered, {{name, value}}); });
    };
    for (const double bad : {-1.0, infinity<double>(), std::nan("")})
        CHECK(refused("contacts_per_customer", bad) == "must be 0 or greater, and finite");
    CHECK(refused("knowledge.found", 2) == "must be from 0 to 1");
    CHECK(refused("community.window", 0) == "must be greater than 0 and finite");
    CHECK_THAT(refusal_text([] {
                   return community_support<>{.contacts_per_customer = -1,
                                              .community = {.answering_rate = 1, .window = 1}};
               }),
               ContainsSubstring("community_support_test.cpp:"));
}

} // namespace community_support_test
