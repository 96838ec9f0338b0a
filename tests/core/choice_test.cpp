#include <orgscale/core/choice.hpp>

#include <string>
#include <tuple>
#include <type_traits>

#include <catch.hpp>

namespace choice_test {

using namespace orgscale;

namespace {

struct small {
    int size;
};
struct large {
    double size;
};

/// A user-defined choice.
struct parcel {
    using alternatives = std::tuple<small, large>;

    bool  is_large;
    small one;
    large other;

    template <class Use>
    decltype(auto) visit(Use&& use)
    {
        return is_large ? use(other) : use(one);
    }
    template <class Use>
    decltype(auto) visit(Use&& use) const
    {
        return is_large ? use(other) : use(one);
    }
};

/// A choice whose alternative is a choice.
struct delivery {
    using alternatives = std::tuple<parcel>;
    parcel sent;

    template <class Use>
    decltype(auto) visit(Use&& use) const
    {
        return use(sent);
    }
};

} // namespace

TEST_CASE("choice: a type that names its alternatives is a choice", "[core]")
{
    STATIC_REQUIRE(choice<parcel>);
    STATIC_REQUIRE(choice<delivery>);
    STATIC_REQUIRE_FALSE(choice<small>);
    STATIC_REQUIRE_FALSE(choice<double>);
}

TEST_CASE("choice: what it holds is visited, and any other type itself", "[core]")
{
    const auto name = []<class Held>(const Held&) -> std::string {
        return std::is_same_v<Held, small> ? "small" : "large";
    };
    const parcel box{false, {1}, {2.5}}, crate{true, {1}, {2.5}};
    CHECK(visited(box, name) == "small");
    CHECK(visited(crate, name) == "large");
    const small plainly{3};
    CHECK(visited(plainly, name) == "small");
}

TEST_CASE("choice: a choice within a choice is visited to its end", "[core]")
{
    const delivery sent{{true, {1}, {2.5}}};
    CHECK(visited(sent, [](const auto& held) { return static_cast<double>(held.size); }) == 2.5);
}

TEST_CASE("choice: what it holds can be changed", "[core]")
{
    parcel box{false, {1}, {2.5}};
    visited(box, [](auto& held) { held.size += 1; });
    CHECK(box.one.size == 2);
    CHECK(box.other.size == 2.5);
}

} // namespace choice_test
