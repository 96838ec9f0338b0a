#include <orgscale/core/describe.hpp>

#include <string>
#include <vector>

#include <catch.hpp>
#include <constant.hpp>
#include <description.hpp>
#include <number_types.hpp>
#include <refusal.hpp>

#include <orgscale/core/one_of.hpp>

namespace describe_test {

using namespace orgscale;

namespace {

template <real Real = double>
struct oven {
    using real_type = Real;

    positive<Real> heat;
    fraction<Real> insulation{0};

    [[no_unique_address]] agreed safe{heat * (1 - insulation) < 300,
                                      "heat * (1 - insulation) must be less than 300"};

    static constexpr auto parameters()
    {
        return description{parameter{"heat", "h", "degree", "how hot it gets", &oven::heat},
                           parameter{"insulation", "i", "-", "heat it keeps", &oven::insulation}};
    }
};

template <real Real = double>
struct nothing {
    using real_type = Real;
    static constexpr auto parameters() { return std::tuple{}; }
};

template <real Real = double>
struct bakery {
    using real_type = Real;

    positive<Real>                      flour;
    oven<Real>                          left;
    [[no_unique_address]] nothing<Real> between{};
    oven<Real>                          right;
    finite_non_negative<Real>           sugar{0};

    static constexpr auto parameters()
    {
        return description{parameter{"flour", "f", "kg", "bread it makes", &bakery::flour},
                           parameter{"left", "", "", "the left oven", &bakery::left},
                           parameter{"between", "", "", "what is between", &bakery::between},
                           parameter{"right", "", "", "the right oven", &bakery::right},
                           parameter{"sugar", "s", "kg", "cake it makes", &bakery::sugar}};
    }
};

struct forgetful {
    using real_type = double;
    positive<double>      told{1};
    positive<double>      forgotten{1};
    static constexpr auto parameters()
    {
        return description{parameter{"told", "t", "-", "the one it tells", &forgetful::told}};
    }
};

struct silent {
    double x;
};

constexpr bakery<> corner{
    .flour = 10, .left = {.heat = 220, .insulation = 0.5}, .right = {.heat = 180}, .sugar = 3};

} // namespace

TEST_CASE("describe: a type that lists its parameters is described", "[core]")
{
    STATIC_REQUIRE(described<oven<>>);
    STATIC_REQUIRE(described<nothing<>>);
    STATIC_REQUIRE(described<bakery<>>);
    STATIC_REQUIRE_FALSE(described<silent>);
    STATIC_REQUIRE_FALSE(described<double>);
}

TEST_CASE("describe: a description that forgets a member is not complete", "[core]")
{
    STATIC_REQUIRE(fully_described<oven<>>);
    STATIC_REQUIRE(fully_described<bakery<>>);
    STATIC_REQUIRE(fully_described<bakery<float>>);
    STATIC_REQUIRE_FALSE(fully_described<forgetful>);
}

TEST_CASE("describe: parameters are visited in the order of the members", "[core]")
{
    CHECK(names_of(corner) == std::vector<std::string>{"flour", "left.heat", "left.insulation",
                                                       "right.heat", "right.insulation", "sugar"});
    CHECK(values_of(corner) == std::vector<double>{10, 220, 0.5, 180, 0, 3});
    CHECK(wrong_in_description(corner).empty());
}

TEST_CASE("describe: a visitor sees the line that describes the parameter", "[core]")
{
    std::string units;
    for_each_parameter(corner, [&](const auto& path, const auto& line, const auto&) {
        CHECK(std::string(path.last()) == line.name);
        units += std::string(line.unit) + ' ';
    });
    CHECK(units == "kg degree - degree - kg ");
}

TEST_CASE("describe: a type without parameters calls no visitor", "[core]")
{
    CHECK(names_of(nothing<>{}).empty());
    static_cast<void>(with_parameters(nothing<>{}, [](const auto&...) -> double { throw 1; }));
}

TEST_CASE("describe: each parameter can be replaced", "[core]")
{
    const auto halved = with_parameters(
        corner, [](const auto&, const auto&, const auto& old) { return double{old} / 2; });
    CHECK(values_of(halved) == std::vector<double>{5, 110, 0.25, 90, 0, 1.5});

    const auto hotter =
        with_parameters(corner, [](const parameter_path& path, const auto&, const auto& old) {
            return double{old} + (path == "right.heat");
        });
    CHECK(values_of(hotter) == std::vector<double>{10, 220, 0.5, 181, 0, 3});
}

TEST_CASE("describe: a replaced value is checked, and refused by its full name", "[core]")
{
    CHECK(refusal_text([] {
              return with_parameters(corner,
                                     [](const parameter_path& path, const auto&, const auto& old) {
                                         return path == "left.insulation" ? 7.0 : double{old};
                                     });
          }) == "left.insulation must be from 0 to 1, but is 7");
}

TEST_CASE("describe: a rule over several members is checked again", "[core]")
{
    CHECK(refused_by([] { return with(corner, {{"left.insulation", 0.0}, {"left.heat", 299}}); }) ==
          "nothing was refused");
    CHECK(refused_by([] { return with(corner, {{"left.insulation", 0.0}, {"left.heat", 300}}); }) ==
          "heat * (1 - insulation) must be less than 300");
}

TEST_CASE("describe: parameters are set by name", "[core]")
{
    const auto other = with(corner, {{"left.heat", 250}, {"sugar", 8}});
    CHECK(values_of(other) == std::vector<double>{10, 250, 0.5, 180, 0, 8});
    CHECK(values_of(with(corner, {})) == values_of(corner));
}

TEST_CASE("describe: of two settings with one name the last wins", "[core]")
{
    CHECK(with(corner, {{"sugar", 8}, {"sugar", 9}}).sugar == 9);
}

TEST_CASE("describe: a bad value set by name is refused by that name", "[core]")
{
    const auto error = refusal([] { return with(corner, {{"right.heat", -4}}); });
    REQUIRE(error);
    CHECK(std::string(error->what()) == "right.heat must be greater than 0, but is -4");
    CHECK(std::string(error->parameter()) == "right.heat");
}

TEST_CASE("describe: an unknown name is refused", "[core]")
{
    const auto unknown = [](const char* name) {
        return refused_by([name] { return with(corner, {{name, 1.0}}); });
    };
    CHECK(unknown("salt") == "is not the name of a parameter");
    CHECK(unknown("heat") ==
          "is not the name of a parameter"); // only left.heat and right.heat exist
    CHECK(unknown("left") == "is not the name of a parameter");
    CHECK(unknown("left.heat.") == "is not the name of a parameter");
    CHECK(unknown("") == "is not the name of a parameter");
    CHECK_THAT(refusal_text([] { return with(corner, {{"salt", 1.0}}); }),
               StartsWith("salt is not"));
}

TEST_CASE("describe: setting by name works in constant expressions", "[core]")
{
    constexpr auto sweeter = with(corner, {{"sugar", 4}});
    STATIC_REQUIRE(sweeter.sugar == 4);
    STATIC_REQUIRE_FALSE(constant<decltype([] { return with(corner, {{"salt", 4}}); })>);
    STATIC_REQUIRE_FALSE(constant<decltype([] { return with(corner, {{"sugar", -4}}); })>);
}

TEMPLATE_TEST_CASE("describe: setting by name works for class numbers", "[core]", tangent, digits50,
                   digits50_expressions)
{
    const oven<TestType> small{.heat = 100, .insulation = 0.25};
    const auto           large = with(small, {{"heat", TestType(200)}});
    CHECK(values_of(large) == std::vector<double>{200, 0.25});
    CHECK(refusal_text([&] { return with(small, {{"heat", TestType(-1)}}); }) ==
          "heat must be greater than 0, but is -1");
}

namespace {

template <real Real = double>
struct cart {
    using real_type = Real;

