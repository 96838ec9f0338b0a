#include <orgscale/ensemble/progress_bar.hpp>

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>

#include "catch.hpp"

namespace progress_bar_test {

using namespace orgscale;

namespace {

/// The text written to a file.
template <class Use>
std::string written(const Use& use)
{
    std::FILE* file = std::tmpfile();
    REQUIRE(file != nullptr);
    use(file);
    std::rewind(file);
    std::string text;
    for (int letter = std::fgetc(file); letter != EOF; letter = std::fgetc(file))
        text += static_cast<char>(letter);
    std::fclose(file);
    return text;
}

} // namespace

TEST_CASE("progress_bar: is silent unless on a terminal", "[ensemble]")
{
    CHECK(written([](std::FILE* file) {
              progress_bar bar{"firm", file}; // a file is not a terminal
              for (std::uint64_t i = 0; i <= 10; ++i) bar({i, 10, static_cast<double>(i)});
          }).empty());
}

TEST_CASE("progress_bar: shows the share done, the time and the time left", "[ensemble]")
{
    const auto text = written([](std::FILE* file) {
        progress_bar bar{"firm", file, true};
        bar({50, 100, 3.0});
        bar({100, 100, 6.0});
    });
    CHECK_THAT(text, StartsWith("\rfirm [############............]  50 %  3.0 s, 3.0 s to go"));
    CHECK_THAT(text, ContainsSubstring("\rfirm [########################] 100 %  6.0 s"));
    CHECK(text.back() == '\n');
}

TEST_CASE("progress_bar: updates at most ten times a second, and at the end", "[ensemble]")
{
    const auto text = written([](std::FILE* file) {
        progress_bar bar{"", file, true};
        for (std::uint64_t i = 1; i <= 1000; ++i) bar({i, 1000, static_cast<double>(i) / 1000});
    });
    CHECK(std::count(text.begin(), text.end(), '\r') <= 11);
    CHECK_THAT(text, ContainsSubstring("100 %"));
}

TEST_CASE("progress_bar: overwrites the whole previous line", "[ensemble]")
{
    // The last line is shorter than one with hours to go.
    const auto text   = written([](std::FILE* file) {
        progress_bar bar{"", file, true};
        bar({1, 100'000, 9.0});
        bar({100'000, 100'000, 10.0});
    });
    const auto second = text.rfind('\r');
    CHECK(text.size() - second > second);
}

TEST_CASE("progress_bar: members done before a resume don't count towards the speed", "[ensemble]")
{
    // 900 of 1000 were done before; 10 more took 2 s, so the last 90 take 18 s.
    const auto text = written([](std::FILE* file) {
        progress_bar bar{"", file, true};
        bar({.done = 910, .members = 1000, .seconds = 2, .before = 900});
    });
    CHECK_THAT(text, ContainsSubstring("91 %  2.0 s, 18.0 s to go"));
}

TEST_CASE("progress_bar: ended early, its line ends with the bar, once", "[ensemble]")
{
    const auto lines = [](const std::string& text) {
        return std::count(text.begin(), text.end(), '\n');
    };
    const auto ended = written([](std::FILE* file) {
        progress_bar bar{"", file, true};
        bar({10, 100, 1.0});
    });
    CHECK(lines(ended) == 1);
    CHECK(ended.back() == '\n');
    CHECK(lines(written([](std::FILE* file) {
              progress_bar bar{"", file, true};
              bar({100, 100, 1.0});
          })) == 1);
    CHECK(written([](std::FILE* file) { progress_bar{"", file, true}; }).empty());

    // Moved, or copied before or after its first line.
    CHECK(lines(written([](std::FILE* file) {
              progress_bar bar{"", file, true};
              bar({10, 100, 1.0});
              progress_bar there{std::move(bar)};
              there({20, 100, 2.0});
          })) == 1);
    CHECK(lines(written([](std::FILE* file) {
              progress_bar bar{"", file, true};
              auto         there = bar;
              there({20, 100, 2.0});
          })) == 1);
    CHECK(lines(written([](std::FILE* file) {
              progress_bar bar{"", file, true};
              bar({10, 100, 1.0});
              const auto idle = bar;
          })) == 1);
}

} // namespace progress_bar_test
