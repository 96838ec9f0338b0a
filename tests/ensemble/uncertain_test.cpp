#include <orgscale/ensemble/uncertain.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <vector>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <orgscale/ensemble/draws.hpp>
#include <orgscale/ensemble/fixed.hpp>
#include <orgscale/ensemble/truncated.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/network_growth.hpp>

#include "catch.hpp"
#include "refusal.hpp"
#include "studies.hpp"

namespace uncertain_test {

using namespace orgscale;

namespace {

constexpr bass<> market{.innovation = 0.03, .imitation = 0.4, .potential = 1000};

/// A user-defined rule.
struct below_ten {
    static constexpr auto text = "must be less than 10";
    static constexpr bool holds(double x) { return x < 10; }
};

struct bounded {
    using real_type = double;
    checked<double, below_ten> number;

    static constexpr auto parameters()
    {
        return description{parameter{"number", "n", "-", "anything", &bounded::number}};
    }
};

std::vector<double> ranks_of(const std::vector<double>& x)
{
    std::vector<std::size_t> order(x.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return x[a] < x[b]; });
    std::vector<double> ranks(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) ranks[order[i]] = static_cast<double>(i);
    return ranks;
}

/// Spearman's correlation: that of the ranks.
double rank_correlation(const std::vector<double>& x, const std::vector<double>& y)
{
    const auto   a    = ranks_of(x);
    const auto   b    = ranks_of(y);
    const double mean = static_cast<double>(x.size() - 1) / 2;
    double       both = 0, square = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        both += (a[i] - mean) * (b[i] - mean);
        square += (a[i] - mean) * (a[i] - mean);
    }
    return both / square;
}

} // namespace

TEST_CASE("uncertain: a point of the unit cube becomes values, and values a model", "[ensemble]")
{
    const boost::math::lognormal law(-1, 0.3);
    const uncertain_model        study{market,
                                       {vary("potential", uniform(500, 1500)), vary("imitation", law)}};
    REQUIRE(study.dimension() == 2);
    const std::vector<double> point{0.25, 0.9};
    std::vector<double>       values(2);
    study.values(point, values);
    CHECK(values[0] == 750);
    CHECK(values[1] == quantile(law, 0.9));
    const auto drawn = study.with_values(values);
    CHECK(drawn.innovation == market.innovation);
    CHECK(drawn.imitation == values[1]);
    CHECK(drawn.potential == 750);
    CHECK(study.model().potential == 1000);
}

TEST_CASE("uncertain: parameters of a policy go by their full name", "[ensemble]")
{
    const network_growth<meritocracy> commons{.governance           = {.alignment = 0.8},
                                              .imitation            = 0.3,
                                              .potential            = 1000,
                                              .hiring_rate          = 1,
                                              .customers_per_person = 10};
    const uncertain_model             study{
        commons, {vary("governance.alignment", boost::math::beta_distribution<>(2, 2))}};
    std::vector<double> values(1);
    study.values(std::vector{0.5}, values);
    CHECK_THAT(study.with_values(values).governance.alignment, WithinRel(0.5, 1e-14));
}

TEST_CASE("uncertain: refuses a distribution that leaves the domain, and names both", "[ensemble]")
{
    const auto why = [](const distribution& law) {
        return refusal_text([&] { return uncertain_model{market, {vary("innovation", law)}}; });
    };
    CHECK_THAT(why(boost::math::normal(1, 0.01)),
               ContainsSubstring("uncertain_test.cpp:") &&
                   EndsWith("innovation: must be greater than 0 and finite, but the distribution "
                            "normal goes from -infinity to infinity"));
    CHECK_THAT(why(uniform(-0.5, 1)), EndsWith("but the distribution uniform goes from -0.5 to 1"));
    CHECK_THAT(why(truncated(boost::math::normal(0, 1), -1, 1)),
               EndsWith("but the distribution truncated normal goes from -1 to 1"));
    CHECK_THAT(why(fixed(0)), EndsWith("but the distribution fixed goes from 0 to 0"));
    CHECK_THAT(refusal_text([] {
                   return uncertain_model{bounded{1},
                                          {vary("number", boost::math::lognormal(0, 1))}};
               }),
               ContainsSubstring("must be less than 10"));
}

