#include <orgscale/core/growth_model.hpp>

#include <catch.hpp>

namespace growth_model_test {

using namespace orgscale;

namespace {

struct headcount {
    double people;
};

struct budgets {
    double money, space;
};

/// A user-defined growth model.
struct startup {
    using real_type  = double;
    using state_type = headcount;
    enum class limit { money, space };

    state_type derivative(double, const state_type& x) const { return {0.1 * x.people}; }
    budgets    limits(double, const state_type& x) const { return {100 - x.people, 80 - x.people}; }
    limit      bottleneck(double, const state_type&) const { return limit::space; }
};

struct without_limits {
    using real_type  = double;
    using state_type = headcount;
    enum class limit { money };
    state_type derivative(double, const state_type& x) const { return x; }
    limit      bottleneck(double, const state_type&) const { return limit::money; }
};

struct without_names {
    using real_type  = double;
    using state_type = headcount;
    using limit      = int;
    state_type derivative(double, const state_type& x) const { return x; }
    budgets    limits(double, const state_type&) const { return {}; }
    limit      bottleneck(double, const state_type&) const { return 0; }
};

struct without_diagnosis {
    using real_type  = double;
    using state_type = headcount;
    enum class limit { money, space };
    state_type derivative(double, const state_type& x) const { return x; }
    budgets    limits(double, const state_type&) const { return {}; }
};

struct without_numbers : startup {
    struct words {
        const char* money;
    };
    words limits(double, const state_type&) const { return {"plenty"}; }
};

struct without_dynamics {
    using real_type  = double;
    using state_type = headcount;
    enum class limit { money, space };
    budgets limits(double, const state_type&) const { return {}; }
    limit   bottleneck(double, const state_type&) const { return limit::money; }
};

/// Gives only its flows.
struct with_flows {
    using real_type  = double;
    using state_type = headcount;
    enum class limit { money, space };
    struct rates {
        budgets limits;
        double  inflow, demand;

        [[nodiscard]] limit bottleneck() const { return limit::money; }
    };
    state_type derivative(double, const state_type& x) const { return x; }
    rates      flows(double, const state_type&) const { return {{1, 2}, 1, 1}; }
};

struct with_flows_without_diagnosis {
    using real_type  = double;
    using state_type = headcount;
    enum class limit { money, space };
    struct rates {
        budgets limits;
        double  inflow, demand;
    };
    state_type derivative(double, const state_type& x) const { return x; }
    rates      flows(double, const state_type&) const { return {{1, 2}, 1, 1}; }
};

} // namespace

TEST_CASE("growth_model: a dynamics that gives its flows is one", "[core]")
{
    STATIC_REQUIRE(growth_model<with_flows>);
    STATIC_REQUIRE_FALSE(growth_model<with_flows_without_diagnosis>);
}

TEST_CASE("growth_model: a dynamics that names its limits is one", "[core]")
{
    STATIC_REQUIRE(growth_model<startup>);
}

TEST_CASE("growth_model: a type that lacks any part of that is not one", "[core]")
{
    STATIC_REQUIRE_FALSE(growth_model<without_limits>);
    STATIC_REQUIRE_FALSE(growth_model<without_names>);
    STATIC_REQUIRE_FALSE(growth_model<without_diagnosis>);
    STATIC_REQUIRE_FALSE(growth_model<without_numbers>);
    STATIC_REQUIRE_FALSE(growth_model<without_dynamics>);
    STATIC_REQUIRE_FALSE(growth_model<double>);
}

} // namespace growth_model_test
