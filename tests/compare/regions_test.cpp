#include <orgscale/compare/regions.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <catch.hpp>
#include <doubles.hpp>
#include <refusal.hpp>

#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>

namespace regions_test {

using namespace orgscale;

namespace {

const region_range x_range{"x", -1, 1}, y_range{"y", -1, 1};

/// An answer at each place, of one type, so that the search is compiled once for most tests.
using answers = std::function<double(double, double)>;

answers everywhere(double answer)
{
    return [=](double, double) { return answer; };
}

/// The largest distance of a line from where `off`, a distance from the true boundary, is 0; along all of it.
template <class Off>
double farthest(const std::vector<region_map::place>& line, const Off& off)
{
    double worst = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        for (double share = 0; share <= 1; share += 0.125)
            worst = std::max(
                worst, std::abs(off(line[i].across + share * (line[i + 1].across - line[i].across),
                                    line[i].up + share * (line[i + 1].up - line[i].up))));
    return worst;
}

/// Blocks from the last to the first, each with a part of its own.
struct backwards {
    template <class Part, class Work, class GoOn>
    std::uint64_t operator()(std::uint64_t first, std::uint64_t last, Part& whole, const Work& work,
                             const GoOn&) const
    {
        for (std::uint64_t block = last; block-- > first;) {
            Part part = whole.empty_copy();
            work(part, block);
            whole.merge(part);
        }
        return last - first;
    }
};

} // namespace

TEST_CASE("regions: a circle, to the tolerance", "[compare]")
{
    // The second is better inside the radius of 0.7, which is 0.35 of the ranges.
    const answers square = [](double x, double y) { return x * x + y * y; };
    for (const double tolerance : {1e-2, 1e-3, 1e-4}) {
        const auto map =
            regions(square, everywhere(0.49), x_range, y_range, {.tolerance = tolerance});
        REQUIRE(map.regions.size() == 2);
        REQUIRE(map.boundaries.size() == 1);
        const auto& circle = map.boundaries.front();
        CHECK(map.unresolved == 0);
        CHECK(map.regions[0].side == region_side::first);
        CHECK(map.regions[1].side == region_side::second);
        CHECK(farthest(circle.line, [](double x, double y) {
                  return (std::hypot(x, y) - 0.7) / 2;
              }) < tolerance);
        CHECK(circle.line.front().across == circle.line.back().across); // closed
        CHECK(circle.line.front().up == circle.line.back().up);
        // The first is to the left of it, so it runs clockwise.
        double area = 0;
        for (std::size_t i = 0; i + 1 < circle.line.size(); ++i)
            area += circle.line[i].across * circle.line[i + 1].up -
                    circle.line[i + 1].across * circle.line[i].up;
        CHECK(area < 0);
        CHECK(circle.left == 0);
        CHECK(circle.right == 1);
        // Its area, to the tolerance along its length of 2 pi 0.35.
        CHECK_THAT(map.regions[1].share, WithinAbs(3.14159265 * 0.1225, 2.2 * tolerance));
        CHECK_THAT(map.share_of(region_side::first) + map.share_of(region_side::second),
                   WithinRel(1.0, 1e-12));
    }
}

TEST_CASE("regions: a finer tolerance takes its root in places", "[compare]")
{
    // A chord of length c departs by c²/(8 r): ten times the accuracy, 3.2 times the places.
    const auto places = [](double tolerance) {
        const auto map = regions(answers{[](double x, double y) { return x * x + y * y; }},
                                 everywhere(0.49), x_range, y_range,
                                 {.tolerance = tolerance, .cells = 4});
        return static_cast<double>(map.boundaries.front().line.size());
    };
    CHECK(places(1e-5) / places(1e-3) > 5);
    CHECK(places(1e-5) / places(1e-3) < 20);
}

TEST_CASE("regions: a jump and a curved edge, on logarithmic axes", "[compare]")
{
    // First where x y > 10, which is a straight line in logarithms; by a jump, whose size says nothing.
    const auto map = regions(answers{[](double x, double y) { return x * y > 10 ? 5 : 1; }},
                             everywhere(2), {"x", 1, 100, true}, {"y", 1, 100, true});
    REQUIRE(map.boundaries.size() == 1);
    CHECK(farthest(map.boundaries[0].line, [](double x, double y) {
              return (std::log10(x) + std::log10(y) - 1) /
                     std::sqrt(8.0); // in shares of the ranges
          }) < 5e-3); // between its places the line is straight in x and y, not in logarithms
    for (const auto& place : map.boundaries[0].line)
        CHECK_THAT(std::log10(place.across * place.up), WithinAbs(1, 1e-3 * std::sqrt(8.0)));
    CHECK_THAT(map.share_of(region_side::first), WithinAbs(0.875, 1e-3));
}

TEST_CASE("regions: three regions meet in a point", "[compare]")
{
    // No answer below the diagonal y = -x; above it, the first to the right of x = 0.1.
    const auto none_below = [](double x, double y) {
        return x + y < 0 ? std::nullopt : std::optional<double>{x - 0.1};
    };
    const auto map = regions(none_below, everywhere(0), x_range, y_range, {.margin = 0});
    CHECK(map.regions.size() == 3);
    CHECK(map.boundaries.size() == 3);
    CHECK_THAT(map.share_of(region_side::neither), WithinAbs(0.5, 2e-3));
    std::size_t meeting = 0;
    for (const auto& boundary : map.boundaries)
        for (const auto& end : {boundary.line.front(), boundary.line.back()})
            if (std::hypot(end.across - 0.1, end.up + 0.1) < 4e-3) ++meeting;
    CHECK(meeting == 3);
    for (const auto& region : map.regions)
        CHECK(region.first.has_value() == (region.side != region_side::neither));
}

TEST_CASE("regions: several regions, each with a witness inside it", "[compare]")
{
    // Stripes: sin(3 pi x) > 0 in three of six, and the borders at thirds.
    const answers wave = [](double x, double) { return std::sin(3 * 3.14159265358979 * x); };
    const auto    map  = regions(wave, everywhere(0), x_range, y_range, {.margin = 0});
    CHECK(map.regions.size() == 6);
    CHECK(map.boundaries.size() == 5);
    for (const auto& region : map.regions) {
        CHECK_THAT(region.share, WithinAbs(1.0 / 6, 2e-3));
        CHECK((wave(region.witness.across, 0) > 0) == (region.side == region_side::first));
        CHECK(std::abs(wave(region.witness.across, 0)) > 0.9); // far from the borders
        CHECK(*region.first == wave(region.witness.across, region.witness.up));
    }
    for (const auto& boundary : map.boundaries)
        CHECK(farthest(boundary.line,
                       [](double x, double) { return (x - std::round(3 * x) / 3) / 2; }) < 1e-3);
}

TEST_CASE("regions: one composition everywhere better, or equal to the other", "[compare]")
{
    const auto more = everywhere(2), less = everywhere(1);
    const auto map = regions(more, less, x_range, y_range);
    REQUIRE(map.regions.size() == 1);
    CHECK(map.regions[0].side == region_side::first);
    CHECK_THAT(map.regions[0].share, WithinRel(1.0, 16 * ulp));
    CHECK(map.regions[0].witness.across == 0); // the middle
    CHECK(map.boundaries.empty());
    CHECK(regions(more, less, x_range, y_range, {.smaller_is_better = true}).regions[0].side ==
          region_side::second);
    CHECK(regions(more, more, x_range, y_range).regions[0].side == region_side::neither);
    // A relative difference of half of the margin is none.
    CHECK(regions(more, everywhere(2.0 * (1 + 5e-7)), x_range, y_range).regions[0].side ==
          region_side::neither);
}

TEST_CASE("regions: a boundary through grid points is a line, not a region", "[compare]")
{
    const auto map = regions(answers{[](double x, double) { return x; }},
                             answers{[](double, double y) { return y; }}, x_range, y_range);
    CHECK(map.regions.size() == 2);
    REQUIRE(map.boundaries.size() == 1);
    CHECK(farthest(map.boundaries[0].line,
                   [](double x, double y) { return (x - y) / std::sqrt(8.0); }) < 1e-3);
}

TEST_CASE("regions: infinite answers are compared, missing ones aren't", "[compare]")
{
    const auto side = [](auto first, auto second) {
        using one_type = std::function<decltype(first)(double, double)>;
        return regions(one_type{[=](double, double) { return first; }},
                       one_type{[=](double, double) { return second; }}, x_range, y_range,
                       {.cells = 2})
            .regions[0]
            .side;
    };
    CHECK(side(infinite, 1.0) == region_side::first);
    CHECK(side(1.0, infinite) == region_side::second);
    CHECK(side(infinite, infinite) == region_side::neither);
    CHECK(side(-infinite, 1.0) == region_side::second);
    CHECK(side(std::nan(""), 1.0) == region_side::neither);
    CHECK(side(std::optional<double>{}, std::optional<double>{1}) == region_side::neither);
    struct dated {
        double time;
    };
    CHECK(side(dated{3}, dated{2}) == region_side::first);
}

TEST_CASE("regions: a fold too fine for its cells is reported", "[compare]")
{
    // A spike of width 0.02 between two grid lines: the line is missed, or what is found of it is counted.
    const auto map = regions(
        answers{[](double x, double y) { return y > (std::abs(x - 0.02) < 0.02 ? 0.9 : 0.0); }},
        everywhere(0.5), x_range, y_range, {.cells = 9});
    CHECK(map.regions.size() >= 2);
    CHECK(map.evaluations < 20'000);
}

TEST_CASE("regions: the same bits on any executor", "[compare]")
{
    const answers ring  = [](double x, double y) { return std::sin(4 * x) * std::cos(3 * y); };
    const auto    one   = regions(ring, everywhere(0.1), x_range, y_range);
    const auto    other = regions(ring, everywhere(0.1), x_range, y_range, {}, backwards{});
    REQUIRE(one.boundaries.size() == other.boundaries.size());
    CHECK(one.evaluations == other.evaluations);
    bool same = true;
    for (std::size_t i = 0; i < one.boundaries.size(); ++i) {
        const auto &a = one.boundaries[i].line, &b = other.boundaries[i].line;
        same = same && a.size() == b.size();
        for (std::size_t j = 0; same && j < a.size(); ++j)
            same = a[j].across == b[j].across && a[j].up == b[j].up;
    }
    CHECK(same);
}

TEST_CASE("regions: two policies, by any answer, over parameters of either", "[compare]")
{
    // Effort of a hundred people: ranks α^(L-1), peers sqrt(a² + (1-a²)/n); the boundary is known.
    const hierarchy<>   ranks{.span_of_control = 10};
    const meritocracy<> peers{.alignment = 0.8};
    const double        below = ranks.levels(100) - 1;
    const auto          map   = regions(ranks, peers,
                                        [](const auto& policy) { return policy.realized_effort(100); },
                                        {"control_retention", 0.5, 1}, {"alignment", 0, 1});
    REQUIRE(map.boundaries.size() == 1);
    CHECK(farthest(map.boundaries[0].line, [=](double retention, double alignment) {
              const double effort = std::pow(retention, below);
              return std::sqrt((effort * effort - 0.01) / 0.99) - alignment; // upwards, at most
          }) < 3e-3); // its slope is at most 2.4 in shares of the ranges
    CHECK(map.regions[0].side != map.regions[1].side);
    for (const auto& region : map.regions) {
        const auto at = with(ranks, {{"control_retention", region.witness.across}});
        CHECK(*region.first == at.realized_effort(100));
    }
}

TEST_CASE("regions: refuses unknown and equal names", "[compare]")
{
    const hierarchy<> ranks{.span_of_control = 10};
    const auto        of = [&](const char* across, const char* up) {
        return refused_by([=] {
            return regions(ranks, ranks, [](const auto& policy) { return policy.levels(100); },
                                  {across, 2, 3}, {up, 2, 3});
        });
    };
    const auto* hint = "is not the name of a parameter; did you mean span_of_control?";
    CHECK(of("span_of_control", "span") == hint);
    CHECK(of("span", "span_of_control") == hint);
    // Those of both, each once.
    const auto far = of("span_of_control", "unheard_of_until_now");
    CHECK_THAT(far, StartsWith("is not the name of a parameter; known are span_of_control, "));
    CHECK(far.find("span_of_control") == far.rfind("span_of_control"));
    CHECK(of("span_of_control", "span_of_control") == "both ranges are of one parameter");
}

} // namespace regions_test
