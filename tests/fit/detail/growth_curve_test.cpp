#include <orgscale/fit/detail/growth_curve.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>

#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/gompertz.hpp>
#include <orgscale/growth/logistic.hpp>
#include <orgscale/growth/richards.hpp>

namespace growth_curve_test {

using namespace orgscale;
using detail::curve_family;
using detail::growth_curve;

namespace {

const std::vector<growth_curve> every{
    {curve_family::power, 0},           {curve_family::power, 1},
    {curve_family::power, 0.5},         {curve_family::power, -2},
    {curve_family::power, 1.5},         {curve_family::affine, 1},
    {curve_family::affine, -2},         {curve_family::parallelized, 3},
    {curve_family::parallelized, 0.01}, {curve_family::gompertz, 0, 20},
    {curve_family::richards, 0.3, 20},  {curve_family::richards, 4, 20},
    {curve_family::bass, 0, 20},        {curve_family::bass, 0.3, 20},
    {curve_family::bass, 1, 20}};

} // namespace

TEST_CASE("growth curve: link and size undo each other", "[fit]")
{
    for (const auto& curve : every)
        for (const double x : {1.5, 4.0, 15.0})
            CHECK_THAT(curve.size(curve.link(x)), WithinRel(x, 1e-11));
}

TEST_CASE("growth curve: pace and order are derivatives", "[fit]")
{
    for (const auto& curve : every)
        for (const double x : {2.0, 9.0}) {
            const double h    = 1e-5; // central differences, error of order h²
            const double eta  = curve.link(x);
            const double pace = (curve.size(eta + h) - curve.size(eta - h)) / (2 * h);
            CHECK_THAT(curve.pace(x), WithinRel(pace, 1e-6));
            const double bend =
                (std::log(curve.pace(x * (1 + h))) - std::log(curve.pace(x * (1 - h)))) / (2 * h);
            CHECK_THAT(curve.order(x), WithinAbs(bend, 1e-6));
        }
}

TEST_CASE("growth curve: the laws are those of growth/", "[fit]")
{
    // A law that goes on from a size for a time is the curve between two values of its link; one unit of
    // the link is 1/rate of time.
    const double start = 3, time = 2.5;
    const auto   follows = [&](const growth_curve& curve, double rate, double after) {
        CHECK_THAT(curve.size(curve.link(start) + rate * time), WithinRel(after, 1e-12));
    };
    follows({curve_family::bass, 0, 20}, 0.4,
            logistic<>{.growth_rate = 0.4, .ceiling = 20}.after(start, time));
    const gompertz<> slowing{.growth_rate = 0.4, .ceiling = 20};
    follows({curve_family::gompertz, 0, 20}, 0.4, slowing.after(start, time));
    follows({curve_family::richards, 2, 20}, 0.4,
            richards<>{.growth_rate = 0.4, .ceiling = 20, .shape = 2}.after(start, time));
    // Bass: (p + q x/K)(K - x) with p = w r, q = (1 - w) r, and r = p + q.
    follows({curve_family::bass, 0.1, 20}, 0.4,
            bass<>{.innovation = 0.04, .imitation = 0.36, .potential = 20}.after(start, time));
}

} // namespace growth_curve_test
