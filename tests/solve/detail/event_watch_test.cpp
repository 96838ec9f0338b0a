#include <orgscale/solve/detail/event_watch.hpp>

#include <catch.hpp>

namespace event_watch_test {

using orgscale::detail::event_watch;

TEST_CASE("event_watch: an effect that comes back at once, twice, is without end", "[solve]")
{
    constexpr double    duration = 100, soon = 0.5e-8;
    event_watch<double> of;
    CHECK_FALSE(of.fires_without_end(10, duration));
    CHECK_FALSE(of.fires_without_end(10 + soon, duration));
    CHECK(of.fires_without_end(10 + 2 * soon, duration));

    event_watch<double> other;
    CHECK_FALSE(other.fires_without_end(10, duration));
    CHECK_FALSE(other.fires_without_end(10 + soon, duration));
    CHECK_FALSE(other.fires_without_end(11, duration)); // later again
    CHECK_FALSE(other.fires_without_end(11 + soon, duration));
}

} // namespace event_watch_test
