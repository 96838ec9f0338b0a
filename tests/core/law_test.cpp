#include <orgscale/core/law.hpp>

#include <cmath>
#include <string>

#include <catch.hpp>
#include <number_types.hpp>

namespace law_test {

using namespace orgscale;

namespace {

// User-defined laws: no base class, no registration.
struct referral {
    using real_type = double;
    double rate(double customers) const { return 0.2 * customers * (1 - customers / 800); }
};

template <class Real>
struct interest {
    using real_type = Real;
    Real per_year;
    Real rate(const Real& x) const { return per_year * x; }
    Real after(const Real& x, const Real& time) const
    {
        using std::exp;
        return x * exp(Real(per_year * time));
    }
};

struct nameless {
    double rate(double x) const { return x; }
};

struct wordy {
    using real_type = double;
    std::string rate(double) const { return "fast"; }
};

struct changing {
    using real_type = double;
    double rate(double x) { return x; }
};

struct counting {
    using real_type = int;
    int rate(int x) const { return x; }
};

struct vague : referral {
    std::string after(double, double) const { return "later"; }
};

} // namespace

TEST_CASE("law: a number type and a rate are enough", "[core]")
{
    STATIC_REQUIRE(law<referral>);
    STATIC_REQUIRE(law<interest<double>>);
    STATIC_REQUIRE(law<interest<float>>);
    STATIC_REQUIRE(law<interest<tangent>>);
    STATIC_REQUIRE(law<interest<digits50_expressions>>);
}

TEST_CASE("law: a type without a number type or a numeric rate is not one", "[core]")
{
    STATIC_REQUIRE_FALSE(law<double>);
    STATIC_REQUIRE_FALSE(law<nameless>);
    STATIC_REQUIRE_FALSE(law<wordy>);
    STATIC_REQUIRE_FALSE(law<counting>);
}

TEST_CASE("law: a rate must be const", "[core]") { STATIC_REQUIRE_FALSE(law<changing>); }

TEST_CASE("law: a closed form gives the state a time later", "[core]")
{
    STATIC_REQUIRE(closed_form<interest<double>>);
    STATIC_REQUIRE(closed_form<interest<tangent>>);
    STATIC_REQUIRE_FALSE(closed_form<referral>);
    STATIC_REQUIRE_FALSE(closed_form<vague>);
    STATIC_REQUIRE_FALSE(closed_form<double>);
}

} // namespace law_test
