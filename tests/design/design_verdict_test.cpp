#include <orgscale/design/design_verdict.hpp>

#include <set>
#include <string>

#include <catch.hpp>

namespace design_verdict_test {

using namespace orgscale;

TEST_CASE("design verdict: each has its own description", "[design]")
{
    std::set<std::string> words;
    for (const auto verdict : {design_verdict::feasible, design_verdict::forbidden_by_one,
                               design_verdict::forbidden_together, design_verdict::no_organisation})
        words.insert(describe(verdict));
    CHECK(words.size() == 4);
    CHECK(words.count("unknown") == 0);
    CHECK(std::string{describe(static_cast<design_verdict>(99))} == "unknown");
}

} // namespace design_verdict_test
