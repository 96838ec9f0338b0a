// What the program says of the data files: none of the conclusions that they are known to tempt to.
#include "study/identify_file.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <catch.hpp>

#include "text/json_of_data.hpp"

namespace identify_test {

using namespace program;

namespace {

data_request of(const std::string& name, const wanted_columns& columns = {})
{
    return {std::filesystem::path{ORGSCALE_SCENARIOS} / "../../data" / (name + ".csv"), columns, {}};
}

/// The first rows of a data file, as a file of its own while it is looked at.
identified until(const std::string& name, const std::string& last_row)
{
    const auto    place = std::filesystem::temp_directory_path() / "orgscale_identify_test.csv";
    std::ifstream whole{of(name).file};
    {
        std::ofstream part{place};
        for (std::string line; std::getline(whole, line);) {
            part << line << '\n';
            if (line.starts_with(last_row)) break;
        }
    }
    auto found = identify_file({place, {}, {}});
    std::filesystem::remove(place);
    return found;
}

} // namespace

TEST_CASE("identify: an encyclopedia to 2011 has no ceiling below what came", "[program]")
{
    constexpr double came  = 6431400; // by 2022
    const auto       found = until("wikipedia_en_articles", "2011");
    CHECK(found.over_time.size() == 10);
    REQUIRE(found.growth);
    if (found.growth->ceiling) {
        CHECK(found.growth->ceiling->low.value_or(0) < came);
        CHECK(found.growth->ceiling->high.value_or(2 * came) > came);
    }
    CHECK(found.verdict() != "saturating");
    REQUIRE_FALSE(found.growth->forecast.empty());
}

TEST_CASE("identify: a site that collapsed doesn't level off, and few releases say nothing",
          "[program]")
{
    const auto questions = identify_file(of("stackoverflow_questions"));
    for (const auto* wrong : {"saturating", "linear", "exponential", "sublinear", "superlinear"})
        CHECK(questions.verdict() != wrong);
    const auto releases = identify_file(of("debian_releases"));
    CHECK(releases.size_name == "developers");
    CHECK(releases.verdict() == "not_enough_data");
    CHECK(releases.over_size.size() == 4);
}

TEST_CASE("identify: firms' output against people", "[program]")
{
    const auto accenture = identify_file(of("accenture"));
    CHECK(accenture.size_name == "headcount");
    CHECK(accenture.output_name == "revenue_total");
    CHECK(accenture.verdict() != "superlinear");
    REQUIRE(accenture.scaling->exponent.value);
    CHECK(*accenture.scaling->exponent.value < 1);
    const auto amazon = identify_file(of("amazon"));
    CHECK(amazon.verdict() != "linear"); // one slope near 1 hides two
    REQUIRE(amazon.growth);
    for (const auto& change : amazon.growth->changes) // an interval of one year isn't said to be one
        if (change.low == change.high)
            for (const auto& reason : amazon.growth->reasons)
                CHECK(reason.find("(between") == std::string::npos);
    const auto microsoft = identify_file(of("microsoft"));
    CHECK(microsoft.verdict() != "superlinear"); // mostly a common trend
}

TEST_CASE("identify: the answer as JSON has its parts in their places", "[program]")
{
    const auto  users = identify_file(of("meta", {.time = {}, .size = {}, .output = "mau"}));
    const auto  json  = json_of(users);
    std::size_t at    = 0;
    for (const auto* key : {"\"verdict\"", "\"probabilities\"", "\"exponent\"", "\"ceiling\"",
                            "\"wall\"", "\"reasons\""}) {
        const auto next = json.find(key, at);
        CHECK(next != std::string::npos);
        at = next;
    }
    double sum = 0;
    for (const auto& one : users.growth->chances) sum += one.probability;
    CHECK_THAT(sum, WithinRel(1.0, 1e-9));
    CHECK(users.growth->laws.size() >= 5);
    CHECK(users.growth->residuals.size() == users.over_time.size());
    CHECK_FALSE(users.growth->back_tests.empty());
}

} // namespace identify_test
