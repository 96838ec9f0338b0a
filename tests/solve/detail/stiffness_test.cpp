#include <orgscale/solve/detail/stiffness.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include <catch.hpp>

namespace stiffness_test {

using namespace orgscale::detail;

namespace {

struct decay {
    using real_type = double;
    double               speed;
    [[nodiscard]] double rate(double x) const { return -speed * x; }
};

template <class Method>
double estimate(double speed, double width)
{
    stages_of<decay>  k{};
    numbers_of<decay> x{3};
    k[0] = rates(decay{speed}, 0, x);
    evaluate<Method, 1, Method::stages>(decay{speed}, 0.0, width, x, k);
    return width_times_eigenvalue<Method>(k, x, error_norm{1e-9, 1e-9});
}

/// The state after a step of x' = -x of some width.
template <class Method>
double after(double width)
{
    stages_of<decay>  k{};
    numbers_of<decay> x{1};
    k[0] = rates(decay{1}, 0, x);
    evaluate<Method, 1, Method::stages>(decay{1}, 0.0, width, x, k);
    constexpr std::size_t last = Method::reuses_last ? Method::stages - 1 : Method::stages;
    return moved(x, width, weighted<row_of<Method, last>>(k))[0];
}

} // namespace

TEST_CASE("stiffness: twin stages know the eigenvalue of linear equations", "[solve]")
{
    const double speed = GENERATE(1e-3, 1.0, 4e4);
    CHECK_THAT(estimate<verner_7>(speed, 0.7 / speed), WithinRel(0.7, 1e-8));
    CHECK_THAT(estimate<tsitouras_5>(speed, 2 / speed), WithinRel(2, 1e-8));
}

TEST_CASE("stiffness: the methods are stable up to the given width", "[solve]")
{
    CHECK(std::abs(after<verner_7>(0.99 * verner_7::stable)) < 1);
    CHECK(std::abs(after<verner_7>(1.01 * verner_7::stable)) > 1);
    CHECK(std::abs(after<tsitouras_5>(0.99 * tsitouras_5::stable)) < 1);
    CHECK(std::abs(after<tsitouras_5>(1.01 * tsitouras_5::stable)) > 1);
}

TEST_CASE("stiffness: begins after ten bounded steps in a row, hardly interrupted", "[solve]")
{
    stiffness watch;
    for (int i = 0; i < 9; ++i) CHECK_FALSE(watch.begins(true, 0.5));
    for (int i = 0; i < 3; ++i) CHECK_FALSE(watch.begins(false, 0.5)); // three are passed over
    CHECK(watch.begins(true, 0.5));

    stiffness other;
    for (int i = 0; i < 9; ++i) CHECK_FALSE(other.begins(true, 0.5));
    for (int i = 0; i < 4; ++i)
        CHECK_FALSE(other.begins(false, 0.5)); // the fourth clears the count
    for (int i = 0; i < 9; ++i) CHECK_FALSE(other.begins(true, 0.5));
    CHECK(other.begins(true, 0.5));
}

TEST_CASE("stiffness: ends after ten steps that don't pay, and waits longer if none did", "[solve]")
{
    const auto patience = [](stiffness& watch) {
        std::int64_t steps = 0;
        while (!watch.looks()) ++steps;
        return steps;
    };
    const bool paid = GENERATE(false, true);
    stiffness  watch;
    const auto at_first = patience(watch);
    watch.change(true);
    for (int i = 0; i < 5; ++i) CHECK_FALSE(watch.ends(9));
    CHECK_FALSE(watch.ends(paid ? 1000 : 11));
    for (int i = 0; i < 9; ++i) CHECK_FALSE(watch.ends(9));
    CHECK(watch.ends(9));
    watch.change(false);
    CHECK(patience(watch) == (paid ? at_first : 4 * at_first));
}

TEST_CASE("stiffness: begins after smooth steps at once, unless a change has never paid", "[solve]")
{
    stiffness watch;
    CHECK_FALSE(watch.begins_smoothly(0.2)); // an eigenvalue that bounds no step
    CHECK(watch.begins_smoothly(0.5));
    watch.change(true);
    const bool pays = GENERATE(false, true);
    // Four and a half explicit steps of 0.5 are 2.25; ten steps below don't pay.
    CHECK_FALSE(watch.ends(pays ? 12 : 2.5));
    for (int i = 0; i < 9; ++i) CHECK_FALSE(watch.ends(2.2));
    CHECK(watch.ends(2.2));
    watch.change(false);
    CHECK(watch.begins_smoothly(0.5) == pays);
    int steps = 0;
    for (; !watch.begins_smoothly(0.5); ++steps) static_cast<void>(watch.looks());
    CHECK(steps == (pays ? 0 : 201)); // 4 times the patience of 50, and one
}

TEST_CASE("stiffness: a short run isn't worth a change for a smooth stretch", "[solve]")
{
    CHECK_FALSE(
        stiffness::is_long(110));   // a cheap firm at 1e-9, which would take half as long again
    CHECK(stiffness::is_long(300)); // an organisation paid in money over three years
}

TEST_CASE("stiffness: an implicit step need not be longer than ten times the fastest time constant",
          "[solve]")
{
    stiffness watch;
    CHECK(watch.begins_smoothly(4)); // 4.5 of these steps are 18
    watch.change(true);
    for (int i = 0; i < 20; ++i) CHECK_FALSE(watch.ends(10.1));
    for (int i = 0; i < 9; ++i) CHECK_FALSE(watch.ends(9.9));
    CHECK(watch.ends(9.9));
}

} // namespace stiffness_test
