#include "scenario/read_uncertainty.hpp"

#include <cmath>
#include <string>

#include <catch.hpp>

#include "format/bad_input.hpp"
#include "scenario/distributions.hpp"
#include "scenario/read_organisations.hpp"

namespace uncertainty_test {

namespace {

/// A scenario's sections with this churn and this section "uncertainty".
program::located_json written(const std::string& churn, const std::string& uncertainty)
{
    const std::string text = R"({
"organisation": {"hiring_rate": 4, "customers_per_person": 8, "churn": )" +
                             churn + R"(},
"hierarchy": {"span_of_control": 7},
"linear": {"sales_rate": [10, 30]}, "parallel": {"sales_rate": 6, "units": 3},
"network": {"imitation": 0.4, "potential": 1000}, "meritocracy": {})" +
                             uncertainty + "}";
    return program::parse_located(text, "f");
}

constexpr auto usual = R"(, "uncertainty": {"members": 100, "seed": 1})";

program::uncertain_values read(const std::string& churn, const std::string& uncertainty = usual)
{
    const auto             json = written(churn, uncertainty);
    const program::section whole{json, "f"};
    return program::read_uncertainty(whole, program::read_organisations(whole, {}));
}

program::organisation organisation_named(const std::string& name)
{
    const auto json = written("0.04", "");
    return program::read_organisations(program::section{json, "f"},
                                       {})[*program::composition_named(name)];
}

program::uncertain_value churn(const std::string& told)
{
    const auto known = read(told);
    for (std::size_t i = 0; i < known.laws.size(); ++i)
        if (known.all.values[i].name == "churn") return {known.all.values[i], known.laws[i]};
    throw std::runtime_error{"churn is not uncertain"};
}

double at(const program::uncertain_value& one, double share) { return quantile(one.law, share); }

} // namespace

TEST_CASE("uncertainty: an interval is uniform, its middle is computed with", "[program]")
{
    const auto one = churn("[0.02, 0.06]");
    CHECK(at(one, 0.25) == Approx(0.03));
    CHECK(one.what.value == Approx(0.04));
    CHECK(one.what.path == "organisation.churn");
    CHECK(one.what.words == "anything from 0.02 to 0.06");
    CHECK(one.what.uses.size() == 6);
    CHECK(churn(R"({"distribution": "uniform", "from": 0.02, "to": 0.06, "value": 0.05})")
              .what.value == 0.05);
}

// Quantiles in closed form; a standard normal number is below 1.2815515655 in 9 of 10 cases.
TEST_CASE("uncertainty: each form has the quantiles it tells", "[program]")
{
    const double nine_of_ten = 1.2815515655446004;
    const auto triangle = churn(R"({"distribution": "triangular", "from": 0, "mode": 1, "to": 2})");
    CHECK(at(triangle, 0.125) == Approx(0.5));
    const auto normal =
        churn(R"({"distribution": "normal", "mean": 1, "deviation": 0.1, "from": 0, "to": 2})");
    CHECK(at(normal, 0.9) == Approx(1 + 0.1 * nine_of_ten));
    const auto cut =
        churn(R"({"distribution": "normal", "mean": 0, "deviation": 1, "from": 0, "to": 9})");
    CHECK(at(cut, 0.8) == Approx(nine_of_ten)); // half of it is gone
    CHECK(support(cut.law).first == 0);
    const auto lognormal = churn(R"({"distribution": "lognormal", "p10": 0.1, "p90": 0.4})");
    CHECK(at(lognormal, 0.1) == Approx(0.1));
    CHECK(at(lognormal, 0.9) == Approx(0.4));
    CHECK(lognormal.what.value == Approx(0.2));
    // A mean of 1/2 with a variance of 1/12 is the uniform one.
    const auto beta =
        churn(R"({"distribution": "beta", "mean": 0.5, "deviation": 0.2886751345948129})");
    CHECK(at(beta, 0.3) == Approx(0.3));
    const auto mixture = churn(R"({"distribution": "mixture", "source": "two experts", "parts": [
        {"share": 3, "distribution": "uniform", "from": 0, "to": 1},
        {"share": 1, "distribution": "uniform", "from": 2, "to": 3}]})");
    CHECK(at(mixture, 0.375) == Approx(0.5));
    CHECK(at(mixture, 0.875) == Approx(2.5));
    CHECK(mixture.what.words == "75%: anything from 0 to 1; 25%: anything from 2 to 3");
    CHECK(mixture.what.source == "two experts");
}

TEST_CASE("uncertainty: a composition gets what stands in its sections", "[program]")
{
    const auto known = read("[0.02, 0.06]",
                            R"(, "uncertainty": {"members": 9, "seed": 3, "correlations": [
                          {"first": "churn", "second": "linear.sales_rate", "value": -0.5}]})");
    CHECK(known.all.members == 9);
    CHECK(known.all.seed == 3);
    REQUIRE(known.all.values.size() == 2);

    const auto linear =
        program::unknowns_of(known.all, known.laws, organisation_named("linear/hierarchy"));
    REQUIRE(linear.parameters.size() == 2);
    CHECK(linear.parameters[0].name == "sales_rate");
    REQUIRE(linear.together.size() == 1);
    CHECK(linear.together[0].value == -0.5);
    const auto network =
        program::unknowns_of(known.all, known.laws, organisation_named("network/hierarchy"));
    CHECK(network.parameters.size() == 1);
    CHECK(network.together.empty());
}

TEST_CASE("uncertainty: a distribution that leaves the domain is refused, both named", "[program]")
{
    using Catch::Matchers::Contains;
    CHECK_THROWS_WITH(
        read("[-0.1, 0.3]"),
        Contains("f:2:72: organisation.churn must be 0 or greater") &&
            Contains("its distribution (anything from -0.1 to 0.3) goes from -0.1 to 0.3"));
    CHECK_THROWS_WITH(read("[-0.3, 0.1]"),
                      Contains("(anything from -0.3 to 0.1)")); // its middle, too
    CHECK_THROWS_WITH(read(R"({"distribution": "normal", "mean": 1, "deviation": 0.1})"),
                      Contains("organisation.churn must be 0 or greater") &&
                          Contains("about 1, give or take 0.1 (normal)") &&
                          Contains("from minus infinity to infinity") &&
                          Contains("would cut it off"));
}

TEST_CASE("uncertainty: correlations that contradict each other are refused", "[program]")
{
    CHECK_THROWS_WITH(
        read("[0.02, 0.06]", R"(, "uncertainty": {"members": 9, "seed": 3, "correlations": [
             {"first": "churn", "second": "linear.sales_rate", "value": -0.5},
             {"first": "sales_rate", "second": "churn", "value": 0.5}]})"),
        Catch::Matchers::Contains("earlier correlation"));
    CHECK_THROWS_AS(read("[0.02, 0.06]", R"(, "uncertainty": {"members": 9, "seed": 3,
             "correlations": [{"first": "churn", "second": "churn", "value": 0.5}]})"),
                    program::bad_input);
}

} // namespace uncertainty_test
