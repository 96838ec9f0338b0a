#include <orgscale/observation/perfect_observation.hpp>

#include <type_traits>

#include <catch.hpp>
#include <description.hpp>
#include <number_types.hpp>

using namespace orgscale;

TEST_CASE("perfect_observation: sees everything through any number of layers", "[observation]")
{
    constexpr perfect_observation<> eye{};
    STATIC_REQUIRE(eye.signal_retention(0) == 1);
    STATIC_REQUIRE(eye.signal_retention(7.5) == 1);
    STATIC_REQUIRE(eye.signal_retention(1e300) == 1);
}

TEMPLATE_LIST_TEST_CASE("perfect_observation: is an observation without delay in every number type",
                        "[observation]", number_types)
{
    STATIC_REQUIRE(observation_policy<perfect_observation<TestType>, TestType>);
    STATIC_REQUIRE_FALSE(delayed_observation<perfect_observation<TestType>, TestType>);
    STATIC_REQUIRE(std::is_empty_v<perfect_observation<TestType>>);
    const auto seen = []<class R>(const R& m) -> R {
        return perfect_observation<R>{}.signal_retention(m);
    };
    CHECK(farthest_from_double<TestType>(seen, {0, 1, 2, 3}) == 0);
}

TEST_CASE("perfect_observation: has nothing to describe", "[observation]")
{
    CHECK(wrong_in_description(perfect_observation<>{}).empty());
    CHECK(names_of(perfect_observation<>{}).empty());
}
