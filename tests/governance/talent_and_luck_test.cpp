#include <orgscale/governance/talent_and_luck.hpp>

#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace talent_and_luck_test {

using namespace orgscale;

TEST_CASE("talent_and_luck: the space of Pluchino, Biondo and Rapisarda", "[governance]")
{
    // 500 events, half of them lucky, on a torus of 201 by 201; an event within distance 1. Derived: an area of
    // 500 π/201² = .03888 in events per step, of which each kind meets a person with nearly half.
    const double area = std::numbers::pi / (201.0 * 201.0);
    CHECK_THAT(500 * area, WithinAbs(0.03888, 5e-6));
    const double q = talent_and_luck<>::encounter(250, area);
    CHECK_THAT(q, WithinRel(1 - std::pow(1 - area, 250), 250 * ulp / q)); // 1 - area is rounded
    CHECK(q < 250 * area);
    CHECK_THAT(q, WithinRel(250 * area, 250 * area));
    CHECK(talent_and_luck<>::encounter(0, area) == 0);
}

TEST_CASE("talent_and_luck: the mean, and the typical capital, by all outcomes of a step",
          "[governance]")
{
    const talent_and_luck<> person{.talent = 0.75, .event_probability = 0.25, .capital = 10};
    double                  mean = 10, doublings = 0;
    for (int t = 0; t <= 80; t += 1) {
        CHECK_THAT(person.mean(t), WithinRel(mean, 400 * ulp));
        CHECK_THAT(person.doublings(t), WithinAbs(doublings, 1e-12));
        double times = 0, step = 0;
        for (const bool lucky : {false, true})
            for (const bool unlucky : {false, true})
                for (const bool used : {false, true}) {
                    const double share = (lucky ? 0.25 : 0.75) * (unlucky ? 0.25 : 0.75) *
                                         (used ? 0.75 : 0.25);
                    const double twice = (lucky && used ? 1 : 0) - (unlucky ? 1 : 0);
                    times += share * std::exp2(twice);
                    step += share * twice;
                }
        mean *= times;
        doublings += step;
    }
}

TEST_CASE("talent_and_luck: talent decides whether the mean grows, luck the typical capital",
          "[governance]")
{
    const double q     = 0.02;
    const auto   after = [q](double talent) {
        return talent_and_luck<>{.talent = talent, .event_probability = q}.mean(80);
    };
    const double turns = talent_and_luck<>{.talent = 0.5, .event_probability = q}.growing_talent();
    CHECK_THAT(turns, WithinRel(1 / 1.98, 2 * ulp));
    CHECK_THAT(after(turns), WithinRel(1.0, 400 * ulp));
    CHECK(after(turns + 0.01) > 1);
    CHECK(after(turns - 0.01) < 1);
    CHECK((talent_and_luck<>{.talent = 0.9, .event_probability = q}.doublings(80)) < 0);
    CHECK((talent_and_luck<>{.talent = 1, .event_probability = q}.doublings(80)) == 0);
    CHECK((talent_and_luck<>{.talent = 0.6, .event_probability = 0}.mean(80)) == 1);
}

TEST_CASE("talent_and_luck: slopes agree with differences", "[governance]")
{
    const auto mean = []<class R>(const R& talent) -> R {
        return talent_and_luck<R>{.talent = talent, .event_probability = R(0.25)}.mean(R(20));
    };
    CHECK_THAT(slope_of_dual(mean, 0.5), WithinRel(slope_of_differences(mean, 0.5), slope_error));
}

TEST_CASE("talent_and_luck: describes itself, and refuses what is no probability", "[governance]")
{
    const talent_and_luck<> person{.talent = 0.6, .event_probability = 0.02};
    CHECK(wrong_in_description(person).empty());
    CHECK(values_of(person) == std::vector<double>{0.6, 0.02, 1});
    CHECK(refused_by([&] { return person.mean(-1); }) == "must be 0 or greater");
    CHECK(refused_by([] { return talent_and_luck<>{.talent = 2, .event_probability = 0.02}; }) ==
          "must be from 0 to 1");
}

} // namespace talent_and_luck_test
