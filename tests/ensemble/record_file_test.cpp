#include <orgscale/ensemble/record_file.hpp>

#include <limits>
#include <string>

#include <orgscale/ensemble/saved_file_error.hpp>

#include "catch.hpp"
#include "file_for_test.hpp"

namespace record_file_test {

using namespace orgscale;

namespace {

ensemble_record some_record()
{
    ensemble_record made{{}, 4711, 30, ensemble_part{2}};
    made.study.add("model", "firm");
    made.study.add("churn", 0.1);
    for (int i = 1; i < 29; ++i) {
        made.known.sketches[0].add(i % 2 == 0 ? i : -1.0 / i);
        made.known.sketches[1].add(i < 20 ? 0 : std::numeric_limits<double>::infinity());
    }
    made.known.failed.add(29, "gave up after 5 steps");
    return made;
}

} // namespace

TEST_CASE("record_file: a record is read back unchanged, without its model", "[ensemble]")
{
    const file_for_test file{"record_file"};
    write_record(file.path(), some_record());
    const ensemble_record again = read_record(file.path());
    CHECK(again == some_record());
    CHECK(again.study.lines()[1] == ensemble_study::line{"churn", "0.1"});
}

TEST_CASE("record_file: is text that starts with its format and ends with its checksum",
          "[ensemble]")
{
    const file_for_test file{"record_file_text"};
    write_record(file.path(), some_record());
    CHECK_THAT(file.text(),
               StartsWith("orgscale ensemble 1\n2\nmodel\tfirm\nchurn\t0.1\n30 4711\n"));
    CHECK_THAT(file.text(), ContainsSubstring("\n29 gave up after 5 steps\n"));
    const auto last_line = file.text().rfind('\n', file.text().size() - 2) + 1;
    CHECK_THAT(file.text().substr(last_line), StartsWith("checksum "));
}

TEST_CASE("record_file: other files are refused by name", "[ensemble]")
{
    const file_for_test file{"record_file_none"};
    CHECK_THROWS_AS(read_record(file.path()), saved_file_error);
    write_record(file.path(), some_record());
    std::string text         = file.text();
    text[text.find("churn")] = 'C';
    file.write(text);
    CHECK_THROWS_WITH(read_record(file.path()), file.path() + ": is damaged: its checksum is wrong");
    CHECK_THROWS_AS(write_record(file.path() + "/beside", some_record()), saved_file_error);
}

} // namespace record_file_test