TEST_CASE("uncertain: a distribution may touch an excluded end, and stays inside", "[ensemble]")
{
    const uncertain_model study{market,
                                {vary("innovation", uniform(0, 1)),
                                 vary("imitation", boost::math::lognormal(0, 1)),
                                 vary("potential", truncated(boost::math::normal(0, 9), 0, 20))}};
    std::vector<double>   values(3);
    for (const double u : {0x1p-53, 1 - 0x1p-53}) {
        study.values(std::vector{u, u, u}, values);
        const auto drawn = study.with_values(values);
        CHECK(drawn.innovation > 0);
        CHECK(drawn.innovation <= 1);
    }
    CHECK_FALSE(
        refusal([] { return uncertain_model{bounded{1}, {vary("number", uniform(0, 10))}}; }));
}

TEST_CASE("uncertain: refuses unknown names and names given twice", "[ensemble]")
{
    CHECK_THAT(refusal_text([] { return uncertain_model{market, {vary("churn", uniform(0, 1))}}; }),
               EndsWith("churn: is not the name of a parameter"));
    CHECK_THAT(refusal_text([] {
                   return uncertain_model{
                       market,
                       {vary("innovation", uniform(0, 1)), vary("innovation", uniform(1, 2))}};
               }),
               EndsWith("innovation: varies twice"));
}

TEST_CASE("uncertain: refuses values that break a joint rule", "[ensemble]")
{
    const studies::pair_of_lines<> both{.first = 0.1, .second = 0.1};
    const uncertain_model study{both, {vary("first", uniform(0, 1)), vary("second", uniform(0, 1))}};
    CHECK(refused_by([&] { return study.with_values(std::vector{0.7, 0.7}); }) ==
          "first + second must be at most 1");
    CHECK_FALSE(refusal([&] { return study.with_values(std::vector{0.7, 0.3}); }));
}

TEST_CASE("uncertain: fields of the start vary", "[ensemble]")
{
    using state = studies::pair_of_lines<>::state_type;
    const studies::pair_of_lines<> both{.first = 0.1, .second = 0.1};
    const uncertain_model          study{
        both, {vary("second", uniform(0, 1)), vary("start.right", &state::right, uniform(5, 6))}};
    const std::vector values{0.3, 5.5};
    CHECK(study.with_values(values).second == 0.3);
    const auto start = study.start_with(values, state{1, 2});
    CHECK(start.left == 1);
    CHECK(start.right == 5.5);
    study.check_start<state>();
    CHECK_THAT(refused_by([&] {
                   study.check_start<double>();
                   return 0;
               }),
               EndsWith("start.right: is not a field of this model's start state"));
}

TEST_CASE("uncertain: a copula keeps each distribution and gives the rank correlation", "[ensemble]")
{
    // Spearman's correlation of a Gaussian copula is 6/pi asin(rho/2). Its standard error with n random
    // draws is at most 1/sqrt n, and smaller with low discrepancy.
    const double          rho = GENERATE(-0.9, -0.4, 0.5, 0.95);
    const uncertain_model study{market,
                                {vary("innovation", uniform(0, 1)),
                                 vary("imitation", boost::math::lognormal(0, 1)),
                                 vary("potential", uniform(10, 20))},
                                {correlate("imitation", "innovation", rho)}};
    CHECK(study.correlated());
    const draw_sequence              sequence{draws::low_discrepancy, 5, 3};
    std::vector<double>              point(3), values(3);
    std::vector<std::vector<double>> drawn(3);
    constexpr std::size_t            count = 16384;
    for (std::uint64_t i = 0; i < count; ++i) {
        sequence.point(i, point);
        study.values(point, values);
        CHECK(values[0] == point[0]);           // the first of the two is unchanged,
        CHECK(values[2] == 10 + 10 * point[2]); // and so is the uncorrelated one
        for (std::size_t k = 0; k < 3; ++k) drawn[k].push_back(values[k]);
    }
    const double n = count;
    CHECK_THAT(rank_correlation(drawn[0], drawn[1]),
               WithinAbs(6 / std::numbers::pi * std::asin(rho / 2), 1 / std::sqrt(n)));
    CHECK_THAT(rank_correlation(drawn[1], drawn[2]), WithinAbs(0, 1 / std::sqrt(n)));
    // Median and 90 percent quantile of the second are the lognormal's, within the standard error of random
    // draws, sqrt(q (1 - q)/n) over the density.
    std::sort(drawn[1].begin(), drawn[1].end());
    const boost::math::lognormal law(0, 1);
    for (const double q : {0.5, 0.9}) {
        const double x = quantile(law, q);
        CHECK_THAT(drawn[1][static_cast<std::size_t>(q * n)],
                   WithinAbs(x, std::sqrt(q * (1 - q) / n) / pdf(law, x)));
    }
}

