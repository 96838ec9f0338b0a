#include <orgscale/fit/vuong.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>

namespace vuong_test {

using namespace orgscale;

TEST_CASE("vuong: the statistic by hand, and its p", "[fit]")
{
    const std::vector<double> first{-1, -2, -1, -2}, second{-2, -2, -3, -3}; // 1, 0, 2, 1
    const auto                test = vuong(first, second);
    CHECK_THAT(test.ratio, WithinRel(4.0, 1e-14));
    CHECK_THAT(test.statistic, WithinRel(4 / (std::sqrt(0.5) * 2), 1e-14));
    CHECK_THAT(test.p, WithinRel(std::erfc(2.0), 1e-13));
    CHECK_FALSE(test.undecided());
    CHECK_THAT(vuong(second, first).statistic, WithinRel(-test.statistic, 1e-14));
}

TEST_CASE("vuong: models that agree can't be told apart", "[fit]")
{
    const std::vector<double> same{-1, -2, -1};
    CHECK(vuong(same, same).p == 1);
    CHECK(vuong(same, same).undecided());
    const std::vector<double> better{0, -1, 0}; // by 1 everywhere
    CHECK(vuong(better, same).p == 0);
}

TEST_CASE("vuong: dependent points count for less", "[fit]")
{
    const std::vector<double> zero(8, 0.0), slow{1, 1, 1, 1, -0.5, -0.5, -0.5, -0.5};
    CHECK(vuong(slow, zero, 2).statistic < vuong(slow, zero).statistic);
    CHECK(vuong(slow, zero, 2).ratio == vuong(slow, zero).ratio);
}

TEST_CASE("vuong: p as published for two pairs of heavy-tailed laws", "[fit]")
{
    // p is erfc(|V|/√2): blackouts V = -.4157, p .678, and V = 1.433, p .152.
    const auto p_of = [](double v) {
        const double        n = 100;
        std::vector<double> a, b(100, 0.0);
        for (int i = 0; i < 100; ++i) a.push_back(v / std::sqrt(n) + (i % 2 == 0 ? 1 : -1));
        return vuong(a, b).p;
    };
    CHECK_THAT(p_of(-.4157), WithinAbs(.678, 5e-4));
    CHECK_THAT(p_of(1.433), WithinAbs(.152, 5e-4));
}

TEST_CASE("vuong: refuses other points", "[fit]")
{
    CHECK_THROWS_AS(vuong(std::vector<double>{1, 2}, std::vector<double>{1}), parameter_error);
}

} // namespace vuong_test
