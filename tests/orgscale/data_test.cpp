// The data files: each can be read, has a head, and holds what is known of it.
#include "table/raw_table.hpp"

#include <cmath>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <catch.hpp>

#include "table/choose_columns.hpp"
#include "table/column_figures.hpp"
#include "table/column_times.hpp"
#include "table/series.hpp"

namespace data_test {

using namespace program;

namespace {

raw_table data(const std::string& name)
{
    return read_raw_table(std::filesystem::path{ORGSCALE_SCENARIOS} / "../../data" /
                          (name + ".csv"));
}

struct pair {
    double time, size, output;
};

/// The rows that have both figures.
std::vector<pair> pairs_in(const std::string& name, const std::string& size,
                           const std::string& output)
{
    const auto        all   = data(name);
    const auto        times = times_in(all, *choose_columns(all, {}).time);
    const auto        both  = figures_in(all, {all.column_named(size), all.column_named(output)});
    std::vector<pair> found;
    for (std::size_t row = 0; row < all.rows(); ++row)
        if (both[0].figures[row] && both[1].figures[row])
            found.push_back({*times.at[row], *both[0].figures[row], *both[1].figures[row]});
    return found;
}

/// The slope of the least-squares line of y on x.
double slope(const std::vector<std::pair<double, double>>& points)
{
    double n = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (const auto& [one, other] : points)
        ++n, x += one, y += other, xx += one * one, xy += one * other;
    return (n * xy - x * y) / (n * xx - x * x);
}

double exponent(const std::vector<pair>& all)
{
    std::vector<std::pair<double, double>> logs;
    for (const auto& one : all) logs.emplace_back(std::log(one.size), std::log(one.output));
    return slope(logs);
}

double exponent_of_differences(const std::vector<pair>& all)
{
    std::vector<std::pair<double, double>> logs;
    for (std::size_t i = 1; i < all.size(); ++i)
        logs.emplace_back(std::log(all[i].size / all[i - 1].size),
                          std::log(all[i].output / all[i - 1].output));
    return slope(logs);
}

/// The residual standard error of a curve with three parameters.
template <class Curve>
double residual_error(const std::vector<pair>& all, Curve&& curve)
{
    double sum = 0;
    for (const auto& one : all) sum += std::pow(one.output - curve(one.size), 2);
    return std::sqrt(sum / (static_cast<double>(all.size()) - 3));
}

} // namespace

TEST_CASE("data: every file has a title, units, sources, and times that rise", "[program]")
{
    std::size_t files = 0;
    for (const auto& one : std::filesystem::directory_iterator{
             std::filesystem::path{ORGSCALE_SCENARIOS} / "../../data"}) {
        if (one.path().extension() != ".csv") continue;
        CAPTURE(one.path());
        ++files;
        const auto all = read_raw_table(one.path());
        CHECK_FALSE(all.title.empty());
        CHECK_FALSE(all.sources.empty());
        CHECK(all.rows() >= 5);
        if (all.title.starts_with("Published exponents")) continue; // no series
        const auto chosen = choose_columns(all, {});
        for (std::size_t column = 0; column < all.columns(); ++column) {
            const bool of_figures = share_of_numbers(all, column) > 0.5;
            if (of_figures && column != chosen.time && all.heads[column] != "release")
                CHECK_FALSE(all.units[column].empty());
        }
        if (!chosen.time) continue;
        const auto times = times_in(all, *chosen.time);
        CHECK(times.calendar);
        for (std::size_t row = 1; row < all.rows(); ++row)
            CHECK(*times.at[row] > *times.at[row - 1]);
    }
    CHECK(files == 16);
}

TEST_CASE("data: output against people says what is known of each firm", "[program]")
{
    const auto per_head = [](const pair& one) {
        return 1000 * one.output / one.size;
    }; // thousand dollars
    const auto accenture = pairs_in("accenture", "headcount", "revenue_total");
    CHECK(accenture.size() == 17);
    CHECK_THAT(per_head(accenture.back()), WithinAbs(84, 0.5));
    CHECK(exponent(accenture) < 0.8); // sold by people, ever more of them where wages are low
    const auto alphabet = pairs_in("alphabet", "headcount", "revenue");
    CHECK_THAT(per_head(alphabet.back()), WithinAbs(1684, 0.5));
    CHECK(exponent(alphabet) > 1.1);
    // One slope near 1 hides two.
    const auto        amazon = pairs_in("amazon", "headcount", "revenue");
    std::vector<pair> before, after;
    for (const auto& one : amazon) (one.time <= 2010 ? before : after).push_back(one);
    CHECK_THAT(exponent(amazon), WithinAbs(1, 0.05));
    CHECK(exponent(before) > 1.35);
    CHECK(exponent(after) < 0.75);
    // Steep in levels, flat in differences: a common trend.
    for (const auto* name : {"microsoft", "meta"}) {
        const auto all = pairs_in(name, "headcount", "revenue");
        CHECK(exponent(all) > 1.25);
    }
    CHECK(exponent_of_differences(pairs_in("microsoft", "headcount", "revenue")) < 1);
    CHECK(pairs_in("visa", "cards", "revenue").size() == 8);
}

// Estimates of the interval form of Bass's law, and of universal scalability, with the residual error they leave.
TEST_CASE("data: sales and throughput leave the residuals known of their laws", "[program]")
{
    struct fitted {
        const char* name;
        double      p, q, m, error;
    };
    for (const auto& one :
         {fitted{"room_air_conditioners", 0.00944208, 0.3747628, 18712.74, 184.789},
          fitted{"clothes_dryers", 0.01359624, 0.3267024, 16497.00, 145.869},
          fitted{"colour_tv", 0.01846645, 0.6158633, 39658.62, 437.217}}) {
        const auto all   = pairs_in(std::string{"diffusion_"} + one.name, "year", "sales");
        const auto until = [&](double t) {
            const double decay = std::exp(-(one.p + one.q) * t);
            return one.m * (1 - decay) / (1 + one.q / one.p * decay);
        };
        const double begin = all.front().time - 1;
        CHECK_THAT(
            residual_error(
                all, [&](double year) { return until(year - begin) - until(year - 1 - begin); }),
            WithinAbs(one.error, 0.0005001));
    }
    const auto load = pairs_in("specsdm91", "load", "throughput");
    CHECK_THAT(residual_error(load,
                              [](double n) {
                                  return 89.99523 * n /
                                         (1 + 0.02772848 * (n - 1) + 1.043655e-4 * n * (n - 1));
                              }),
               WithinAbs(82.84582, 5e-5));
}

TEST_CASE("data: a published ceiling that was too low, a plateau that fell, and too few figures",
          "[program]")
{
    const auto wiki = pairs_in("wikipedia_en_articles", "year", "articles");
    CHECK(wiki.back().time == 2022);
    const double published = 4378449 * std::exp(-15.42677 * std::exp(-0.384124 * 22));
    CHECK_THAT(1 - published / wiki.back().output, WithinAbs(0.32, 0.005001));
    const auto questions = pairs_in("stackoverflow_questions", "year", "questions_per_month");
    CHECK(questions.back().output < 0.1 * questions.front().output);
    CHECK(pairs_in("debian_releases", "developers", "packages").size() == 4);
    const auto snapshots = data("wikipedia_en_snapshots");
    CHECK(snapshots.rows() == 8);
}

} // namespace data_test
