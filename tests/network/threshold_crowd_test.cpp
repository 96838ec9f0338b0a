#include <orgscale/network/threshold_crowd.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <catch.hpp>
#include <random_numbers.hpp>

namespace threshold_crowd_test {

using namespace orgscale;

namespace {

/// 100 people, of whom round(100 Φ((r + 0.5 - 25)/sd)) have a threshold of at most r.
threshold_crowd normal_crowd(double sd)
{
    threshold_crowd crowd;
    for (std::int64_t r = 0; r <= 200; ++r) {
        const double share = std::erfc(-(static_cast<double>(r) + 0.5 - 25) / sd / std::sqrt(2.0)) /
                             2;
        while (static_cast<double>(crowd.thresholds.size()) < std::round(100 * share))
            crowd.thresholds.push_back(r);
    }
    return crowd;
}

} // namespace

TEST_CASE("threshold_crowd: one person makes the difference", "[network]")
{
    // Granovetter (1978): thresholds 0, 1, ..., 99, and the same with a 2 for the 1.
    threshold_crowd riot;
    for (std::int64_t i = 0; i < 100; ++i) riot.thresholds.push_back(i);
    CHECK(riot.acting() == 100);
    riot.thresholds[1] = 2;
    CHECK(riot.acting() == 1);
}

TEST_CASE("threshold_crowd: normal thresholds tip between deviations of 12.2 and 12.3", "[network]")
{
    // Granovetter (1978): about 6 up to a deviation of 12.2, and nearly all from there on.
    const auto calm = normal_crowd(12.2), restless = normal_crowd(12.3);
    CHECK(calm.thresholds.size() == 100);
    CHECK(calm.acting() == 5);
    CHECK(restless.acting() == 100);
}

TEST_CASE("threshold_crowd: rounds end where nobody joins", "[network]")
{
    random_numbers draw(12);
    for (int i = 0; i < 50; ++i) {
        threshold_crowd crowd;
        for (int person = 0; person < 30; ++person)
            crowd.thresholds.push_back(static_cast<std::int64_t>(draw.between(-2, 25)));
        const auto rounds = crowd.rounds();
        CHECK(rounds.back() == crowd.acting());
        CHECK(rounds.size() <= 31);
        for (std::size_t t = 1; t < rounds.size(); ++t) CHECK(rounds[t] > rounds[t - 1]);
        // More who act in any case move at least as many.
        CHECK(crowd.acting(3) >= crowd.acting());
    }
}

TEST_CASE("threshold_crowd: nobody, the unconditional and the never moved", "[network]")
{
    CHECK(threshold_crowd{}.acting() == 0);
    CHECK(threshold_crowd{}.rounds() == std::vector<std::int64_t>{0});
    CHECK(threshold_crowd{{-5, 0, 99}}.acting() == 2);
    CHECK(threshold_crowd{{1, 1}}.acting() == 0);
    CHECK(threshold_crowd{{1, 1}}.acting(1) == 2);
}

} // namespace threshold_crowd_test
