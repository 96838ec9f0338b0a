#include <orgscale/network/dodds_watts_sabel.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <vector>

#include <catch.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

namespace dodds_watts_sabel_test {

using namespace orgscale;

namespace {

constexpr dodds_watts_sabel multiscale{
    .branching = 3, .levels = 4, .rank_reach = 0.5, .distance_reach = 0.5};

/// e^(-D/λ) e^(-x/ζ) of two people, by climbing from both.
double weight(const dodds_watts_sabel& kind, std::int64_t i, std::int64_t j)
{
    double from_i = 0, from_j = 0, depth = 0;
    while (i != j) {
        auto& lower = i > j ? i : j;
        (i > j ? from_i : from_j) += 1;
        lower = (lower - 1) / kind.branching;
    }
    for (; i > 0; i = (i - 1) / kind.branching) depth += 1;
    if (from_i + from_j < 2) return 0; // the same, or linked by the chart
    return std::exp(-depth / kind.rank_reach) *
           std::exp(-std::sqrt(std::max(0.0, from_i * from_i + from_j * from_j - 2)) /
                    kind.distance_reach);
}

} // namespace

TEST_CASE("dodds_watts_sabel: the chance of each pair is its share of all weights", "[network]")
{
    for (const double rank : {0.25, 2.0})
        for (const double distance : {0.5, 3.0}) {
            const dodds_watts_sabel kind{
                .branching = 3, .levels = 3, .rank_reach = rank, .distance_reach = distance};
            double all = 0, chances = 0;
            for (std::int64_t i = 0; i < 13; ++i)
                for (std::int64_t j = 0; j < i; ++j) all += weight(kind, i, j);
            for (std::int64_t i = 0; i < 13; ++i)
                for (std::int64_t j = 0; j < i; ++j) {
                    CHECK_THAT(kind.chance({i, j}), WithinAbs(weight(kind, i, j) / all, 16 * ulp));
                    CHECK(kind.chance({j, i}) == kind.chance({i, j}));
                    chances += kind.chance({i, j});
                }
            CHECK_THAT(chances, WithinRel(1.0, 64 * ulp));
        }
    CHECK(multiscale.chance({0, 1}) == 0);
    CHECK(multiscale.chance({5, 5}) == 0);
}

TEST_CASE("dodds_watts_sabel: the classes have all pairs but those of the chart", "[network]")
{
    for (const std::int64_t b : {2, 5})
        for (const std::int64_t levels : {2, 3, 6}) {
            const dodds_watts_sabel kind{
                .branching = b, .levels = levels, .rank_reach = 1, .distance_reach = 1};
            const auto N     = static_cast<double>(detail::people_of_tree(b, levels));
            double     pairs = 0;
            for (const auto& one : kind.classes()) pairs += one.pairs;
            CHECK(pairs == N * (N - 1) / 2 - (N - 1));
        }
}

TEST_CASE("dodds_watts_sabel: the kinds of links of the paper are its limits", "[network]")
{
    const auto positive = [](double rank, double distance, const auto& expected) {
        const dodds_watts_sabel kind{
            .branching = 3, .levels = 4, .rank_reach = rank, .distance_reach = distance};
        for (const auto& one : kind.classes()) CHECK((one.weight > 0) == expected(one));
    };
    const auto any      = [](const auto&) { return true; };
    const auto siblings = [](const auto& one) { return one.lower == 1 && one.higher == 1; };
    const auto across   = [](const auto& one) { return one.common == 0; };
    positive(infinite, infinite, any);
    positive(infinite, 0, siblings);
    positive(0, infinite, across);
    positive(0, 0, [&](const auto& one) { return siblings(one) && across(one); });
}

TEST_CASE("dodds_watts_sabel: draws different pairs with their chances", "[network]")
{
    random_numbers draw(21);
    const auto     uniform = [&] { return draw.between(0, 1); };
    // 4000 first links: a standard error of at most 0.008 for the head's reports among themselves.
    double first = 0;
    for (int i = 0; i < 4000; ++i) {
        const auto link = multiscale.draw(1, uniform).front();
        CHECK(link.first < link.second);
        CHECK(multiscale.chance(link) > 0);
        first += link == contact_link{1, 2} ? 1 / 4000.0 : 0;
    }
    CHECK_THAT(first, WithinAbs(multiscale.chance({1, 2}), 0.032));

    const auto links = multiscale.draw(300, uniform);
    CHECK(links.size() == 300);
    CHECK(std::set<contact_link>(links.begin(), links.end()).size() == 300);
    // The three most likely pairs are among the first links.
    for (const contact_link top : {contact_link{1, 2}, contact_link{1, 3}, contact_link{2, 3}})
        CHECK(std::find(links.begin(), links.begin() + 20, top) != links.begin() + 20);
}

TEST_CASE("dodds_watts_sabel: draws all pairs that have a chance, and no more", "[network]")
{
    random_numbers          draw(22);
    const dodds_watts_sabel teams{
        .branching = 3, .levels = 3, .rank_reach = infinite, .distance_reach = 0};
    const auto links = teams.draw(1000, [&] { return draw.between(0, 1); });
    CHECK(links.size() == 12); // three siblings in each of four teams
    const dodds_watts_sabel all{
        .branching = 2, .levels = 3, .rank_reach = infinite, .distance_reach = infinite};
    CHECK(all.draw(1000, [&] { return draw.between(0, 1); }).size() == 21 - 6);
    CHECK(all.draw(0, [&] { return draw.between(0, 1); }).empty());
}

TEST_CASE("dodds_watts_sabel: refuses what is no tree or reach", "[network]")
{
    const auto with = [](std::int64_t b, std::int64_t levels, double rank, double distance) {
        return refused_by([=] {
            return dodds_watts_sabel{
                .branching = b, .levels = levels, .rank_reach = rank, .distance_reach = distance};
        });
    };
    const auto* tree = "branching and levels must be 2 or more and make at most a million people";
    CHECK(with(1, 3, 1, 1) == tree);
    CHECK(with(3, 1, 1, 1) == tree);
    CHECK(with(3, 60, 1, 1) == tree);
    CHECK(with(3, 3, -1, 1) == "must be 0 or greater");
    CHECK(with(3, 3, 1, std::nan("")) == "must be 0 or greater");
    for (const contact_link bad : {contact_link{0, 40}, contact_link{-1, 3}})
        CHECK(refused_by([=] { return multiscale.chance(bad); }) ==
              "a link must be between people of the tree");
    CHECK_THAT(refusal_text([] { return multiscale.chance({-1, 2}); }),
               ContainsSubstring("dodds_watts_sabel_test.cpp:"));
}

} // namespace dodds_watts_sabel_test
