#include <orgscale/improvement/combined_improvement.hpp>

#include <array>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>

namespace combined_improvement_test {

using namespace orgscale;

namespace {

constexpr combined_improvement<> both{
    .continuous      = {.halving_time = 9, .gain = 0.5, .defects_before = 0.25, .start = 5},
    .reorganizations = {.start          = 2,
                        .dip            = 0.25,
                        .recovery_time  = 3,
                        .gain           = 0.25,
                        .fading_time    = 16,
                        .defects_before = 0.125,
                        .every          = 12}};

} // namespace

TEST_CASE("combined_improvement: productivity and right work are products", "[improvement]")
{
    for (const double t : {-1.0, 2.0, 4.0, 14.0, 30.0, 1e6}) {
        CHECK(both.productivity(t) ==
              both.continuous.productivity(t) * both.reorganizations.productivity(t));
        CHECK_THAT(1 - both.defects(t), WithinRel((1 - both.continuous.defects(t)) *
                                                      (1 - both.reorganizations.defects(t)),
                                                  4 * ulp));
    }
}

TEST_CASE("combined_improvement: one without the other is itself, exactly", "[improvement]")
{
    const combined_improvement<> slow{.continuous = both.continuous, .reorganizations = {}};
    const combined_improvement<> big{.continuous = {}, .reorganizations = both.reorganizations};
    for (const double t : {-1.0, 2.0, 4.0, 14.0, 30.0, 1e6}) {
        CHECK(slow.productivity(t) == both.continuous.productivity(t));
        CHECK(slow.defects(t) == both.continuous.defects(t));
        CHECK(big.productivity(t) == both.reorganizations.productivity(t));
        CHECK(big.defects(t) == both.reorganizations.defects(t));
    }
}

TEST_CASE("combined_improvement: changes where either does", "[improvement]")
{
    CHECK(both.breakpoints() == std::array{5.0, 2.0});
    double                    time = -1;
    const std::vector<double> times{2, 5, 14, 26, 38};
    for (const double next : times) {
        CHECK(both.next_breakpoint(time) == next);
        time = next;
    }
}

TEST_CASE("combined_improvement: describes itself", "[improvement]")
{
    CHECK(wrong_in_description(both).empty());
    const auto names = names_of(both);
    CHECK(names.size() == 13);
    CHECK(names.front() == "continuous.halving_time");
    CHECK(names.back() == "reorganizations.every");
}

} // namespace combined_improvement_test
