#include <orgscale/network/normal_thresholds.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace normal_thresholds_test {

using namespace orgscale;

namespace {

double share(double x) { return std::erfc(-x / std::sqrt(2.0)) / 2; }

} // namespace

TEST_CASE("normal_thresholds: the share acting is where the recursion from nobody ends", "[network]")
{
    for (const double mean : {-0.5, 0.1, 0.25, 0.5, 0.8, 1.5})
        for (const double deviation : {0.02, 0.1, 0.2, 0.35, 0.6, 3.0}) {
            const normal_thresholds<> law{.mean = mean, .deviation = deviation};
            double                    acting = 0;
            for (int round = 0; round < 20'000; ++round)
                acting = share((acting - mean) / deviation);
            CHECK_THAT(law.acting(), WithinAbs(acting, 1e-9)); // the recursion slows near a touch
        }
}

TEST_CASE("normal_thresholds: published and derived numbers", "[network]")
{
    // Granovetter (1978), a mean of 25 in 100: about 6 percent up to a deviation of 12.2, then nearly all.
    const auto tips = normal_thresholds<>::tipping(0.25);
    REQUIRE(tips);
    CHECK_THAT(tips->deviation, WithinAbs(0.122, 5e-4));
    CHECK_THAT(tips->before, WithinAbs(0.06, 5e-3));
    CHECK_THAT(tips->deviation, WithinAbs(0.122221, 5e-7));
    CHECK_THAT((normal_thresholds<>{.mean = 0.25, .deviation = 0.122}.acting()),
               WithinAbs(0.0548, 5e-5));
}

TEST_CASE("normal_thresholds: it tips where it says", "[network]")
{
    for (const double mean : {0.05, 0.25, 0.4, 0.49}) {
        const auto tips = normal_thresholds<>::tipping(mean);
        REQUIRE(tips);
        const normal_thresholds<> below{.mean = mean, .deviation = tips->deviation * (1 - 1e-7)};
        const normal_thresholds<> above{.mean = mean, .deviation = tips->deviation * (1 + 1e-7)};
        // Just below, at a distance that goes with the root of 1e-7; just above, most act.
        CHECK_THAT(below.acting(), WithinAbs(tips->before, 2e-3));
        CHECK(above.acting() > 0.5);
    }
}

TEST_CASE("normal_thresholds: no tipping unless the mean is between 0 and a half", "[network]")
{
    for (const double mean : {-0.1, 0.0, 0.5, 0.7}) CHECK_FALSE(normal_thresholds<>::tipping(mean));
}

TEST_CASE("normal_thresholds: slopes agree with differences", "[network]")
{
    const auto acting = []<class R>(const R& x) -> R {
        return normal_thresholds<R>{.mean = R(0.25), .deviation = x}.acting();
    };
    for (const double deviation : {0.1, 0.15, 0.5})
        CHECK_THAT(slope_of_dual(acting, deviation),
                   WithinRel(slope_of_differences(acting, deviation), slope_error));
    const auto tips = []<class R>(const R& x) -> R {
        const auto found = normal_thresholds<R>::tipping(x);
        return found->deviation + found->before;
    };
    CHECK_THAT(slope_of_dual(tips, 0.25), WithinRel(slope_of_differences(tips, 0.25), slope_error));
}

TEST_CASE("normal_thresholds: describes itself and refuses invalid parameters", "[network]")
{
    const normal_thresholds<> law{.mean = 0.25, .deviation = 0.1};
    CHECK(wrong_in_description(law).empty());
    CHECK(names_of(law) == std::vector<std::string>{"mean", "deviation"});
    CHECK(refused_by([=] { return with(law, {{"mean", infinite}}); }) == "must be finite");
    for (const double bad : {0.0, -1.0, infinite, std::nan("")})
        CHECK(refused_by([=] { return with(law, {{"deviation", bad}}); }) ==
              "must be greater than 0 and finite");
}

TEST_CASE("normal_thresholds: nobody starts where nobody differs", "[network]")
{
    for (const double s : {1e-3, 1e-15, 1e-17, 1e-300, 5e-324})
        CHECK(normal_thresholds<>{.mean = 0.25, .deviation = s}.acting() < 1e-300);
}

} // namespace normal_thresholds_test
