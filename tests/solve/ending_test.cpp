#include <orgscale/solve/ending.hpp>

#include <set>
#include <string>

#include <catch.hpp>

namespace ending_test {

using orgscale::ending;

TEST_CASE("ending: each has its own description", "[solve]")
{
    std::set<std::string> words;
    for (const auto reason :
         {ending::reached_end, ending::stopped_by_event, ending::step_limit_reached,
          ending::step_too_small, ending::not_finite, ending::events_accumulate})
        words.insert(orgscale::describe(reason));
    CHECK(words.size() == 6);
    CHECK(words.count("unknown") == 0);
}

} // namespace ending_test
