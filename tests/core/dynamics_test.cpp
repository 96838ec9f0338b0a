#include <orgscale/core/dynamics.hpp>

#include <array>
#include <string>

#include <catch.hpp>
#include <plain_numbers.hpp>

namespace dynamics_test {

using namespace orgscale;

namespace {

template <class Real>
struct place_and_speed {
    Real place, speed;
};

template <class Real>
struct pendulum {
    using real_type  = Real;
    using state_type = place_and_speed<Real>;
    state_type derivative(const Real&, const state_type& x) const { return {x.speed, -x.place}; }
};

struct by_value {
    using real_type  = double;
    using state_type = place_and_speed<double>;
    state_type derivative(double, state_type x) const { return {x.speed, -x.place}; }
};

struct timeless {
    using real_type  = double;
    using state_type = place_and_speed<double>;
    state_type derivative(const state_type& x) const { return x; }
};

struct stateless {
    using real_type = double;
    double derivative(double, double x) const { return x; }
};

struct scalar {
    using real_type  = double;
    using state_type = double;
    double derivative(double, double x) const { return x; }
};

struct elsewhere {
    using real_type  = double;
    using state_type = place_and_speed<double>;
    std::string derivative(double, const state_type&) const { return "away"; }
};

struct other_number {
    using real_type  = double;
    using state_type = place_and_speed<float>;
    state_type derivative(double, const state_type& x) const { return x; }
};

} // namespace

TEST_CASE("dynamics: a state of named numbers and its derivative are enough", "[core]")
{
    STATIC_REQUIRE(dynamics<pendulum<double>>);
    STATIC_REQUIRE(dynamics<pendulum<float>>);
    STATIC_REQUIRE(dynamics<by_value>);
}

TEMPLATE_LIST_TEST_CASE("dynamics: of any number type", "[core]", plain_number_types)
{
    STATIC_REQUIRE(dynamics<pendulum<TestType>>);
}

TEST_CASE("dynamics: a type without a state or its derivative is not one", "[core]")
{
    STATIC_REQUIRE_FALSE(dynamics<double>);
    STATIC_REQUIRE_FALSE(dynamics<timeless>);
    STATIC_REQUIRE_FALSE(dynamics<stateless>);
    STATIC_REQUIRE_FALSE(dynamics<scalar>);
    STATIC_REQUIRE_FALSE(dynamics<elsewhere>);
    STATIC_REQUIRE_FALSE(dynamics<other_number>);
}

} // namespace dynamics_test
