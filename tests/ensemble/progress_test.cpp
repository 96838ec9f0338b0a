#include <orgscale/ensemble/progress.hpp>

#include "catch.hpp"

namespace progress_test {

using namespace orgscale;

TEST_CASE("progress: an observer is called, and may end the run", "[ensemble]")
{
    progress seen{};
    auto     watches = [&](const progress& now) { seen = now; };
    CHECK(report_to(watches, {3, 10, 0.5}));
    CHECK(seen.done == 3);
    CHECK(seen.members == 10);
    CHECK(seen.seconds == 0.5);

    auto ends = [](const progress& now) { return now.done < 5; };
    CHECK(report_to(ends, {4, 10, 0}));
    CHECK_FALSE(report_to(ends, {5, 10, 0}));

    no_observer nobody;
    CHECK(report_to(nobody, {4, 10, 0}));
    STATIC_REQUIRE(progress_observer<decltype(watches)>);
    STATIC_REQUIRE_FALSE(progress_observer<int>);
}

} // namespace progress_test
