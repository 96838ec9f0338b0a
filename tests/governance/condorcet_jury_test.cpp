#include <orgscale/governance/condorcet_jury.hpp>

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/governance/consensus.hpp>

namespace condorcet_jury_test {

using namespace orgscale;

namespace {

double accuracy_of(double competence, std::int64_t voters)
{
    return condorcet_jury<>{.competence = competence}.accuracy(voters);
}

} // namespace

TEST_CASE("condorcet_jury: the table of majorities", "[governance]")
{
    // Derived: sums of binomial probabilities computed elsewhere, to four digits.
    const std::array<std::int64_t, 8>                         sizes{3, 5, 7, 9, 11, 25, 51, 101};
    const std::vector<std::pair<double, std::vector<double>>> table{
        {0.51, {.5150, .5187, .5219, .5246, .5271, .5402, .5571, .5799}},
        {0.6, {.6480, .6826, .7102, .7334, .7535, .8462, .9265, .9791}},
        {0.7, {.7840, .8369, .8740, .9012, .9218, .9825, .9986, 1.0000}},
        {0.8, {.8960, .9421, .9667, .9804, .9883, .9996}}};
    for (const auto& [competence, row] : table)
        for (std::size_t i = 0; i < row.size(); ++i)
            CHECK_THAT(accuracy_of(competence, sizes[i]), WithinAbs(row[i], 5.001e-5));
    CHECK_THAT(accuracy_of(0.55, 101), WithinAbs(.8438, 5.001e-5));
    CHECK_THAT(accuracy_of(0.55, 399), WithinAbs(.9775, 5.001e-5));
    CHECK_THAT(accuracy_of(0.55, 1001), WithinAbs(.9992, 5.001e-5));
}

TEST_CASE("condorcet_jury: one voter is right with his own probability", "[governance]")
{
    for (const double p : {0.0, 0.3, 0.5, 1.0}) {
        CHECK(accuracy_of(p, 1) == p);
        CHECK(accuracy_of(p, 2) == p); // a coin for a tie
    }
}

TEST_CASE("condorcet_jury: the recursion over odd sizes", "[governance]")
{
    for (const double p : {0.2, 0.5, 0.6, 0.95}) {
        double accuracy = p, choose = 1, both = p * (1 - p); // C(2m + 1, m) (p q)^(m + 1) at m = 0
        for (std::int64_t m = 0; m < 60; ++m) {
            accuracy += (2 * p - 1) * choose * both;
            const auto i = static_cast<double>(m);
            choose *= (2 * i + 3) * (2 * i + 2) / ((i + 1) * (i + 2));
            both *= p * (1 - p);
            CHECK_THAT(accuracy_of(p, 2 * m + 3), WithinAbs(accuracy, 400 * ulp)); // sixty sums
        }
    }
}

TEST_CASE("condorcet_jury: a tie is decided by a fair coin", "[governance]")
{
    for (const double p : {0.3, 0.5, 0.8})
        for (const std::int64_t n : {2, 4, 10, 60}) {
            const condorcet_jury<> jury{.competence = p};
            const consensus<>      more{.members = n, .votes = n / 2 + 1};
            const consensus<>      half{.members = n, .votes = n / 2};
            CHECK_THAT(jury.accuracy(n), WithinRel(more.accepted(p) + jury.tied(n) / 2, 256 * ulp));
            CHECK_THAT(jury.tied(n), WithinAbs(half.accepted(p) - more.accepted(p), 256 * ulp));
        }
    CHECK(condorcet_jury<>{.competence = 0.3}.tied(5) == 0);
    CHECK_THAT(condorcet_jury<>{.competence = 0.5}.tied(2), WithinRel(0.5, ulp));
}

TEST_CASE("condorcet_jury: symmetric, and rises with size only above one half", "[governance]")
{
    for (const double p : {0.125, 0.375, 0.625}) // 1 - p is exact
        for (const std::int64_t n : {3, 9, 101})
            CHECK_THAT(accuracy_of(p, n) + accuracy_of(1 - p, n), WithinRel(1.0, 512 * ulp));
    for (const std::int64_t n : {1, 3, 101, 10001})
        CHECK_THAT(accuracy_of(0.5, n), WithinRel(0.5, 1e-12));
    for (std::int64_t n = 1; n < 60; n += 2) {
        CHECK(accuracy_of(0.6, n + 2) > accuracy_of(0.6, n));
        CHECK(accuracy_of(0.4, n + 2) < accuracy_of(0.4, n));
    }
}

TEST_CASE("condorcet_jury: approximately normal", "[governance]")
{
    // Berry-Esseen for symmetric sums: within 1/sqrt(2 pi n), the jump at half the votes.
    for (const double p : {0.45, 0.5, 0.55, 0.7})
        for (const std::int64_t n : {11, 101, 1001}) {
            const condorcet_jury<> jury{.competence = p};
            CHECK_THAT(jury.approximate_accuracy(static_cast<double>(n)),
                       WithinAbs(jury.accuracy(n), 0.4 / std::sqrt(static_cast<double>(n))));
        }
    // Φ(1) = 0.8413447...
    CHECK_THAT((condorcet_jury<>{.competence = 0.6}.approximate_accuracy(24)),
               WithinRel(0.841344746068543, 1e-14));
    CHECK(condorcet_jury<>{.competence = 0}.approximate_accuracy(5) == 0);
    CHECK(condorcet_jury<>{.competence = 1}.approximate_accuracy(5) == 1);
}

TEST_CASE("condorcet_jury: voters for an accuracy, the fewest", "[governance]")
{
    for (const double p : {0.51, 0.6, 0.8, 1.0})
        for (const double wanted : {0.5, 0.9, 0.99}) {
            const condorcet_jury<> jury{.competence = p};
            const auto             found = jury.voters_for(wanted);
            REQUIRE(found);
            CHECK(*found % 2 == 1);
            CHECK(jury.accuracy(*found) >= wanted);
            if (*found > 1) CHECK(jury.accuracy(*found - 2) < wanted);
        }
    CHECK(!condorcet_jury<>{.competence = 0.5}.voters_for(0.6));
    CHECK(!condorcet_jury<>{.competence = 0.4}.voters_for(0.6));
    CHECK(condorcet_jury<>{.competence = 0.4}.voters_for(0.3) == 1);
    CHECK(!condorcet_jury<>{.competence = 0.5 + 0x1p-50}.voters_for(0.999));
}

TEST_CASE("condorcet_jury: slopes agree with differences", "[governance]")
{
    const auto right = []<class R>(const R& p) -> R {
        return condorcet_jury<R>{.competence = p}.accuracy(21);
    };
    const auto tied = []<class R>(const R& p) -> R {
        return condorcet_jury<R>{.competence = p}.tied(6);
    };
    const auto normal = []<class R>(const R& p) -> R {
        return condorcet_jury<R>{.competence = p}.approximate_accuracy(R(21));
    };
    for (const double p : {0.1, 0.5, 0.7}) {
        CHECK_THAT(slope_of_dual(right, p), WithinRel(slope_of_differences(right, p), slope_error));
        CHECK_THAT(slope_of_dual(normal, p),
                   WithinAbs(slope_of_differences(normal, p), slope_error));
        CHECK_THAT(slope_of_dual(tied, p), WithinAbs(slope_of_differences(tied, p), slope_error));
    }
}

TEST_CASE("condorcet_jury: describes itself, and refuses a jury of nobody", "[governance]")
{
    const condorcet_jury<> jury{.competence = 0.6};
    CHECK(wrong_in_description(jury).empty());
    CHECK(names_of(jury) == std::vector<std::string>{"competence"});
    CHECK(refused_by([&] { return jury.accuracy(0); }) == "voters must be 1 or more");
    CHECK(refused_by([&] { return jury.tied(-2); }) == "voters must be 1 or more");
    CHECK_THAT(refusal_text([&] { return jury.accuracy(0); }),
               ContainsSubstring("condorcet_jury_test.cpp:"));
    CHECK(refused_by([] { return condorcet_jury<>{.competence = 1.1}; }) == "must be from 0 to 1");
}

TEST_CASE("condorcet_jury: the approximation for infinitely many voters", "[governance]")
{
    const double all = std::numeric_limits<double>::infinity();
    CHECK(condorcet_jury<>{.competence = 0.5}.approximate_accuracy(all) == 0.5);
    CHECK(condorcet_jury<>{.competence = 0.6}.approximate_accuracy(all) == 1);
    CHECK(condorcet_jury<>{.competence = 0.4}.approximate_accuracy(all) == 0);
}

} // namespace condorcet_jury_test
