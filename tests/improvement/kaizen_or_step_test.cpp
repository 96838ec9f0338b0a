#include <orgscale/improvement/kaizen_or_step.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <digits50.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/core/with_real.hpp>

namespace kaizen_or_step_test {

using namespace orgscale;

namespace {

constexpr kaizen_or_step<> shop{
    .kaizen = {.halving_time = 12}, .level = 100, .step_level = 20, .step_time = 6};

kaizen_or_step<> drawn(random_numbers& draw)
{
    const double level = draw.magnitude(1, 1000), least_level = level * draw.between(0, 0.6);
    return {.kaizen     = {.halving_time = draw.magnitude(1, 100), .minimum = least_level},
            .level      = level,
            .step_level = level * draw.between(0, 1),
            .step_time  = draw.one_in(5) ? 0 : draw.magnitude(0.1, 50)};
}

/// Exposure with the step less exposure with kaizen.
template <class Real>
Real lead(const kaizen_or_step<Real>& firm, const Real& horizon)
{
    return firm.step_exposure(horizon) - firm.kaizen_exposure(horizon);
}

} // namespace

TEST_CASE("kaizen_or_step: exposures agree with the documented formulas", "[improvement]")
{
    random_numbers draw(971);
    for (int i = 0; i < 200; ++i) {
        const auto   firm = drawn(draw);
        const double h = firm.kaizen.halving_time, least_level = firm.kaizen.minimum;
        const double horizon = draw.between(0.1, 200);
        CHECK_THAT(firm.kaizen_exposure(horizon),
                   WithinRel(least_level * horizon + (firm.level - least_level) * h / std::log(2.0) *
                                                         -std::expm1(-std::log(2.0) * horizon / h),
                             16 * ulp));
        const double before = firm.level * firm.step_time;
        CHECK_THAT(firm.step_exposure(horizon),
                   WithinRel(horizon < firm.step_time
                                 ? firm.level * horizon
                                 : before + firm.step_level * (horizon - firm.step_time),
                             4 * ulp));
    }
}

TEST_CASE("kaizen_or_step: step_ahead agrees with a search over horizons", "[improvement]")
{
    random_numbers draw(972);
    int            ahead = 0, ends = 0, never = 0;
    for (int i = 0; i < 300; ++i) {
        const auto firm = drawn(draw);
        const auto when = firm.step_ahead();
        ++(when ? ahead : never);
        if (when && when->to < infinite) ++ends;
        for (double horizon = 0.5; horizon < 1000; horizon *= 1.05) {
            const double more = lead(firm, horizon);
            if (std::abs(more) < 1e-9 * firm.level * horizon) continue; // even
            CHECK((more < 0) == (when && when->from < horizon && horizon < when->to));
        }
    }
    CHECK(ahead > 30);
    CHECK(ends > 10);
    CHECK(never > 30);
}

TEST_CASE("kaizen_or_step: at both ends of step_ahead exposures are equal", "[improvement]")
{
    random_numbers draw(973);
    for (int i = 0; i < trials(300); ++i) {
        const auto firm  = drawn(draw);
        const auto exact = with_real<digits50>(firm);
        const auto when  = firm.step_ahead();
        if (!when) continue;
        CHECK(when->from >= firm.step_time);
        CHECK(when->from < when->to);
        CHECK_THAT(lead(firm, when->from), WithinAbs(0, 32 * ulp * firm.level * (when->from + 1)));
        if (when->to < infinite)
            CHECK_THAT(lead(firm, when->to), WithinAbs(0, 32 * ulp * firm.level * when->to));
        const auto closer = exact.step_ahead();
        REQUIRE(closer);
        CHECK(abs(lead(exact, closer->from)) < digits50("1e-44"));
    }
}

TEST_CASE("kaizen_or_step: the documented example holds", "[improvement]")
{
    const auto when = shop.step_ahead();
    REQUIRE(when);
    // 480 + 20 T = 100 (12/ln 2) (1 - 2^{-T/12}), to the digits shown.
    const auto more = [](double horizon) {
        return 480 + 20 * horizon - 1200 / std::log(2.0) * (1 - std::exp2(-horizon / 12));
    };
    CHECK_THAT(when->from, WithinAbs(8.0, 0.05));
    CHECK_THAT(when->to, WithinAbs(59.8, 0.05));
    CHECK(more(7.95) > 0);
    CHECK(more(8.05) < 0);
    CHECK(more(59.75) < 0);
    CHECK(more(59.85) > 0);
}

TEST_CASE("kaizen_or_step: a step that improves nothing, or comes late, is never ahead",
          "[improvement]")
{
    CHECK_FALSE(with(shop, {{"step_level", 100}}).step_ahead());
    CHECK_FALSE(with(shop, {{"step_level", 150}}).step_ahead());
    CHECK_FALSE(with(shop, {{"step_time", 12}}).step_ahead());
    // At 12 log2(5) = 27.9 kaizen has reached the step's level.
    CHECK_FALSE(with(shop, {{"step_time", 28}}).step_ahead());
    // A step to kaizen's minimum must come before 12/ln 2 = 17.3.
    const auto perfect = with(shop, {{"step_level", 0}});
    CHECK(with(perfect, {{"step_time", 17.3}}).step_ahead());
    CHECK_FALSE(with(perfect, {{"step_time", 17.4}}).step_ahead());
    CHECK(with(perfect, {{"step_time", 17.3}}).step_ahead()->to == infinite);
}

TEST_CASE("kaizen_or_step: against no improvement a step is ahead from ts on", "[improvement]")
{
    const auto idle = with(shop, {{"kaizen.halving_time", infinite}});
    CHECK(idle.step_ahead()->from == 6);
    CHECK(idle.step_ahead()->to == infinite);
    CHECK_FALSE(with(idle, {{"step_level", 100}}).step_ahead());
}

TEST_CASE("kaizen_or_step: an immediate step that goes further is always ahead", "[improvement]")
{
    const kaizen_or_step<> bold{.kaizen     = {.halving_time = 12, .minimum = 30},
                                .level      = 100,
                                .step_level = 20,
                                .step_time  = 0};
    CHECK(bold.step_ahead()->from == 0);
    CHECK(bold.step_ahead()->to == infinite);
}

TEST_CASE("kaizen_or_step: if kaizen goes further it is ahead for good from some horizon on",
          "[improvement]")
{
    random_numbers draw(974);
    for (int i = 0; i < 200; ++i) {
        const auto firm = drawn(draw);
        const bool less = firm.step_level > firm.kaizen.minimum;
        if (const auto when = firm.step_ahead()) CHECK((when->to < infinite) == less);
        if (less) CHECK(lead(firm, 1e6) > 0);
    }
}

TEST_CASE("kaizen_or_step: slopes agree with differences", "[improvement]")
{
    const auto which = GENERATE(0, 1, 2, 3, 4);
    const auto one   = [which]<class R>(const R& x) -> R {
        const auto given = [&](int mine, double value) { return mine == which ? x : R(value); };
        const kaizen_or_step<R> firm{
              .kaizen     = {.halving_time = given(0, 12), .minimum = given(1, 2)},
              .level      = given(2, 100),
              .step_level = given(3, 20),
              .step_time  = given(4, 6)};
        return firm.step_ahead()->from + firm.step_ahead()->to + firm.kaizen_exposure(R(8)) +
               firm.step_exposure(R(8));
    };
    for (const double x : {0.875, 1.0, 1.0625}) {
        const double at = (which == 0   ? 12
                           : which == 1 ? 2
                           : which == 2 ? 100
                           : which == 3 ? 20
                                        : 6) *
                          x;
        CHECK_THAT(slope_of_dual(one, at), WithinRel(slope_of_differences(one, at), slope_error));
    }
}

TEST_CASE("kaizen_or_step: describes itself", "[improvement]")
{
    CHECK(wrong_in_description(shop).empty());
    CHECK(names_of(shop) == std::vector<std::string>{"kaizen.halving_time", "kaizen.minimum",
                                                     "level", "step_level", "step_time"});
}

TEST_CASE("kaizen_or_step: refuses negative levels and a minimum above the level", "[improvement]")
{
    const auto refused = [&](const char* name, double value) {
        return refused_by([&] { return with(shop, {{name, value}}); });
    };
    for (const char* name : {"level", "step_level", "step_time", "kaizen.minimum"})
        for (const double bad : {-1.0, infinite, std::nan("")})
            CHECK(refused(name, bad) == "must be 0 or greater, and finite");
    CHECK(refused("kaizen.minimum", 101) == "kaizen.minimum must be at most level");
    CHECK_THAT(refusal_text([] {
                   return kaizen_or_step<>{.kaizen     = {.halving_time = 12, .minimum = 5},
                                           .level      = 4,
                                           .step_level = 2,
                                           .step_time  = 6};
               }),
               ContainsSubstring("kaizen_or_step_test.cpp:"));
}

} // namespace kaizen_or_step_test
