#include <orgscale/organization/composition.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <string>
#include <type_traits>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <refusal.hpp>

#include <orgscale/core/with_real.hpp>

namespace composition_test {

using namespace orgscale;
using names = std::vector<std::string>;

namespace {

const std::map<std::string, double> network_values{
    {"imitation", 0.3}, {"potential", 1e5}, {"hiring_rate", 3}, {"customers_per_person", 20}};

const std::map<std::string, double> line_values{{"governance.span_of_control", 7},
                                                {"sales_rate", 8},
                                                {"hiring_rate", 4},
                                                {"customers_per_person", 6}};

[[nodiscard]] names required_of(const basic_composition<unset>& kind)
{
    names found;
    for (const auto& line : parameters_of(kind))
        if (line.required()) found.push_back(line.name);
    return found;
}

} // namespace

TEST_CASE("composition: is a described growth model for any number type", "[organization]")
{
    STATIC_REQUIRE(growth_model<composition>);
    STATIC_REQUIRE(described<composition>);
    STATIC_REQUIRE(fully_described<composition>);
    STATIC_REQUIRE(std::is_same_v<with_real_t<composition, float>, basic_composition<float>>);
    STATIC_REQUIRE(has_real<composition, float>);
    STATIC_REQUIRE(dimension<composition::state_type, double> == 9);
}

TEST_CASE("composition: the names of its parts are those of their types", "[organization]")
{
    const auto kind = composition::of("network", "meritocracy");
    CHECK(kind.name() == "network/meritocracy");
    CHECK(kind.policies().empty());
    CHECK_FALSE(kind.funded());
    CHECK(composition::of("linear_growth", "hierarchy").growth_name() == "linear");

    const auto full = composition::of(
        "network", "transition<hierarchy,meritocracy>",
        {"budget", "shop_floor", "community_support", "reorganization", "functional_silos"});
    CHECK(full.growth_name() == "network");
    CHECK(full.governance_name() == "transition<hierarchy, meritocracy>");
    CHECK(full.policies() ==
          names{"community_support", "shop_floor", "reorganization", "functional_silos", "budget"});
    CHECK(full.funded());
    // Its own names make the same kind again.
    const auto again = composition::of(full.growth_name(), full.governance_name(), full.policies());
    CHECK(again.name() == full.name());
    CHECK(again.policies() == full.policies());
    CHECK(parameters_of(again).size() == parameters_of(full).size());

    const auto org = kind.make(network_values);
    CHECK(org.name() == kind.name());
    CHECK(org.policies() == kind.policies());
}

TEST_CASE("composition: neutral policies can be named and change nothing", "[organization]")
{
    const auto kind = composition::of(
        "network", "frictionless",
        {"plain_service", "perfect_observation", "no_improvement", "single_owner", "no_budget"});
    CHECK(kind.policies().empty());
    CHECK(parameters_of(kind).size() == 16);
}

TEST_CASE("composition: a kind reports its required parameters", "[organization]")
{
    CHECK(required_of(composition::of("linear", "frictionless")) ==
          names{"sales_rate", "hiring_rate", "customers_per_person"});
    CHECK(required_of(composition::of("parallel", "hierarchy")) ==
          names{"governance.span_of_control", "sales_rate", "units", "hiring_rate",
                "customers_per_person"});
    CHECK(required_of(composition::of("network", "meritocracy", {"dashboard", "budget"})) ==
          names{"imitation", "potential", "hiring_rate", "customers_per_person",
                "observation.reporting_interval", "budget.price", "budget.wage"});
    CHECK(required_of(
              composition::of("linear", "transition<meritocracy, hierarchy>", {"shop_floor"})) ==
          names{"governance.to.span_of_control", "governance.start", "governance.duration",
                "sales_rate", "hiring_rate", "customers_per_person", "observation.visit_interval",
                "observation.sample", "observation.standard_error", "observation.volatility"});
}

TEST_CASE("composition: parameters are named as in the types, those of growth without prefix",
          "[organization]")
{
    const auto org  = composition::of("network", "meritocracy").make(network_values);
    const auto mine = names_of(org);
    CHECK(mine == names_of(network_growth<meritocracy>{
                      .imitation = 1, .potential = 1, .hiring_rate = 1, .customers_per_person = 1}));
    const auto all = parameters_of(
        composition::of("linear", "hierarchy",
                        {"continuous_improvement", "functional_silos", "dashboard", "budget"}));
    const auto has = [&](const std::string& name) {
        return std::ranges::any_of(all, [&](const auto& line) { return line.name == name; });
    };
    CHECK(has("observation.reporting_interval"));
    CHECK(has("improvement.halving_time"));
    CHECK(has("improvement.defect_churn"));
    CHECK(has("ownership.functions"));
    CHECK(has("budget.price"));
    CHECK_FALSE(has("improvement.policy.halving_time"));
    // 18 for the firm; 4, 5 + 1, 5 and 5 for its policies
    CHECK(all.size() == 38);
}

TEST_CASE("composition: all missing parameters are listed at once", "[organization]")
{
    try {
        static_cast<void>(composition::of("network", "hierarchy", {"dashboard"})
                              .make({{"imitation", 0.12}, {"potential", 500e6}}));
        FAIL("nothing was refused");
    } catch (const missing_parameters& error) {
        CHECK(std::string{error.what()} ==
              "4 parameters are missing:\n"
              "  governance.span_of_control (s) [people]: direct reports per manager; must be "
              "greater than 1 and finite\n"
              "  hiring_rate (H) [people/time]: people who can be hired per unit time; must be "
              "greater than 0\n"
              "  customers_per_person (κ) [customers/person]: customers one person serves with all "
              "working time; must be greater than 0 and finite\n"
              "  observation.reporting_interval (T) [time]: time between reports; must be greater "
              "than 0 and finite");
    }
}

TEST_CASE("composition: unknown names are refused with the nearest known one", "[organization]")
{
    CHECK(refusal_text([] { return composition::of("netwrok", "meritocracy"); }) ==
          "netwrok is not a growth model; did you mean network?");
    CHECK(refusal_text([] { return composition::of("cooperative", "meritocracy"); }) ==
          "cooperative is not a growth model; known are linear, parallel, network");
    CHECK(refusal_text([] { return composition::of("linear", "hierachy"); }) ==
          "hierachy is not a governance policy; did you mean hierarchy?");
    CHECK(refusal_text([] { return composition::of("linear", "anarchy of the many"); }) ==
          "anarchy of the many is not a governance policy; known are frictionless, hierarchy, "
          "meritocracy, transition<hierarchy, meritocracy>");
    CHECK(refusal_text([] { return composition::of("linear", "transition<hierarchy, merit>"); }) ==
          "merit is not a governance policy that a transition can start or end with; did you mean "
          "meritocracy?");
    CHECK_THAT(
        refusal_text([] { return composition::of("linear", "transition"); }),
        StartsWith("transition is not a governance policy; did you mean transition<hierarchy"));
    CHECK(refusal_text([] { return composition::of("linear", "hierarchy", {"dashbord"}); }) ==
          "dashbord is not a policy; did you mean dashboard?");
    CHECK(refusal_text([] {
              return composition::of("linear", "hierarchy", {"community_support"});
          }) == "community_support can be used only with network growth");
    CHECK(refusal_text([] {
              return composition::of("linear", "hierarchy", {"dashboard", "budget", "shop_floor"});
          }) == "shop_floor cannot be combined with dashboard, a policy of the same kind");
    CHECK(refusal_text([] {
              return composition::of("linear", "hierarchy", {"dashboard"})
                  .make({{"observation.reporting_intervall", 1}});
          }) == "observation.reporting_intervall is not the name of a parameter; did you mean "
                "observation.reporting_interval?");
}

TEST_CASE("composition: an invalid value is refused by its parameter's name", "[organization]")
{
    auto values                          = line_values;
    values["governance.span_of_control"] = 1;
    CHECK(refusal_text([&] { return composition::of("linear", "hierarchy").make(values); }) ==
          "governance.span_of_control must be greater than 1 and finite, but is 1");
    values["governance.span_of_control"]   = 2;
    values["governance.control_retention"] = 0.4;
    CHECK(refused_by([&] { return composition::of("linear", "hierarchy").make(values); }) ==
          "control_retention * span_of_control must exceed 1");
    const auto org = composition::of("linear", "hierarchy").make(line_values);
    CHECK(refusal_text([&] { return with(org, {{"hiring_rate", 0}}); }) ==
          "hiring_rate must be greater than 0, but is 0");
    CHECK(refusal_text([&] { return with(org, {{"observation.smoothing", 0}}); }) ==
          "observation.smoothing is not the name of a parameter");
}

TEST_CASE("composition: parameters can be replaced and converted to another number type",
          "[organization]")
{
    const auto org = composition::of("linear", "hierarchy", {"budget"})
                         .make({{"governance.span_of_control", 7},
                                {"sales_rate", 8},
                                {"hiring_rate", 4},
                                {"customers_per_person", 6},
                                {"budget.price", 3},
                                {"budget.wage", 2}});
    const auto other = with(org, {{"budget.wage", 5}, {"governance.span_of_control", 5}});
    CHECK(other.name() == org.name());
    CHECK(other.policies() == org.policies());
    auto       expected = values_of(org);
    const auto mine     = names_of(org);
    const auto at       = [&](const std::string& name) {
        return static_cast<std::size_t>(std::ranges::find(mine, name) - mine.begin());
    };
    expected[at("budget.wage")]                = 5;
    expected[at("governance.span_of_control")] = 5;
    CHECK(values_of(other) == expected);

    const auto in_float = with_real<float>(org);
    CHECK(names_of(in_float) == mine);
    CHECK(values_of(in_float) == values_of(org));
    const auto x = org.opening({.people = 10, .customers = 40}, 100);
    CHECK_THAT(in_float.flows(0, state_for<basic_composition<float>>(x)).won,
               WithinRel(static_cast<float>(org.flows(0, x).won), 1e-6F));
}

TEST_CASE("composition: the state has exactly the members its policies need", "[organization]")
{
    const growth_state<> start{.people = 10, .customers = 40};
    const auto           plain = composition::of("linear", "hierarchy").make(line_values);
    const auto           x     = plain.opening(start, 100);
    CHECK(x.people == 10);
    CHECK(x.customers == 40);
    CHECK(x.perceived == 0);
    CHECK(x.cash == 0);
    const auto still = plain.derivative(0, x);
    CHECK(still.perceived == 0);
    CHECK(still.cash == 0);
    CHECK(plain.earnings(0, x) == 0);
    CHECK(plain.outlay(0, x) == 0);
    CHECK(plain.cost_per_customer(0, x) == 0);

    auto values                              = line_values;
    values["observation.reporting_interval"] = 1;
    values["budget.price"]                   = 3;
    values["budget.wage"]                    = 2;
    const auto run = composition::of("linear", "hierarchy", {"dashboard", "budget"}).make(values);
    const auto y   = run.opening(start, 100);
    CHECK(y.cash == 100);
    CHECK(y.perceived == plain.flows(0, x).load);
    CHECK(run.opening(start).cash == 0);
    CHECK(run.derivative(0, y).perceived == 0);
    CHECK(run.derivative(0, y).cash != 0);
}

TEST_CASE("composition: its breakpoints are those of transitions and improvements", "[organization]")
{
    constexpr double never = std::numeric_limits<double>::infinity();
    const auto       times = [](std::array<double, 5> all) {
        std::ranges::sort(all);
        return all;
    };
    const auto plain = composition::of("linear", "hierarchy").make(line_values);
    CHECK(plain.breakpoints() == std::array<double, 5>{never, never, never, never, never});

    auto values                               = network_values;
    values["governance.from.span_of_control"] = 7;
    values["governance.start"]                = 12;
    values["governance.duration"]             = 6;
    values["governance.dip"]                  = 0.1;
    values["improvement.start"]               = 4;
    const auto run =
        composition::of("network", "transition<hierarchy, meritocracy>", {"reorganization"})
            .make(values);
    CHECK(times(run.breakpoints()) == std::array<double, 5>{4, 12, 15, 18, never});
    values["improvement.every"] = 7;
    const auto again =
        composition::of("network", "transition<hierarchy, meritocracy>", {"reorganization"})
            .make(values);
    double time = 0;
    for (const double next : {4, 11, 12, 15, 18, 25}) {
        CHECK(again.next_breakpoint(time) == next);
        time = next;
    }
    CHECK(plain.next_breakpoint(0) == never);
}

TEST_CASE("composition: what only its growth model has is reached by a visit", "[organization]")
{
    const auto rate_of = [](const composition& org) {
        return org.visit([](const auto& model) {
            if constexpr (requires { model.asymptotic_growth_rate(); })
                return model.asymptotic_growth_rate().rate;
            else
                return 0.0;
        });
    };
    auto values                  = network_values;
    values["participation"]      = 0.2;
    values["customers_per_node"] = 8;
    const auto commons           = composition::of("network", "meritocracy").make(values);
    const network_growth<meritocracy> by_type{.imitation            = 0.3,
                                              .potential            = 1e5,
                                              .participation        = 0.2,
                                              .customers_per_node   = 8,
                                              .hiring_rate          = 3,
                                              .customers_per_person = 20};
    CHECK(rate_of(commons) == by_type.asymptotic_growth_rate().rate);
    CHECK(commons.visit([](const auto& model) {
        if constexpr (requires { model.self_service_ratio(0, 1); })
            return model.self_service_ratio(0, 500);
        else
            return 0.0;
    }) == by_type.self_service_ratio(0, 500));
    CHECK(rate_of(composition::of("linear", "hierarchy").make(line_values)) == 0);
    CHECK(commons.observation().which() == 0);
    CHECK(commons.budget().which() == 0);
}

} // namespace composition_test
