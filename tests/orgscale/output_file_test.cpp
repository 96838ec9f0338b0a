#include "output_file.hpp"

#include <filesystem>

#include "catch.hpp"

#include "bad_input.hpp"
#include "located_json.hpp"

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

TEST_CASE("output file: is there whole once it is kept, and not before", "[plan]")
{
    const folder in;
    const auto   report = in.place / "report.html";
    {
        plan::output_file file{report, "first"};
        CHECK_FALSE(fs::exists(report));
        file.keep();
        CHECK(plan::read_file(report) == "first");
    }
    {
        const plan::output_file dropped{report, "second"};
    }
    CHECK(plan::read_file(report) == "first");
    CHECK(std::distance(fs::directory_iterator{in.place}, fs::directory_iterator{}) == 1);
}

TEST_CASE("output file: what can't be put in its place is refused and leaves nothing", "[plan]")
{
    const folder in;
    const auto   report = in.place / "report.html";
    {
        plan::output_file file{report, "text"};
        fs::create_directories(report / "came_between");
        CHECK_THROWS_AS(file.keep(), plan::bad_input);
    }
    CHECK(fs::is_directory(report));
    CHECK(std::distance(fs::directory_iterator{in.place}, fs::directory_iterator{}) == 1);
}
