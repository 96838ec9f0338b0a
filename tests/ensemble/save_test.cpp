#include <orgscale/ensemble/save.hpp>

#include <filesystem>
#include <string>

#include <orgscale/ensemble/ensemble.hpp>
#include <orgscale/ensemble/ensemble_of.hpp>
#include <orgscale/ensemble/uniform.hpp>

#include "catch.hpp"
#include "file_for_test.hpp"
#include "studies.hpp"

namespace save_test {

using namespace orgscale;

namespace {

const uncertain_model study{studies::decay<>{.speed = 0.2}, {vary("speed", uniform(0.1, 0.3))}};

ensemble_bands<double> some_bands(std::uint64_t members)
{
    return ensemble(study, 1, {.members = members, .seed = 7, .to = 10, .outputs = 3});
}

} // namespace

TEST_CASE("save: reading back restores the ensemble", "[ensemble]")
{
    const file_for_test file{"save_bands"};
    const auto          bands = some_bands(500);
    save(bands, file.path());
    CHECK(read_record(file.path()) == bands.record());

    const auto outputs = ensemble_of(study, [](const auto& drawn) { return 1 / drawn.speed - 5; },
                                     {.members = 500, .seed = 7});
    save(outputs, file.path());
    CHECK(read_record(file.path()) == outputs.record());
}

TEST_CASE("save: keeps failed members with their reasons", "[ensemble]")
{
    const file_for_test file{"save_failures"};
    const auto bands = ensemble(studies::explosion<>{.speed = 1}, 1, {vary("speed", uniform(0, 2))},
                                {.members = 200, .seed = 7, .to = 1, .outputs = 2});
    REQUIRE(bands.failed().count() > 0);
    save(bands, file.path());
    CHECK(read_record(file.path()).known.failed == bands.failed());
}

TEST_CASE("save: replaces an earlier file and leaves no temporary file", "[ensemble]")
{
    const file_for_test file{"save_again"};
    save(some_bands(100), file.path());
    save(some_bands(200), file.path());
    CHECK(read_record(file.path()).done == 200);
    CHECK_FALSE(std::filesystem::exists(file.path() + ".part"));
}

TEST_CASE("save: if it can't be written, the existing file is unchanged", "[ensemble]")
{
    const auto bands = some_bands(100);
    CHECK_THROWS_WITH(save(bands, "/no/such/folder/bands"),
                      "/no/such/folder/bands: can't be written");

    const file_for_test folder{"save_over_folder"}; // a non-empty folder in its place
    std::filesystem::create_directories(folder.path() + "/inside");
    CHECK_THROWS_AS(save(bands, folder.path()), saved_file_error);
    CHECK(std::filesystem::exists(folder.path() + "/inside"));
    CHECK_FALSE(std::filesystem::exists(folder.path() + ".part"));
}

TEST_CASE("save: text with line breaks and tabs is restored", "[ensemble]")
{
    const file_for_test    file{"save_lines"};
    const uncertain_model  odd{studies::decay<>{.speed = 0.2},
                               {vary_start("a\tname\nof two lines", uniform(1, 2))}};
    const ensemble_options options{.members = 50, .seed = 7, .to = 10, .outputs = 3};
    const auto             bands = ensemble(odd, 1, options);
    save(bands, file.path());
    CHECK(read_record(file.path()) == bands.record());

    const auto refuses = [](const studies::decay<>& drawn) -> double {
        if (drawn.speed > 0.2) throw parameter_error{"two\nlines", "speed"};
        return 1;
    };
    const auto outputs = ensemble_of(study, refuses, {.members = 50, .seed = 7});
    REQUIRE(outputs.failed().count() == 25);
    save(outputs, file.path());
    CHECK(read_record(file.path()) == outputs.record());
}

TEST_CASE("save: a leftover temporary file is neither used nor in the way", "[ensemble]")
{
    const file_for_test file{"save_left"};
    const file_for_test beside{"save_left.part"};
    beside.write("orgscale ensemble 1\nhalf of it");
    CHECK_THROWS_WITH(read_record(file.path()), file.path() + ": can't be read");
    const auto bands = some_bands(100);
    save(bands, file.path());
    CHECK(read_record(file.path()) == bands.record());
    CHECK_FALSE(std::filesystem::exists(beside.path()));
}

} // namespace save_test
