#include <orgscale/core/unset.hpp>

#include <catch.hpp>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/core/state.hpp>

namespace unset_test {

using namespace orgscale;

namespace {

struct two {
    unset people, customers;
};

struct rectangle {
    positive<unset> height;
    positive<unset> width{2};

    [[no_unique_address]] agreed small{height * width < 10, "height * width must be less than 10"};
};

} // namespace

TEST_CASE("unset: a number that was given has its value", "[core]")
{
    STATIC_REQUIRE(ordered_real<unset>);
    STATIC_REQUIRE(state<two, unset>);
    constexpr unset three = 3;
    CHECK(three.is_known());
    CHECK_FALSE(three.is_missing());
    CHECK(plain(three) == 3);
    CHECK(plain(three + 1) == 4);
    CHECK(plain(three - 1) == 2);
    CHECK(plain(three * 2) == 6);
    CHECK(plain(three / 2) == 1.5);
    CHECK(plain(-three) == -3);
    CHECK(three < 4);
    CHECK_FALSE(three < 3);
    CHECK(three <= 3);
    CHECK_FALSE(three <= 2);
    CHECK(three > 2);
    CHECK_FALSE(three > 3);
    CHECK(three >= 3);
    CHECK_FALSE(three >= 4);
}

TEST_CASE("unset: what is computed from a missing number is unknown, but not missing", "[core]")
{
    const unset none = unset::missing();
    CHECK(none.is_missing());
    CHECK_FALSE(none.is_known());
    CHECK(plain(none) != plain(none));
    for (const unset& one : {none + 1, 1 + none, none - 1, none * none, 1 / none, -none}) {
        CHECK_FALSE(one.is_missing());
        CHECK_FALSE(one.is_known());
    }
}

TEST_CASE("unset: a rule holds for a missing number, defaults obey their rules", "[core]")
{
    const unset none = unset::missing();
    CHECK(none < 0);
    CHECK(none > 0);
    CHECK(none <= 0);
    CHECK(none >= 0);

    const rectangle one{};
    CHECK(unset{one.height}.is_missing());
    CHECK(plain(unset{one.width}) == 2);
    CHECK_NOTHROW((rectangle{.height = unset::missing(), .width = 100}));
    CHECK_THROWS_AS((rectangle{.height = unset::missing(), .width = -1}), parameter_error);
    CHECK_THROWS_AS((rectangle{.height = 5, .width = 2}), parameter_error);
    CHECK_NOTHROW((rectangle{.height = 4, .width = 2}));
}

} // namespace unset_test
