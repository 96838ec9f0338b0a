#include <orgscale/governance/peter_principle.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

namespace peter_principle_test {

using namespace orgscale;

namespace {

// The pyramid of Pluchino, Rapisarda and Garofalo (2010), lowest level first: 160 posts.
const std::vector<std::int64_t> sizes{81, 41, 21, 11, 5, 1};
const std::vector<double>       responsibilities{0.2, 0.4, 0.6, 0.8, 0.9, 1.0};

peter_principle<> with_carry_over(double share)
{
    return {.mean = 7, .spread = std::sqrt(2), .carry_over = share};
}

} // namespace

TEST_CASE("peter_principle: the best of a few normal numbers", "[governance]")
{
    // Known in closed form: 0, 1/sqrt π, 3/(2 sqrt π), 3 (1 + (2/π) asin(1/3)) / (2 sqrt π) and
    // (5/(4 sqrt π)) (1 + (6/π) asin(1/3)).
    const double root = std::sqrt(std::numbers::pi), angle = std::asin(1.0 / 3) / std::numbers::pi;
    CHECK_THAT(best_of_normals(1), WithinAbs(0, 1e-15));
    CHECK_THAT(best_of_normals(2), WithinRel(1 / root, 1e-14));
    CHECK_THAT(best_of_normals(3), WithinRel(1.5 / root, 1e-14));
    CHECK_THAT(best_of_normals(4), WithinRel(1.5 / root * (1 + 2 * angle), 1e-14));
    CHECK_THAT(best_of_normals(5), WithinRel(1.25 / root * (1 + 6 * angle), 1e-14));
    double before = 0;
    for (const std::int64_t n : {2, 10, 1000, 1'000'000}) {
        CHECK(best_of_normals(n) > before);
        CHECK(best_of_normals(n) < std::sqrt(2 * std::log(static_cast<double>(n)))); // a known bound
        before = best_of_normals(n);
    }
}

TEST_CASE("peter_principle: competence on a scale from 1 to 10", "[governance]")
{
    // Derived, for the normal distribution of mean 7 and variance 2 of Pluchino, Rapisarda and Garofalo (2010): 6.939580,
    // which is an efficiency of 69.396 percent of the highest competence, whatever the responsibilities.
    const double mean = truncated_normal_mean(7, std::sqrt(2), 1, 10);
    CHECK_THAT(mean, WithinAbs(6.939580, 5e-7));
    CHECK_THAT(100 * mean / 10, WithinAbs(69.396, 5e-4));
    // Symmetric bounds change nothing, narrow ones all.
    CHECK_THAT(truncated_normal_mean(7, 2, 4, 10), WithinRel(7.0, 2 * ulp));
    CHECK_THAT(truncated_normal_mean(7, 2, 4, 4 + 1e-3),
               WithinAbs(4 + 5e-4, 1e-7)); // 0.75 w^2/12 more
    // Far in a tail, the mean is nearly 1/a of a spread beyond the bound.
    CHECK_THAT(truncated_normal_mean(0, 1, 30, 100), WithinAbs(30 + 1.0 / 30, 2.0 / 27000));
    CHECK(truncated_normal_mean(0, 1, -100, -30) == -truncated_normal_mean(0, 1, 30, 100));
    CHECK(refused_by([] { return truncated_normal_mean(7, 2, 4, 4); }) ==
          "low must be less than high");
    CHECK(refused_by([] { return truncated_normal_mean(7, 0, 1, 4); }) ==
          "must be greater than 0 and finite");
}

TEST_CASE("peter_principle: the best lose by promotion all that doesn't carry over", "[governance]")
{
    const auto peter = with_carry_over(0), sense = with_carry_over(1);
    CHECK(peter.in_new_post(11, promoted::best) == 7);
    CHECK(peter.in_new_post(11, promoted::worst) == 7);
    CHECK_THAT(sense.in_new_post(2, promoted::best),
               WithinRel(7 + std::sqrt(2 / std::numbers::pi), 1e-14));
    CHECK(sense.in_new_post(2, promoted::random) == 7);
    CHECK((peter_principle<>{.mean = 7, .spread = 1}.carry_over) == 0);
    // The candidates' mean is that of the one and of the others, where competence carries over.
    for (const promoted who : {promoted::best, promoted::random, promoted::worst})
        CHECK_THAT((sense.in_new_post(11, who) + 10 * sense.left_behind(11, who)) / 11,
                   WithinRel(7.0, 4 * ulp));
}

TEST_CASE("peter_principle: whom to promote depends on what carries over", "[governance]")
{
    for (std::size_t level = 1; level < sizes.size(); ++level) {
        const auto change = [level](double carry_over, promoted who) {
            return with_carry_over(carry_over).vacancy(sizes, responsibilities, level, who);
        };
        // The order of Pluchino, Rapisarda and Garofalo's results.
        CHECK(change(0, promoted::best) < 0);
        CHECK(change(0, promoted::worst) > 0);
        CHECK(change(1, promoted::best) > 0);
        CHECK(change(1, promoted::worst) < 0);
        CHECK(change(0, promoted::best) == -change(0, promoted::worst));
        CHECK(change(0.5, promoted::random) == 0);
    }
    CHECK(with_carry_over(0).vacancy(sizes, responsibilities, 0, promoted::best) ==
          0); // recruits only
}

TEST_CASE("peter_principle: a vacancy of firms that are drawn", "[governance]")
{
    random_numbers draw(1751);
    const auto     normal = [&] { // Box and Muller's
        return std::sqrt(-2 * std::log(1 - draw.between(0, 1))) *
               std::cos(2 * std::numbers::pi * draw.between(0, 1));
    };
    const double share = 0.25;
    const int    firms = 4000;
    double       sum = 0, squares = 0;
    for (int i = 0; i < firms; ++i) {
        double change = 0; // the head, of average 0, leaves, then one of 5 and one of 11 move up
        for (const std::size_t level : {4U, 3U}) {
            double best = normal();
            for (std::int64_t j = 1; j < sizes[level]; ++j) best = std::max(best, normal());
            const double above = share * best + std::sqrt(1 - share * share) * normal();
            change += above * responsibilities[level + 1] - best * responsibilities[level];
        }
        sum += change / firms;
        squares += change * change / firms;
    }
    const peter_principle<> law{.mean = 0, .spread = 1, .carry_over = share};
    const double            exact = law.vacancy({11, 5, 1}, {0.8, 0.9, 1.0}, 2, promoted::best);
    CHECK_THAT(sum, WithinAbs(exact, 4 * std::sqrt((squares - sum * sum) / firms)));
}

TEST_CASE("peter_principle: describes itself, and refuses a promotion of nobody", "[governance]")
{
    const auto law = with_carry_over(0.5);
    CHECK(wrong_in_description(law).empty());
    CHECK(names_of(law) == std::vector<std::string>{"mean", "spread", "carry_over"});
    CHECK(refused_by([&] { return law.in_new_post(0, promoted::best); }) ==
          "count must be 1 or more");
    CHECK(refused_by([&] { return law.left_behind(1, promoted::best); }) ==
          "candidates must be 2 or more");
    CHECK(refused_by([&] { return law.vacancy({3, 1}, {1}, 1, promoted::best); }) ==
          "each level must have a size and a responsibility");
    CHECK(refused_by([] { return best_of_normals(0); }) == "count must be 1 or more");
}

TEST_CASE("peter_principle: the best of very many", "[governance]")
{
    // The median of the largest solves Φ(x)^n = 1/2, and by its limit, Gumbel's law, the mean is above it by
    // (0.5772 + ln ln 2)/x: to terms of 1/x^3.
    for (const double x : {6.0, 7.0, 8.0}) {
        const double n    = std::log(2) * 2 / std::erfc(x / std::sqrt(2));
        const double mean = best_of_normals(static_cast<std::int64_t>(n));
        CHECK_THAT(mean, WithinRel(x + (0.57721566490153 + std::log(std::log(2))) / x,
                                   5 / (x * x * x * x)));
    }
}

} // namespace peter_principle_test
