#include <orgscale/ensemble/failures.hpp>

#include "catch.hpp"

using orgscale::failures;

TEST_CASE("failures: count by reason, and tell the first", "[ensemble]")
{
    failures all;
    for (std::uint64_t i = 100; i-- > 0;) all.add(i, i % 3 == 0 ? "a rule" : "an ending");
    CHECK(all.count() == 100);
    CHECK(all.by_reason().at("a rule") == 34);
    CHECK(all.by_reason().at("an ending") == 66);
    REQUIRE(all.first().size() == failures::most_told);
    for (std::uint64_t i = 0; i < failures::most_told; ++i) CHECK(all.first()[i].index == i);
    CHECK(all.first()[3].reason == "a rule");
}

TEST_CASE("failures: the same however merged", "[ensemble]")
{
    failures whole, odd, even;
    for (std::uint64_t i = 0; i < 100; ++i) {
        whole.add(i, "a rule");
        (i % 2 == 0 ? even : odd).add(i, "a rule");
    }
    failures one = odd, other = even;
    one.merge(even);
    other.merge(odd);
    CHECK(one == whole);
    CHECK(other == whole);
    CHECK(failures::of(whole.by_reason(), whole.first()) == whole);
}
