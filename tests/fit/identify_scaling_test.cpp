#include <orgscale/fit/identify_scaling.hpp>

#include <cmath>
#include <limits>
#include <vector>

#include <catch.hpp>

#include <orgscale/fit/detail/random_stream.hpp>

namespace identify_scaling_test {

using namespace orgscale;

namespace {

std::vector<double> years(double first, std::size_t count)
{
    std::vector<double> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(first + static_cast<double>(i));
    return all;
}

identified_scaling across(double beta, double spread, std::size_t count, std::uint64_t seed)
{
    detail::random_stream stream{seed, 0};
    std::vector<double>   x, y;
    for (std::size_t i = 0; i < count; ++i) {
        x.push_back(std::exp(5 * stream.uniform()));
        y.push_back(2 * std::pow(x.back(), beta) * std::exp(spread * stream.normal()));
    }
    return identify_scaling(x, y);
}

} // namespace

TEST_CASE("identify scaling: across units", "[fit]")
{
    CHECK(across(1.3, 0.2, 60, 1).verdict == growth_verdict::superlinear);
    CHECK(across(0.7, 0.2, 60, 2).verdict == growth_verdict::sublinear);
    CHECK(across(1.0, 0.05, 60, 3).verdict == growth_verdict::linear);
    const auto wide = across(1.05, 0.5, 20, 4);
    CHECK(wide.verdict == growth_verdict::undecided);
    REQUIRE(wide.exponent);
    CHECK(wide.exponent->contains(1));
    CHECK(wide.exponent->contains(*wide.levels.estimate));
}

TEST_CASE("identify scaling: a consulting firm's revenue grows slower than its staff", "[fit]")
{
    // Accenture, fiscal years 2008 to 2024: headcount and revenue in million dollars (annual reports).
    const auto is = identify_scaling(
        years(2008, 17),
        std::vector<double>{186000, 177000, 204000, 236000, 257000, 275000, 305000, 358000, 384000,
                            425000, 459000, 492000, 506000, 624000, 721000, 733000, 774000},
        std::vector<double>{25314, 23171, 23094, 27353, 29778, 30394, 31875, 32914, 34798, 36765,
                            41603, 43215, 44327, 50533, 61594, 64112, 64896});
    CHECK(is.verdict == growth_verdict::sublinear);
    REQUIRE(is.exponent);
    CHECK(is.exponent->contains(0.67)); // by least squares
    CHECK(*is.exponent->high < 1);
    CHECK(is.r_squared > is.durbin_watson); // a shared trend, and it says so
    CHECK(is.resampled.contains(*is.levels.estimate));
    CHECK(*is.resampled.high - *is.resampled.low < 0.5);
    CHECK(is.reasons.size() >= 3);
}

TEST_CASE("identify scaling: one slope misleads where the regime changed", "[fit]")
{
    // Amazon: employees and net sales in million dollars (annual reports).
    const auto is = identify_scaling(
        std::vector<double>{1997, 1998, 2000, 2001, 2002, 2005, 2007, 2008, 2009, 2010, 2011,
                            2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2023},
        std::vector<double>{614,    2100,   9000,   7800,   7500,   12000,   17000,
                            20700,  24300,  33700,  56200,  88400,  117300,  154100,
                            230800, 341400, 566000, 647500, 798000, 1298000, 1525000},
        std::vector<double>{148,    610,    2762,   3122,   3933,   8490,   14835,
                            19166,  24509,  34204,  48077,  61093,  74452,  88988,
                            107006, 135987, 177866, 232887, 280522, 386064, 574785});
    CHECK(is.verdict == growth_verdict::regime_change);
    REQUIRE(is.change);
    CHECK(is.change->time == 2010);
    REQUIRE(is.segments.size() == 2);
    CHECK(is.segments[0] > 1);
    CHECK(is.segments[1] < 1);
}

TEST_CASE("identify scaling: levels and changes that contradict each other decide nothing", "[fit]")
{
    // Microsoft: employees and revenue in million dollars (annual reports); a shared trend.
    const auto microsoft =
        identify_scaling(std::vector<double>{2005, 2011, 2014, 2015, 2016, 2017, 2018, 2019, 2020,
                                             2021, 2022, 2023, 2024},
                         std::vector<double>{61000, 90000, 128000, 118000, 114000, 124000, 131000,
                                             144000, 163000, 181000, 221000, 221000, 228000},
                         std::vector<double>{39788, 69943, 86833, 93580, 91154, 96571, 110360,
                                             125843, 143015, 168088, 198270, 211915, 245122});
    CHECK(microsoft.verdict == growth_verdict::undecided);
    CHECK(*microsoft.levels.low > 1);
    CHECK(*microsoft.differences.high < 1);
    CHECK(microsoft.exponent->contains(1));

    // Alphabet: employees and revenue in million dollars (annual reports). The levels alone say superlinear; but a merger
    // in 2012 and its sale in 2014 moved both, and year by year revenue doesn't follow people in proportion.
    const auto alphabet = identify_scaling(
        std::vector<double>{2006, 2007, 2008, 2009, 2011, 2012, 2013, 2014, 2015, 2018, 2019, 2020,
                            2021, 2022, 2023},
        std::vector<double>{10674, 16805, 20222, 19835, 32467, 53861, 47756, 53600, 61814, 98771,
                            118899, 135301, 156500, 190234, 182502},
        std::vector<double>{10604.9, 16594.0, 21795.6, 23650.6, 37905, 50175, 59825, 66001, 74989,
                            136819, 161857, 182527, 257637, 282836, 307394});
    CHECK(alphabet.verdict == growth_verdict::undecided);
    CHECK(*alphabet.levels.low > 1);
    CHECK(alphabet.levels.contains(1.17)); // by least squares
    CHECK(*alphabet.differences.high < 1);
    CHECK(alphabet.exponent->contains(1));
}

TEST_CASE("identify scaling: few pairs around a merger are not enough data", "[fit]")
{
    // Visa: cards in billions and transactions in billions, as far as both are known.
    const double missing = std::numeric_limits<double>::quiet_NaN();
    const auto   visa    = identify_scaling(
        std::vector<double>{2009, 2010, 2014, 2015, 2016, 2017, 2021, 2022, 2023},
        std::vector<double>{1.7, 1.8, 2.3, 2.4, 2.5, missing, 3.7, 4.0, 4.3},
        std::vector<double>{missing, missing, 65, 71, 83.2, 111.2, 164.7, 192.5, 212.6});
    CHECK(visa.verdict == growth_verdict::not_enough_data);
    CHECK_THAT(visa.reasons.at(0), ContainsSubstring("6 pairs"));
    CHECK_FALSE(visa.exponent);
}

TEST_CASE("identify scaling: walks that share nothing are not found to scale", "[fit]")
{
    // Independent random walks with drift: least squares finds an exponent different from 1 nearly always.
    int named = 0;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        detail::random_stream stream{seed, 0};
        std::vector<double>   x, y;
        double                a = 0, b = 0;
        for (int i = 0; i < 20; ++i) {
            a += 0.1 + 0.1 * stream.normal();
            b += 0.15 + 0.1 * stream.normal();
            x.push_back(std::exp(a));
            y.push_back(std::exp(b));
        }
        const auto verdict = identify_scaling(years(0, 20), x, y).verdict;
        if (verdict == growth_verdict::superlinear || verdict == growth_verdict::linear) ++named;
    }
    CHECK(named <= 1);
}

