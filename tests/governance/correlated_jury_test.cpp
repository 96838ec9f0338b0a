#include <orgscale/governance/correlated_jury.hpp>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <boost/math/special_functions/beta.hpp>
#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/governance/condorcet_jury.hpp>

namespace correlated_jury_test {

using namespace orgscale;

TEST_CASE("correlated_jury: more voters help less and less", "[governance]")
{
    // Derived, p = .7, ρ = .1: beta-binomial sums computed elsewhere, to the digits given.
    const correlated_jury<>         jury{.competence = 0.7, .correlation = 0.1};
    const std::vector<std::int64_t> sizes{1, 3, 5, 11, 51, 501};
    const std::vector<double>       table{.7, .761855, .793983, .837305, .882926, .897797};
    for (std::size_t i = 0; i < sizes.size(); ++i)
        CHECK_THAT(jury.accuracy(sizes[i]), WithinAbs(table[i], 5.001e-7));
}

TEST_CASE("correlated_jury: without correlation it is Condorcet's, and all vote as one if complete",
          "[governance]")
{
    for (const double p : {0.0, 0.3, 0.5, 0.8, 1.0})
        for (const std::int64_t n : {1, 2, 3, 10, 101}) {
            const condorcet_jury<> apart{.competence = p};
            CHECK_THAT((correlated_jury<>{.competence = p}.accuracy(n)),
                       WithinRel(apart.accuracy(n), 512 * ulp));
            CHECK_THAT((correlated_jury<>{.competence = p, .correlation = 1}.accuracy(n)),
                       WithinRel(p, 8 * ulp));
            CHECK_THAT((correlated_jury<>{.competence = p, .correlation = 1 - 1e-12}.accuracy(n)),
                       WithinAbs(p, 1e-10));
            CHECK_THAT((correlated_jury<>{.competence = p, .correlation = 1e-12}.accuracy(n)),
                       WithinAbs(apart.accuracy(n), 1e-8));
        }
}

TEST_CASE("correlated_jury: the beta-binomial sum, term by term", "[governance]")
{
    random_numbers draw(1711);
    for (int i = 0; i < 200; ++i) {
        const double p = draw.between(0.01, 0.99), rho = draw.magnitude(1e-2, 0.99);
        const auto   n = 1 + 2 * static_cast<std::int64_t>(draw.magnitude(1, 100));
        const double a = p * (1 / rho - 1), b = (1 - p) * (1 / rho - 1);
        double       sum = 0;
        for (std::int64_t k = n / 2 + 1; k <= n; ++k) {
            const auto right = static_cast<double>(k), wrong = static_cast<double>(n - k);
            // C(n, k) = 1/((n+1) B(k+1, n-k+1))
            sum += boost::math::beta(right + a, wrong + b) /
                   (boost::math::beta(a, b) * boost::math::beta(right + 1, wrong + 1) *
                    static_cast<double>(n + 1));
        }
        CHECK_THAT((correlated_jury<>{.competence = p, .correlation = rho}.accuracy(n)),
                   WithinRel(sum, 1e-10)); // Boost's beta of large arguments
    }
}

TEST_CASE("correlated_jury: its limit is half of a beta distribution", "[governance]")
{
    random_numbers draw(1712);
    for (int i = 0; i < 200; ++i) {
        const double            p = draw.between(0.01, 0.99), rho = draw.magnitude(1e-4, 1);
        const correlated_jury<> jury{.competence = p, .correlation = rho};
        const double exact = boost::math::ibetac(p * (1 / rho - 1), (1 - p) * (1 / rho - 1), 0.5);
        CHECK_THAT(jury.limit_accuracy(), WithinAbs(exact, 1e-12));
    }
    // The sums approach it in proportion to 1/n.
    const correlated_jury<> jury{.competence = 0.7, .correlation = 0.1};
    CHECK_THAT(jury.accuracy(1'000'001), WithinAbs(jury.limit_accuracy(), 1e-5));
}

TEST_CASE("correlated_jury: the limit at its ends, and close to them", "[governance]")
{
    for (const double p : {0.0, 0.2, 0.5, 1.0})
        CHECK_THAT((correlated_jury<>{.competence = p, .correlation = 1}.limit_accuracy()),
                   WithinRel(p, 4 * ulp));
    CHECK(correlated_jury<>{.competence = 0.5}.limit_accuracy() == 0.5);
    CHECK(correlated_jury<>{.competence = 0.51}.limit_accuracy() == 1);
    CHECK(correlated_jury<>{.competence = 0.49}.limit_accuracy() == 0);
    // One standard deviation from one half: nearly normal, with a skewness of order ρ.
    const double rho = 1e-8;
    CHECK_THAT((correlated_jury<>{.competence = 0.5 + 0.5e-4, .correlation = rho}.limit_accuracy()),
               WithinAbs(0.841344746068543, 1e-7));
    CHECK_THAT((correlated_jury<>{.competence = 0.6, .correlation = rho}.limit_accuracy()),
               WithinAbs(1, 1e-15));
}

TEST_CASE("correlated_jury: correlation costs accuracy, symmetrically", "[governance]")
{
    double before = 1;
    for (const double rho : {0.0, 1e-3, 0.1, 0.2, 0.5, 0.9, 1.0}) {
        const correlated_jury<> jury{.competence = 0.75, .correlation = rho};
        const correlated_jury<> opposite{.competence = 0.25, .correlation = rho};
        CHECK(jury.accuracy(21) < before);
        CHECK_THAT(jury.accuracy(21) + opposite.accuracy(21), WithinRel(1.0, 64 * ulp));
        CHECK(jury.accuracy(20) == jury.accuracy(19));
        before = jury.accuracy(21);
    }
}

TEST_CASE("correlated_jury: slopes agree with differences", "[governance]")
{
    const auto by_competence = []<class R>(const R& p) -> R {
        return correlated_jury<R>{.competence = p, .correlation = R(0.1)}.accuracy(21);
    };
    const auto by_correlation = []<class R>(const R& rho) -> R {
        return correlated_jury<R>{.competence = R(0.7), .correlation = rho}.accuracy(21);
    };
    const auto limit = []<class R>(const R& rho) -> R {
        return correlated_jury<R>{.competence = R(0.7), .correlation = rho}.limit_accuracy();
    };
    for (const double x : {0.05, 0.5, 0.9}) { // one peak, and two
        CHECK_THAT(slope_of_dual(by_competence, x),
                   WithinRel(slope_of_differences(by_competence, x), slope_error));
        CHECK_THAT(slope_of_dual(by_correlation, x),
                   WithinRel(slope_of_differences(by_correlation, x), slope_error));
        CHECK_THAT(slope_of_dual(limit, x), WithinRel(slope_of_differences(limit, x), slope_error));
    }
}

TEST_CASE("correlated_jury: describes itself, and refuses what is no correlation", "[governance]")
{
    const correlated_jury<> jury{.competence = 0.6, .correlation = 0.2};
    CHECK(wrong_in_description(jury).empty());
    CHECK(names_of(jury) == std::vector<std::string>{"competence", "correlation"});
    CHECK(values_of(correlated_jury<>{.competence = 0.6}) == std::vector<double>{0.6, 0});
    CHECK(refused_by([&] { return jury.accuracy(0); }) == "voters must be 1 or more");
    CHECK(refused_by([] { return correlated_jury<>{.competence = 0.6, .correlation = -0.1}; }) ==
          "must be from 0 to 1");
}

TEST_CASE("correlated_jury: the limit with hardly any correlation", "[governance]")
{
    // Beta(a, b) is then normal, of mean p and variance p (1-p) ρ.
    for (const double rho : {1e-15, 1e-20, 1e-300, 5e-324}) {
        CHECK(correlated_jury<>{.competence = 0.5, .correlation = rho}.limit_accuracy() == 0.5);
        CHECK(correlated_jury<>{.competence = 0.6, .correlation = rho}.limit_accuracy() == 1);
        CHECK(correlated_jury<>{.competence = 0.4, .correlation = rho}.limit_accuracy() == 0);
    }
    // Both ways next to each other, a standard deviation from 1/2.
    const double apart = std::sqrt(1e-14) / 2;
    const auto   limit = [&](double rho) {
        return correlated_jury<>{.competence = 0.5 + apart, .correlation = rho}.limit_accuracy();
    };
    CHECK_THAT(limit(9.9999999e-15), WithinRel(0.8413447460685429, 1e-8)); // Φ(1)
}

} // namespace correlated_jury_test
