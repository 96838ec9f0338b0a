#include <orgscale/support/support_staff.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace support_staff_test {

using namespace orgscale;

namespace {

constexpr support_staff<> two{
    .people = 2, .hours = 1700, .utilization = 0.8, .handling_time = 8.0 / 60};

} // namespace

TEST_CASE("support_staff: two people answer 20400 contacts a year", "[support]")
{
    // Derived: 2 · 1700 hours · 60 minutes · 0.8 / 8 minutes.
    CHECK_THAT(two.capacity(), WithinRel(2 * 1700 * 60 * 0.8 / 8, 4 * ulp));
    CHECK_THAT(two.capacity(), WithinRel(20400, 4 * ulp));
}

TEST_CASE("support_staff: capacity and the people needed are inverse", "[support]")
{
    random_numbers draw(1001);
    for (int i = 0; i < 200; ++i) {
        const support_staff<> staff{.people        = draw.magnitude(0.1, 1e6),
                                    .hours         = draw.magnitude(1, 1e4),
                                    .utilization   = draw.between(0.1, 1),
                                    .handling_time = draw.magnitude(0.01, 10)};
        CHECK_THAT(staff.capacity() * staff.handling_time,
                   WithinRel(staff.people * staff.hours * staff.utilization, 8 * ulp));
        CHECK_THAT(staff.people_for(staff.capacity()), WithinRel(staff.people, 4 * ulp));
        CHECK_THAT(with(staff, {{"people", 3}}).capacity(),
                   WithinRel(3 * with(staff, {{"people", 1}}).capacity(), 4 * ulp));
    }
    CHECK(with(two, {{"people", 0}}).capacity() == 0);
    CHECK(two.people_for(0) == 0);
}

TEST_CASE("support_staff: slopes agree with differences", "[support]")
{
    const auto all = []<class R>(const R& h) -> R {
        const support_staff<R> staff{.people = R(2), .hours = R(1700), .handling_time = h};
        return staff.capacity() + staff.people_for(R(5));
    };
    for (const double h : {0.1, 3.0})
        CHECK_THAT(slope_of_dual(all, h), WithinRel(slope_of_differences(all, h), slope_error));
}

TEST_CASE("support_staff: describes itself", "[support]")
{
    CHECK(wrong_in_description(two).empty());
    CHECK(names_of(two) ==
          std::vector<std::string>{"people", "hours", "utilization", "handling_time"});
}

TEST_CASE("support_staff: refuses a handling time of zero", "[support]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(two, {{name, value}}); });
    };
    for (const char* name : {"hours", "handling_time"})
        for (const double bad : {0.0, -1.0, infinity<double>(), std::nan("")})
            CHECK(refused(name, bad) == "must be greater than 0 and finite");
    for (const double bad : {-1.0, infinity<double>(), std::nan("")})
        CHECK(refused("people", bad) == "must be 0 or greater, and finite");
    for (const double bad : {0.0, 1.1, std::nan("")})
        CHECK(refused("utilization", bad) == "must be greater than 0 and at most 1");
    CHECK_THAT(
        refusal_text([] { return support_staff<>{.people = 2, .hours = 0, .handling_time = 1}; }),
        ContainsSubstring("support_staff_test.cpp:"));
}

} // namespace support_staff_test
