#include <orgscale/solve/detail/collocation.hpp>

#include <array>
#include <cmath>
#include <cstddef>

#include <catch.hpp>
#include <oscillator.hpp>

#include <orgscale/solve/detail/jacobian.hpp>
#include <orgscale/solve/detail/piece.hpp>

namespace collocation_test {

using namespace orgscale;
using namespace orgscale::detail;

namespace {

/// One step of a model from a state at time 0.
template <class Model>
struct one_step {
    using real_type = typename Model::real_type;
    using numbers   = numbers_of<Model>;

    collocation<Model> made;
    stages_of<Model>   k{};
    numbers            x;
    real_type          width;
    bool               solved;

    one_step(const Model& model, const numbers& start, const real_type& h, double tolerance)
        : x{start}, width{h}
    {
        k[0] = rates(model, real_type(0), x);
        jacobian<Model> slopes;
        for (auto& z : made.inner) z.fill(real_type(0));
        solved = made.solve(slopes(model, real_type(0), x, 1), h, x, 0.01, 0, k,
                            error_norm{tolerance, tolerance},
                            [&](std::size_t i, const numbers& at) {
                                return rates(model, real_type(radau_13::c[i]) * h, at);
                            });
    }

    [[nodiscard]] piece<Model> through(const Model& model) const
    {
        return piece<Model>::through(radau_13{}, model, error_norm{1e-9, 1e-9}, real_type(0), width,
                                     x, k, nullptr);
    }
};

struct relaxation {
    using real_type = double;
    double               speed, level;
    [[nodiscard]] double rate(double x) const { return -speed * (x - level); }
};

double end_error(long double width)
{
    const one_step<oscillator<long double>> step{
        {}, {std::cos(0.3L), -std::sin(0.3L)}, width, 1e-17};
    REQUIRE(step.solved);
    return static_cast<double>(std::abs(step.made.next[0] - std::cos(0.3L + width)));
}

double dense_error(long double width)
{
    const one_step<oscillator<long double>> step{
        {}, {std::cos(0.3L), -std::sin(0.3L)}, width, 1e-17};
    const auto  at    = step.through({});
    long double worst = 0;
    for (int i = 1; i < 40; ++i) {
        const long double t = width * i / 40;
        worst               = std::max(worst, std::abs(at(t)[0] - std::cos(0.3L + t)));
    }
    return static_cast<double>(worst);
}

} // namespace

TEST_CASE("collocation: halving a step divides its errors by 2 to the 14th, inside by 2 to the 8th",
          "[solve]")
{
    const long double width = GENERATE(4.0L, 3.0L);
    CHECK_THAT(std::log2(end_error(width) / end_error(width / 2)), WithinAbs(14, 0.8));
    CHECK_THAT(std::log2(dense_error(width) / dense_error(width / 2)), WithinAbs(8, 0.6));
}

TEST_CASE("collocation: the estimate is about twice the largest error of the dense solution",
          "[solve]")
{
    const long double                       width = GENERATE(2.0L, 1.0L);
    const one_step<oscillator<long double>> step{
        {}, {std::cos(0.3L), -std::sin(0.3L)}, width, 1e-17};
    double estimate = 0;
    for (const auto& number : step.made.estimate)
        estimate = std::max(estimate, static_cast<double>(std::abs(number)));
    const double ratio = estimate / dense_error(width);
    CHECK(ratio > 1);
    CHECK(ratio < 4);
}

TEST_CASE("collocation: one huge step of a stiff relaxation lands where it leads", "[solve]")
{
    const double               speed = GENERATE(1e3, 1e6, 1e9);
    const one_step<relaxation> step{{speed, 5}, {100}, 1000, 1e-9};
    REQUIRE(step.solved);
    // 95 R(z) with R(z) = 7/z far out.
    CHECK_THAT(step.made.next[0], WithinAbs(5, 95 * 7 / (speed * 1000) * 1.01 + 1e-8));
    CHECK(std::abs(step.made.estimate[0]) > 10); // an honest one: the way there isn't known
}

TEST_CASE("collocation: derivatives by a start and a parameter are those of the step", "[solve]")
{
    // x' = -s (x^2 - a^2) has x = a (x0 + a tanh(a s t)) / (a + x0 tanh(a s t)).
    struct square {
        using real_type = dual<double, 2>;
        real_type               level;
        [[nodiscard]] real_type rate(const real_type& x) const
        {
            return -20 * (x * x - level * level);
        }
    };
    using number = dual<double, 2>;
    const one_step<square> step{
        {number::variable(2, 1)}, {number::variable(2.3, 0)}, number(0.02), 1e-12};
    REQUIRE(step.solved);
    const number x0 = number::variable(2.3, 0), a = number::variable(2, 1);
    const number t     = tanh(a * 20 * 0.02);
    const number exact = a * (x0 + a * t) / (a + x0 * t);
    CHECK_THAT(step.made.next[0].value(), WithinRel(exact.value(), 1e-11));
    CHECK_THAT(step.made.next[0].slope(0), WithinRel(exact.slope(0), 1e-10));
    CHECK_THAT(step.made.next[0].slope(1), WithinRel(exact.slope(1), 1e-10));
}

TEST_CASE("collocation: says that an iteration doesn't converge", "[solve]")
{
    struct blows_up {
        using real_type = double;
        [[nodiscard]] double rate(double x) const { return x * x; }
    };
    const one_step<blows_up> step{{}, {1}, 5, 1e-9}; // infinite at t = 1
    CHECK_FALSE(step.solved);
}

} // namespace collocation_test