    positive<Real> load;

    static constexpr auto parameters()
    {
        return description{parameter{"load", "l", "kg", "what it carries", &cart::load}};
    }
};

/// A bakery with or without an oven, and with optional delivery, whose names have no prefix.
template <real Real = double>
struct stall {
    using real_type = Real;

    one_of<nothing<Real>, oven<Real>> heated;
    one_of<cart<Real>, nothing<Real>> carried;
    finite_non_negative<Real>         sugar{0};

    static constexpr auto parameters()
    {
        return description{parameter{"heated", "", "", "what bakes", &stall::heated},
                           parameter{"", "", "", "what delivers", &stall::carried},
                           parameter{"sugar", "s", "kg", "cake it makes", &stall::sugar}};
    }
};

const stall<> warm{.heated = oven<>{.heat = 200}, .carried = cart<>{.load = 30}, .sugar = 2};
const stall<> cold{.heated = nothing<>{}, .carried = nothing<>{}};

} // namespace

TEST_CASE("describe: a choice is described by what it holds", "[core]")
{
    STATIC_REQUIRE(described<one_of<nothing<>, oven<>>>);
    STATIC_REQUIRE_FALSE(statically_described<one_of<nothing<>, oven<>>>);
    STATIC_REQUIRE(fully_described<stall<>>);
    CHECK(names_of(warm) ==
          std::vector<std::string>{"heated.heat", "heated.insulation", "load", "sugar"});
    CHECK(values_of(warm) == std::vector<double>{200, 0, 30, 2});
    CHECK(names_of(cold) == std::vector<std::string>{"sugar"});
    CHECK(wrong_in_description(warm).empty());
    CHECK(wrong_in_description(cold).empty());
}

TEST_CASE("describe: setting values keeps the alternative of a choice", "[core]")
{
    const auto other = with(warm, {{"heated.heat", 250}, {"load", 10}});
    CHECK(other.heated.which() == 1);
    CHECK(values_of(other) == std::vector<double>{250, 0, 10, 2});
    CHECK(refusal_text([] { return with(warm, {{"load", 0}}); }) ==
          "load must be greater than 0, but is 0");
    CHECK(refused_by([] { return with(warm, {{"heated.heat", 400}}); }) ==
          "heat * (1 - insulation) must be less than 300");
    CHECK(refusal_text([] { return with(cold, {{"load", 1}}); }) ==
          "load is not the name of a parameter");
}

TEST_CASE("describe: counts the parameters of a type, for a choice the most", "[core]")
{
    STATIC_REQUIRE(max_parameters<oven<>> == 2);
    STATIC_REQUIRE(max_parameters<nothing<>> == 0);
    STATIC_REQUIRE(max_parameters<stall<>> == 2 + 1 + 1);
}

} // namespace describe_test
