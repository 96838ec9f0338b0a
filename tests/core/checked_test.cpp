#include <orgscale/core/checked.hpp>

#include <limits>
#include <string>
#include <type_traits>

#include <catch.hpp>
#include <constant.hpp>
#include <doubles.hpp>
#include <number_types.hpp>
#include <refusal.hpp>

namespace checked_test {

using namespace orgscale;

namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

struct shop {
    positive<double>     rent;
    fraction<double>     margin{0.5};
    non_negative<double> staff{0};

    [[no_unique_address]] agreed lives{margin * rent < 100, "margin * rent must be less than 100"};
};

struct street {
    shop corner{.rent = 1};
    shop middle;
};

/// A user-defined rule.
struct even {
    static constexpr auto text = "must be even";
    static constexpr bool holds(double x) { return x / 2 == static_cast<int>(x / 2); }
};

std::string here(unsigned line) { return "checked_test.cpp:" + std::to_string(line) + ":"; }

template <class Number>
bool equals(const Number& a, double b)
{
    return every(a <= Number(b)) && every(Number(b) <= a);
}

} // namespace

TEST_CASE("checked: holds the number it was given", "[core]")
{
    const positive<double> rate = 2.5;
    CHECK(rate == 2.5);
    CHECK(double{rate} == 2.5);
    CHECK(rate * 2 + 1 == 6);
    CHECK(std::is_same_v<decltype(rate * 2), double>);
    STATIC_REQUIRE(sizeof(positive<double>) == sizeof(double));
    STATIC_REQUIRE(sizeof(fraction<tangent>) == sizeof(tangent));
    STATIC_REQUIRE(sizeof(shop) == 3 * sizeof(double));
    STATIC_REQUIRE(std::is_trivially_copyable_v<positive<double>>);
}

TEST_CASE("checked: a refusal reports the value, the rule and the line", "[core]")
{
    const auto error = refusal([] { return shop{.rent = -1}; });
    const auto line  = unsigned{__LINE__} - 1;
    REQUIRE(error);
    CHECK(error->where().line() == line);
    CHECK(error->value() == -1);
    CHECK(error->where().column() > 0);
    CHECK(std::string(error->what()) ==
          std::string(error->where().file_name()) + ":" + std::to_string(line) + ":" +
              std::to_string(error->where().column()) + ": must be greater than 0, but is -1");
    CHECK_THAT(std::string(error->what()), ContainsSubstring(here(line)));
}

TEST_CASE("checked: among values on several lines, the line is that of the bad one", "[core]")
{
    const auto error = refusal([] {
        return shop{
            .rent   = 1,
            .margin = 1.5, // here
            .staff  = 2,
        };
    });
    const auto line  = unsigned{__LINE__} - 4;
    REQUIRE(error);
    CHECK(error->where().line() == line);
    CHECK(std::string(error->rule()) == "must be from 0 to 1");
}

TEST_CASE("checked: among values on one line, the column is that of the bad one", "[core]")
{
    // clang-format off
    const auto first  = refusal([] { return shop{.rent = -1, .margin = 0.5, .staff = 1}; });
    const auto second = refusal([] { return shop{.rent = +1, .margin = 5.0, .staff = 1}; });
    const auto third  = refusal([] { return shop{.rent = +1, .margin = 0.5, .staff = -1}; });
    // clang-format on
    REQUIRE((first && second && third));
    CHECK(first->where().column() < second->where().column());
    CHECK(second->where().column() < third->where().column());
}

TEST_CASE("checked: a nested aggregate reports the line of its own value", "[core]")
{
    // clang-format off
    const auto error = refusal([] {
        return street{.corner = {.rent = 1},
                      .middle = {.rent = 0}};
    });
    // clang-format on
    const auto line = unsigned{__LINE__} - 3;
    REQUIRE(error);
    CHECK(error->where().line() == line);
}

