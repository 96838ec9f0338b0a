#include <orgscale/workforce/parkinson.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>
#include <wide.hpp>

namespace parkinson_test {

using namespace orgscale;

namespace {

parkinson<> drawn(random_numbers& draw)
{
    return {.promotion_seekers = draw.between(0, 20),
            .career            = draw.between(0, 50),
            .minutes           = draw.between(0, 10),
            .units             = draw.magnitude(0.1, 1000)};
}

} // namespace

TEST_CASE("parkinson: is the published formula", "[workforce]")
{
    // Whole hours, so that the power is a product: k = 3, m = 4, l = 35, n = 7.
    const parkinson<> office{.promotion_seekers = 3, .career = 35, .minutes = 4, .units = 7};
    CHECK_THAT(office.new_staff(), WithinRel((2 * 3 * 3 * 3 * 3 + 35) / 7.0, 4 * ulp));
    // As a percentage of a staff of y, 100 (2 k^m + l)/(y n).
    CHECK_THAT(100 * office.growth(50), WithinRel(100 * (2 * 81 + 35) / (50.0 * 7), 4 * ulp));
}

TEST_CASE("parkinson: each parameter has its stated effect", "[workforce]")
{
    random_numbers draw(751);
    for (int i = 0; i < 200; ++i) {
        const auto   office = drawn(draw);
        const double x      = office.new_staff();
        // With m = 0 or k = 1 the numerator is 2 + l.
        const double two = (2 + office.career) / office.units;
        CHECK_THAT(with(office, {{"minutes", 0}}).new_staff(), WithinRel(two, 2 * ulp));
        CHECK_THAT(with(office, {{"promotion_seekers", 1}}).new_staff(), WithinRel(two, 2 * ulp));
        // Half as many units need twice as many new staff.
        CHECK(with(office, {{"units", office.units / 2}}).new_staff() == 2 * x);
        // One more year of career adds 1/n, here the difference of two numbers.
        CHECK_THAT(with(office, {{"career", office.career + 1}}).new_staff() - x,
                   WithinAbs(1 / office.units, 4 * ulp * (x + 1 / office.units)));
        CHECK_THAT(office.growth(20) * 20, WithinRel(x, 2 * ulp));
    }
}

TEST_CASE("parkinson: without promotion seekers only the career counts", "[workforce]")
{
    const parkinson<> content{.promotion_seekers = 0, .career = 30, .minutes = 2, .units = 10};
    CHECK(content.new_staff() == 3);
}

TEST_CASE("parkinson: reproduces the Admiralty's figures of 1914 and 1928", "[workforce]")
{
    // Capital ships 62 and 20, dockyard workers 57000 and 62439, officials 2000 and 3569: changes of
    // -67.74, 9.54 and 78.45 percent, over the whole period.
    const auto change = [](double before, double after) {
        return 100 * parkinson<>::compound_growth(before, after, 1);
    };
    CHECK_THAT(change(62, 20), WithinAbs(-67.74, 5e-3));
    CHECK_THAT(change(57000, 62439), WithinAbs(9.54, 5e-3));
    CHECK_THAT(change(2000, 3569), WithinAbs(78.45, 5e-3));
    // Over 14 years, 4.22 percent a year, not 78.45/14 = 5.6.
    const double yearly = parkinson<>::compound_growth(2000, 3569, 14);
    CHECK_THAT(100 * yearly, WithinAbs(4.22, 5e-3));
    CHECK_THAT(2000 * std::pow(1 + yearly, 14), WithinRel(3569, 32 * ulp));
}

TEST_CASE("parkinson: compound growth keeps its digits where growth is slight", "[workforce]")
{
    for (const double last : {1000.0, 1000.0000000000001, 1000.000001, 999.9999999, 1500.3, 510.7,
                              490.7, 4000.7, 0.3, 1e-5, 1e-12}) {
        const auto exact = parkinson<wide>::compound_growth(wide(1000), wide(last), wide(14));
        CHECK_THAT(parkinson<>::compound_growth(1000, last, 14),
                   WithinRel(static_cast<double>(exact), 4 * ulp));
    }
    CHECK(parkinson<>::compound_growth(1000, 1000, 14) == 0);
}

TEST_CASE("parkinson: slopes agree with differences", "[workforce]")
{
    const auto by_seekers = []<class R>(const R& k) -> R {
        const parkinson<R> office{
            .promotion_seekers = k, .career = R(30), .minutes = R(2.5), .units = R(8)};
        return office.new_staff() + parkinson<R>::compound_growth(k, R(4), R(7));
    };
    for (const double k : {0.5, 3.0, 4.0, 20.0})
        CHECK_THAT(slope_of_dual(by_seekers, k),
                   WithinRel(slope_of_differences(by_seekers, k), slope_error));
}

TEST_CASE("parkinson: describes itself", "[workforce]")
{
    const parkinson<> office{.promotion_seekers = 3, .career = 35, .minutes = 4, .units = 7};
    CHECK(wrong_in_description(office).empty());
    CHECK(names_of(office) ==
          std::vector<std::string>{"promotion_seekers", "career", "minutes", "units"});
}

TEST_CASE("parkinson: refuses an office with no units", "[workforce]")
{
    const parkinson<> office{.promotion_seekers = 3, .career = 35, .minutes = 4, .units = 7};
    const auto        refused = [&](const char* name, double value) {
        return refused_by([&] { return with(office, {{name, value}}); });
    };
    for (const double bad : {0.0, -1.0, infinite, std::nan("")})
        CHECK(refused("units", bad) == "must be greater than 0 and finite");
    for (const char* name : {"promotion_seekers", "career", "minutes"})
        for (const double bad : {-1e-9, infinite, std::nan("")})
            CHECK(refused(name, bad) == "must be 0 or greater, and finite");
    CHECK_THAT(refusal_text([] {
                   return parkinson<>{
                       .promotion_seekers = 3, .career = 35, .minutes = 4, .units = -7};
               }),
               ContainsSubstring("parkinson_test.cpp:"));
}

} // namespace parkinson_test
