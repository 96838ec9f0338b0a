#include "format/output_file.hpp"

#include <filesystem>

#include <catch.hpp>

#include "format/bad_input.hpp"
#include "format/located_json.hpp"

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
        program::output_file file{report, "first"};
        CHECK_FALSE(fs::exists(report));
        file.keep();
        CHECK(program::read_file(report) == "first");
    }
    {
        const program::output_file dropped{report, "second"};
    }
    CHECK(program::read_file(report) == "first");
    CHECK(std::distance(fs::directory_iterator{in.place}, fs::directory_iterator{}) == 1);
}

TEST_CASE("output file: what can't be put in its place is refused and leaves nothing", "[program]")
{
    const folder in;
    const auto   report = in.place / "report.html";
    {
        program::output_file file{report, "text"};
        fs::create_directories(report / "came_between");
        CHECK_THROWS_AS(file.keep(), program::bad_input);
    }
    CHECK(fs::is_directory(report));
    CHECK(std::distance(fs::directory_iterator{in.place}, fs::directory_iterator{}) == 1);
}

} // namespace output_file_test
