#include <orgscale/core/make.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <catch.hpp>
#include <refusal.hpp>

#include <orgscale/core/checked.hpp>

namespace make_test {

using namespace orgscale;

namespace {

template <real Real = double>
struct oven {
    using real_type = Real;

    positive<Real> heat;
    fraction<Real> insulation{Real(0.25)};

    [[no_unique_address]] agreed safe{heat * (1 - insulation) < 300,
                                      "heat * (1 - insulation) must be less than 300"};

    static constexpr auto parameters()
    {
        return description{
            parameter{"heat", "h", "degree", "how hot it gets", &oven::heat},
            parameter{"insulation", "i", "-", "heat that stays inside", &oven::insulation}};
    }
};

template <real Real = double>
struct bakery {
    using real_type = Real;

    finite_non_negative<Real> sugar{0};
    oven<Real>                left;
    positive<Real>            flour;
    positive<Real>            patience{infinity<Real>()};

    static constexpr auto parameters()
    {
        return description{parameter{"sugar", "s", "kg", "cake it makes", &bakery::sugar},
                           parameter{"left", "", "", "the left oven", &bakery::left},
                           parameter{"flour", "f", "kg", "bread it makes", &bakery::flour},
                           parameter{"patience", "", "time", "of its customers", &bakery::patience}};
    }
};

struct fixed_number {
    using real_type = double;
    positive<double>      size;
    static constexpr auto parameters()
    {
        return description{parameter{"size", "", "-", "", &fixed_number::size}};
    }
};

} // namespace

TEST_CASE("make: an object from names and values, with defaults for the rest", "[core]")
{
    const auto made = make<bakery<>>({{"flour", 10}, {"left.heat", 220}, {"sugar", 3}});
    CHECK(made.flour == 10);
    CHECK(made.left.heat == 220);
    CHECK(made.left.insulation == 0.25);
    CHECK(made.sugar == 3);
    CHECK(made.patience == infinity<double>());
    const auto in_float = make<bakery<float>>({{"flour", 10}, {"left.heat", 220}});
    CHECK(in_float.flour == 10);
}

TEST_CASE("make: names and values may come from a map or a list of pairs", "[core]")
{
    const std::map<std::string, double> map{{"flour", 10}, {"left.heat", 220}};
    CHECK(make<bakery<>>(map).flour == 10);
    const std::vector<std::pair<std::string, double>> pairs{{"left.heat", 220}, {"flour", 11}};
    CHECK(make<bakery<>>(pairs).flour == 11);
    const std::vector<setting<double>> settings{{"left.heat", 220}, {"flour", 12}};
    CHECK(make<bakery<>>(settings).flour == 12);
}

TEST_CASE("make: all missing parameters are listed at once", "[core]")
{
    try {
        static_cast<void>(make<bakery<>>({{"sugar", 3}}));
        FAIL("nothing was refused");
    } catch (const missing_parameters& error) {
        REQUIRE(error.lines().size() == 2);
        CHECK(error.lines()[0].name == "left.heat");
        CHECK(error.lines()[1].name == "flour");
        CHECK_THAT(error.what(), ContainsSubstring("flour (f) [kg]: bread it makes; must be"));
    }
    CHECK_THROWS_AS(make<bakery<>>({}), missing_parameters);
}

TEST_CASE("make: an unknown name is refused with the nearest one", "[core]")
{
    CHECK(refusal_text([] { return make<bakery<>>({{"flower", 10}}); }) ==
          "flower is not the name of a parameter; did you mean flour?");
    CHECK(refusal_text([] { return make<bakery<>>({{"heat", 10}}); }) ==
          "heat is not the name of a parameter; did you mean left.heat?");
    CHECK(refusal_text([] { return make<oven<>>({{"temperature", 10}}); }) ==
          "temperature is not the name of a parameter; known are heat, insulation");
    CHECK(refusal_text([] { return make<oven<>>({{"heat", 10}, {"heat", 10}}); }) ==
          "heat is given twice");
}

TEST_CASE("make: a value that breaks its rule is refused by its name", "[core]")
{
    CHECK(refusal_text([] { return make<bakery<>>({{"flour", 10}, {"left.heat", -1}}); }) ==
          "left.heat must be greater than 0, but is -1");
    CHECK(refused_by([] { return make<oven<>>({{"heat", 500}}); }) ==
          "heat * (1 - insulation) must be less than 300");
}

TEST_CASE("make: a kind has the defaults and nothing else", "[core]")
{
    const auto lines = parameters_of(kind_of<bakery<>>());
    REQUIRE(lines.size() == 5);
    CHECK(lines[0].value == 0);
    CHECK(lines[1].required());
    CHECK(lines[2].value == 0.25);
    CHECK(lines[3].required());
    CHECK(lines[4].value == infinity<double>());
    STATIC_REQUIRE(makeable<bakery<>>);
    STATIC_REQUIRE(makeable<bakery<float>>);
    STATIC_REQUIRE_FALSE(makeable<fixed_number>);
    STATIC_REQUIRE_FALSE(makeable<double>);
}

} // namespace make_test
