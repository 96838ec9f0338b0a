#include <orgscale/fit/growth_path.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>

#include <orgscale/fit/identify.hpp>

namespace growth_path_test {

using namespace orgscale;

namespace {

const identified_law* law_in(const identified& found, growth_law law)
{
    for (const auto& one : found.laws)
        if (one.law == law) return &one;
    return nullptr;
}

} // namespace

TEST_CASE("growth path: an exponential goes on beyond its figures", "[fit]")
{
    std::vector<double> years, sizes;
    for (int i = 0; i < 12; ++i) {
        years.push_back(2000 + i);
        sizes.push_back(40 * std::exp(0.3 * i));
    }
    const auto  found = identify(years, sizes);
    const auto* law   = law_in(found, growth_law::exponential);
    REQUIRE(law != nullptr);
    REQUIRE(law->curve);
    for (const double year : {1995.0, 2000.0, 2005.5, 2011.0, 2020.0})
        CHECK_THAT(law->curve->at(year), WithinRel(40 * std::exp(0.3 * (year - 2000)), 1e-6));
}

TEST_CASE("growth path: a law with a ceiling solves its equation and ends there", "[fit]")
{
    std::vector<double> years, sizes;
    for (int i = 0; i < 25; ++i) {
        years.push_back(i);
        sizes.push_back(500 / (1 + 60 * std::exp(-0.4 * i)) * (1 + 0.01 * std::sin(7.0 * i)));
    }
    const auto  found = identify(years, sizes);
    const auto* law   = law_in(found, growth_law::logistic);
    REQUIRE(law != nullptr);
    REQUIRE(law->curve);
    const auto&  curve   = *law->curve;
    const double ceiling = *law->ceiling;
    CHECK_THAT(curve.at(200), WithinRel(ceiling, 1e-9));
    // dx/dt over x (1 - x/K) is the same everywhere; central differences, error of order h².
    const auto pace = [&](double t) {
        const double h = 1e-3, x = curve.at(t);
        return (curve.at(t + h) - curve.at(t - h)) / (2 * h) / (x * (1 - x / ceiling));
    };
    CHECK_THAT(pace(3), WithinRel(pace(14), 1e-5));
    CHECK_THAT(pace(14), WithinRel(0.4, 0.02)); // the ripple moves it by less

    // The profile is zero at its best ceiling, rises from there, and meets the limit at the interval's ends.
    REQUIRE(found.ceiling_profile.size() > 3);
    CHECK(found.ceiling_limit > 2);
    double nearest = 1e9, at = 0, before = 0;
    for (const auto& one : found.ceiling_profile) {
        CHECK(one.ceiling > before);
        before = one.ceiling;
        if (one.t < nearest) nearest = one.t, at = one.ceiling;
    }
    CHECK(nearest < 1e-6);
    CHECK_THAT(at, WithinRel(500.0, 0.02));
    CHECK(found.ceiling_profile.back().t > found.ceiling_limit);
}

TEST_CASE("growth path: a power beyond one reaches infinity, and before a beginning there is nothing",
          "[fit]")
{
    // x = 1/(1 - t) grows by x²; the line 1 + t is 0 before -1.
    const growth_path fast{{detail::curve_family::power, 2}, 0, 1, 0, 1, 1};
    CHECK_THAT(fast.at(0.5), WithinRel(2.0, 1e-12));
    CHECK(std::isinf(fast.at(1.5)));
    const growth_path line{{detail::curve_family::power, 0}, 0, 1, 0, 1, 3};
    CHECK_THAT(line.at(1), WithinRel(6.0, 1e-12));
    CHECK(line.at(-2) == 0);
}

} // namespace growth_path_test
