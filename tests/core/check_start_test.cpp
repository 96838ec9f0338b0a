#include <orgscale/core/check_start.hpp>

#include <limits>
#include <source_location>
#include <string>

#include <catch.hpp>
#include <refusal.hpp>
#include <tangent.hpp>

#include <orgscale/core/lanes.hpp>

namespace check_start_test {

using namespace orgscale;

namespace {

constexpr double none    = std::numeric_limits<double>::quiet_NaN();
constexpr double endless = infinity<double>();

template <class Real>
struct funded {
    Real people, customers, cash;
};

struct spring {
    double position, speed;
};

template <class State>
std::string text_of(const State& start)
{
    return refusal_text([&] { return check_start(start), 0; });
}

} // namespace

TEST_CASE("check_start: people and customers are 0 or more, and finite", "[core]")
{
    for (const double bad : {-1e-300, -5.0, none, endless, -endless}) {
        CHECK(refused_by([&] { return check_start(funded<double>{bad, 1, 1}), 0; }) ==
              "must be 0 or greater, and finite");
        CHECK(refusal([&] { return check_start(funded<double>{1, bad, 1}), 0; })->parameter() ==
              std::string{"start.customers"});
    }
    CHECK(text_of(funded<double>{0, 0, -1000}) == "nothing was refused");
    CHECK(text_of(funded<double>{-5, 1, 1}) ==
          "start.people must be 0 or greater, and finite, but is -5");
}

TEST_CASE("check_start: another number of an organisation may be negative, not infinite", "[core]")
{
    for (const double bad : {none, endless, -endless})
        CHECK(refused_by([&] { return check_start(funded<double>{1, 1, bad}), 0; }) ==
              "must be finite");
}

TEST_CASE("check_start: a state without people or customers may be anything", "[core]")
{
    CHECK(text_of(spring{-1, none}) == "nothing was refused");
    CHECK(text_of(-3.0) == "nothing was refused");
}

TEST_CASE("check_start: reports the name and the place", "[core]")
{
    const auto where = std::source_location::current();
    const auto error = refusal([&] { return check_start(funded<double>{1, -2, 0}, where), 0; });
    REQUIRE(error);
    CHECK(std::string{error->what()} ==
          std::string{where.file_name()} + ":" + std::to_string(where.line()) + ":" +
              std::to_string(where.column()) +
              ": start.customers must be 0 or greater, and finite, but is -2");
}

TEST_CASE("check_start: takes numbers with derivatives, and refuses one bad lane of many", "[core]")
{
    using wide = lanes<4>;
    CHECK(text_of(funded<tangent>{tangent(2), tangent(3), tangent(-1)}) == "nothing was refused");
    CHECK_FALSE(text_of(funded<tangent>{tangent(2), tangent(-3), tangent(1)}) ==
                "nothing was refused");
    const wide some(std::array{1.0, 2.0, 3.0, 0.0}), bad(std::array{1.0, -2.0, 3.0, 4.0});
    CHECK(text_of(funded<wide>{some, some, some}) == "nothing was refused");
    CHECK_FALSE(text_of(funded<wide>{some, bad, some}) == "nothing was refused");
}

TEST_CASE("check_start: a good start is checked in a constant expression, too", "[core]")
{
    STATIC_REQUIRE((check_start(funded<double>{1, 2, 3}), true));
}

} // namespace check_start_test
