#include <orgscale/design/promise_part.hpp>

#include <set>
#include <string>

#include <catch.hpp>

namespace promise_part_test {

using namespace orgscale;

TEST_CASE("promise part: each has its own name", "[design]")
{
    std::set<std::string> words;
    for (const promise_part part : promise_parts) words.insert(name(part));
    CHECK(words.size() == promise_parts.size());
    CHECK(words.count("unknown") == 0);
    CHECK(std::string{name(static_cast<promise_part>(99))} == "unknown");
}

} // namespace promise_part_test