TEMPLATE_TEST_CASE("checked: NaN is refused by every rule", "[core]", above_zero, zero_or_above,
                   finite_above_zero, finite_zero_or_above, any_finite, zero_to_one,
                   above_zero_to_one, zero_to_below_one, finite_above_one, finite_one_or_above)
{
    CHECK(refused_by([] { return checked<double, TestType>(nan_value); }) == TestType::text);
    CHECK(refused_by([] { return checked<float, TestType>(float(nan_value)); }) == TestType::text);
    CHECK(refused_by([] { return checked<tangent, TestType>(tangent(nan_value)); }) ==
          TestType::text);
    CHECK(refused_by([] { return checked<digits50, TestType>(digits50(nan_value)); }) ==
          TestType::text);
}

TEST_CASE("checked: infinity is allowed unless the rule says finite", "[core]")
{
    CHECK(positive<double>(infinite) == infinite);
    CHECK(non_negative<double>(infinite) == infinite);
    CHECK_THROWS_AS(finite_positive<double>(infinite), parameter_error);
    CHECK_THROWS_AS(finite_non_negative<double>(infinite), parameter_error);
    CHECK_THROWS_AS(finite_value<double>(infinite), parameter_error);
    CHECK_THROWS_AS(finite_value<double>(-infinite), parameter_error);
    CHECK_THROWS_AS(fraction<double>(infinite), parameter_error);
    CHECK_THROWS_AS(above_one<double>(infinite), parameter_error);
    CHECK_THROWS_AS(at_least_one<double>(infinite), parameter_error);
}

TEST_CASE("checked: each alias has its rule", "[core]")
{
    STATIC_REQUIRE(std::is_same_v<positive<double>::rule_type, above_zero>);
    STATIC_REQUIRE(std::is_same_v<finite_positive<double>::rule_type, finite_above_zero>);
    STATIC_REQUIRE(std::is_same_v<non_negative<double>::rule_type, zero_or_above>);
    STATIC_REQUIRE(std::is_same_v<finite_non_negative<double>::rule_type, finite_zero_or_above>);
    STATIC_REQUIRE(std::is_same_v<finite_value<double>::rule_type, any_finite>);
    STATIC_REQUIRE(std::is_same_v<fraction<double>::rule_type, zero_to_one>);
    STATIC_REQUIRE(std::is_same_v<positive_fraction<double>::rule_type, above_zero_to_one>);
    STATIC_REQUIRE(std::is_same_v<fraction_below_one<double>::rule_type, zero_to_below_one>);
    STATIC_REQUIRE(std::is_same_v<above_one<double>::rule_type, finite_above_one>);
    STATIC_REQUIRE(std::is_same_v<at_least_one<double>::rule_type, finite_one_or_above>);
}

TEST_CASE("checked: a user-defined rule works like the library's", "[core]")
{
    CHECK(checked<double, even>(4) == 4);
    CHECK_THAT(refusal_text([] { return checked<double, even>(3); }),
               EndsWith(": must be even, but is 3"));
}

TEST_CASE("checked: a value given by name is refused by name", "[core]")
{
    CHECK(refusal_text([] { return positive<double>::named(-2, "rent"); }) ==
          "rent must be greater than 0, but is -2");
    CHECK(positive<double>::named(2, "rent") == 2);
}

TEST_CASE("checked: assigning another value checks it too", "[core]")
{
    positive<double> rate = 1;
    CHECK_THROWS_AS(rate = -1.0, parameter_error);
    CHECK(rate == 1);
    rate = 3;
    CHECK(rate == 3);
}

TEST_CASE("checked: good constants are constant expressions and bad ones are not", "[core]")
{
    constexpr shop bakery{.rent = 10, .margin = 0.25};
    STATIC_REQUIRE(bakery.rent * bakery.margin == 2.5);

    STATIC_REQUIRE(constant<decltype([] { return positive<double>(1); })>);
    STATIC_REQUIRE_FALSE(constant<decltype([] { return positive<double>(-1); })>);
    STATIC_REQUIRE_FALSE(constant<decltype([] { return positive<double>(nan_value); })>);
    STATIC_REQUIRE(constant<decltype([] { return shop{.rent = 10}; })>);
    STATIC_REQUIRE_FALSE(constant<decltype([] { return shop{.rent = 10, .margin = 2}; })>);
    STATIC_REQUIRE_FALSE(constant<decltype([] { return shop{.rent = 500, .margin = 1}; })>);
    STATIC_REQUIRE(constant<decltype([] { return positive<double>::named(1, "rent"); })>);
    STATIC_REQUIRE_FALSE(constant<decltype([] { return positive<double>::named(0, "rent"); })>);
}

