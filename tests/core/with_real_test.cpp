#include <orgscale/core/with_real.hpp>

#include <concepts>

#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/transition.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>

#include "catch.hpp"
#include "number_types.hpp"

namespace with_real_test {

using namespace orgscale;

namespace {

template <class Real>
using gradual = transition<hierarchy<Real>, meritocracy<Real>>;

struct referral { // not a template, so no other number type
    using real_type = double;
    double rate(double customers) const { return 0.2 * customers; }
};

template <class Real>
struct counter { // a template without a description
    using real_type = Real;
    Real rate(const Real& customers) const { return customers; }
};

static_assert(std::same_as<with_real_t<bass<>, float>, bass<float>>);
static_assert(std::same_as<with_real_t<hierarchy<>, digits50>, hierarchy<digits50>>);
static_assert(
    std::same_as<with_real_t<linear_growth<hierarchy>, tangent>, linear_growth<hierarchy, tangent>>);
static_assert(std::same_as<with_real_t<gradual<double>, float>, gradual<float>>);
static_assert(
    std::same_as<with_real_t<network_growth<gradual>, float>, network_growth<gradual, float>>);
static_assert(std::same_as<with_real_t<growth_state<>, float>, growth_state<float>>);
static_assert(std::same_as<with_real_t<double, float>, float>);
static_assert(std::same_as<with_real_t<counter<double>, float>, counter<float>>);
static_assert(has_real<bass<>, float> && has_real<counter<double>, float>);
static_assert(has_real<referral, double> && !has_real<referral, float>);

constexpr network_growth<gradual> commons{
    .governance           = {.from     = {.span_of_control = 7, .control_retention = 0.9},
                             .to       = {.alignment = 0.8},
                             .start    = 24,
                             .duration = 18},
    .imitation            = 0.12,
    .potential            = 5e6,
    .hiring_rate          = 3,
    .customers_per_person = 50};

} // namespace

TEST_CASE("with_real: every parameter keeps its value, including nested ones", "[core]")
{
    const auto exact = with_real<digits50>(commons);
    CHECK(digits50{exact.governance.from.control_retention} == digits50(0.9));
    CHECK(digits50{exact.governance.start} == 24);
    CHECK(digits50{exact.potential} == digits50(5e6));

    const auto back = with_real<double>(exact);
    int        same = 0;
    for_each_parameter(commons, [&](const parameter_path& path, const auto&, double value) {
        for_each_parameter(back, [&](const parameter_path& other, const auto&, double again) {
            char name[parameter_path::longest];
            other.copy(name, sizeof name);
            if (path == name && value == again) ++same;
        });
    });
    int all = 0;
    for_each_parameter(commons, [&](const auto&...) { ++all; });
    CHECK(same == all);
}

TEST_CASE("with_real: a value can be given by its path", "[core]")
{
    const auto seeded =
        with_real<tangent>(commons, [](const parameter_path& path, const auto&, double value) {
            return path == "governance.to.alignment" ? tangent::variable(value) : tangent(value);
        });
    CHECK(tangent{seeded.governance.to.alignment}.slope() == 1);
    CHECK(tangent{seeded.governance.to.alignment}.value() == 0.8);
    CHECK(tangent{seeded.imitation}.slope() == 0);
}

TEST_CASE("with_real: a state keeps its numbers in their order", "[core]")
{
    const auto single = with_real<float>(growth_state<>{.people = 5, .customers = 20});
    CHECK(single.people == 5.0F);
    CHECK(single.customers == 20.0F);
    CHECK(with_real<long double>(0.5) == 0.5L);
}

TEST_CASE("with_real: a rule broken by the converted number is refused by name", "[core]")
{
    const bass<> tiny{.innovation = 1e-300, .imitation = 0, .potential = 1};
    try {
        static_cast<void>(with_real<float>(tiny)); // 1e-300 is 0 as a float
        FAIL("was not refused");
    } catch (const parameter_error& error) {
        CHECK_THAT(error.what(), Catch::Matchers::StartsWith("innovation"));
    }
}

} // namespace with_real_test
