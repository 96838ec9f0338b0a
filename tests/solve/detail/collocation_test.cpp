#include <orgscale/solve/detail/collocation.hpp>

#include <algorithm>
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

/// The distance of two numbers of the oscillator from its solution.
double distance(const numbers_of<oscillator<long double>>& x, long double time)
{
    return static_cast<double>(std::hypot(x[0] - std::cos(time), x[1] + std::sin(time)));
}

struct errors {
    double end = 0, inside = 0, estimate = 0;
};

errors errors_of(long double width)
{
    const one_step<oscillator<long double>> step{
        {}, {std::cos(0.3L), -std::sin(0.3L)}, width, 1e-17};
    REQUIRE(step.solved);
    const auto at    = step.through({});
    errors     found = {
            .end = distance(step.made.next, 0.3L + width),
            .estimate = static_cast<double>(std::hypot(step.made.estimate[0], step.made.estimate[1]))};
    for (int i = 1; i < 40; ++i) {
        const long double t = width * i / 40;
        found.inside        = std::max(found.inside, distance(at(t), 0.3L + t));
    }
    return found;
}

} // namespace

TEST_CASE("collocation: halving a step divides its errors by 2 to the 14th, inside by 2 to the 8th",
          "[solve]")
{
    const long double width = GENERATE(2.0L, 1.6L);
    const errors      whole = errors_of(width), half = errors_of(width / 2);
    CHECK_THAT(std::log2(whole.end / half.end), WithinAbs(14, 0.5));
    CHECK_THAT(std::log2(whole.inside / half.inside), WithinAbs(8, 0.3));
    CHECK_THAT(std::log2(whole.estimate / half.estimate), WithinAbs(8, 0.3));
}

TEST_CASE("collocation: the estimate is about twice the largest error of the dense solution",
          "[solve]")
{
    const errors found = errors_of(GENERATE(1.0L, 0.5L));
    CHECK_THAT(found.estimate / found.inside, WithinRel(1.7, 0.2));
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
    CHECK_THAT(step.made.next[0].slope(0), WithinAbs(exact.slope(0), 1e-9));
    CHECK_THAT(step.made.next[0].slope(1), WithinAbs(exact.slope(1), 1e-9));
}

TEST_CASE("collocation: linear equations are right at once, of quantities that depend on none, too",
          "[solve]")
{
    // z' = 2, x' = -s (x - 3 z), y' = 0 and w' = z - w, in an order that mixes them. From x0, z0 = 0:
    // x = 6 (t - (1 - e^-st)/s) + x0 e^-st and w = 2 (t - 1 + e^-t) + w0 e^-t.
    struct mixed {
        using real_type = double;
        struct state_type {
            double y, x, z, w;
        };
        double                   speed;
        [[nodiscard]] state_type derivative(double, const state_type& at) const
        {
            return {0, -speed * (at.x - 3 * at.z), 2, at.z - at.w};
        }
    };
    const double          s = GENERATE(3.0, 2e4);
    const one_step<mixed> step{{s}, {8, 1, 0, 5}, 0.5, 1e-10};
    REQUIRE(step.solved);
    CHECK(step.made.rounds == 2); // linear: right at once, as the second finds
    CHECK(step.made.next[0] == 8);
    CHECK_THAT(step.made.next[2], WithinRel(1, 1e-12));
    CHECK_THAT(step.made.next[3],
               WithinRel(2 * (0.5 - 1 + std::exp(-0.5)) + 5 * std::exp(-0.5), 1e-9));
    // What the start adds has died away, or is known to the method's error.
    CHECK_THAT(step.made.next[1],
               WithinRel(6 * (0.5 + std::expm1(-0.5 * s) / s) + std::exp(-0.5 * s),
                         s > 100 ? 7 / (0.5 * s) : 1e-9));
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