TEST_CASE("checked: a rule over two members reports the initialiser's place", "[core]")
{
    CHECK_NOTHROW(shop{.rent = 199});
    const auto error = refusal([] { return shop{.rent = 200}; });
    const auto line  = unsigned{__LINE__} - 1;
    REQUIRE(error);
    CHECK(error->where().line() == line);
    CHECK(std::string(error->rule()) == "margin * rent must be less than 100");
    CHECK_FALSE(error->has_value());
    CHECK_THAT(std::string(error->what()),
               ContainsSubstring(here(line)) && EndsWith(": margin * rent must be less than 100"));
}

TEST_CASE("checked: a rule over two members reports the place in a nested initialiser", "[core]")
{
    // clang-format off
    const auto error = refusal([] {
        return street{.corner = {.rent = 1},
                      .middle = {.rent = 200}};
    });
    // clang-format on
    const auto line = unsigned{__LINE__} - 3;
    REQUIRE(error);
    CHECK(error->where().line() == line);
}

TEST_CASE("checked: a rule over two members does not hold for NaN", "[core]")
{
    CHECK_THROWS_AS((agreed{nan_value < 1, "must be less"}), parameter_error);
    CHECK_NOTHROW(agreed{0.5 < 1, "must be less"});
}

TEMPLATE_LIST_TEST_CASE("checked: calculates with its number, literals and other checked numbers",
                        "[core]", class_number_types)
{
    using number = TestType;
    const positive<number> three{3};
    const fraction<number> half{0.5};
    const positive<number> two = 2;
    const number           four(4);
    const auto             temporary = [] { return number(4); };

    CHECK(equals<number>(-three, -3));

    CHECK(equals<number>(three + half, 3.5));
    CHECK(equals<number>(three - half, 2.5));
    CHECK(equals<number>(three * half, 1.5));
    CHECK(equals<number>(three / half, 6));
    CHECK(equals<number>(half / two, 0.25));
    CHECK(equals<number>(three - two, 1));
    CHECK(equals<number>(three * two, 6));
    CHECK(equals<number>(three + two, 5));

    CHECK(equals<number>(three + four, 7));
    CHECK(equals<number>(three - four, -1));
    CHECK(equals<number>(three * four, 12));
    CHECK(equals<number>(three / four, 0.75));
    CHECK(equals<number>(four + three, 7));
    CHECK(equals<number>(four - three, 1));
    CHECK(equals<number>(four * three, 12));
    CHECK(equals<number>(four / two, 2));

    CHECK(equals<number>(three + temporary(), 7));
    CHECK(equals<number>(three - temporary(), -1));
    CHECK(equals<number>(three * temporary(), 12));
    CHECK(equals<number>(three / temporary(), 0.75));
    CHECK(equals<number>(temporary() + three, 7));
    CHECK(equals<number>(temporary() - three, 1));
    CHECK(equals<number>(temporary() * three, 12));
    CHECK(equals<number>(temporary() / two, 2));

    CHECK(equals<number>(three + 1, 4));
    CHECK(equals<number>(three - 1, 2));
    CHECK(equals<number>(three * 2, 6));
    CHECK(equals<number>(three / 2, 1.5));
    CHECK(equals<number>(1 + three, 4));
    CHECK(equals<number>(1 - three, -2));
    CHECK(equals<number>(2 * three, 6));
    CHECK(equals<number>(3 / two, 1.5));

    // If sums are expression templates, one meets a checked number as the number it converts to.
    CHECK(equals<number>(number(four + four) * three, 24));
    CHECK(equals<number>(three - number(four + four), -5));
    CHECK(equals<number>((four - 1) * (three - 1) / three, 2));
}

