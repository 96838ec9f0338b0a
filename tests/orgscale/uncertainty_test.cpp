#include "uncertainty.hpp"

#include <cmath>
#include <string>

#include "catch.hpp"

#include "bad_input.hpp"
#include "models_of_scenario.hpp"

namespace {

/// A scenario's sections with this churn and this section "uncertainty".
plan::located_json written(const std::string& churn, const std::string& uncertainty)
{
    const std::string text = R"({
"organisation": {"hiring_rate": 4, "customers_per_person": 8, "churn": )" +
                             churn + R"(},
"hierarchy": {"span_of_control": 7},
"linear": {"sales_rate": [10, 30]}, "parallel": {"sales_rate": 6, "units": 3},
"network": {"imitation": 0.4, "potential": 1000}, "meritocracy": {})" +
                             uncertainty + "}";
    return plan::parse_located(text, "f");
}

constexpr auto usual = R"(, "uncertainty": {"members": 100, "seed": 1})";

plan::uncertainty read(const std::string& churn, const std::string& uncertainty = usual)
{
    const auto          json = written(churn, uncertainty);
    const plan::section whole{json, "f"};
    return plan::read_uncertainty(whole, plan::read_compositions(whole, {}));
}

plan::composition model_named(const std::string& name)
{
    const auto json = written("0.04", "");
    return plan::read_compositions(plan::section{json, "f"}, {})[*plan::composition_named(name)];
}

plan::unknown churn(const std::string& told)
{
    for (const auto& one : read(told).values)
        if (one.name == "churn") return one;
    throw std::runtime_error{"churn is not uncertain"};
}

double at(const plan::unknown& one, double share) { return quantile(one.law, share); }

} // namespace

TEST_CASE("uncertainty: an interval is uniform, its middle is reckoned with", "[plan]")
{
    const auto one = churn("[0.02, 0.06]");
    CHECK(at(one, 0.25) == Approx(0.03));
    CHECK(one.value == Approx(0.04));
    CHECK(one.path == "organisation.churn");
    CHECK(one.words == "anything from 0.02 to 0.06");
    CHECK(one.uses.size() == 6);
    CHECK(churn(R"({"distribution": "uniform", "from": 0.02, "to": 0.06, "value": 0.05})").value ==
          0.05);
}

// Quantiles in closed form; a standard normal number is below 1.2815515655 in 9 of 10 cases.
TEST_CASE("uncertainty: each form has the quantiles it tells", "[plan]")
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
    CHECK(lognormal.value == Approx(0.2));
    // A mean of 1/2 with a variance of 1/12 is the uniform one.
    const auto beta =
        churn(R"({"distribution": "beta", "mean": 0.5, "deviation": 0.2886751345948129})");
    CHECK(at(beta, 0.3) == Approx(0.3));
    const auto mixture = churn(R"({"distribution": "mixture", "source": "two experts", "parts": [
        {"share": 3, "distribution": "uniform", "from": 0, "to": 1},
        {"share": 1, "distribution": "uniform", "from": 2, "to": 3}]})");
    CHECK(at(mixture, 0.375) == Approx(0.5));
    CHECK(at(mixture, 0.875) == Approx(2.5));
    CHECK(mixture.words == "75%: anything from 0 to 1; 25%: anything from 2 to 3");
    CHECK(mixture.source == "two experts");
}

TEST_CASE("uncertainty: a composition gets what stands in its sections", "[plan]")
{
    const auto all = read("[0.02, 0.06]",
                          R"(, "uncertainty": {"members": 9, "seed": 3, "correlations": [
                          {"first": "churn", "second": "linear.sales_rate", "value": -0.5}]})");
    CHECK(all.members == 9);
    CHECK(all.seed == 3);
    REQUIRE(all.values.size() == 2);

    const auto linear = plan::unknowns_of(all, model_named("linear/hierarchy"));
    REQUIRE(linear.parameters.size() == 2);
    CHECK(linear.parameters[0].name == "growth.sales_rate");
    REQUIRE(linear.together.size() == 1);
    CHECK(linear.together[0].value == -0.5);
    const auto network = plan::unknowns_of(all, model_named("network/hierarchy"));
    CHECK(network.parameters.size() == 1);
    CHECK(network.together.empty());
}

TEST_CASE("uncertainty: a distribution that leaves the domain is refused, both named", "[plan]")
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

TEST_CASE("uncertainty: correlations that contradict each other are refused", "[plan]")
{
    CHECK_THROWS_WITH(
        read("[0.02, 0.06]", R"(, "uncertainty": {"members": 9, "seed": 3, "correlations": [
             {"first": "churn", "second": "linear.sales_rate", "value": -0.5},
             {"first": "sales_rate", "second": "churn", "value": 0.5}]})"),
        Catch::Matchers::Contains("earlier correlation"));
    CHECK_THROWS_AS(read("[0.02, 0.06]", R"(, "uncertainty": {"members": 9, "seed": 3,
             "correlations": [{"first": "churn", "second": "churn", "value": 0.5}]})"),
                    plan::bad_input);
}
