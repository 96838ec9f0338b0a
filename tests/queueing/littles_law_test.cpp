#include <orgscale/queueing/littles_law.hpp>

#include <cmath>
#include <cstddef>
#include <vector>

#include <catch.hpp>
#include <constant.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace littles_law_test {

using namespace orgscale;

TEST_CASE("littles_law: holds in a simulation of one server", "[queueing]")
{
    // From empty to empty again; the area under the number present, summed event by event, is what the
    // stays sum to. Neither the times nor the order of service matter: the last come is served first.
    random_numbers      draw(31);
    std::vector<double> waiting_since;
    double now = 0, arrives = 0, ends = infinity<double>(), in_service = 0, stays = 0, area = 0;
    int    came = 0, went = 0;
    while (went < 2000) {
        const bool   arrival = came < 2000 && arrives <= ends;
        const double next    = arrival ? arrives : ends;
        area += static_cast<double>(came - went) * (next - now);
        now = next;
        if (arrival) {
            ++came;
            waiting_since.push_back(now);
            arrives = now + draw.between(0, 2);
        } else {
            ++went;
            stays += now - in_service;
            ends = infinity<double>();
        }
        if (ends == infinity<double>() && !waiting_since.empty()) {
            in_service = waiting_since.back();
            waiting_since.pop_back();
            ends = now + draw.between(0, 1.8);
        }
    }
    const double mean_number = area / now;
    const double rate        = 2000 / now;
    // Sums of 4000 terms of one sign, each with a few roundings of times up to 2000.
    CHECK_THAT(littles_law<>::number(rate, stays / 2000), WithinRel(mean_number, 1e-11));
    CHECK_THAT(littles_law<>::time(mean_number, rate), WithinRel(stays / 2000, 1e-11));
    CHECK_THAT(littles_law<>::arrival_rate(mean_number, stays / 2000), WithinRel(rate, 1e-11));
}

TEST_CASE("littles_law: its three forms are inverses", "[queueing]")
{
    random_numbers draw(32);
    for (int i = 0; i < 200; ++i) {
        const double rate = draw.magnitude(1e-9, 1e9), time = draw.magnitude(1e-9, 1e9);
        const double number = littles_law<>::number(rate, time);
        CHECK_THAT(littles_law<>::time(number, rate), WithinRel(time, 2 * ulp));
        CHECK_THAT(littles_law<>::arrival_rate(number, time), WithinRel(rate, 2 * ulp));
    }
}

TEST_CASE("littles_law: no arrivals or no time mean nobody present", "[queueing]")
{
    STATIC_REQUIRE(littles_law<>::number(0, 7) == 0);
    STATIC_REQUIRE(littles_law<>::number(7, 0) == 0);
    STATIC_REQUIRE(littles_law<>::time(15, 0.75) == 20);
}

TEST_CASE("littles_law: has the slopes of a product and a quotient", "[queueing]")
{
    const auto readings = []<class R>(const R& x) -> R {
        using law = littles_law<R>;
        return law::number(x, R(3)) + law::time(R(5), x) + law::arrival_rate(x, R(7));
    };
    CHECK_THAT(slope_of_dual(readings, 2.0), WithinRel(3 - 5.0 / 4 + 1.0 / 7, 4 * ulp));
}

TEST_CASE("littles_law: has no parameters", "[queueing]")
{
    CHECK(wrong_in_description(littles_law<>{}).empty());
    CHECK(names_of(littles_law<>{}).empty());
}

TEST_CASE("littles_law: refuses a division by 0 and values out of range", "[queueing]")
{
    CHECK(refused_by([] { return littles_law<>::time(3, 0); }) ==
          "must be greater than 0 and finite");
    CHECK(refused_by([] { return littles_law<>::arrival_rate(3, 0); }) ==
          "must be greater than 0 and finite");
    for (const double bad : {-1.0, std::nan(""), infinity<double>()}) {
        CHECK(refused_by([=] { return littles_law<>::number(bad, 1); }) ==
              "must be 0 or greater, and finite");
        CHECK(refused_by([=] { return littles_law<>::number(1, bad); }) ==
              "must be 0 or greater, and finite");
    }
    CHECK_THAT(refusal_text([] { return littles_law<>::time(3, 0); }),
               ContainsSubstring("littles_law_test.cpp:"));
    STATIC_REQUIRE_FALSE(constant<decltype([] { return littles_law<>::time(3, 0); })>);
}

} // namespace littles_law_test
