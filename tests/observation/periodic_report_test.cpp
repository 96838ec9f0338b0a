#include <orgscale/observation/periodic_report.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace periodic_report_test {

using namespace orgscale;

TEST_CASE("periodic_report: its age averages T/2 over uniform times of consulting it",
          "[observation]")
{
    const periodic_report<> report{.interval = 3};
    const int               looks = 30000;
    double                  age   = 0;
    for (int i = 0; i < looks; ++i)
        age += std::fmod(7 + 30 * (i + 0.5) / looks, 3);         // over ten reports
    CHECK_THAT(age / looks, WithinRel(report.mean_age(), 1e-9)); // the midpoint rule is exact
}

TEST_CASE("periodic_report: at the ends of m periods its ages are 0 to m - 1", "[observation]")
{
    for (int m = 1; m < 40; ++m) {
        const periodic_report<> report{.interval = 6};
        double                  age = 0;
        for (int i = 0; i < m; ++i) age += i * (6.0 / m) / m;
        CHECK_THAT(report.mean_age(m), WithinAbs(age, 40 * ulp)); // a sum of up to 40
        CHECK(report.mean_age(m) < report.mean_age());
    }
    CHECK(periodic_report<>{.interval = 6}.mean_age(1) == 0);
    CHECK_THAT(periodic_report<>{.interval = 6}.mean_age(1e15), WithinRel(3, 1e-14));
}

TEST_CASE("periodic_report: slopes agree with differences", "[observation]")
{
    const auto all = []<class R>(const R& t) -> R {
        const periodic_report<R> report{.interval = t};
        return report.mean_age() + report.mean_age(R(5));
    };
    for (const double t : {0.1, 3.0}) CHECK_THAT(slope_of_dual(all, t), WithinRel(0.9, 4 * ulp));
}

TEST_CASE("periodic_report: describes itself", "[observation]")
{
    CHECK(wrong_in_description(periodic_report<>{.interval = 6}).empty());
    CHECK(names_of(periodic_report<>{.interval = 6}) == std::vector<std::string>{"interval"});
}

TEST_CASE("periodic_report: refuses intervals of zero and infinity", "[observation]")
{
    for (const double bad : {0.0, -1.0, infinity<double>(), std::nan("")})
        CHECK(refused_by([=] { return periodic_report<>{.interval = bad}; }) ==
              "must be greater than 0 and finite");
    CHECK_THAT(refusal_text([] { return periodic_report<>{.interval = 0}; }),
               ContainsSubstring("periodic_report_test.cpp:"));
}

} // namespace periodic_report_test
