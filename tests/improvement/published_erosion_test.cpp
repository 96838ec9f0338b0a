#include <orgscale/improvement/published_erosion.hpp>

#include <type_traits>

#include <catch.hpp>
#include <plain_numbers.hpp>

namespace published_erosion_test {

using namespace orgscale;

TEST_CASE("published_erosion: has the published numbers", "[improvement]")
{
    constexpr auto both = published_erosion<>::oliva_sterman_2001();
    CHECK(both.law.corner_cutting == 0.64);
    CHECK(both.law.falling_time == 18.83);
    CHECK(both.law.rising_time == 8.14e6);
    CHECK(both.desired_time == 1.08);
    constexpr auto again = published_erosion<>::dogan_2007();
    CHECK(again.law.corner_cutting == 0.6);
    CHECK(again.law.falling_time == 12.48);
    CHECK(again.law.rising_time == 8.56e4);
    CHECK(again.desired_time == 1.07);
    constexpr auto thesis = published_erosion<>::oliva_1996();
    CHECK(thesis.law.corner_cutting == 0.6393);
    CHECK(thesis.law.falling_time == 18.7321);
    CHECK(thesis.law.rising_time == 8.14e5);
    CHECK(thesis.desired_time == 1.0758);
}

TEST_CASE("published_erosion: ten years don't recover what ten bad weeks cost", "[improvement]")
{
    for (const auto& bank : {published_erosion<>::oliva_sterman_2001(),
                             published_erosion<>::dogan_2007(), published_erosion<>::oliva_1996()}) {
        const double eroded = bank.desired_time * bank.law.kept(1.2, 10);
        const double lost   = bank.desired_time - eroded;
        CHECK(lost > 0.03 * bank.desired_time);
        const double later = eroded * bank.law.kept(0.8, 520);
        CHECK(later - eroded < 0.03 * lost);
    }
}

TEMPLATE_LIST_TEST_CASE("published_erosion: is available in every number type", "[improvement]",
                        plain_number_types)
{
    STATIC_REQUIRE(std::is_same_v<decltype(published_erosion<TestType>::dogan_2007().law),
                                  quality_erosion<TestType>>);
    const auto kept = []<class R>(const R& p) -> R {
        return published_erosion<R>::dogan_2007().law.kept(p, R(10));
    };
    CHECK(farthest_from_double<TestType>(kept, {0.5, 1, 1.25, 4}) < 16 * rounding<TestType>);
}

} // namespace published_erosion_test
