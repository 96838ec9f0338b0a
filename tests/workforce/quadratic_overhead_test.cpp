#include <orgscale/workforce/quadratic_overhead.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/workforce/communication_channels.hpp>

namespace quadratic_overhead_test {

using namespace orgscale;

namespace {

constexpr quadratic_overhead<> madachy{.coefficient = 0.0006};

} // namespace

TEST_CASE("quadratic_overhead: twice the team loses four times the share", "[workforce]")
{
    random_numbers draw(721);
    for (int i = 0; i < 200; ++i) {
        const quadratic_overhead<> law{.coefficient = draw.magnitude(1e-9, 1e-3)};
        const double               people = draw.between(0, 0.5) / std::sqrt(law.coefficient);
        CHECK(law.share(2 * people) == 4 * law.share(people));
        CHECK_THAT(law.share(people), WithinRel(law.coefficient * people * people, 2 * ulp));
    }
}

TEST_CASE("quadratic_overhead: passes through the published nodes", "[workforce]")
{
    // Madachy (2008), chapter 1, in percent.
    CHECK_THAT(madachy.share(5), WithinRel(0.015, 4 * ulp));
    CHECK_THAT(madachy.share(20), WithinRel(0.24, 4 * ulp));
    CHECK_THAT(madachy.share(30), WithinRel(0.54, 4 * ulp));
}

TEST_CASE("quadratic_overhead: is twice the channels plus one per person", "[workforce]")
{
    for (const int people : {0, 1, 2, 7, 20}) {
        const auto channels = static_cast<double>(communication_channels(people));
        CHECK_THAT(madachy.share(people), WithinRel(0.0006 * (2 * channels + people), 4 * ulp));
    }
}

TEST_CASE("quadratic_overhead: the share is at most 1", "[workforce]")
{
    // 0.0006 n² = 1 at 40.8 people; beyond, the printed curve would undo work.
    CHECK(madachy.share(40.8) < 1);
    CHECK(madachy.share(40.9) == 1);
    CHECK(madachy.share(1e9) == 1);
    CHECK(madachy.share(0) == 0);
    CHECK(quadratic_overhead<>{.coefficient = 0}.share(1e9) == 0);
}

TEST_CASE("quadratic_overhead: slopes agree with differences", "[workforce]")
{
    const auto share = []<class R>(const R& c) -> R {
        return quadratic_overhead<R>{.coefficient = c}.share(R(20));
    };
    for (const double c : {0.0, 0.0006, 0.01})
        CHECK_THAT(slope_of_dual(share, c), WithinAbs(c < 0.0025 ? 400 : 0, 400 * ulp));
}

TEST_CASE("quadratic_overhead: describes itself", "[workforce]")
{
    CHECK(wrong_in_description(madachy).empty());
    CHECK(names_of(madachy) == std::vector<std::string>{"coefficient"});
}

TEST_CASE("quadratic_overhead: refuses a negative coefficient", "[workforce]")
{
    for (const double bad : {-1e-9, infinity<double>(), std::nan("")})
        CHECK(refused_by([=] { return quadratic_overhead<>{.coefficient = bad}; }) ==
              "must be 0 or greater, and finite");
    CHECK_THAT(refusal_text([] { return quadratic_overhead<>{.coefficient = -5}; }),
               ContainsSubstring("quadratic_overhead_test.cpp:"));
}

} // namespace quadratic_overhead_test
