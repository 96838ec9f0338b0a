#include <orgscale/solve/detail/piece.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include <catch.hpp>
#include <oscillator.hpp>

namespace piece_test {

using namespace orgscale::detail;

namespace {

/// The oscillator, its rates multiplied by a factor.
struct scaled_oscillator {
    using real_type  = double;
    using state_type = oscillator<>::state_type;

    double factor = 1;

    [[nodiscard]] state_type derivative(double t, const state_type& x) const
    {
        const auto rates = oscillator<>{}.derivative(t, x);
        return {factor * rates.p, factor * rates.q};
    }
};

using numbers = numbers_of<scaled_oscillator>;

/// The interpolant of one step from the true state, its further stages evaluated with a wrong factor.
struct step_of_oscillator {
    double                       begin, width;
    numbers                      x, after;
    stages_of<scaled_oscillator> k{};

    step_of_oscillator(double from, double by)
        : begin{from}, width{by}, x{std::cos(from), -std::sin(from)}
    {
        k[0] = rates(scaled_oscillator{}, begin, x);
        evaluate<verner_7, 1, verner_7::stages>(scaled_oscillator{}, begin, width, x, k);
        after = moved(x, width, weighted<row_of<verner_7, verner_7::stages>>(k));
    }

    [[nodiscard]] piece<scaled_oscillator> through(double factor) const
    {
        const numbers last = rates(scaled_oscillator{}, begin + width, after);
        return piece<scaled_oscillator>::through(verner_7{}, scaled_oscillator{factor},
                                                 {1e-9, 1e-9}, begin, width, x, k, &last);
    }
};

double worst_error(double begin, double width, double factor)
{
    const auto at    = step_of_oscillator{begin, width}.through(factor);
    double     worst = 0;
    for (int i = 1; i < 20; ++i) {
        const double t = begin + width * i / 20;
        worst          = std::max(worst, std::abs(at(t)[0] - std::cos(t)));
    }
    return worst;
}

} // namespace

TEST_CASE("piece: the interpolant of a smooth step is that of the method", "[solve]")
{
    CHECK(worst_error(-0.1, 0.3, 1) < 1e-9);
}

TEST_CASE("piece: where further stages are wrong it is the cubic of the ends, of order 3", "[solve]")
{
    const double wrong = GENERATE(1e6, -3.0, std::numeric_limits<double>::quiet_NaN(),
                                  std::numeric_limits<double>::infinity());
    // The cubic of the ends errs by h^4/384 |x''''|, also over a turning point at 0, which lies above both.
    const double once = worst_error(-0.15, 0.4, wrong);
    CHECK_THAT(once, WithinRel(std::pow(0.4, 4) / 384, 0.05));
    CHECK_THAT(std::log2(once / worst_error(-0.075, 0.2, wrong)), WithinAbs(4, 0.1));
    const auto at = step_of_oscillator{-0.15, 0.4}.through(wrong);
    CHECK(at(0.0)[0] > std::max(std::cos(0.15), std::cos(0.25)) + 0.01);
}

TEST_CASE("piece: where the stages of the step contradict the cubic it stays between the ends",
          "[solve]")
{
    step_of_oscillator step{-0.15, 0.4};
    step.k[9][0]  = 1e7; // of no weight in the state at the end
    const auto at = step.through(1e6);
    for (int i = 0; i <= 20; ++i) {
        const double p = at(-0.15 + 0.4 * i / 20)[0];
        CHECK(p >= std::min(step.x[0], step.after[0]) - 1e-12);
        CHECK(p <= std::max(step.x[0], step.after[0]) + 1e-12);
    }
}

} // namespace piece_test
