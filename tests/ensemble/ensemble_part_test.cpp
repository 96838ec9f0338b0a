#include <orgscale/ensemble/ensemble_part.hpp>

#include <cstdint>

#include "catch.hpp"

namespace ensemble_part_test {

using namespace orgscale;

namespace {

/// The results of members first to last - 1: two numbers each, and every tenth a failure.
ensemble_part of(std::uint64_t first, std::uint64_t last)
{
    ensemble_part known{2};
    for (std::uint64_t i = first; i < last; ++i) {
        if (i % 10 == 0) {
            known.failed.add(i, "a tenth");
            continue;
        }
        known.sketches[0].add(static_cast<double>(i));
        known.sketches[1].add(-1 / static_cast<double>(i));
    }
    return known;
}

} // namespace

TEST_CASE("ensemble_part: parts add up to the whole in any order", "[ensemble]")
{
    const ensemble_part whole = of(0, 300);
    ensemble_part       forth = whole.empty_copy(), back = whole.empty_copy();
    forth.merge(of(0, 100));
    forth.merge(of(100, 300));
    back.merge(of(150, 300));
    back.merge(of(0, 150));
    CHECK(forth == whole);
    CHECK(back == whole);
    CHECK(whole.sketches[0].count() == 270);
    CHECK(whole.failed.count() == 30);
}

TEST_CASE("ensemble_part: an empty copy has as many sketches and no counts", "[ensemble]")
{
    const ensemble_part empty = of(0, 300).empty_copy();
    CHECK(empty == ensemble_part{2});
    CHECK(empty.sketches.size() == 2);
    CHECK(empty.failed.count() == 0);
}

} // namespace ensemble_part_test
