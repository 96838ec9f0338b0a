#include <orgscale/design/promise_margins.hpp>

#include <limits>

#include <catch.hpp>
#include <random_numbers.hpp>

namespace promise_margins_test {

using namespace orgscale;

TEST_CASE("promise margins: a tenth better than promised is a tenth", "[design]")
{
    // (110 - 100)/110 and (90 - 100)/100, by hand.
    CHECK_THAT(promise_margins<>::more(110, 100), WithinRel(10.0 / 110, 1e-15));
    CHECK_THAT(promise_margins<>::more(90, 100), WithinRel(-0.1, 1e-15));
}

TEST_CASE("promise margins: lie from -1 to 1 and have the sign of the difference", "[design]")
{
    random_numbers random{61};
    for (int n = 0; n < 1000; ++n) {
        const double there  = random.one_in(9) ? 0 : random.magnitude(1e-6, 1e9);
        const double wanted = random.one_in(9) ? 0 : random.magnitude(1e-6, 1e9);
        const double margin = promise_margins<>::more(there, wanted);
        CHECK(margin >= -1);
        CHECK(margin <= 1);
        CHECK((margin >= 0) == (there >= wanted));
        CHECK(promise_margins<>::more(wanted, there) == -margin); // the same two numbers
    }
}

TEST_CASE("promise margins: are finite at the extremes", "[design]")
{
    const double endless = std::numeric_limits<double>::infinity();
    const double none    = std::numeric_limits<double>::quiet_NaN();
    CHECK(promise_margins<>::more(0, 0) == 0);
    CHECK(promise_margins<>::more(endless, 1) == 1);
    CHECK(promise_margins<>::more(1, endless) == -1);
    CHECK(promise_margins<>::more(none, 1) == -1);
    CHECK(promise_margins<>::more(1, none) == -1);
    // A cost may be a gain.
    CHECK(promise_margins<>::more(-5, 1) == -1);
    CHECK(promise_margins<>::more(1, -5) == 1);
    CHECK(promise_margins<>::more(0, -5) == 1);
    CHECK(promise_margins<>::more(-5, -4) == Approx(-0.2));
}

TEST_CASE("promise margins: the worst part decides", "[design]")
{
    promise_margins<> margins;
    CHECK(margins.kept());
    margins.wait  = 0.2;
    margins.share = 0;
    CHECK(margins.worst() == 0);
    CHECK(margins.kept());
    margins.people = -1e-12;
    CHECK_FALSE(margins.kept());
    CHECK(margins.of(promise_part::people) == margins.people);
    CHECK(margins.of(promise_part::wait) == margins.wait);
}

} // namespace promise_margins_test
