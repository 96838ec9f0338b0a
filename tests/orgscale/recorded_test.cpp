#include "scenario/read_recorded.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>

#include <catch.hpp>

#include "study/misfit.hpp"
#include "study/reference_curve.hpp"

#include "format/bad_input.hpp"

namespace recorded_test {

using program::record;

namespace {

/// A file that is there as long as this.
struct written {
    std::filesystem::path path = std::filesystem::temp_directory_path() /
                                 "orgscale_recorded_test.csv";

    explicit written(const char* text) { std::ofstream{path} << text; }
    ~written() { std::filesystem::remove(path); }
    written(const written&)            = delete;
    written& operator=(const written&) = delete;
};

} // namespace

TEST_CASE("recorded: comments, gaps, quotes and line ends are read", "[program]")
{
    const written file{
        "\xef\xbb\xbf# by hand\r\n\r\nyear, heads ,\"sold\"\r\n2010,10,\r\n2011,,7.5\r\n"
        "2012, 14 ,8e1"};
    const auto found =
        program::read_recorded(file.path, {.time = "year", .people = "heads", .customers = "sold"});
    REQUIRE(found.people.size() == 2);
    CHECK(found.people[1].time == 2012);
    CHECK(found.people[1].value == 14);
    REQUIRE(found.customers.size() == 2);
    CHECK(found.customers[0].value == 7.5);
    CHECK(found.customers[1].value == 80);
}

TEST_CASE("recorded: the misfit is relative and passes over zeros", "[program]")
{
    const std::vector<record> records{{0, 0}, {1, 10}, {2, 20}};
    const auto                found = program::misfit_of(records, {5, 11, 16});
    REQUIRE(found);
    CHECK(found->worst == Approx(0.2));
    CHECK(found->mean == Approx(0.15));
    CHECK(found->worst_time == 2);
    CHECK_FALSE(program::misfit_of({{0, 0}}, {1}));
}

TEST_CASE("reference curve: exact figures are met exactly", "[program]")
{
    std::vector<record> line, exponential;
    for (int i = 0; i < 9; ++i) {
        line.push_back({2000.0 + i, 30 + 7.0 * i});
        exponential.push_back({2000.0 + i, 30 * std::exp(0.2 * i)});
    }
    CHECK(program::best_line(line)->worst < 1e-9);
    CHECK(program::best_line(line)->slope == Approx(7));
    CHECK(program::best_exponential(exponential)->worst < 1e-9);
    CHECK(program::best_exponential(exponential)->slope == Approx(0.2));
    CHECK(program::best_exponential(exponential)->level == Approx(30));
}

// The best curve of two numbers misses three figures alike, with alternating signs (Chebyshev). For
// 1, 1, 4 at 0, 1, 2 the line has a = 1+e, a+b = 1-e, a+2b = 4(1+e), so 2(1-e) = 5(1+e), e = -3/7;
// the logarithm of the exponential's ratios bends by ln 4, and misses by a quarter of that.
TEST_CASE("reference curve: three figures are missed alike", "[program]")
{
    const std::vector<record> figures{{0, 1}, {1, 1}, {2, 4}};
    const auto                line = program::best_line(figures);
    REQUIRE(line);
    CHECK(line->worst == Approx(3.0 / 7).epsilon(1e-6));
    const auto exponential = program::best_exponential(figures);
    REQUIRE(exponential);
    CHECK(exponential->worst == Approx(std::tanh(std::log(4.0) / 4)).epsilon(1e-6));
    CHECK_FALSE(program::best_line({{0, 1}, {1, 2}}));
}

} // namespace recorded_test
