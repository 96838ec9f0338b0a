#include <orgscale/core/one_of.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <string>
#include <tuple>
#include <type_traits>

#include <catch.hpp>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/with_real.hpp>

namespace one_of_test {

using namespace orgscale;

namespace {

template <real Real = double>
struct walking {
    using real_type              = Real;
    static constexpr auto wheels = 0;
    static constexpr auto parameters() { return std::tuple{}; }
};

template <real Real = double>
struct cycling {
    using real_type              = Real;
    static constexpr auto wheels = 2;

    positive<Real> gear;
    fraction<Real> wear{0};

    [[no_unique_address]] agreed turns{gear * (1 - wear) > 1, "gear * (1 - wear) must exceed 1"};

    static constexpr auto parameters()
    {
        return description{
            parameter{"gear", "g", "-", "turns for one of the pedals", &cycling::gear},
            parameter{"wear", "w", "-", "share that is worn", &cycling::wear}};
    }
};

template <real Real = double>
using moving = one_of<walking<Real>, cycling<Real>>;

/// As many types as one_of takes.
template <std::size_t>
struct number {
    using real_type = double;
};

template <class Index>
struct eight;

template <std::size_t... Index>
struct eight<std::index_sequence<Index...>> {
    using type = one_of<number<Index>...>;
};

} // namespace

TEST_CASE("one_of: holds what it was made from", "[core]")
{
    const moving<> on_foot = walking<>{}, by_bicycle = cycling<>{.gear = 3};
    CHECK(on_foot.which() == 0);
    CHECK(by_bicycle.which() == 1);
    CHECK(on_foot.holds<walking<>>());
    CHECK_FALSE(on_foot.holds<cycling<>>());
    CHECK(by_bicycle.holds<cycling<>>());
    CHECK(moving<>{}.which() == 0);
    STATIC_REQUIRE_FALSE(std::constructible_from<moving<>, walking<float>>);
    STATIC_REQUIRE_FALSE(std::default_initializable<one_of<cycling<>, walking<>>>);
    STATIC_REQUIRE(std::same_as<moving<float>::real_type, float>);
}

TEST_CASE("one_of: a visitor gets the held type itself, by reference", "[core]")
{
    moving<> now = cycling<>{.gear = 3};
    CHECK(now.visit([](const auto& held) { return held.wheels; }) == 2);
    const void* seen = nullptr;
    now.visit([&](const auto& held) { seen = &held; });
    CHECK(seen == now.visit([](auto& held) -> const void* { return &held; }));
    now.visit([](auto& held) {
        if constexpr (requires { held.gear; }) held.gear = 4;
    });
    CHECK(now.visit([](const auto& held) -> double {
        if constexpr (requires { held.gear; }) return held.gear;
        return 0;
    }) == 4);
    now = walking<>{};
    CHECK(now.which() == 0);
}

TEST_CASE("one_of: each of eight alternatives is found", "[core]")
{
    using all                      = eight<std::make_index_sequence<8>>::type;
    const auto               place = []<std::size_t Index>(const number<Index>&) { return Index; };
    const std::array<all, 8> some{number<0>{}, number<1>{}, number<2>{}, number<3>{},
                                  number<4>{}, number<5>{}, number<6>{}, number<7>{}};
    for (std::size_t i = 0; i < some.size(); ++i) {
        CHECK(some[i].which() == i);
        CHECK(some[i].visit(place) == i);
    }
}

TEST_CASE("one_of: it works in constant expressions", "[core]")
{
    constexpr moving<> now = cycling<>{.gear = 3};
    STATIC_REQUIRE(now.which() == 1);
    STATIC_REQUIRE(now.visit([](const auto& held) { return held.wheels; }) == 2);
}

TEST_CASE("one_of: over another number it holds the same with the same values", "[core]")
{
    STATIC_REQUIRE(std::same_as<with_real_t<moving<>, float>, moving<float>>);
    const moving<> by_bicycle = cycling<>{.gear = 3, .wear = 0.5};
    const auto     in_float   = with_real<float>(by_bicycle);
    CHECK(in_float.which() == 1);
    std::string seen;
    for_each_parameter(in_float, [&](const auto& path, const auto&, const auto& value) {
        seen += path.text() + ' ' + std::to_string(static_cast<float>(value)) + ' ';
    });
    CHECK(seen == "gear 3.000000 wear 0.500000 ");
    CHECK(with_real<float>(moving<>{walking<>{}}).which() == 0);
}

} // namespace one_of_test
