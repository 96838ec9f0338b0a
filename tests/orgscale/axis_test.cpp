#include "chart/axis.hpp"

#include <optional>
#include <string>

#include <catch.hpp>

#include "chart/label_places.hpp"
#include "chart/plot.hpp"
#include "chart/svg.hpp"
#include "format/dates.hpp"
#include "format/escaped.hpp"
#include "format/numbers.hpp"

namespace axis_test {

TEST_CASE("axis: linear ticks are round and reach the top", "[program]")
{
    const auto ticks = program::linear_ticks(52e6, 6);
    REQUIRE(ticks.size() == 7);
    CHECK(ticks.front().label == "0");
    CHECK(ticks[1].label == "10M");
    CHECK(ticks.back().at == 60e6);
    CHECK(program::linear_ticks(0, 6).back().at >= 1);
}

TEST_CASE("axis: logarithmic ticks are powers of ten, finer on a short axis", "[program]")
{
    const auto wide = program::log_ticks(1, 1e9, 5);
    for (const auto& one : wide) CHECK(one.at >= 1);
    CHECK(wide.size() == 5);
    CHECK(wide.back().label == "100M");

    const auto narrow = program::log_ticks(20, 1000, 6);
    REQUIRE(narrow.size() == 6);
    CHECK(narrow.front().label == "20");
    CHECK(narrow.back().label == "1k");
}

TEST_CASE("axis: calendar years are whole, months are multiples of a season", "[program]")
{
    const auto years = program::time_ticks({"year", 2008.0, 16}, 8);
    CHECK(years.front().label == "2008");
    CHECK(years.front().at == 0);
    CHECK(years[1].label == "2010");

    const auto months = program::time_ticks({"month", {}, 60}, 8);
    CHECK(months[1].label == "12");

    CHECK(program::time_ticks({"year", {}, 15}, 8).front().label == "0"); // not -0

    const auto dated = program::time_ticks({"month", 2004.5, 48}, 5);
    CHECK(dated.front().label == "2005");
    CHECK(dated.front().at == Approx(6));
}

TEST_CASE("numbers: three digits, also where rounding adds one", "[program]")
{
    CHECK(program::brief(0) == "0");
    CHECK(program::brief_count(0) == "0");
    CHECK(program::brief_count(1e-7) == "< 0.01");
    CHECK(program::brief_count(0.01) == program::brief(0.01));
    CHECK(program::brief_count(9999.4) == "9,999");
    CHECK(program::brief(311.4) == "311");
    CHECK(program::brief(9999.4) == "9,999");
    CHECK(program::brief(9999.6) == "10.0k");
    CHECK(program::brief(999600) == "1.00M");
    CHECK(program::brief(4.56e6) == "4.56M");
    CHECK(program::spoken(500e6) == "500 million");
    CHECK(program::spoken(12345) == "12.3 thousand");
    CHECK(program::spoken(1948.2) == "1,948");
    CHECK(program::with_commas("-1234567.8") == "-1,234,567.8");
    CHECK(program::date({"month", 2010.0, 24}, 18) == "2011.5");
    CHECK(program::date({"month", {}, 24}, 18.34) == "month 18.3");
}

TEST_CASE("numbers: parameters of a thousand and more have commas, years have none", "[program]")
{
    CHECK(program::counted_digits(999) == "999");
    CHECK(program::counted_digits(1500) == "1,500");
    CHECK(program::counted_digits(-10000) == "-10,000");
    CHECK(program::counted_digits(1500.5) == "1500.5");
    CHECK(program::plain_digits(2012) == "2012");
}

TEST_CASE("svg: text of a scenario is escaped", "[program]")
{
    CHECK(program::escaped("<b a=\"x\">'&") == "&lt;b a=&quot;x&quot;&gt;&#39;&amp;");
}

// Between two marks a label could belong to either.
TEST_CASE("svg: labels of marks stand outside those that they stand beside", "[program]")
{
    program::plot shown{};
    shown.time            = {"", std::nullopt, 10};
    shown.top             = 1;
    shown.x_ticks         = {{0, "0"}};
    shown.y_ticks         = {{0, "0"}};
    const auto is_left_of = [&](const std::string& name) {
        const auto drawn = program::draw_wide(shown);
        const auto label = drawn.find(">" + name + "</text>");
        REQUIRE(label != std::string::npos);
        const auto begin = drawn.rfind("<text", label);
        return drawn.substr(begin, label - begin).find("text-anchor=\"end\"") != std::string::npos;
    };
    shown.marks = {{4, "first"}};
    CHECK_FALSE(is_left_of("first"));
    shown.marks = {{4, "first"}, {6, "second"}};
    CHECK(is_left_of("first"));
    CHECK_FALSE(is_left_of("second"));
    shown.marks = {{6, "second"}};
    CHECK(is_left_of("second"));
    shown.marks = {{6, "second"}, {9, "third"}};
    CHECK(is_left_of("second"));
    CHECK(is_left_of("third"));
}

TEST_CASE("label places: labels that collide stand around the middle, inside the plot", "[program]")
{
    CHECK(program::spread({{10, 15}, {50, 15}}, 0, 100) == std::vector<double>{10, 50});
    CHECK(program::spread({{50, 10}, {50, 10}, {50, 10}}, 0, 100) ==
          std::vector<double>{40, 50, 60});
    CHECK(program::spread({{100, 10}, {100, 10}}, 0, 100) == std::vector<double>{85, 95});
    CHECK(program::spread({{0, 10}, {1, 10}, {30, 10}}, 0, 100) == std::vector<double>{5, 15, 30});
    CHECK(program::spread({{50, 20}, {50, 10}}, 0, 100) == std::vector<double>{45, 60});
    CHECK(program::spread({}, 0, 100).empty());
}

} // namespace axis_test
