#include "format/output_file.hpp"

#include <filesystem>

#include <catch.hpp>

#include "format/bad_input.hpp"
#include "format/input_file.hpp"

namespace output_file_test {

namespace fs = std::filesystem;

namespace {

/// A folder of its own, gone in the end.
struct folder {
    fs::path place = fs::temp_directory_path() / "orgscale_output_file_test";
    folder()
    {
        fs::remove_all(place);
        fs::create_directory(place);
    }
    ~folder() { fs::remove_all(place); }
    folder(const folder&)            = delete;
    folder& operator=(const folder&) = delete;
};

} // namespace

TEST_CASE("output file: is there whole once it is kept, and not before", "[program]")
{
    const folder in;
    const auto   report = in.place / "report.html";
    {
        program::output_file file{report};
        CHECK_FALSE(fs::exists(report));
        file.keep("first");
        CHECK(program::read_file(report) == "first");
    }
    {
        const program::output_file dropped{report};
    }
    CHECK(program::read_file(report) == "first");
    CHECK(std::distance(fs::directory_iterator{in.place}, fs::directory_iterator{}) == 1);
}

TEST_CASE("output file: what can't be put in its place is refused and leaves nothing", "[program]")
{
    const folder in;
    const auto   report = in.place / "report.html";
    {
        program::output_file file{report};
        fs::create_directories(report / "came_between");
        CHECK_THROWS_AS(file.keep("text"), program::bad_input);
    }
    CHECK(fs::is_directory(report));
    CHECK(std::distance(fs::directory_iterator{in.place}, fs::directory_iterator{}) == 1);
}

TEST_CASE("output file: never replaces what it is made from, under whatever name", "[program]")
{
    const folder in;
    const auto   scenario = in.place / "mine.json";
    program::output_file{scenario}.keep("{}");
    fs::create_symlink(scenario, in.place / "link.html");
    fs::create_hard_link(scenario, in.place / "hard.html");
    fs::create_symlink("link.html", in.place / "link_of_link.html");
    fs::create_symlink(scenario, in.place / "report.html.part");
    for (const auto* name :
         {"mine.json", "link.html", "hard.html", "link_of_link.html", "report.html", "./mine.json"})
        CHECK_THROWS_WITH((program::output_file{in.place / name, {scenario}}),
                          ContainsSubstring("would overwrite"));
    CHECK(program::read_file(scenario) == "{}");
    program::output_file{in.place / "other.html", {scenario}}.keep("report");
    CHECK(program::read_file(in.place / "other.html") == "report");
}

} // namespace output_file_test
