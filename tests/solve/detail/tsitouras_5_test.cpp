#include <orgscale/solve/detail/tsitouras_5.hpp>

#include <algorithm>
#include <array>
#include <cmath>

#include <catch.hpp>
#include <rooted_trees.hpp>

namespace tsitouras_5_test {

using orgscale::detail::tsitouras_5;

namespace {

// The numbers are given to 25 digits and read into a long double of 18 or more; sums over the stages
// multiply that by the largest weight, a thousand or so.
constexpr long double rounding = 1e-14L;

const auto trees = trees_up_to(5);
const auto phi   = stage_weights(trees, tsitouras_5::a);

template <class Weights>
long double worst_condition(const Weights& weights, std::size_t order, long double part = 1)
{
    long double worst = 0;
    for (std::size_t t = 0; t < trees.size(); ++t) {
        if (trees[t].size > order) continue;
        long double sum = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * phi[t][i];
        const long double wanted = std::pow(part, static_cast<long double>(trees[t].size)) /
                                   trees[t].gamma;
        worst = std::max(worst, std::abs(sum - wanted));
    }
    return worst;
}

} // namespace

TEST_CASE("tsitouras_5: each stage stands where its row says", "[solve]")
{
    for (std::size_t i = 0; i < tsitouras_5::a.size(); ++i) {
        long double sum = 0;
        for (const long double weight : tsitouras_5::a[i]) sum += weight;
        CHECK(std::abs(sum - tsitouras_5::c[i]) < rounding);
        for (std::size_t j = i; j < tsitouras_5::a.size(); ++j) CHECK(tsitouras_5::a[i][j] == 0);
    }
}

TEST_CASE("tsitouras_5: the solution satisfies every condition of order 5", "[solve]")
{
    CHECK(tsitouras_5::order == 5);
    CHECK(worst_condition(tsitouras_5::b, 5) < rounding);
}

TEST_CASE("tsitouras_5: the error compares it with a solution of order 4", "[solve]")
{
    auto lower = tsitouras_5::b;
    for (std::size_t i = 0; i < tsitouras_5::error.size(); ++i) lower[i] -= tsitouras_5::error[i];
    CHECK(worst_condition(lower, 4) < rounding);
    CHECK(worst_condition(lower, 4 + 1) > 1e-6L); // of no higher order, or it would see nothing
}

TEST_CASE("tsitouras_5: the interpolant satisfies every condition of order 4", "[solve]")
{
    const long double part = GENERATE(0.05L, 0.3L, 0.5L, 0.77L, 1.0L);
    std::array<long double, tsitouras_5::interpolant.size()> weights{};
    for (std::size_t i = 0; i < weights.size(); ++i) {
        long double power = 1;
        for (const long double coefficient : tsitouras_5::interpolant[i])
            weights[i] += coefficient * (power *= part);
    }
    CHECK(worst_condition(weights, 4, part) < rounding);
}

} // namespace tsitouras_5_test
