#include <orgscale/governance/pyramid.hpp>

#include <cmath>
#include <string>
#include <type_traits>
#include <vector>

#include <catch.hpp>
#include <constant.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace pyramid_test {

using namespace orgscale;

namespace {

/// Full trees in whole numbers, from the identities n = (s^L - 1)/(s - 1) = s M + 1.
struct full_tree {
    double span, levels, people, workers, managers;
};

const std::vector<full_tree> trees{
    {7, 4, 400, 343, 57}, {5, 5, 781, 625, 156}, {4, 7, 5461, 4096, 1365}, {2, 10, 1023, 512, 511}};

} // namespace

TEST_CASE("pyramid: counts full trees", "[governance]")
{
    for (const auto& tree : trees) {
        const pyramid<> firm{.span_of_control = tree.span};
        CHECK_THAT(firm.people(tree.levels),
                   WithinRel(tree.people, 2 * ulp)); // a power and two operations
        CHECK_THAT(firm.levels(tree.people), WithinRel(tree.levels, 4 * ulp));
        CHECK_THAT(firm.workers(tree.people), WithinRel(tree.workers, 4 * ulp));
        CHECK_THAT(firm.managers(tree.people), WithinRel(tree.managers, ulp));
    }
}

TEST_CASE("pyramid: levels and people are inverse functions", "[governance]")
{
    random_numbers draw(211);
    for (int i = 0; i < 500; ++i) {
        const pyramid<> firm{.span_of_control = 1 + draw.magnitude(1e-6, 1e3)};
        const double    n = draw.magnitude(1, 1e12);
        // s^L multiplies the few rounding errors of L by at most ln(1 + n s) < 35.
        CHECK_THAT(firm.people(firm.levels(n)), WithinRel(n, 150 * ulp));
    }
}

TEST_CASE("pyramid: another level adds one head over s pyramids", "[governance]")
{
    // size(L+1) = s size(L) + 1, also for fractional levels.
    random_numbers draw(212);
    for (int i = 0; i < 500; ++i) {
        const double    s      = 1 + draw.magnitude(1e-9, 1e2);
        const double    levels = std::floor(draw.between(0, 12288)) / 1024; // so + 1 is exact
        const pyramid<> firm{.span_of_control = s};
        CHECK_THAT(firm.people(levels + 1), WithinRel(s * firm.people(levels) + 1, 16 * ulp));
    }
}

TEST_CASE("pyramid: everybody is a worker or a manager, and all but the head have a manager",
          "[governance]")
{
    random_numbers draw(213);
    for (int i = 0; i < 500; ++i) {
        const double    s = 1 + draw.magnitude(1e-6, 1e3), n = draw.magnitude(1, 1e12);
        const pyramid<> firm{.span_of_control = s};
        CHECK_THAT(firm.workers(n) + firm.managers(n), WithinRel(n, 4 * ulp));
        CHECK_THAT(s * firm.managers(n) + 1, WithinRel(n, 4 * ulp));
    }
}

TEST_CASE("pyramid: workers are a power of the span", "[governance]")
{
    random_numbers draw(214);
    for (int i = 0; i < 500; ++i) {
        const double    s = 1 + draw.magnitude(1e-3, 1e2), levels = draw.between(1, 12);
        const pyramid<> firm{.span_of_control = s};
        CHECK_THAT(firm.workers(firm.people(levels)), WithinRel(std::pow(s, levels - 1), 16 * ulp));
    }
}

TEST_CASE("pyramid: large pyramids have one manager per s - 1 workers", "[governance]")
{
    for (const double s : {1.25, 2.0, 7.0, 100.0}) {
        const pyramid<> firm{.span_of_control = s};
        const double    n = 1e18; // where the head is below rounding
        CHECK_THAT(firm.managers(n) / n, WithinRel(1 / s, 4 * ulp));
        CHECK_THAT(firm.managers(n) / firm.workers(n), WithinRel(1 / (s - 1), 4 * ulp));
    }
}

