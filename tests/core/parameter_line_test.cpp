#include <orgscale/core/parameter_line.hpp>

#include <string>

#include <catch.hpp>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/unset.hpp>

namespace parameter_line_test {

using namespace orgscale;

namespace {

template <real Real = double>
struct oven {
    using real_type = Real;

    positive<Real> heat;
    Real           colour{7};

    static constexpr auto parameters()
    {
        return description{parameter{"heat", "h", "degree", "how hot it gets", &oven::heat},
                           parameter{"colour", "", "-", "of its door", &oven::colour}};
    }
};

template <real Real = double>
struct kitchen {
    using real_type = Real;

    oven<Real>     left;
    fraction<Real> light{Real(0.5)};

    static constexpr auto parameters()
    {
        return description{parameter{"left", "", "", "the left oven", &kitchen::left},
                           parameter{"light", "l", "-", "how bright it is", &kitchen::light}};
    }
};

} // namespace

TEST_CASE("parameters_of: each parameter of an object with its description and value", "[core]")
{
    const auto lines = parameters_of(kitchen<>{.left = {.heat = 220}});
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].name == "left.heat");
    CHECK(std::string{lines[0].symbol} == "h");
    CHECK(std::string{lines[0].unit} == "degree");
    CHECK(std::string{lines[0].meaning} == "how hot it gets");
    CHECK(std::string{lines[0].rule} == "must be greater than 0");
    CHECK(lines[0].value == 220);
    CHECK(lines[1].name == "left.colour");
    CHECK(std::string{lines[1].rule}.empty());
    CHECK(lines[1].value == 7);
    CHECK(lines[2].name == "light");
    CHECK(lines[2].value == 0.5);
    for (const auto& line : lines) CHECK_FALSE(line.required());
}

TEST_CASE("parameters_of: of a kind the values are the defaults", "[core]")
{
    const auto lines = parameters_of(kitchen<unset>{});
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].required());
    CHECK_FALSE(lines[0].value.has_value());
    CHECK_FALSE(lines[1].required());
    CHECK(lines[1].value == 7);
    CHECK(lines[2].value == 0.5);
}

} // namespace parameter_line_test
