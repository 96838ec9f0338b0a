#include <orgscale/ensemble/sensitivity_reason.hpp>

#include <set>
#include <string>

#include "catch.hpp"

namespace sensitivity_reason_test {

using namespace orgscale;

TEST_CASE("sensitivity_reason: each has its own description", "[ensemble]")
{
    std::set<std::string> words;
    for (const auto reason : {sensitivity_reason::found, sensitivity_reason::outputs_failed,
                              sensitivity_reason::outputs_missing,
                              sensitivity_reason::constant_output, sensitivity_reason::ended_early})
        words.insert(describe(reason));
    CHECK(words.size() == 5);
    CHECK(words.count("unknown") == 0);
    CHECK(std::string{describe(sensitivity_reason::constant_output)} == "the output is constant");
}

} // namespace sensitivity_reason_test
