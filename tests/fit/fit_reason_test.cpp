#include <orgscale/fit/fit_reason.hpp>

#include <set>
#include <string>

#include <catch.hpp>

namespace fit_reason_test {

using namespace orgscale;

TEST_CASE("fit reason: every one has words of its own", "[fit]")
{
    std::set<std::string> words;
    for (int k = 0; k <= static_cast<int>(fit_reason::not_confirmed); ++k)
        words.insert(name(static_cast<fit_reason>(k)));
    CHECK(words.size() == static_cast<std::size_t>(fit_reason::not_confirmed) + 1);
    CHECK(words.count("no other start led to the same optimum") == 1);
}

} // namespace fit_reason_test
