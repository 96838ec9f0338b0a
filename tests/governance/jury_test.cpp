#include <orgscale/governance/jury.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <catch.hpp>
#include <doubles.hpp>
#include <plain_numbers.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/governance/condorcet_jury.hpp>

namespace jury_test {

using namespace orgscale;

namespace {

/// By enumeration of the 2^n ways to vote.
double by_enumeration(const std::vector<double>& right, const std::vector<double>& weights)
{
    double accuracy = 0;
    for (std::size_t votes = 0; votes < std::size_t{1} << right.size(); ++votes) {
        double share = 1, sum = 0;
        for (std::size_t i = 0; i < right.size(); ++i) {
            const bool is_right = (votes >> i & 1U) != 0;
            share *= is_right ? right[i] : 1 - right[i];
            sum += is_right ? weights[i] : -weights[i];
        }
        if (sum > -1e-9) accuracy += sum > 1e-9 ? share : share / 2;
    }
    return accuracy;
}

/// The best that any rule can do: the likelier answer, whatever the votes.
double likelier_by_enumeration(const std::vector<double>& right)
{
    double accuracy = 0;
    for (std::size_t votes = 0; votes < std::size_t{1} << right.size(); ++votes) {
        double yes = 1, no = 1;
        for (std::size_t i = 0; i < right.size(); ++i) {
            const bool one = (votes >> i & 1U) != 0;
            yes *= one ? right[i] : 1 - right[i];
            no *= one ? 1 - right[i] : right[i];
        }
        accuracy += std::max(yes, no) / 2;
    }
    return accuracy;
}

std::vector<double> drawn_competences(random_numbers& draw, std::size_t voters, double low,
                                      double high)
{
    std::vector<double> right(voters);
    for (double& one : right) one = draw.between(low, high);
    return right;
}

jury<> jury_of(const std::vector<double>& right)
{
    return {.competences = std::vector<fraction<double>>(right.begin(), right.end())};
}

} // namespace

TEST_CASE("jury: Shapley and Grofman's five voters", "[governance]")
{
    // Shapley and Grofman (1984): majority .877, expert .9, weighted by merit .927.
    const jury<> five{.competences = {0.9, 0.9, 0.6, 0.6, 0.6}};
    CHECK_THAT(five.majority().accuracy, WithinAbs(0.877, 5e-4));
    CHECK(five.best_member() == 0.9);
    CHECK_THAT(five.best().accuracy, WithinAbs(0.927, 5e-4));
    // Derived, to five digits; weights of 1/3 and 1/9 give the same rule.
    CHECK_THAT(five.majority().accuracy, WithinAbs(0.87696, 1e-15));
    CHECK_THAT(five.best().accuracy, WithinAbs(0.92664, 1e-15));
    const auto ninths = five.weighted({1.0 / 3, 1.0 / 3, 1.0 / 9, 1.0 / 9, 1.0 / 9});
    CHECK_THAT(ninths.accuracy, WithinAbs(0.92664, 1e-15));
    CHECK(ninths.error_bound == 0);
}

TEST_CASE("jury: for three voters, an expert or a vote", "[governance]")
{
    // Derived: (.95, .8, .8) expert .95 beats majority .944; (.9, .8, .8) majority .928 beats expert .9.
    const jury<> led{.competences = {0.95, 0.8, 0.8}}, even{.competences = {0.9, 0.8, 0.8}};
    CHECK_THAT(led.majority().accuracy, WithinAbs(0.944, 1e-15));
    CHECK(led.expert_decides());
    CHECK_THAT(led.best().accuracy, WithinRel(0.95, 4 * ulp));
    CHECK_THAT(even.majority().accuracy, WithinAbs(0.928, 1e-15));
    CHECK(!even.expert_decides());
    CHECK_THAT(even.best().accuracy, WithinRel(0.928, 4 * ulp));
}

TEST_CASE("jury: of one voter, and of equal ones", "[governance]")
{
    for (const double p : {0.0, 0.3, 0.5, 0.8, 1.0}) {
        CHECK(jury_of({p}).majority().accuracy == p);
        CHECK_THAT(jury_of({p}).best().accuracy, WithinRel(std::max(p, 1 - p), 2 * ulp));
        for (const std::size_t n : {2U, 3U, 8U, 41U}) {
            const double equal =
                condorcet_jury<>{.competence = p}.accuracy(static_cast<std::int64_t>(n));
            const jury<> all = jury_of(std::vector<double>(n, p));
            CHECK_THAT(all.majority().accuracy, WithinAbs(equal, 128 * ulp));
            CHECK_THAT(all.weighted(std::vector<double>(n, 2.5)).accuracy,
                       WithinAbs(equal, 128 * ulp));
        }
    }
}

TEST_CASE("jury: by enumeration, with any weights", "[governance]")
{
    random_numbers draw(1721);
    for (int i = 0; i < 60; ++i) {
        const auto          n     = static_cast<std::size_t>(draw.between(1, 11));
        const auto          right = drawn_competences(draw, n, 0, 1);
        std::vector<double> weights(n);
        const bool          whole = draw.one_in(2);
        for (double& one : weights)
            one = whole ? std::round(draw.between(-3, 3)) : draw.between(-1, 1);
        const jury<> all = jury_of(right);
        CHECK_THAT(all.majority().accuracy,
                   WithinAbs(by_enumeration(right, std::vector<double>(n, 1.0)), 64 * ulp));
        CHECK_THAT(all.weighted(weights).accuracy,
                   WithinAbs(by_enumeration(right, weights), 64 * ulp));
        CHECK(all.weighted(weights).error_bound < 1e-18); // only what is below rounding
        CHECK_THAT(all.best().accuracy, WithinAbs(likelier_by_enumeration(right), 64 * ulp));
    }
}

TEST_CASE("jury: weights rounded to steps err by no more than the bound", "[governance]")
{
    random_numbers draw(1722);
    bool           rounded = false;
    for (int i = 0; i < 40; ++i) {
        const auto          right = drawn_competences(draw, 11, 0.3, 0.9);
        std::vector<double> weights(right.size());
        for (double& one : weights) one = draw.between(0, 1);
        const jury<> all = jury_of(right);
        const auto   any = all.weighted(weights, 200), best = all.best(200);
        CHECK(std::abs(any.accuracy - by_enumeration(right, weights)) <= any.error_bound + 64 * ulp);
        const double exact = likelier_by_enumeration(right);
        CHECK(best.accuracy <= exact + 64 * ulp);
        CHECK(exact - best.accuracy <= best.error_bound + 64 * ulp);
        rounded = rounded || best.error_bound > 1e-6;
    }
    CHECK(rounded);
}

TEST_CASE("jury: multiples of a step are exact for any number of voters", "[governance]")
{
    // Weights 1, 2 and 3 of 90 voters, by a convolution of its own.
    random_numbers      draw(1723);
    const auto          right = drawn_competences(draw, 90, 0.4, 0.7);
    std::vector<double> weights, sums{1};
    for (std::size_t i = 0; i < right.size(); ++i) {
        const std::size_t   weight = 1 + i % 3;
        std::vector<double> next(sums.size() + weight);
        for (std::size_t s = 0; s < sums.size(); ++s) {
            next[s] += sums[s] * (1 - right[i]);
            next[s + weight] += sums[s] * right[i];
        }
        sums = next;
        weights.push_back(0.1 * static_cast<double>(weight)); // no exact multiples in binary
    }
    double            exact = 0;
    const std::size_t all   = sums.size() - 1;
    for (std::size_t s = 0; s <= all; ++s)
        exact += 2 * s > all ? sums[s] : 2 * s == all ? sums[s] / 2 : 0;
    const auto found = jury_of(right).weighted(weights, 2000);
    CHECK_THAT(found.accuracy, WithinAbs(exact, 256 * ulp));
    CHECK(found.error_bound < 1e-18);
}

TEST_CASE("jury: weights by merit do better than a simple majority and than the best member",
          "[governance]")
{
    random_numbers draw(1724);
    for (const std::size_t n : {3U, 20U, 60U})
        for (int i = 0; i < 4; ++i) {
            const jury<> all   = jury_of(drawn_competences(draw, n, 0.3, 0.8));
            const auto   merit = all.best(1 << 14);
            CHECK(merit.accuracy + merit.error_bound >= all.majority().accuracy - 64 * ulp);
            CHECK(merit.accuracy + merit.error_bound >= all.best_member() - 64 * ulp);
        }
}

TEST_CASE("jury: in any order, and with voters who count for nothing", "[governance]")
{
    const jury<> one{.competences = {0.9, 0.6, 0.7, 0.55}},
        other{.competences = {0.55, 0.7, 0.9, 0.6}};
    CHECK_THAT(one.majority().accuracy, WithinRel(other.majority().accuracy, 8 * ulp));
    CHECK_THAT(one.best().accuracy, WithinRel(other.best().accuracy, 8 * ulp));
    const jury<> guessing{.competences = {0.9, 0.6, 0.5, 0.7, 0.55, 0.5}};
    CHECK_THAT(guessing.best().accuracy, WithinRel(one.best().accuracy, 8 * ulp));
    CHECK(guessing.weighted({0, 0, 0, 0, 0, 0}).accuracy == 0.5); // a coin
    CHECK_THAT((one.weighted({1, 0, 0, 0}).accuracy), WithinRel(0.9, ulp));
    CHECK_THAT((one.weighted({-1, 0, 0, 0}).accuracy), WithinRel(0.1, 4 * ulp));
}

TEST_CASE("jury: one who never errs decides, and so does one who always does", "[governance]")
{
    CHECK(jury<>{.competences = {0.6, 1, 0.7}}.best().accuracy == 1);
    CHECK(jury<>{.competences = {0.6, 0, 0.7}}.best().accuracy == 1);
    CHECK(jury<>{.competences = {0.6, 1, 0.7}}.expert_decides());
    CHECK(jury<>{.competences = {0.6, 1, 0.7}}.best_weights()[1] == infinite);
    CHECK(jury<>{.competences = {0.6, 0, 0.7}}.best_member() == 1);
    CHECK_THAT((jury<>{.competences = {0.8}}.best_weights()[0]), WithinRel(std::log(4), 4 * ulp));
}

TEST_CASE("jury: thousands of voters who differ", "[governance]")
{
    // Exact value by the same sum of probabilities in long double, nothing left out.
    random_numbers           draw(1725);
    const auto               right = drawn_competences(draw, 801, 0.35, 0.66);
    std::vector<long double> sums{1};
    for (const double p : right) {
        const auto in_long = static_cast<long double>(p);
        sums.push_back(0);
        for (std::size_t s = sums.size(); s-- > 0;)
            sums[s] = sums[s] * (1 - in_long) + (s > 0 ? sums[s - 1] * in_long : 0);
    }
    long double exact = 0;
    for (std::size_t s = 401; s < sums.size(); ++s) exact += sums[s];
    const auto found = jury_of(right).majority();
    // Each of 801 steps rounds three times, at random.
    CHECK_THAT(found.accuracy, WithinAbs(static_cast<double>(exact), 3 * 30 * ulp));
    CHECK(found.error_bound < 1e-18);
}

TEST_CASE("jury: slopes agree with differences", "[governance]")
{
    const auto majority = []<class R>(const R& p) -> R {
        return jury<R>{.competences = {p, R(0.6), R(0.7), R(0.55)}}.majority().accuracy;
    };
    const auto best = []<class R>(const R& p) -> R {
        return jury<R>{.competences = {p, R(0.6), R(0.7), R(0.55)}}.best().accuracy;
    };
    for (const double p : {0.2, 0.64, 0.9}) {
        CHECK_THAT(slope_of_dual(majority, p),
                   WithinRel(slope_of_differences(majority, p), slope_error));
        CHECK_THAT(slope_of_dual(best, p), WithinAbs(slope_of_differences(best, p), slope_error));
    }
}

TEMPLATE_LIST_TEST_CASE("jury: works with every number type", "[governance]", plain_number_types)
{
    const auto best = []<class R>(const R& p) -> R {
        return jury<R>{.competences = {p, R(0.625), R(0.75), R(0.5625)}}.best().accuracy;
    };
    CHECK(farthest_from_double<TestType>(best, {0.25, 0.5, 0.75, 0.875}) < 16 * rounding<TestType>);
}

TEST_CASE("jury: refuses a jury of nobody, and weights that aren't the voters'", "[governance]")
{
    CHECK(refused_by([] { return jury<>{.competences = {}}; }) == "a jury must have a voter");
    const jury<> two{.competences = {0.6, 0.7}};
    CHECK(refused_by([&] { return two.weighted({1}); }) == "there must be a weight for each voter");
    CHECK(refused_by([&] { return two.weighted({1, infinite}); }) == "weights must be finite");
    CHECK(refused_by([&] { return two.weighted({1, std::nan("")}); }) == "weights must be finite");
    CHECK(refused_by([&] { return two.weighted({1, 1}, 1); }) == "sums must be 2 or more");
    CHECK(refused_by([&] { return two.best(0); }) == "sums must be 2 or more");
    CHECK(refused_by([] { return jury<>{.competences = {0.6, 1.2}}; }) == "must be from 0 to 1");
}

TEST_CASE("jury: weights whose sum exceeds the number type", "[governance]")
{
    const jury<> three{.competences = {0.9, 0.8, 0.7}};
    CHECK(three.weighted({1e308, 1e308, 1e308}).accuracy == three.weighted({1, 1, 1}).accuracy);
    CHECK(three.weighted({1.5e308, 1e308, 1e307}).accuracy == three.weighted({15, 10, 1}).accuracy);
}

} // namespace jury_test
