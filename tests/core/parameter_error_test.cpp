#include <orgscale/core/parameter_error.hpp>

#include <cmath>
#include <exception>
#include <limits>
#include <new>
#include <source_location>
#include <string>
#include <type_traits>

#include <catch.hpp>

namespace parameter_error_test {

using namespace orgscale;

namespace {

std::string place(const std::source_location& where)
{
    return std::string(where.file_name()) + ":" + std::to_string(where.line()) + ":" +
           std::to_string(where.column()) + ":";
}

std::string told(double value) { return parameter_error{"must be even", value, "x"}.what(); }

} // namespace

TEST_CASE("parameter_error: reports place, rule and value", "[core]")
{
    const auto            where = std::source_location::current();
    const parameter_error error{"must be greater than 0", -1, where};
    CHECK(std::string(error.what()) == place(where) + " must be greater than 0, but is -1");
    CHECK(std::string(error.rule()) == "must be greater than 0");
    CHECK(error.has_value());
    CHECK(error.value() == -1);
    CHECK(std::string(error.parameter()).empty());
    CHECK(error.where().line() == where.line());
    CHECK(error.where().column() == where.column());
}

TEST_CASE("parameter_error: a rule over several members reports place and rule", "[core]")
{
    const auto            where = std::source_location::current();
    const parameter_error error{"a * b must be less than 1", where};
    CHECK(std::string(error.what()) == place(where) + " a * b must be less than 1");
    CHECK_FALSE(error.has_value());
    CHECK(error.value() == 0);
}

TEST_CASE("parameter_error: a value given by name reports the name instead of a place", "[core]")
{
    const parameter_error error{"must be from 0 to 1", 1.5, "governance.autonomy"};
    CHECK(std::string(error.what()) == "governance.autonomy must be from 0 to 1, but is 1.5");
    CHECK(std::string(error.parameter()) == "governance.autonomy");
}

TEST_CASE("parameter_error: reports place and name if both are known", "[core]")
{
    const auto            where = std::source_location::current();
    const parameter_error error{"must be even", 3, named_place{"start.people", where}};
    CHECK(std::string(error.what()) == place(where) + " start.people must be even, but is 3");
    CHECK(std::string(error.parameter()) == "start.people");
    CHECK(error.where().line() == where.line());
    CHECK(std::string(parameter_error{"must be even", named_place{"x", where}}.what()) ==
          place(where) + " x must be even");
}

TEST_CASE("parameter_error: the value is the shortest text that reads back exactly", "[core]")
{
    CHECK(told(0.1) == "x must be even, but is 0.1");
    CHECK(told(-2.5) == "x must be even, but is -2.5");
    CHECK(told(1234567) == "x must be even, but is 1234567");
    CHECK(told(1.0 / 3) == "x must be even, but is 0.3333333333333333");
    CHECK(told(0.1 + 0.2) == "x must be even, but is 0.30000000000000004");
    CHECK(told(1e300) == "x must be even, but is 1e+300");
    CHECK(told(std::numeric_limits<double>::infinity()) == "x must be even, but is inf");
    CHECK_THAT(told(std::numeric_limits<double>::quiet_NaN()), EndsWith("nan"));
}

TEST_CASE("parameter_error: is an exception that can be copied without failing", "[core]")
{
    STATIC_REQUIRE(std::is_base_of_v<std::exception, parameter_error>);
    STATIC_REQUIRE(std::is_nothrow_copy_constructible_v<parameter_error>);

    const parameter_error first{"must be even", 3, "x"};
    const auto            copy = first;
    CHECK(std::string(copy.what()) == first.what());
    CHECK(copy.what() != first.what()); // a text of its own, which outlives the first
}

TEST_CASE("parameter_error: copies its name", "[core]")
{
    std::string           name = "sales_rate";
    const parameter_error error{"must be even", 3, name.c_str()};
    name = "overwritten";
    CHECK(std::string(error.parameter()) == "sales_rate");
}

TEST_CASE("parameter_error: a name that is too long is truncated", "[core]")
{
    const std::string     name(500, 'n');
    const parameter_error error{"must be even", 3, name.c_str()};
    CHECK_THAT(std::string(error.what()), StartsWith("nnn") && EndsWith(" must be even, but is 3"));
}

TEST_CASE("parameter_error: a long rule is whole, one beyond its room ends in dots", "[core]")
{
    const auto        where = std::source_location::current();
    const std::string longest(1023, 'r');
    const auto        text = [&](const std::string& rule, double value) {
        return std::string(parameter_error{rule.c_str(), value, named_place{"x", where}}.what());
    };
    CHECK(text(longest, 0.1) == place(where) + " x " + longest + ", but is 0.1");
    CHECK(text(longest + "r", 0.1) ==
          place(where) + " x " + std::string(1020, 'r') + "..., but is 0.1");
}

TEST_CASE("parameter_error: refuse throws the error", "[core]")
{
    CHECK_THROWS_AS(refuse(parameter_error{"must be even", 3, "x"}), parameter_error);
    CHECK_THROWS_WITH(refuse(parameter_error{"must be even", 3, "x"}), "x must be even, but is 3");
}

TEST_CASE("accepted: is true for work that finishes, false for work that is refused", "[core]")
{
    int        done       = 0;
    const auto refuse_odd = [&](int x) {
        return accepted([&] {
            if (x % 2 != 0) refuse(parameter_error{"must be even", static_cast<double>(x), "x"});
            ++done;
        });
    };
    CHECK(refuse_odd(2));
    CHECK_FALSE(refuse_odd(3));
    CHECK(done == 1);
    CHECK_THROWS_AS(accepted([] { throw std::bad_alloc{}; }), std::bad_alloc); // not a parameter's
}

// The last test of the file, since it renames the file, to 420 letters, more than the message can hold. The
// end of a path identifies the file.
// clang-format off
TEST_CASE("parameter_error: a path too long for the message keeps its end", "[core]")
{
#line 12345 "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb/cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc/last.cpp"
    const auto where = std::source_location::current();
    const parameter_error error{"must be even", 3, where};
    CHECK_THAT(std::string(error.what()), ContainsSubstring("ccc/last.cpp:12345:") && EndsWith(" must be even, but is 3"));
}

} // namespace parameter_error_test
