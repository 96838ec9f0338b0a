#include <orgscale/organization/organization_state.hpp>

#include <array>
#include <type_traits>

#include <catch.hpp>
#include <plain_numbers.hpp>

#include <orgscale/core/with_real.hpp>

namespace organization_state_test {

using namespace orgscale;

namespace {

template <class Real>
using watched = organization_state<Real, detail::perceived_load>;
template <class Real>
using full =
    organization_state<Real, detail::perceived_load, detail::cash_at_hand, detail::customers_waiting,
                       detail::people_hired_lately, detail::people_half_trained,
                       detail::standard_of_work, detail::capability_of_people>;
template <class Real>
using waited_for = organization_state<Real, detail::customers_waiting>;

} // namespace

TEST_CASE("organization_state: extends growth_state by what policies bring, each by its name",
          "[organization]")
{
    constexpr watched<double> x{.people = 1, .customers = 2, .perceived = 3};
    STATIC_REQUIRE(to_array<double>(x) == std::array{1.0, 2.0, 3.0});
    constexpr full<double> y{.people     = 1,
                             .customers  = 2,
                             .perceived  = 3,
                             .cash       = 4,
                             .waiting    = 5,
                             .rookies    = 6,
                             .juniors    = 7,
                             .standard   = 8,
                             .capability = 9};
    STATIC_REQUIRE(to_array<double>(y) == std::array{1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0});
    constexpr waited_for<double> z{.people = 1, .customers = 2, .waiting = 3};
    STATIC_REQUIRE(to_array<double>(z) == std::array{1.0, 2.0, 3.0});
    STATIC_REQUIRE(from_array<waited_for<double>>(std::array{1.0, 2.0, 3.0}).waiting == 3);
}

TEST_CASE("organization_state: what is not brought takes no space", "[organization]")
{
    STATIC_REQUIRE(sizeof(watched<double>) == 3 * sizeof(double));
    STATIC_REQUIRE(sizeof(waited_for<double>) == 3 * sizeof(double));
    STATIC_REQUIRE(sizeof(full<double>) == 9 * sizeof(double));
}

TEMPLATE_LIST_TEST_CASE("organization_state: is a state in every number type", "[organization]",
                        plain_number_types)
{
    STATIC_REQUIRE(state<watched<TestType>, TestType>);
    STATIC_REQUIRE(dimension<watched<TestType>, TestType> == 3);
    STATIC_REQUIRE(dimension<full<TestType>, TestType> == 9);
    STATIC_REQUIRE(std::is_same_v<with_real_t<full<double>, TestType>, full<TestType>>);
}

} // namespace organization_state_test