TEMPLATE_LIST_TEST_CASE("checked: gives the plain number when it calculates", "[core]",
                        class_number_types)
{
    using number = TestType;
    const positive<number> three{3};
    const fraction<number> half{0.5};
    STATIC_REQUIRE(std::is_same_v<decltype(-three), number>);
    STATIC_REQUIRE(std::is_same_v<decltype(three * half), number>);
    STATIC_REQUIRE(std::is_same_v<decltype(three * three), number>);
    STATIC_REQUIRE(std::is_same_v<decltype(three + number(1)), number>);
    STATIC_REQUIRE(std::is_same_v<decltype(number(1) - three), number>);
    STATIC_REQUIRE(std::is_same_v<decltype(2 * three), number>);
}

TEMPLATE_LIST_TEST_CASE("checked: compares with its number, literals and other checked numbers",
                        "[core]", class_number_types)
{
    using number = TestType;
    const positive<number> three{3};
    const fraction<number> half{0.5};
    const number           four(4);

    CHECK(every(half < three));
    CHECK_FALSE(every(three < half));
    CHECK(every(three > half));
    CHECK_FALSE(every(half > three));
    CHECK(every(half <= three));
    CHECK_FALSE(every(three <= half));
    CHECK(every(three >= half));
    CHECK_FALSE(every(half >= three));
    CHECK(every(three <= three));
    CHECK(every(three >= three));
    CHECK_FALSE(every(three < three));
    CHECK_FALSE(every(three > three));

    CHECK(every(three < four));
    CHECK_FALSE(every(three > four));
    CHECK(every(three <= four));
    CHECK_FALSE(every(three >= four));
    CHECK_FALSE(every(four < three));
    CHECK(every(four > three));
    CHECK_FALSE(every(four <= three));
    CHECK(every(four >= three));
    CHECK(every(three <= number(3)));
    CHECK(every(three >= number(3)));
    CHECK_FALSE(every(three < number(3)));
    CHECK_FALSE(every(number(3) > three));

    CHECK(every(three > 2));
    CHECK(every(2 < three));
    CHECK_FALSE(every(three < 2));
    CHECK(every(three >= 3));
    CHECK(every(3 <= three));
    CHECK(every(half < 0.75));

    CHECK(every(three < four + four));
    CHECK(every(four + four > three));
    CHECK_FALSE(every(three > four + four));
}

TEMPLATE_LIST_TEST_CASE("checked: refuses in every number type", "[core]", number_types)
{
    const auto of = [](double x) {
        return [x] { return fraction<TestType>(static_cast<TestType>(x)); };
    };
    CHECK(refused_by(of(0)) == "nothing was refused");
    CHECK(refused_by(of(1)) == "nothing was refused");
    CHECK(refused_by(of(1.5)) == "must be from 0 to 1");
    CHECK(refused_by(of(-0.5)) == "must be from 0 to 1");
    CHECK(refused_by(of(nan_value)) == "must be from 0 to 1");
    CHECK_THAT(refusal_text(of(1.5)), EndsWith("but is 1.5"));
}

#ifdef ORGSCALE_TESTS_HAVE_LANES

TEST_CASE("checked: the lane that breaks the rule is reported", "[core]")
{
    const four_lanes mixed([](auto lane) { return 0.5 + static_cast<double>(lane == 2); });
    CHECK_THAT(refusal_text([&] { return fraction<four_lanes>(mixed); }), EndsWith("but is 1.5"));
    CHECK_NOTHROW(positive<four_lanes>(mixed));
}

TEST_CASE("checked: a rule over two members must hold in every lane", "[core]")
{
    const four_lanes mixed([](auto lane) { return static_cast<double>(lane); });
    CHECK_NOTHROW(agreed{mixed < 4, "must be below 4"});
    CHECK_THROWS_AS((agreed{mixed < 3, "must be below 3"}), parameter_error);
}

#endif

} // namespace checked_test
