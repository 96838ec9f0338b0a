#include <orgscale/solve/detail/kept_steps.hpp>

#include <cstddef>

#include <catch.hpp>

namespace kept_steps_test {

using namespace orgscale;
using namespace orgscale::detail;

namespace {

template <class Real>
struct three {
    using real_type = Real;
    struct state_type {
        Real a, b, c;
    };
    [[nodiscard]] state_type derivative(const Real&, const state_type& x) const { return x; }
};

/// Of the three numbers the second doesn't move.
template <class Real>
stages_of<three<Real>> moving(double from)
{
    stages_of<three<Real>> k;
    for (std::size_t i = 0; i < k.size(); ++i) {
        const double rate = from + static_cast<double>(i);
        k[i]              = {Real(rate), Real(0), Real(-10 * rate)};
    }
    return k;
}

} // namespace

TEST_CASE("kept_steps: each step has its stages again, whichever of its numbers move", "[solve]")
{
    kept_steps<three<double>> kept;
    kept.reserve(2);
    const auto first = moving<double>(1), second = moving<double>(100);
    const auto still = stages_of<three<double>>{};
    kept.push(0.5, first, step_method::verner_7);
    kept.push(0.25, still, step_method::verner_7);
    kept.push(2, second, step_method::radau_13);
    REQUIRE(kept.size() == 3);
    CHECK(kept.stages(0) == first);
    CHECK(kept.stages(1) == still);
    CHECK(kept.rates(2) == second[0]);
    const auto implicit = kept.stages(2);
    for (std::size_t i = 0; i < radau_13::stages; ++i) CHECK(implicit[i] == second[i]);
    CHECK(kept.width(1) == 0.25);
    CHECK(kept.method(2) == step_method::radau_13);
    CHECK(kept.method(0) == step_method::verner_7);
}

TEST_CASE("kept_steps: the last is forgotten", "[solve]")
{
    kept_steps<three<double>> kept;
    CHECK(kept.empty());
    const auto first = moving<double>(1), second = moving<double>(100);
    kept.push(1, first, step_method::tsitouras_5);
    kept.push(1, second, step_method::verner_7);
    kept.pop();
    CHECK(kept.size() == 1);
    kept.push(1, second, step_method::verner_7);
    CHECK(kept.rates(0) == first[0]);
    CHECK(kept.stages(1) == second);
}

TEST_CASE("kept_steps: of many steps, each has its own stages", "[solve]")
{
    kept_steps<three<double>> kept;
    kept.push(1, {}, step_method::verner_7); // nothing moves
    for (int step = 1; step < 100; ++step)
        kept.push(1, moving<double>(step), step_method::verner_7);
    for (int step = 1; step < 100; ++step)
        CHECK(kept.stages(static_cast<std::size_t>(step)) == moving<double>(step));
    for (int step = 99; step > 40; --step) kept.pop();
    kept.push(1, moving<double>(-7), step_method::verner_7);
    CHECK(kept.stages(40) == moving<double>(40));
    CHECK(kept.stages(41) == moving<double>(-7));
}

TEST_CASE("kept_steps: a number that moves only in its derivatives moves", "[solve]")
{
    kept_steps<three<dual<>>> kept;
    auto                      k = moving<dual<>>(1);
    k[3][1]                     = dual<>::moving(0, 0, 7);
    kept.push(1, k, step_method::verner_7);
    CHECK(kept.stages(0)[3][1].slope() == 7);
    CHECK(kept.stages(0)[4][2].value() == -50);
}

TEST_CASE("kept_steps: of many derivatives those in use are kept, in each step as many as it has",
          "[solve]")
{
    using number = dual<double, 40>;
    kept_steps<three<number>> kept;
    // Step 1 moves in no derivative, step 2 in the first blocks, step 3 in the last as well.
    const auto with_slopes = [](double from, std::size_t last) {
        auto k = moving<number>(from);
        for (std::size_t i = 0; i < k.size(); ++i)
            k[i][i % 3] = k[i][i % 3] + number::moving(0, 3, 0.5 * from) +
                          number::moving(0, last, from + static_cast<double>(i));
        return k;
    };
    const std::array all{moving<number>(1), with_slopes(2, 9), with_slopes(3, 39)};
    for (const auto& k : all) kept.push(1, k, step_method::verner_7);
    kept.push(1, all[2], step_method::radau_13);
    kept.pop();
    kept.push(1, all[1], step_method::radau_13);
    const auto same = [](const number& a, const number& b) {
        bool is = a.value() == b.value();
        for (std::size_t k = 0; k < number::count; ++k) is = is && a.slope(k) == b.slope(k);
        return is;
    };
    for (std::size_t step = 0; step < 4; ++step) {
        const auto&       given = all[step < 3 ? step : 1];
        const auto        found = kept.stages(step);
        const std::size_t last  = step < 3 ? verner_7::stages : radau_13::stages;
        for (std::size_t i = 0; i < last; ++i)
            for (std::size_t n = 0; n < 3; ++n) CHECK(same(found[i][n], given[i][n]));
    }
}

} // namespace kept_steps_test