TEST_CASE("pyramid: one person is one level, nobody is none", "[governance]")
{
    for (const double s : {1 + 1e-15, 1.5, 7.0, 1e6}) {
        const pyramid<> firm{.span_of_control = s};
        CHECK(firm.levels(1) == 1);
        CHECK_THAT(firm.people(1), WithinRel(1, 2 * ulp));
        CHECK(firm.people(0) == 0);
        CHECK(firm.managers(1) == 0);
        CHECK_THAT(firm.workers(1), WithinRel(1, 2 * ulp));
    }
}

TEST_CASE("pyramid: with a span just above one it is a chain", "[governance]")
{
    const pyramid<> chain{.span_of_control = 1 + 0x1p-40};
    for (const double n : {1.0, 2.0, 17.0, 1000.0}) { // off by n^2 2^-41
        CHECK_THAT(chain.levels(n), WithinRel(n, 1e-9));
        CHECK_THAT(chain.people(n), WithinRel(n, 1e-9));
    }
}

TEST_CASE("pyramid: handles the largest numbers of people", "[governance]")
{
    const pyramid<> firm{.span_of_control = 7};
    CHECK_THAT(firm.levels(1e308),
               WithinRel((std::log(6.0) + 308 * std::log(10.0)) / std::log(7.0), 4 * ulp));
    CHECK_THAT(firm.workers(1e308), WithinRel(1e308 / 7 * 6, 4 * ulp));
}

TEST_CASE("pyramid: slopes agree with differences", "[governance]")
{
    const auto which = GENERATE(0, 1, 2, 3);
    const auto one   = [which](const auto& s, const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        const pyramid<R> firm{.span_of_control = s};
        return which == 0   ? firm.people(x)
                 : which == 1 ? firm.levels(x)
                 : which == 2 ? firm.workers(x)
                              : firm.managers(x);
    };
    const auto by_span = [&]<class R>(const R& x) -> R { return one(x, R(5)); };
    const auto by_size = [&]<class R>(const R& x) -> R { return one(R(3), x); };
    // A few roundings. With respect to the span, the derivative of levels is a difference of quotients of
    // s - 1, not tested near s = 1.
    for (const double s : {1.0001, 1.1, 1.11, 2.0, 12.0})
        if (which != 1 || s > 1.01)
            CHECK_THAT(slope_of_dual(by_span, s),
                       WithinRel(slope_of_differences(by_span, s), slope_error));
    for (const double x : {0.4, 0.5, 1.0, 1.25, 3.0, 20.0})
        if (which == 0 || x > 1) // no fewer people than one
            CHECK_THAT(slope_of_dual(by_size, x),
                       WithinRel(slope_of_differences(by_size, x), slope_error));
}

TEST_CASE("pyramid: workers and managers are constant expressions", "[governance]")
{
    constexpr pyramid<> firm{.span_of_control = 4};
    STATIC_REQUIRE(firm.managers(5461) == 1365);
    STATIC_REQUIRE(firm.workers(4) == 3.25);
}

TEST_CASE("pyramid: describes itself", "[governance]")
{
    const pyramid<> firm{.span_of_control = 7};
    CHECK(wrong_in_description(firm).empty());
    CHECK(names_of(firm) == std::vector<std::string>{"span_of_control"});
}

TEST_CASE("pyramid: refuses invalid spans", "[governance]")
{
    const auto refused = [](double value) {
        return refused_by([=] { return pyramid<>{.span_of_control = value}; });
    };
    for (const double bad : {1.0, 0.5, -3.0, infinite, std::nan("")})
        CHECK(refused(bad) == "must be greater than 1 and finite");
    CHECK(refused(1 + ulp) == "nothing was refused");
    CHECK_THAT(refusal_text([] { return pyramid<>{.span_of_control = 1}; }),
               ContainsSubstring("pyramid_test.cpp:"));
}

} // namespace pyramid_test
