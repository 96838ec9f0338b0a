#include <orgscale/core/missing_parameters.hpp>

#include <string>

#include <catch.hpp>

namespace missing_parameters_test {

using namespace orgscale;

namespace {

const parameter_line heat{"left.heat", "h", "degree", "how hot it gets", "must be greater than 0",
                          {}};
const parameter_line colour{"colour", "", "-", "of its door", "", {}};

} // namespace

TEST_CASE("missing_parameters: lists all of them, with meaning, unit and rule", "[core]")
{
    const missing_parameters both{{heat, colour}};
    CHECK(std::string{both.what()} ==
          "2 parameters are missing:\n"
          "  left.heat (h) [degree]: how hot it gets; must be greater than 0\n"
          "  colour [-]: of its door");
    CHECK(both.lines().size() == 2);
    const missing_parameters one{{colour}};
    CHECK(std::string{one.what()} == "1 parameter is missing:\n  colour [-]: of its door");
}

TEST_CASE("missing_parameters: it is caught as any parameter_error, by the first name", "[core]")
{
    const auto raise = [] { refuse(missing_parameters{{heat, colour}}); };
    try {
        raise();
        FAIL("nothing was thrown");
    } catch (const parameter_error& error) {
        CHECK(std::string{error.parameter()} == "left.heat");
        CHECK(std::string{error.rule()} == "is missing");
        CHECK_THAT(error.what(), StartsWith("2 parameters are missing"));
    }
    CHECK_THROWS_AS(raise(), missing_parameters);
}

} // namespace missing_parameters_test
