#include <orgscale/design/parameter_range.hpp>

#include <catch.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

namespace parameter_range_test {

using namespace orgscale;

TEST_CASE("parameter range: goes from low to high, and through the middle", "[design]")
{
    const parameter_range<> even{"span", 3, 15};
    CHECK(even.at(0) == 3);
    CHECK(even.at(0.5) == 9);
    CHECK(even.at(1) == 15);
    const parameter_range<> wide{"rate", 0.01, 100}; // their geometric mean is 1
    CHECK(wide.at(0) == 0.01);
    CHECK_THAT(wide.at(0.5), WithinRel(1, 1e-14));
    CHECK(wide.at(1) == 100);
    CHECK(parameter_range<>{"fixed", 4, 4}.at(0.3) == 4);
    const parameter_range<> hundredfold{"rate", 2, 200};
    CHECK_THAT(hundredfold.at(0.5), WithinRel(20, 1e-14));
    const parameter_range<> less{"rate", 2, 199}; // evenly
    CHECK(less.at(0.5) == 100.5);
}

TEST_CASE("parameter range: never leaves its ends, and rises", "[design]")
{
    random_numbers random{62};
    for (int n = 0; n < 1000; ++n) {
        const double            low  = random.between(-10, 10);
        const double            high = low + random.magnitude(1e-9, 1e6);
        const parameter_range<> one{"x", low, high};
        const double            share = random.between(0, 1);
        CHECK(one.at(0) == low);
        CHECK(one.at(1) == high); // bitwise
        CHECK(one.at(share) >= low);
        CHECK(one.at(share) <= high);
        CHECK(one.at(share) <= one.at(share + (1 - share) / 2));
    }
}

TEST_CASE("parameter range: only whole numbers if requested", "[design]")
{
    const parameter_range<> units{.name = "units", .low = 0.5, .high = 3.9, .whole = true};
    CHECK(units.at(0) == 1);
    CHECK(units.at(0.5) == 2);
    CHECK(units.at(1) == 3);
}

TEST_CASE("parameter range: refuses ends in the wrong order where they are written", "[design]")
{
    CHECK(refused_by([] { return parameter_range<>{"x", 2, 1}; }) == "low must not lie above high");
    CHECK(refused_by([] { return parameter_range<>{"x", 0, infinity<double>()}; }) ==
          "must be finite");
    CHECK(refused_by([] { return parameter_range<>{"x", 1.2, 1.8, true}; }) ==
          "there must be a whole number from low to high");
    CHECK_THAT(refusal_text([] { return parameter_range<>{"x", 2, 1}; }),
               ContainsSubstring("parameter_range_test.cpp"));
}

} // namespace parameter_range_test
