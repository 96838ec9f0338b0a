#include <orgscale/governance/ranks.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <numeric>
#include <string>
#include <type_traits>
#include <vector>

#include <catch.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

#include <orgscale/governance/perfect_pyramid.hpp>

namespace ranks_test {

using namespace orgscale;

namespace {

using sizes = std::vector<std::int64_t>;

/// Empty if the ranks sum to the people, none is larger than the one below it, and none is empty.
std::string wrong_in(const sizes& ranks, std::int64_t people)
{
    if (std::accumulate(ranks.begin(), ranks.end(), std::int64_t{0}) != people)
        return "they do not sum to the people";
    if (!std::is_sorted(ranks.begin(), ranks.end(), std::greater{}))
        return "one is larger than the one below it";
    if (ranks.empty() || ranks.back() < 1) return "one is empty";
    return {};
}

} // namespace

TEST_CASE("ranks: reproduces the published ranks, rounded down", "[governance]")
{
    // Fix's program, version hmod: lowest rank to nearest, those above down. Exact.
    CHECK(ranks(10'000, 4) == sizes{7503, 1875, 468, 117, 29, 7, 1});
    CHECK(ranks(10'000, 20) == sizes{9501, 475, 23, 1});
    CHECK(ranks(10'000, 4, ranks_down{}) == ranks(10'000, 4));
}

TEST_CASE("ranks: reproduces the published ranks, rounded to nearest", "[governance]")
{
    // All three from the documentation of Fix's program `hierarchy`. Exact.
    CHECK(ranks(10'000, 4, ranks_nearest{}) == sizes{7501, 1875, 469, 117, 29, 7, 2});
    CHECK(ranks(10'000, 20, ranks_nearest{}) == sizes{9500, 475, 24, 1});
    CHECK(ranks(10'000, 1.5, ranks_nearest{}) == sizes{3331, 2223, 1482, 988, 659, 439, 293, 195,
                                                       130,  87,   58,   39,  26,  17,  11,  8,
                                                       5,    3,    2,    2,   1,   1});
}

TEMPLATE_TEST_CASE("ranks: reproduce a full tree", "[governance]", ranks_down, ranks_nearest,
                   ranks_from_above)
{
    CHECK(ranks(31, 5, TestType{}) == sizes{25, 5, 1});
    for (std::int64_t span = 2; span <= 40; ++span) {
        for (std::int64_t levels = 1; levels <= 40; ++levels) {
            sizes        full;
            std::int64_t people = 1;
            for (std::int64_t rank = 1; rank < levels && people < (1LL << 53); ++rank)
                people = people * span + 1;
            if (people > (1LL << 53)) break;
            const perfect_pyramid tree{.span_of_control = span, .levels = levels};
            REQUIRE(tree.people() == people);
            for (std::int64_t workers = tree.workers(); workers > 0; workers /= span)
                full.push_back(workers);
            CHECK(ranks(people, static_cast<double>(span), TestType{}) == full);
        }
    }
}

TEMPLATE_TEST_CASE("ranks: sum to the people, and none is larger than the one below it",
                   "[governance]", ranks_down, ranks_nearest, ranks_from_above)
{
    // For some sizes at spans below 2, the published programs put more people on the second rank than on
    // the lowest: 253 people with a span of 1.05, for instance.
    CHECK(wrong_in(ranks(253, 1.05, TestType{}), 253).empty());
    random_numbers draw(241);
    for (int i = 0; i < trials(20'000); ++i) {
        const auto   people = static_cast<std::int64_t>(draw.magnitude(1, 1e4));
        const double span   = 1 + draw.magnitude(1e-3, 50);
        INFO(people << " people, span " << span);
        REQUIRE(wrong_in(ranks(people, span, TestType{}), people).empty());
    }
    for (int i = 0; i < trials(2'000); ++i) {
        const auto   people = static_cast<std::int64_t>(draw.magnitude(1e4, 9e15));
        const double span   = 1 + draw.magnitude(0.1, 1e4);
        INFO(people << " people, span " << span);
        REQUIRE(wrong_in(ranks(people, span, TestType{}), people).empty());
    }
}

TEMPLATE_TEST_CASE("ranks: sum to the people for every small size", "[governance]", ranks_down,
                   ranks_nearest, ranks_from_above)
{
    for (const double span : {1.01, 1.2, 1.5, 1.9, 2.0, 3.0, 4.1, 7.0})
        for (std::int64_t people = 1; people <= 1000; ++people)
            REQUIRE(wrong_in(ranks(people, span, TestType{}), people).empty());
    CHECK(ranks(1, 5, TestType{}) == sizes{1});
}

TEST_CASE("ranks: rounded down, no manager lacks a report", "[governance]")
{
    random_numbers draw(242);
    for (int i = 0; i < 2'000; ++i) {
        const auto   people = static_cast<std::int64_t>(draw.magnitude(1, 1e6));
        const double span = 1.9 + draw.magnitude(0.1, 50); // below, people are removed from the top
        const auto   ranked = ranks(people, span);
        // Adjacent ranks come from one number: their quotient is off by less than one person.
        for (std::size_t rank = 1; rank < ranked.size(); ++rank)
            CHECK(static_cast<double>(ranked[rank - 1]) >
                  span * static_cast<double>(ranked[rank]) - 1);
    }
}

TEST_CASE("ranks: the roundings differ", "[governance]")
{
    CHECK(ranks_down::lowest(2.5) == 3);
    CHECK(ranks_down::above(2.9) == 2);
    CHECK(ranks_nearest::lowest(2.4) == 2.4);
    CHECK(ranks_nearest::above(2.5) == 2);
    CHECK(ranks_nearest::above(2.6) == 3);
    CHECK(ranks_from_above::lowest(2.1) == 3);
    CHECK(ranks_from_above::above(2.9) == 2);

    // 12 people, s = 2: a tree of 3 levels holds 7, so b = 4 * 12/7 = 6.86. Down from 7: 7, 3, 1, plus one
    // at the bottom. To nearest: 7, 3 (3.43), 2 (1.71), 1 (0.86), one too many. Up is as down.
    CHECK(ranks(12, 2) == sizes{8, 3, 1});
    CHECK(ranks(12, 2, ranks_nearest{}) == sizes{6, 3, 2, 1});
    CHECK(ranks(12, 2, ranks_from_above{}) == sizes{8, 3, 1});

    // 81 people, s = 9: a tree of 2 levels holds 10, so b = 9 * 8.1 = 72.9. Down from 73: 73, 8. To the
    // nearest: 73, 8 (8.1), 1 (0.9), one too many.
    CHECK(ranks(81, 9) == sizes{73, 8});
    CHECK(ranks(81, 9, ranks_nearest{}) == sizes{72, 8, 1});

    // 7 people, s = 3: a tree of 2 levels holds 4, so b = 3 * 7/4 = 5.25. Down from 5: 5, 1, plus one.
    // Up from 6: 6, 2, one too many.
    CHECK(ranks(7, 3) == sizes{6, 1});
    CHECK(ranks(7, 3, ranks_from_above{}) == sizes{5, 2});

    // 9 people, s = 1.5: 1, 2.5, 4.75, 8.125 for 1 to 4 levels; b = 3.375 * 9/8.125 = 3.74. Down from 4:
    // 4, 2, 1, 1, plus one. To nearest 4 (of 3.74), 2 (2.49), 2 (1.66), 1 (1.11), 1 (0.74): one
    // too many; the lowest rank becomes 3, no less than the next.
    CHECK(ranks(9, 1.5) == sizes{5, 2, 1, 1});
    CHECK(ranks(9, 1.5, ranks_nearest{}) == sizes{3, 2, 2, 1, 1});
}

TEST_CASE("ranks: removes people from the top where the bottom would become too small",
          "[governance]")
{
    // 4 people, s = 1.1: 1, 2.1, 3.31, 4.641 people on 1 to 4 levels, so b = 1.21 * 4/3.31 = 1.46.
    // Down: 1, then 1/1.1 < 1. To the nearest: 1, 1, 1, 1 (1.10), 1 (1.00), 1, 1, 1, 1, 1, 1 (0.51): 7 too
    // many, removed from the top.
    CHECK(ranks(4, 1.1) == sizes{4});
    CHECK(ranks(4, 1.1, ranks_nearest{}) == sizes{1, 1, 1, 1});

    // 6 people, s = 1.3: 1, 2.3, 3.99, 6.187 people on 1 to 4 levels, so b = 1.69 * 6/3.99 = 2.54, to the
    // nearest 3. Down: 3, 2 (2.31), 1 (1.78), 1 (1.37), 1 (1.05): two too many, and 1 would remain below 2.
    CHECK(ranks(6, 1.3) == sizes{3, 2, 1});
}

TEST_CASE("ranks: spans may differ from rank to rank", "[governance]")
{
    // Whole spans 5, 3, 2 from the bottom: a full tree of 30 + 6 + 2 + 1.
    const auto spans = [](int rank) { return rank == 2 ? 5.0 : rank == 3 ? 3.0 : 2.0; };
    CHECK(ranks(39, spans) == sizes{30, 6, 2, 1});
    CHECK(ranks(39, spans, ranks_nearest{}) == sizes{30, 6, 2, 1});
    CHECK(ranks(39, spans, ranks_from_above{}) == sizes{30, 6, 2, 1});
}

TEST_CASE("ranks: equal spans are one span", "[governance]")
{
    for (const std::int64_t people : {1, 2, 31, 999, 10'000})
        for (const double span : {1.5, 2.0, 4.0, 7.5})
            CHECK(ranks(
                      people, [=](int) { return span; }, ranks_nearest{}) ==
                  ranks(people, span, ranks_nearest{}));
}

TEST_CASE("ranks: spans rising towards the top give fewer ranks", "[governance]")
{
    // Fix's s_h = a e^(b h), here from 3 upwards.
    random_numbers draw(243);
    for (int i = 0; i < 500; ++i) {
        const auto   people = static_cast<std::int64_t>(draw.magnitude(1, 1e7));
        const double a = draw.between(2, 6), b = draw.between(0, 0.3);
        const auto   rising = ranks(people, [=](int rank) { return a * std::exp(b * (rank - 2)); });
        CHECK(wrong_in(rising, people).empty());
        CHECK(rising.size() <= ranks(people, a).size());
    }
}

TEST_CASE("ranks: the single head of a firm has the power of everybody", "[governance]")
{
    random_numbers draw(244);
    int            with_one_head = 0;
    for (int i = 0; i < 1'000; ++i) {
        const auto people = static_cast<std::int64_t>(draw.magnitude(1, 1e12));
        const auto ranked = ranks(people, draw.between(1.5, 20));
        if (ranked.back() != 1) continue;
        ++with_one_head;
        CHECK(hierarchical_power(ranked).back() == static_cast<double>(people));
    }
    CHECK(with_one_head > 100);
}

TEST_CASE("ranks: power is 1 plus subordinates", "[governance]")
{
    // 25, 5, 1: 1; 1 + 25/5; 1 + 30/1.
    CHECK(hierarchical_power(ranks(31, 5)) == std::vector<double>{1, 6, 31});
    // 7501, 1875, 469, 117, 29, 7, 2 of 10,000 under two heads: each has half of the others below.
    const auto power = hierarchical_power(ranks(10'000, 4, ranks_nearest{}));
    CHECK(power.front() == 1);
    CHECK(power[1] == 1 + 7501.0 / 1875);
    CHECK(power.back() == 5000);
    CHECK(hierarchical_power(sizes{}).empty());
}

TEST_CASE("ranks: refuses invalid arguments and says where", "[governance]")
{
    CHECK(refused_by([] { return ranks(0, 4); }) == "people must be from 1 to 2^53");
    CHECK(refused_by([] { return ranks(-5, 4); }) == "people must be from 1 to 2^53");
    CHECK(refused_by([] { return ranks((1LL << 53) + 1, 4); }) == "people must be from 1 to 2^53");
    CHECK(refused_by([] { return ranks(1LL << 53, 4); }) == "nothing was refused");

    for (const double bad : {1.0, 0.5, std::nan(""), infinity<double>()})
        CHECK(refused_by([=] { return ranks(10, bad); }) == "must be greater than 1 and finite");
    CHECK(refused_by([] { return ranks(10, [](int rank) { return rank < 3 ? 2.0 : 1.0; }); }) ==
          "spans must be greater than 1 and finite");
    CHECK(refused_by([] { return ranks(1LL << 50, 1 + 1e-12); }) ==
          "spans must not make more than a million ranks");

    CHECK_THAT(refusal_text([] { return ranks(0, 4); }), ContainsSubstring("ranks_test.cpp:"));
    CHECK_THAT(refusal_text([] { return ranks(10, 1); }), ContainsSubstring("ranks_test.cpp:"));
}

TEST_CASE("ranks: the power of ranks that are listed", "[governance]")
{
    CHECK(hierarchical_power({81, 16, 3}) == std::vector<double>{1, 97.0 / 16, 100.0 / 3});
}

} // namespace ranks_test
