#include <orgscale/network/watts_cascade.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/network/configuration_model.hpp>

namespace watts_cascade_test {

using namespace orgscale;

namespace {

constexpr watts_cascade<> of(double threshold) { return {.threshold = threshold}; }

} // namespace

TEST_CASE("watts_cascade: the published window and derived ones", "[network]")
{
    // Watts (2002) gives 5.76 as the upper boundary at 0.18; the other digits by an independent program.
    const double thresholds[] = {0.18, 0.1, 0.15, 0.24};
    const double from[]       = {1.0207, 1.0000, 1.0037, 1.1141};
    const double to[]         = {5.7647, 13.6593, 7.4771, 3.8631};
    for (std::size_t i = 0; i < std::size(thresholds); ++i) {
        const auto window = of(thresholds[i]).window();
        REQUIRE(window);
        CHECK_THAT(window->from, WithinAbs(from[i], 5e-5));
        CHECK_THAT(window->to, WithinAbs(to[i], 5e-5));
    }
    CHECK_THAT(of(0.18).window()->to, WithinAbs(5.76, 5e-3));
}

TEST_CASE("watts_cascade: at both ends one moves one", "[network]")
{
    for (const double threshold : {0.002, 0.03, 0.18, 0.25}) {
        const auto law    = of(threshold);
        const auto window = law.window();
        REQUIRE(window);
        CHECK_THAT(law.reproduction(window->from), WithinAbs(1, 64 * ulp));
        CHECK_THAT(law.reproduction(window->to),
                   WithinAbs(1, 1e-11)); // steep where contacts are many
        CHECK(law.reproduction((window->from + window->to) / 2) > 1);
    }
}

TEST_CASE("watts_cascade: more easily moved people, a wider window", "[network]")
{
    double from = 2, to = 0;
    for (const double threshold : {0.24, 0.19, 0.15, 0.1, 0.05}) {
        const auto window = of(threshold).window();
        REQUIRE(window);
        CHECK(window->from < from);
        CHECK(window->to > to);
        from = window->from;
        to   = window->to;
    }
    for (const double threshold : {0.26, 0.34, 0.6, 1.0}) CHECK_FALSE(of(threshold).window());
}

TEST_CASE("watts_cascade: one moves all of these contacts", "[network]")
{
    CHECK(of(0.18).vulnerable_degree() == 5);
    CHECK(of(1).vulnerable_degree() == 1);
    for (int k = 2; k <= 500; ++k) // 1/k is rounded
        CHECK(of(1.0 / k).vulnerable_degree() == k);
}

TEST_CASE("watts_cascade: it is the configuration model's with Poisson degrees", "[network]")
{
    std::vector<fraction<double>> shares;
    double                        term = std::exp(-3.0);
    for (int k = 0; k < 60; ++k, term *= 3.0 / k) shares.push_back(term);
    const configuration_model<> poisson{.shares = shares};
    for (const double threshold : {0.1, 0.18, 0.3})
        CHECK_THAT(of(threshold).reproduction(3),
                   WithinRel(poisson.cascade_reproduction(threshold), 64 * ulp));
}

TEST_CASE("watts_cascade: slopes agree with differences", "[network]")
{
    const auto all = []<class R>(const R& z) -> R {
        return watts_cascade<R>{.threshold = R(0.1875)}.reproduction(z);
    };
    CHECK_THAT(slope_of_dual(all, 3), WithinRel(slope_of_differences(all, 3), slope_error));
}

TEST_CASE("watts_cascade: describes itself and refuses invalid parameters", "[network]")
{
    CHECK(wrong_in_description(of(0.18)).empty());
    CHECK(names_of(of(0.18)) == std::vector<std::string>{"threshold"});
    for (const double bad : {0.0, 1.1, std::nan("")})
        CHECK(refused_by([=] { return of(bad); }) == "must be greater than 0 and at most 1");
    CHECK(refused_by([] { return of(0.001); }) == "threshold must be 0.002 or greater");
    CHECK(refused_by([] { return of(0.2).reproduction(-1); }) == "must be 0 or greater, and finite");
}

TEST_CASE("watts_cascade: low thresholds in float, where e^-mean is too small for a number",
          "[network]")
{
    const auto window = watts_cascade<float>{.threshold = 0.01F}.window();
    REQUIRE(window);
    CHECK_THAT(static_cast<double>(window->to),
               WithinRel(watts_cascade<>{.threshold = 0.01}.window()->to, 1e-5));
}

} // namespace watts_cascade_test
