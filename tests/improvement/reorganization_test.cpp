#include <orgscale/improvement/reorganization.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/improvement/no_improvement.hpp>

namespace reorganization_test {

using namespace orgscale;

namespace {

reorganization<> drawn(random_numbers& draw)
{
    return {.start          = draw.between(-10, 10),
            .dip            = draw.between(0, 0.999),
            .recovery_time  = draw.magnitude(0.1, 10),
            .gain           = draw.magnitude(1e-3, 3),
            .fading_time    = draw.one_in(4) ? infinite : draw.magnitude(0.1, 100),
            .defects_before = draw.between(0, 0.999),
            .defects_after  = draw.between(0, 0.999)};
}

} // namespace

TEST_CASE("reorganization: dip, gain and defects each decay at their own rate", "[improvement]")
{
    // R, F and D - D0 as solutions of x' = -x/τ, by fourth-order Runge-Kutta.
    random_numbers draw(921);
    for (int i = 0; i < 20; ++i) {
        const auto firm = drawn(draw);
        const auto step = [](double x, double tau, double h) {
            const double z = -h / tau;
            return x * (1 + z * (1 + z / 2 * (1 + z / 3 * (1 + z / 4))));
        };
        double       lost = firm.dip, unready = 1, kept = 1;
        double       wrong = firm.defects_after - firm.defects_before;
        const double h     = least(double{firm.recovery_time}, double{firm.fading_time}) / 40;
        for (int n = 1; n <= 200; ++n) {
            lost    = step(lost, firm.recovery_time, h);
            unready = step(unready, firm.recovery_time, h);
            kept    = step(kept, firm.fading_time, h);
            wrong   = step(wrong, firm.fading_time, h);
            // An error of (1/40)^5/120 a step, over 200 steps.
            CHECK_THAT(firm.productivity(firm.start + n * h),
                       WithinRel((1 - lost) * (1 + firm.gain * (1 - unready) * kept), 1e-7));
            CHECK_THAT(firm.defects(firm.start + n * h),
                       WithinAbs(firm.defects_before + wrong, 1e-7));
        }
    }
}

TEST_CASE("reorganization: at its start there is only the dip", "[improvement]")
{
    random_numbers draw(922);
    for (int i = 0; i < 200; ++i) {
        const auto firm = drawn(draw);
        CHECK_THAT(firm.productivity(firm.start), WithinRel(1 - firm.dip, ulp));
        CHECK(firm.defects(firm.start) == firm.defects_after);
        CHECK(firm.breakpoints().size() == 1);
        CHECK(firm.breakpoints()[0] == firm.start);
    }
}

TEST_CASE("reorganization: changes nothing, exactly, before its start", "[improvement]")
{
    random_numbers draw(923);
    for (int i = 0; i < 200; ++i) {
        const auto firm = drawn(draw);
        for (const double early : {1e-9, 5.0, 1e300, infinite}) {
            CHECK(firm.productivity(firm.start - early) == 1);
            CHECK(firm.defects(firm.start - early) == firm.defects_before);
        }
    }
}

TEST_CASE("reorganization: old problems return unless the gain is permanent", "[improvement]")
{
    const reorganization<> fades{.start          = 2,
                                 .dip            = 0.25,
                                 .recovery_time  = 3,
                                 .gain           = 0.5,
                                 .fading_time    = 20,
                                 .defects_before = 0.25,
                                 .defects_after  = 0.125};
    CHECK(fades.productivity(2e4) == 1);
    CHECK(fades.defects(2e4) == 0.25);
    const auto stays = with(fades, {{"fading_time", infinite}});
    CHECK(stays.productivity(2e4) == 1.5);
    CHECK(stays.defects(2e4) == 0.125);
    // First worse, then better, then as before.
    CHECK(fades.productivity(2.5) < 1);
    CHECK(fades.productivity(12) > 1);
    CHECK(fades.productivity(12) < stays.productivity(12));
    CHECK(fades.defects(12) > stays.defects(12));
}

TEST_CASE("reorganization: without gain it recovers from the dip", "[improvement]")
{
    // The loss d e^{-s/r} falls to ε in r ln(d/ε), as in the capability trap.
    random_numbers draw(924);
    for (int i = 0; i < 200; ++i) {
        const double           dip = draw.between(0.1, 0.9), left = dip * draw.magnitude(1e-3, 1);
        const reorganization<> firm{.dip = dip, .recovery_time = draw.magnitude(0.1, 10)};
        const double           when = firm.recovery_time * std::log(dip / left);
        CHECK_THAT(1 - firm.productivity(when), WithinAbs(left, 16 * ulp)); // of numbers near 1
    }
}

TEST_CASE("reorganization: many small ones dip less deeply than one big one", "[improvement]")
{
    // n dips of d/n, ten recovery times apart, so that e^-10 of the last is left.
    const double dip = 0.5, recovery = 2;
    for (const int pieces : {2, 5, 10}) {
        double least_productivity = 1;
        for (double t = 0; t < 20.0 * recovery * pieces; t += 0.125) {
            double all = 1;
            for (int n = 0; n < pieces; ++n)
                all *= reorganization<>{.start         = 10 * recovery * n,
                                        .dip           = dip / pieces,
                                        .recovery_time = recovery}
                           .productivity(t);
            least_productivity = least(least_productivity, all);
        }
        CHECK(1 - least_productivity >= dip / pieces - ulp);
        CHECK(1 - least_productivity < dip / pieces * (1 + 1.0001 * std::exp(-10.0)));
    }
}

TEST_CASE("reorganization: productivity stays above 0 and defects stay below 1", "[improvement]")
{
    random_numbers draw(925);
    for (int i = 0; i < 500; ++i) {
        auto firm = drawn(draw);
        if (draw.one_in(4)) firm = with(firm, {{"defects_before", 1 - ulp / 2}});
        if (draw.one_in(4)) firm = with(firm, {{"defects_after", 1 - ulp / 2}});
        if (draw.one_in(4)) firm = with(firm, {{"dip", 1 - ulp / 2}});
        for (double s = -1; s < 20; s += 0.5) {
            const double t = firm.start + s;
            CHECK(firm.productivity(t) > 0);
            CHECK(firm.productivity(t) <= 1 + firm.gain);
            CHECK(firm.defects(t) >= 0);
            CHECK(firm.defects(t) < 1);
        }
    }
}

TEST_CASE("reorganization: without dip, gain and defects it equals no_improvement", "[improvement]")
{
    const no_improvement<>      neutral;
    const reorganization<>      nothing, late{.start = 7, .recovery_time = 3, .fading_time = 5};
    const reorganization<float> nothing_in_float;
    for (const double t : {-5.0, 0.0, 3.7, 7.0, 9.1, 1e6}) {
        for (const auto& firm : {nothing, late}) {
            CHECK(firm.productivity(t) == neutral.productivity(t));
            CHECK(firm.defects(t) == neutral.defects(t));
        }
        CHECK(nothing_in_float.productivity(static_cast<float>(t)) == 1);
    }
    // Defects that it doesn't change stay constant.
    const reorganization<> same{.fading_time = 5, .defects_before = 0.3, .defects_after = 0.3};
    for (const double t : {-5.0, 0.0, 3.7, 1e6}) CHECK(same.defects(t) == 0.3);
}

TEST_CASE("reorganization: each starts from what the last one left", "[improvement]")
{
    random_numbers draw(926);
    for (int i = 0; i < 50; ++i) {
        auto firm         = drawn(draw);
        firm.every        = draw.magnitude(0.1, 20);
        const double e    = firm.every;
        double       lost = firm.dip, gained = 0; // right after the first
        for (int n = 0; n < 12; ++n) {
            for (const double part : {0.0, 0.25, 0.9}) {
                const double s = part * e, t = firm.start + n * e + s;
                const double back = std::exp(-s / firm.recovery_time);
                const double kept = std::exp(-s / firm.fading_time);
                // t is rounded, which moves a decay over e by as much.
                const double off = 64 * ulp * (1 + (20 + 12 * e) / firm.recovery_time);
                CHECK_THAT(firm.productivity(t),
                           WithinRel((1 - lost * back) *
                                         (1 + (gained * back + firm.gain * (1 - back)) * kept),
                                     off / (1 - lost)));
                CHECK_THAT(firm.defects(t),
                           WithinAbs(firm.defects_before +
                                         (firm.defects_after - firm.defects_before) * kept,
                                     64 * ulp * (1 + (20 + 12 * e) / firm.fading_time)));
            }
            const double back = std::exp(-e / firm.recovery_time);
            gained = (gained * back + firm.gain * (1 - back)) * std::exp(-e / firm.fading_time);
            lost   = firm.dip + (1 - firm.dip) * lost * back;
        }
    }
}

TEST_CASE("reorganization: all of those that repeat are breakpoints, however many", "[improvement]")
{
    // Times that are rounded: each is found once, and the dip is there from it on.
    const reorganization<> firm{.start = 0.1, .dip = 0.25, .recovery_time = 1e-3, .every = 0.1};
    CHECK(firm.next_breakpoint(-1e300) == 0.1);
    double time = 0.1;
    for (int n = 1; n <= 2000; ++n) {
        const double next = firm.next_breakpoint(time);
        CHECK(next == 0.1 + n * 0.1);
        CHECK(firm.productivity(next) == 0.75);
        CHECK(firm.productivity(std::nextafter(next, 0)) > 0.99);
        CHECK(firm.next_breakpoint(std::nextafter(next, 0)) == next);
        time = next;
    }
    // One, and too many to be apart.
    CHECK(reorganization<>{.start = 3}.next_breakpoint(2) == 3);
    CHECK(reorganization<>{.start = 3}.next_breakpoint(3) == infinite);
    CHECK(reorganization<>{.start = 3}.next_breakpoint(infinite) == infinite);
    CHECK(reorganization<>{.every = 1e-12}.next_breakpoint(1e6) == infinite);
    CHECK(reorganization<>{.every = 1e-12}.next_breakpoint(0) == 1e-12);
}

TEST_CASE("reorganization: slopes agree with differences", "[improvement]")
{
    const auto which = GENERATE(0, 1, 2, 3, 4, 5, 6, 7);
    const auto firm  = [which]<class R>(const R& x) -> R {
        const auto given = [&](int mine, double value) { return mine == which ? x : R(value); };
        const reorganization<R> policy{.start          = R(2),
                                        .dip            = given(0, 0.25),
                                        .recovery_time  = given(1, 3),
                                        .gain           = given(2, 0.5),
                                        .fading_time    = given(3, 16),
                                        .defects_before = given(4, 0.25),
                                        .defects_after  = given(5, 0.125),
                                        .every          = which == 7 ? 4 * x + R(0.3) : R(2.25)};
        const R                 time = given(6, 7);
        return policy.productivity(time) + 3 * policy.defects(time);
    };
    for (const double x : {0.25, 0.5, 0.875}) {
        const double at = which == 1 || which == 3 ? 8 * x : which == 6 ? 2 + 8 * x : x;
        CHECK_THAT(slope_of_dual(firm, at), WithinRel(slope_of_differences(firm, at), slope_error));
    }
}

TEST_CASE("reorganization: describes itself", "[improvement]")
{
    const reorganization<> firm{.start = 12, .dip = 0.2, .gain = 0.3};
    CHECK(wrong_in_description(firm).empty());
    CHECK(names_of(firm) == std::vector<std::string>{"start", "dip", "recovery_time", "gain",
                                                     "fading_time", "defects_before",
                                                     "defects_after", "every"});
}

TEST_CASE("reorganization: refuses a dip of 1 and defects of 1", "[improvement]")
{
    const reorganization<> firm{.start = 12, .dip = 0.2, .gain = 0.3};
    const auto             refused = [&](const char* name, double value) {
        return refused_by([&] { return with(firm, {{name, value}}); });
    };
    for (const char* name : {"dip", "defects_before", "defects_after"})
        for (const double bad : {-0.1, 1.0, std::nan("")})
            CHECK(refused(name, bad) == "must be 0 or greater and less than 1");
    for (const double bad : {0.0, -1.0, infinite, std::nan("")})
        CHECK(refused("recovery_time", bad) == "must be greater than 0 and finite");
    for (const double bad : {0.0, -1.0, std::nan("")})
        for (const char* name : {"fading_time", "every"})
            CHECK(refused(name, bad) == "must be greater than 0");
    for (const double bad : {-1.0, infinite, std::nan("")})
        CHECK(refused("gain", bad) == "must be 0 or greater, and finite");
    CHECK(refused("start", infinite) == "must be finite");
    CHECK_THAT(refusal_text([] { return reorganization<>{.dip = 1}; }),
               ContainsSubstring("reorganization_test.cpp:"));
}

} // namespace reorganization_test