TEST_CASE("uncertain: refuses contradictory correlations by name", "[ensemble]")
{
    const auto with = [](const std::vector<correlation>& listed) {
        return refused_by([&] {
            return uncertain_model{market,
                                   {vary("innovation", uniform(0, 1)),
                                    vary("imitation", uniform(0, 1)),
                                    vary("potential", uniform(1, 2))},
                                   listed};
        });
    };
    CHECK(with({correlate("innovation", "imitation", 0.9), correlate("potential", "imitation", 0.9),
                correlate("potential", "innovation", -0.9)}) ==
          "these correlations contradict each other: innovation with imitation, potential "
          "with imitation, potential with innovation");
    CHECK(with({correlate("innovation", "imitation", 0.9), correlate("potential", "imitation", 0.9),
                correlate("potential", "innovation", 0.7)}) == "nothing was refused");
    CHECK(with({correlate("innovation", "churn", 0.5)}) ==
          "correlation of innovation and churn: churn does not vary");
    CHECK(with({correlate("innovation", "innovation", 0.5)}) ==
          "correlation of innovation and innovation: a parameter can't be correlated with itself");
    CHECK(with({correlate("innovation", "imitation", 1)}) ==
          "correlation of innovation and imitation: must lie between -1 and 1");
    CHECK(with({correlate("innovation", "imitation", 0.5),
                correlate("imitation", "innovation", 0.4)}) ==
          "correlation of imitation and innovation: is given twice");
}

TEST_CASE("uncertain: refuses one field of the start under two names", "[ensemble]")
{
    using state = studies::pair_of_lines<>::state_type;
    const studies::pair_of_lines<> both{.first = 0.1, .second = 0.1};
    CHECK_THAT(refusal_text([&] {
                   return uncertain_model{both,
                                          {vary("one", &state::right, uniform(0, 1)),
                                           vary("another", &state::right, uniform(5, 6))}};
               }),
               ContainsSubstring("uncertain_test.cpp:") &&
                   EndsWith("another: varies twice, also as one"));
    CHECK_FALSE(refusal([&] {
        return uncertain_model{both,
                               {vary("one", &state::left, uniform(0, 1)),
                                vary("another", &state::right, uniform(5, 6))}};
    }));
}

TEST_CASE("uncertain: refuses a correlation of zero given twice", "[ensemble]")
{
    CHECK(refused_by([] {
              return uncertain_model{
                  market,
                  {vary("innovation", uniform(0, 1)), vary("imitation", uniform(0, 1))},
                  {correlate("innovation", "imitation", 0),
                   correlate("innovation", "imitation", 0.5)}};
          }) == "correlation of innovation and imitation: is given twice");
}

TEST_CASE("uncertain: a quantile that overflows is refused by name", "[ensemble]")
{
    // Student's t with so few degrees of freedom overflows in its tails.
    const uncertain_model study{
        market,
        {vary("imitation", truncated(boost::math::students_t(0.01), 0,
                                     std::numeric_limits<double>::infinity()))}};
    std::vector<double> values(1);
    const auto          at = [&](double u) {
        study.values(std::vector{u}, values);
        return values[0];
    };
    CHECK_THAT(refusal_text([&] { return at(1 - 0x1p-53); }),
               StartsWith("imitation can't be drawn"));
    CHECK(at(0.01) > 0);
}

} // namespace uncertain_test
