#include <orgscale/support/self_service.hpp>

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

namespace self_service_test {

using namespace orgscale;

namespace {

self_service<> drawn(random_numbers& draw)
{
    return {.found    = draw.between(0, 1),
            .problems = {.scale = draw.magnitude(0.1, 100), .exponent = draw.between(0.1, 0.99)}};
}

} // namespace

TEST_CASE("self_service: agrees with a simulation of single contacts", "[support]")
{
    // A problem is new with probability p(n); otherwise its answer is found with probability f.
    const self_service<> base{.found = 0.75, .problems = {.scale = 10, .exponent = 0.5}};
    random_numbers       draw(981);
    int                  settled  = 0;
    double               expected = 0;
    const int            contacts = 100000;
    for (int n = 1; n <= contacts; ++n) {
        const bool fresh = draw.between(0, 1) < base.problems.new_probability(n);
        settled += !fresh && draw.between(0, 1) < 0.75 ? 1 : 0;
        expected += base.share(n);
    }
    // 3 standard errors of a count with probability 3/4: 3 sqrt(3/16 · 1e5) = 411.
    CHECK_THAT(settled, WithinAbs(expected, 411));
}

TEST_CASE("self_service: with f = 1 the remaining work is the number of distinct problems",
          "[support]")
{
    // With f = 1, Σ (1 - s) over the contacts is D(n). Midpoint sum, exact to (1/n)².
    const self_service<> base{.problems = {.scale = 3, .exponent = 0.5}};
    const int            first = 1000, last = 50000;
    double               work = 0;
    for (int n = first; n < last; ++n) work += base.unresolved(n + 0.5);
    CHECK_THAT(work, WithinRel(base.problems.distinct(last) - base.problems.distinct(first), 1e-7));
    CHECK(base.unresolved_elasticity(1e4) == -0.5);
}

TEST_CASE("self_service: the two shares add up to 1", "[support]")
{
    random_numbers draw(982);
    for (int i = 0; i < 300; ++i) {
        const auto   base = drawn(draw);
        const double n    = draw.magnitude(0.1, 1e12);
        CHECK_THAT(base.share(n) + base.unresolved(n), WithinRel(1, 4 * ulp));
        CHECK(base.share(n) >= 0);
        CHECK(base.share(n) <= base.found);
        CHECK(base.share(2 * n) >= base.share(n));
        CHECK(base.unresolved_elasticity(n) <= 0);
        CHECK(base.unresolved_elasticity(n) >= base.problems.exponent - 1);
    }
}

TEST_CASE("self_service: settles nothing if nothing recurs or nothing is found", "[support]")
{
    for (const double n : {0.0, 1.0, 1e9}) {
        CHECK(self_service<>{}.share(n) == 0);
        CHECK(self_service<>{}.unresolved(n) == 1);
        CHECK(self_service<>{.found = 0, .problems = {.scale = 3, .exponent = 0.5}}.share(n) == 0);
    }
    const self_service<> base{.found = 0.9, .problems = {.scale = 10, .exponent = 0.5}};
    CHECK(base.share(0) == 0);
    CHECK(base.share(25) == 0); // every problem is new until then
    CHECK_THAT(base.share(1e6), WithinRel(0.8955, 4 * ulp));
    CHECK_THAT(base.share(1e300), WithinRel(0.9, 4 * ulp));
    // b = 1: a fixed share.
    CHECK_THAT((self_service<>{.problems = {.scale = 0.02}}.share(7)), WithinRel(0.98, 4 * ulp));
}

TEST_CASE("self_service: its elasticity agrees with dual numbers", "[support]")
{
    random_numbers draw(983);
    for (int i = 0; i < 200; ++i) {
        const auto   base = drawn(draw);
        const double n    = draw.magnitude(0.1, 1e12);
        const auto   rest = with_real<tangent>(base).unresolved(tangent::variable(n));
        CHECK_THAT(base.unresolved_elasticity(n),
                   WithinAbs(n * rest.slope() / rest.value(), 1e-14)); // at most 1, a few roundings
    }
}

TEST_CASE("self_service: slopes agree with differences", "[support]")
{
    const auto all = []<class R>(const R& n) -> R {
        const self_service<R> base{.found    = R(0.75),
                                   .problems = {.scale = R(4), .exponent = R(0.5)}};
        return base.share(n) + 2 * base.unresolved(n) + base.unresolved_elasticity(n);
    };
    for (const double n : {1.0, 100.0, 1e6})
        CHECK_THAT(slope_of_dual(all, n), WithinRel(slope_of_differences(all, n), slope_error));
}

TEST_CASE("self_service: describes itself", "[support]")
{
    const self_service<> base{.found = 0.75, .problems = {.scale = 4, .exponent = 0.5}};
    CHECK(wrong_in_description(base).empty());
    CHECK(names_of(base) ==
          std::vector<std::string>{"found", "problems.scale", "problems.exponent"});
}

TEST_CASE("self_service: refuses a probability above 1", "[support]")
{
    for (const double bad : {-0.1, 1.1, std::nan("")})
        CHECK(refused_by([=] { return self_service<>{.found = bad}; }) == "must be from 0 to 1");
    CHECK_THAT(refusal_text([] { return self_service<>{.found = 2}; }),
               ContainsSubstring("self_service_test.cpp:"));
}

} // namespace self_service_test