TEST_CASE("identify scaling: blocks of independent errors give the interval of least squares",
          "[fit]")
{
    detail::random_stream            stream{9, 0};
    std::vector<double>              y;
    std::vector<std::vector<double>> columns{std::vector<double>(40, 1.0), years(0, 40)};
    for (const double t : columns[1]) y.push_back(2 + 0.5 * t + stream.normal());
    const auto   fit  = detail::regress(columns, y);
    const double half = detail::student_quantile(0.95, 38) *
                        std::sqrt(fit.squares / 38 * fit.inverse[3]);
    const auto drawn = detail::resampled_slope(fit, columns[1], 0, 0.95);
    // Quantiles of 999 resamples are known to some 10 percent.
    CHECK_THAT(*drawn.high - *drawn.estimate, WithinRel(half, 0.15));
    CHECK_THAT(*drawn.estimate - *drawn.low, WithinRel(half, 0.15));
    const auto blocks = detail::resampled_slope(fit, columns[1], 0.8, 0.95);
    CHECK(*blocks.high > *blocks.low);
}

TEST_CASE("identify scaling: refuses figures that are none", "[fit]")
{
    const std::vector<double> x{1, 2, 3}, y{1, 0, 3}, two{1, 2};
    CHECK_THROWS_AS(identify_scaling(x, y), parameter_error);
    CHECK_THROWS_AS(identify_scaling(x, two), parameter_error);
    CHECK_THROWS_AS(identify_scaling(two, x, x), parameter_error);
    const std::vector<double> back{1, 3, 2};
    CHECK_THROWS_AS(identify_scaling(back, x, x), parameter_error);
    CHECK(identify_scaling(std::vector<double>(12, 2.0), std::vector<double>(12, 3.0)).verdict ==
          growth_verdict::not_enough_data);
}

} // namespace identify_scaling_test
