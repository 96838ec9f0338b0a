#include "text/words_on_samples.hpp"

#include <string>

#include <catch.hpp>

#include "small_study.hpp"

namespace samples_words_test {

namespace {

/// What is said if these had come out of a study with six uncertain parameters.
std::string told(const program::prospects& samples)
{
    auto found               = program_tests::small_study();
    found.samples            = samples;
    found.plan.unknowns.seed = 1;
    for (int i = 0; i < 6; ++i) {
        program::unknown one{};
        one.uses.push_back({found.plan.now_is, "churn"});
        found.plan.unknowns.values.push_back(one);
    }
    std::string text;
    for (const auto& one : program::on_samples(found).sentences) text += one + "\n";
    return text;
}

program::prospects walls(double never, std::optional<double> p10, std::optional<double> p90)
{
    return {.members     = 2000,
            .failed      = 0,
            .failure     = {},
            .times       = {0, 60},
            .people      = {{1, 1, 1, 1, 1}, {100, 150, 200, 250, 300}},
            .customers   = {{1, 1, 1, 1, 1}, {400, 450, 500, 550, 600}},
            .share_never = never,
            .wall        = program::quantiles{11, 12, 13, 14, 15},
            .wall_p10    = p10,
            .wall_p50    = 12,
            .wall_p90    = p90};
}

bool says(const std::string& text, const std::string& words)
{
    return text.find(words) != std::string::npos;
}

} // namespace

TEST_CASE("samples: the wall's dates in 8 of 10 runs, and how often there is none", "[program]")
{
    CHECK(says(told(walls(0, 9, 21)),
               "The wall comes between month 9 and month 21 in 8 of 10 runs ("));
    CHECK(says(told(walls(0.07, 9, 21)), "The wall comes between month 9 and month 21 in 8 of 10 "
                                         "runs; 7 percent meet none before month 60 ("));
    CHECK(says(told(walls(0.001, 0, 21)),
               "between the start and month 21 in 8 of 10 runs; less than 1 "
               "percent meet none before month 60"));
    CHECK(says(told(walls(0.4, 9, {})), "60 percent of the runs meet a wall before month 60"));
    CHECK(says(told(walls(0.4, 9, {})), "it comes between month 11 and month 15 in 8 of 10."));
    auto none = walls(1, {}, {});
    none.wall.reset();
    CHECK(says(told(none), "None of the runs meets a wall before month 60"));
}

TEST_CASE("samples: where it ends, how many runs there were, and which failed", "[program]")
{
    auto some = walls(0, 9, 21);
    CHECK(says(
        told(some),
        "8 of 10 runs end with 400 to 600 customers, and 8 of 10 with 100 to 300 people; half of "
        "them with more than 500 customers."));
    CHECK(says(told(some), "2,000 runs over 6 uncertain parameters"));
    CHECK_FALSE(says(told(some), "no result"));
    some.failed  = 1200;
    some.failure = "the reason they share";
    CHECK(says(told(some),
               "1,200 of 2,000 runs gave no result and are left out; the first one: the reason they "
               "share."));
}

} // namespace samples_words_test
