#include <orgscale/ensemble/failures.hpp>

#include <cstdint>
#include <string>

#include "catch.hpp"

namespace failures_test {

using orgscale::failures;

TEST_CASE("failures: count by reason, and list the first", "[ensemble]")
{
    failures all;
    for (std::uint64_t i = 100; i-- > 0;) all.add(i, i % 3 == 0 ? "a rule" : "an ending");
    CHECK(all.count() == 100);
    CHECK(all.by_reason().at("a rule") == 34);
    CHECK(all.by_reason().at("an ending") == 66);
    REQUIRE(all.first().size() == failures::max_listed);
    for (std::uint64_t i = 0; i < failures::max_listed; ++i) CHECK(all.first()[i].index == i);
    CHECK(all.first()[3].reason == "a rule");
}

TEST_CASE("failures: the order of merging doesn't matter", "[ensemble]")
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

TEST_CASE("failures: reasons beyond the limit are counted together, in any order", "[ensemble]")
{
    // Otherwise memory would grow with the members if each had its own reason.
    const auto reason = [](std::uint64_t i) { return "reason " + std::to_string(100'000 + i); };
    failures   forwards, backwards;
    failures   parts[3];
    for (std::uint64_t i = 0; i < 1000; ++i) {
        forwards.add(i, reason(i));
        parts[i % 3].add(i, reason(i));
        backwards.add(999 - i, reason(999 - i));
    }
    failures merged = parts[2];
    merged.merge(parts[0]);
    merged.merge(parts[1]);
    CHECK(forwards == backwards);
    CHECK(merged == backwards);
    CHECK(forwards.count() == 1000);
    CHECK(forwards.by_reason().size() == failures::max_reasons + 1);
    CHECK(forwards.by_reason().at(failures::other_reasons) == 1000 - failures::max_reasons);
    CHECK(forwards.by_reason().at(reason(0)) == 1);
    CHECK(forwards.first().at(0).reason == reason(0));
}

TEST_CASE("failures: a reason is a single line", "[ensemble]")
{
    failures all;
    all.add(0, "one\ntwo\r");
    CHECK(all.by_reason().at("one two ") == 1);
    CHECK(all.first().at(0).reason == "one two ");
}

TEST_CASE("failures: none at first", "[ensemble]")
{
    const failures none;
    CHECK(none.count() == 0);
    CHECK(none.by_reason().empty());
    CHECK(none.first().empty());
}

} // namespace failures_test
