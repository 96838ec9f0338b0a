#include <orgscale/core/workforce_policy.hpp>

#include <catch.hpp>
#include <plain_numbers.hpp>

namespace workforce_policy_test {

using namespace orgscale;

namespace {

/// A user-defined policy: apprentices do nothing for a year and take nobody's time.
template <class Real>
struct apprentices {
    Real at_work(const Real& people, const Real& newcomers) const { return people - newcomers; }
    Real assimilated(const Real& newcomers) const { return newcomers / 12; }
    Real opening(const Real&, const Real&) const { return Real(0); }
    Real learning_time() const { return Real(12); }
};

/// Another, who learn for a second year.
template <class Real>
struct journeymen : apprentices<Real> {
    Real at_work(const Real& people, const Real& newcomers, const Real& juniors) const
    {
        return people - newcomers - juniors / 2;
    }
    Real promoted(const Real& juniors) const { return juniors / 12; }
    Real opening_juniors(const Real&, const Real&) const { return Real(0); }
};

struct without_time {
    double at_work(double people, double) const { return people; }
    double assimilated(double) const { return 0; }
    double opening(double, double) const { return 0; }
};

} // namespace

TEST_CASE("workforce_policy: who works, who learns, and for how long make a policy", "[core]")
{
    STATIC_REQUIRE(workforce_policy<apprentices<double>, double>);
    STATIC_REQUIRE_FALSE(staged_workforce<apprentices<double>, double>);
    STATIC_REQUIRE(workforce_policy<journeymen<double>, double>);
    STATIC_REQUIRE(staged_workforce<journeymen<double>, double>);
    STATIC_REQUIRE_FALSE(workforce_policy<without_time, double>);
    STATIC_REQUIRE_FALSE(workforce_policy<double, double>);
}

TEMPLATE_LIST_TEST_CASE("workforce_policy: over any number type", "[core]", plain_number_types)
{
    STATIC_REQUIRE(workforce_policy<apprentices<TestType>, TestType>);
}

} // namespace workforce_policy_test
