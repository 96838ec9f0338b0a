#include <orgscale/support/community_answering.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace community_answering_test {

using namespace orgscale;

TEST_CASE("community_answering: the first answer is the minimum of V exponential times", "[support]")
{
    const community_answering<> forum{.answering_rate = 0.05, .window = 2};
    random_numbers              draw(991);
    const int                   questions = 40000;
    int                         in_time = 0, before_median = 0;
    for (int i = 0; i < questions; ++i) {
        double first = infinity<double>();
        for (int volunteer = 0; volunteer < 10; ++volunteer)
            first = std::min(first, -std::log(draw.between(0, 1)) / 0.05);
        in_time += first < 2 ? 1 : 0;
        before_median += first < forum.median_first_answer(10) ? 1 : 0;
    }
    // 3 standard errors of a share: 3 sqrt(1/4/4e4).
    CHECK_THAT(static_cast<double>(in_time) / questions, WithinAbs(forum.race(10), 0.0075));
    CHECK_THAT(static_cast<double>(before_median) / questions, WithinAbs(0.5, 0.0075));
}

TEST_CASE("community_answering: Stack Overflow's median implies 3.781 answers an hour", "[support]")
{
    // Mamykina et al. (2011): a median of 11 minutes; V θ = ln 2/median if exponential.
    const double users = 300000;
    const auto   stack = community_answering<>::of_median(users, 11.0 / 60, 24);
    CHECK_THAT(users * stack.answering_rate, WithinAbs(3.781, 5e-4));
    CHECK_THAT(stack.median_first_answer(users), WithinRel(11.0 / 60, 4 * ulp));
    // By the race alone all would be answered within a day. Over 92% were, so the race isn't the limit.
    CHECK(stack.race(users) > 0.92);
    // 2.2M answers to 833k questions: capacity isn't the limit either.
    CHECK(stack.answered(users, 2.2e6 / 833e3) == stack.race(users));
}

TEST_CASE("community_answering: Mozilla Support's median in 2023 is 40.3 hours", "[support]")
{
    // Mozilla SUMO blog, 22 December 2023: 71% within 72 hours, 200 contributors a month; 75% in 2022.
    const auto mozilla = community_answering<>::of_share(200, 0.71, 72);
    CHECK_THAT(200 * mozilla.answering_rate, WithinAbs(0.01719, 5e-6));
    CHECK_THAT(mozilla.answering_rate, WithinAbs(8.60e-5, 5e-8));
    CHECK_THAT(mozilla.median_first_answer(200), WithinAbs(40.3, 0.05));
    CHECK_THAT(mozilla.race(200), WithinRel(0.71, 4 * ulp));
    // For 75% it takes ln 0.25/ln 0.29 = 1.12 times as many contributors.
    CHECK_THAT(mozilla.race(200 * std::log(0.25) / std::log(0.29)), WithinRel(0.75, 8 * ulp));
}

TEST_CASE("community_answering: twice the volunteers halve the median and square the share left",
          "[support]")
{
    random_numbers draw(992);
    for (int i = 0; i < 200; ++i) {
        const community_answering<> forum{.answering_rate = draw.magnitude(1e-6, 1),
                                          .window         = draw.magnitude(0.1, 100)};
        const double                v = draw.magnitude(0.1, 1e4);
        CHECK_THAT(forum.median_first_answer(2 * v),
                   WithinRel(forum.median_first_answer(v) / 2, 4 * ulp));
        const double left = forum.unanswered(v, 1);
        CHECK_THAT(forum.unanswered(2 * v, 1), WithinRel(left * left, 8 * ulp));
        CHECK(forum.race(2 * v) >= forum.race(v));
        // Half of the questions are answered within the median.
        const auto until_median = with(forum, {{"window", forum.median_first_answer(v)}});
        CHECK_THAT(until_median.race(v), WithinRel(0.5, 4 * ulp));
    }
}

TEST_CASE("community_answering: the share answered never exceeds the capacity", "[support]")
{
    random_numbers draw(993);
    for (int i = 0; i < 300; ++i) {
        const community_answering<> forum{.answering_rate = draw.magnitude(1e-6, 1),
                                          .window         = draw.magnitude(0.1, 100)};
        const double                v = draw.magnitude(0.1, 1e4), x = draw.between(0, 1.5);
        CHECK(forum.answered(v, x) == std::min(forum.race(v), x));
        CHECK(forum.answered(v, x) >= 0);
        CHECK(forum.answered(v, x) <= 1);
        CHECK_THAT(forum.answered(v, x) + forum.unanswered(v, x), WithinRel(1, 4 * ulp));
    }
}

TEST_CASE("community_answering: limits", "[support]")
{
    const community_answering<> forum{.answering_rate = 0.125, .window = 2};
    CHECK(forum.race(0) == 0);
    CHECK(forum.median_first_answer(0) == infinity<double>());
    CHECK(forum.answered(1e6, 0) == 0);
    CHECK(forum.unanswered(1e6, 0) == 1);
    CHECK(forum.race(1e6) == 1);
    CHECK(forum.unanswered(1e6, 2) < 1e-300);
    const auto silent = with(forum, {{"answering_rate", 0}});
    CHECK(silent.race(1e6) == 0);
    CHECK(silent.median_first_answer(1e6) == infinity<double>());
    // For few volunteers the share is V θ w to first order.
    CHECK_THAT(forum.race(1e-20), WithinRel(2.5e-21, 4 * ulp));
}

TEST_CASE("community_answering: slopes agree with differences", "[support]")
{
    for (const double most : {0.25, 2.0}) { // limited by capacity, and by the race
        const auto all = [most]<class R>(const R& v) -> R {
            const community_answering<R> forum{.answering_rate = R(0.125), .window = R(2)};
            return forum.race(v) + forum.answered(v, R(R(most) * v)) +
                   2 * forum.unanswered(v, R(R(most) * v)) + forum.median_first_answer(v);
        };
        for (const double v : {0.3, 3.0})
            CHECK_THAT(slope_of_dual(all, v), WithinRel(slope_of_differences(all, v), slope_error));
    }
}

TEST_CASE("community_answering: describes itself", "[support]")
{
    const community_answering<> forum{.answering_rate = 0.125, .window = 2};
    CHECK(wrong_in_description(forum).empty());
    CHECK(names_of(forum) == std::vector<std::string>{"answering_rate", "window"});
}

TEST_CASE("community_answering: refuses a window of zero", "[support]")
{
    const community_answering<> forum{.answering_rate = 0.125, .window = 2};
    const auto                  refused = [&](const char* name, double value) {
        return refused_by([&] { return with(forum, {{name, value}}); });
    };
    for (const double bad : {0.0, -1.0, infinity<double>(), std::nan("")})
        CHECK(refused("window", bad) == "must be greater than 0 and finite");
    for (const double bad : {-1.0, infinity<double>(), std::nan("")})
        CHECK(refused("answering_rate", bad) == "must be 0 or greater, and finite");
    // A community that answers everything, or has no volunteers.
    for (const double bad : {1.0, 1.1})
        CHECK(refused_by([=] { return community_answering<>::of_share(200, bad, 72); }) ==
              "must be 0 or greater, and finite");
    CHECK(refused_by([] { return community_answering<>::of_median(0, 3, 72); }) ==
          "must be 0 or greater, and finite");
    CHECK_THAT(refusal_text([] { return community_answering<>{.answering_rate = 1, .window = 0}; }),
               ContainsSubstring("community_answering_test.cpp:"));
}

} // namespace community_answering_test
