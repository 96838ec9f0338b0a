#include <orgscale/governance/hierarchy.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <constant.hpp>
#include <description.hpp>
#include <digits50.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace hierarchy_test {

using namespace orgscale;

namespace {

/// A full tree: s people report to each manager, on L levels. People and workers are whole
/// numbers: n = (s^L - 1)/(s - 1), and s^(L-1) at the bottom (perfect pyramid geometry).
struct full_tree {
    int  span, levels;
    long people, workers;
};

full_tree grown(int span, int levels)
{
    full_tree tree{span, levels, 1, 1};
    for (int level = 1; level < levels; ++level) {
        tree.workers *= span;
        tree.people += tree.workers;
    }
    return tree;
}

const std::vector<full_tree> trees{{7, 4, 400, 343}, {5, 5, 781, 625}, {4, 7, 5461, 4096}};

/// Decisions a full tree can make, by walking up it: a person at height h handles
/// f_h = D/n + s e f_(h-1), the head handles most, and that must not exceed mu.
double capacity_by_walking_up(const full_tree& tree, double escalation, double decisions_per_manager)
{
    double carried = 0;
    for (int height = 0; height < tree.levels; ++height)
        carried = 1 / static_cast<double>(tree.people) + tree.span * escalation * carried;
    return decisions_per_manager / carried;
}

/// The documented formula in 50 digits, some of which cancel near s e = 1.
double capacity_in_50_digits(double span, double escalation, double people)
{
    const digits50 s(span);
    const digits50 y      = s * digits50(escalation);
    const digits50 levels = log(digits50(1 + people * (s - 1))) / log(s);
    return static_cast<double>(digits50(people * (y - 1) / (pow(y, levels) - 1)));
}

double delay_in_50_digits(double span, double escalation, double people)
{
    const digits50 s(span);
    const digits50 e(escalation);
    const digits50 levels = log(digits50(1 + people * (s - 1))) / log(s);
    return static_cast<double>(digits50(2 * e * (1 - pow(e, digits50(levels - 1))) / (1 - e)));
}

} // namespace

TEST_CASE("hierarchy: full trees have whole levels and the right workers", "[governance]")
{
    for (const auto& tree : trees) {
        const hierarchy<> firm{.span_of_control = static_cast<double>(tree.span)};
        const auto        n = static_cast<double>(tree.people);
        // A logarithm, a quotient and a sum: a few roundings.
        CHECK_THAT(firm.levels(n), WithinRel(static_cast<double>(tree.levels), 4 * ulp));
        CHECK_THAT(n * firm.productive_share(n),
                   WithinRel(static_cast<double>(tree.workers), 4 * ulp));
    }
}

TEST_CASE("hierarchy: the test's full trees agree with level-by-level construction", "[governance]")
{
    for (const auto& tree : trees) {
        const auto same = grown(tree.span, tree.levels);
        CHECK(same.people == tree.people);
        CHECK(same.workers == tree.workers);
    }
}

TEST_CASE("hierarchy: everybody but the head has one manager", "[governance]")
{
    // n = s M + 1 with M managers, also between full trees: all managers have all their reports.
    random_numbers draw(1);
    for (int i = 0; i < 200; ++i) {
        const double      s = draw.between(1.5, 30);
        const double      n = draw.magnitude(1, 1e7);
        const hierarchy<> firm{.span_of_control = s};
        const double      managers = n * (1 - firm.productive_share(n));
        CHECK_THAT(s * managers + 1, WithinRel(n, 1e-14 * s)); // 1 - share cancels, by at most s
    }
}

TEST_CASE("hierarchy: each level multiplies effort by the retention", "[governance]")
{
    for (const auto& tree : trees) {
        const hierarchy<> firm{.span_of_control   = static_cast<double>(tree.span),
                               .control_retention = 0.9};
        CHECK_THAT(firm.realized_effort(static_cast<double>(tree.people)),
                   WithinRel(std::pow(0.9, tree.levels - 1), 1e-14)); // a few roundings in L
    }
}

TEST_CASE("hierarchy: the output of a full tree is Williamson's", "[governance]")
{
    // Williamson (1967): the output of n levels is (alpha s)^(n-1), all made on the lowest.
    for (const auto& tree : trees) {
        const auto        s = static_cast<double>(tree.span);
        const auto        n = static_cast<double>(tree.people);
        const hierarchy<> firm{.span_of_control = s, .control_retention = 0.8};
        CHECK_THAT(n * firm.productive_share(n) * firm.realized_effort(n),
                   WithinRel(std::pow(0.8 * s, tree.levels - 1), 1e-14)); // a few roundings in L
    }
}

TEST_CASE("hierarchy: between full trees, output is a power of the workers", "[governance]")
{
    // Derived: w = 1 + (n-1)(s-1)/s workers, each with an output of alpha^(ln w/ln s).
    random_numbers draw(2);
    for (int i = 0; i < 200; ++i) {
        const double      s     = draw.between(1.6, 30);
        const double      alpha = draw.between(1.01 / s, 1);
        const double      n     = draw.magnitude(1, 1e9);
        const hierarchy<> firm{.span_of_control = s, .control_retention = alpha};
        const double      w = 1 + (n - 1) * (s - 1) / s;
        // The power multiplies the rounding error of its exponent by ln alpha ln w/ln s < ln w < 21.
        CHECK_THAT(n * firm.productive_share(n) * firm.realized_effort(n),
                   WithinRel(std::pow(w, 1 + std::log(alpha) / std::log(s)), 100 * ulp));
    }
}

TEST_CASE("hierarchy: one person has no levels, losses or delay", "[governance]")
{
    random_numbers draw(3);
    for (int i = 0; i < 100; ++i) {
        const double      s = draw.between(1.5, 30);
        const hierarchy<> alone{.span_of_control       = s,
                                .control_retention     = draw.between(1.01 / s, 1),
                                .escalation            = draw.between(0, 1),
                                .decisions_per_manager = 6,
                                .time_per_level        = 2};
        CHECK(alone.levels(1) == 1);
        CHECK(alone.realized_effort(1) == 1);
        CHECK(alone.decision_delay(1) == 0);
        CHECK_THAT(alone.productive_share(1), WithinRel(1, 2 * ulp));  // (s-1+1)/s
        CHECK_THAT(alone.decision_capacity(1), WithinRel(6, 2 * ulp)); // phi over itself
    }
}

TEST_CASE("hierarchy: more people mean more levels and a smaller share of workers", "[governance]")
{
    const hierarchy<> firm{.span_of_control = 6, .control_retention = 0.9};
    for (double n = 1; n < 1e9; n *= 1.7) {
        CHECK(firm.levels(1.7 * n) > firm.levels(n));
        CHECK(firm.productive_share(1.7 * n) < firm.productive_share(n));
        CHECK(firm.realized_effort(1.7 * n) < firm.realized_effort(n));
    }
}

TEST_CASE("hierarchy: the capacity of a full tree is what its head can handle", "[governance]")
{
    const auto escalation = GENERATE(0.0, 0.01, 1.0 / 7, 0.2, 0.25, 0.3, 0.5, 0.9, 1.0);
    for (const auto& tree : trees) {
        const hierarchy<> firm{.span_of_control       = static_cast<double>(tree.span),
                               .escalation            = escalation,
                               .decisions_per_manager = 12};
        // Powers with exponents up to 7 that carry a few rounding errors, times ln 4096.
        CHECK_THAT(firm.decision_capacity(static_cast<double>(tree.people)),
                   WithinRel(capacity_by_walking_up(tree, escalation, 12), 100 * ulp));
    }
}

TEST_CASE("hierarchy: without escalation, everybody decides", "[governance]")
{
    const hierarchy<> firm{
        .span_of_control = 7, .escalation = 0, .decisions_per_manager = 12, .time_per_level = 3};
    for (const double n : {1.0, 1.5, 8.0, 400.0, 1e9}) {
        CHECK(firm.decision_capacity(n) == 12 * n);
        CHECK(firm.decision_delay(n) == 0);
    }
}

TEST_CASE("hierarchy: with full escalation, the head decides at any size", "[governance]")
{
    const hierarchy<> firm{.span_of_control = 7, .decisions_per_manager = 12};
    // (s e)^L is 1 + n (s-1): a power whose exponent carries rounding errors, times ln n.
    for (const double n : {1.0, 1.5, 8.0, 400.0, 1e4, 1e12, 1e100})
        CHECK_THAT(firm.decision_capacity(n), WithinRel(12, 1e-13));
}

TEST_CASE("hierarchy: at the escalation threshold, capacity grows as n/L", "[governance]")
{
    const auto        s = GENERATE(2.0, 4.0, 8.0, 16.0); // s e = 1 exactly
    const hierarchy<> firm{.span_of_control = s, .escalation = 1 / s, .decisions_per_manager = 5};
    REQUIRE(firm.escalation_ratio() == 1);
    for (const double n : {1.0, 2.5, 31.0, 1e6, 1e15})
        CHECK_THAT(firm.decision_capacity(n), WithinRel(5 * n / firm.levels(n), 2 * ulp));
}

TEST_CASE("hierarchy: accurate around the escalation threshold", "[governance]")
{
    const auto off = GENERATE(1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3);
    const auto n   = GENERATE(2.0, 57.0, 1e4, 1e9);
    for (const double escalation : {0.25 * (1 - off), 0.25 * (1 + off)}) {
        const hierarchy<> firm{
            .span_of_control = 4, .escalation = escalation, .decisions_per_manager = 1};
        // A few roundings in the quotient of two series.
        CHECK_THAT(firm.decision_capacity(n),
                   WithinRel(capacity_in_50_digits(4, escalation, n), 8 * ulp));
    }
}

TEST_CASE("hierarchy: accurate where almost everything is escalated", "[governance]")
{
    const auto        off = GENERATE(1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3);
    const auto        n   = GENERATE(2.0, 57.0, 1e4, 1e9);
    const hierarchy<> firm{.span_of_control = 4, .escalation = 1 - off, .time_per_level = 1};
    CHECK_THAT(firm.decision_delay(n), WithinRel(delay_in_50_digits(4, 1 - off, n), 8 * ulp));
}

TEST_CASE("hierarchy: accurate at any escalation", "[governance]")
{
    random_numbers draw(4);
    for (int i = 0; i < 300; ++i) {
        const double      s = draw.between(1.5, 30);
        const double      e = draw.between(0.001, 0.999);
        const double      n = draw.magnitude(1.5, 1e6);
        const hierarchy<> firm{
            .span_of_control = s, .escalation = e, .decisions_per_manager = 1, .time_per_level = 1};
        // (s e)^L multiplies the rounding errors of its exponent by L ln(s e) < ln(1 + n s) < 18.
        CHECK_THAT(firm.decision_capacity(n), WithinRel(capacity_in_50_digits(s, e, n), 100 * ulp));
        CHECK_THAT(firm.decision_delay(n), WithinRel(delay_in_50_digits(s, e, n), 100 * ulp));
    }
}

TEST_CASE("hierarchy: the delay is accurate just above one person", "[governance]")
{
    const auto e = GENERATE(0.01, 0.25, 0.499, 0.501, 0.75, 1.0);
    const auto n = GENERATE(1 + 0x1p-30, 1 + 0x1p-20, 1 + 0x1p-10);
    // Of 50 digits, enough remain after cancellation.
    const hierarchy<>         firm{.span_of_control = 4, .escalation = e, .time_per_level = 1};
    const hierarchy<digits50> same{.span_of_control = 4, .escalation = e, .time_per_level = 1};
    CHECK_THAT(firm.decision_delay(n),
               WithinRel(static_cast<double>(same.decision_delay(digits50(n))), 16 * ulp));
}

TEST_CASE("hierarchy: the delay is that of the expected levels climbed", "[governance]")
{
    // Expected levels climbed from the bottom of a full tree, e + e^2 + ... + e^(L-1), and back.
    const auto escalation = GENERATE(0.0, 0.1, 0.5, 0.75, 1.0);
    for (const auto& tree : trees) {
        const hierarchy<> firm{.span_of_control = static_cast<double>(tree.span),
                               .escalation      = escalation,
                               .time_per_level  = 1.5};
        double            climbed = 0;
        for (int level = 1; level < tree.levels; ++level) climbed += std::pow(escalation, level);
        CHECK_THAT(firm.decision_delay(static_cast<double>(tree.people)),
                   WithinRel(2 * 1.5 * climbed, 1e-14)); // a few roundings in L
    }
}

TEST_CASE("hierarchy: with full escalation, each level adds its time twice", "[governance]")
{
    const hierarchy<> firm{.span_of_control = 5, .time_per_level = 0.5};
    for (const double n : {1.0, 6.0, 781.0, 1e9})
        CHECK_THAT(firm.decision_delay(n), WithinRel(firm.levels(n) - 1, 4 * ulp));
}

TEST_CASE("hierarchy: above the threshold, capacity grows as a smaller power of people",
          "[governance]")
{
    const auto        e = GENERATE(0.3, 0.5, 0.7, 0.9);
    const hierarchy<> firm{.span_of_control = 7, .escalation = e, .decisions_per_manager = 3};
    const double      omega = std::log(1 / e) / std::log(7.0);
    CHECK_THAT(firm.escalation_exponent(), WithinRel(omega, 4 * ulp));

    // So large that the 1 subtracted from (s e)^L, at least 2.1^118, is negligible.
    const double measured =
        std::log(firm.decision_capacity(1e101) / firm.decision_capacity(1e100)) / std::log(10.0);
    CHECK_THAT(measured, WithinAbs(omega, 1e-12)); // powers up to 1e101 amplify rounding by 230
}

TEST_CASE("hierarchy: below the threshold, capacity is proportional to people", "[governance]")
{
    const auto        e = GENERATE(0.0, 0.01, 0.05, 0.1);
    const hierarchy<> firm{.span_of_control = 7, .escalation = e, .decisions_per_manager = 3};
    CHECK_THAT(firm.escalation_exponent(), WithinRel(1, 4 * ulp));
    CHECK_THAT(firm.decision_capacity(1e100) / 1e100, WithinRel(3 * (1 - 7 * e), 4 * ulp / 0.3));
}

TEST_CASE("hierarchy: the exponent is 0 with full escalation", "[governance]")
{
    CHECK(hierarchy<>{.span_of_control = 7}.escalation_exponent() == 0);
}

TEST_CASE("hierarchy: an unlimited manager makes unlimited capacity", "[governance]")
{
    for (const double e : {0.0, 0.1, 0.125, 0.5, 1.0}) {
        const hierarchy<> firm{.span_of_control = 8, .escalation = e};
        CHECK(firm.decision_capacity(1) == infinite);
        CHECK(firm.decision_capacity(1e6) == infinite);
        CHECK(firm.decision_delay(1e6) == 0);
    }
}

TEST_CASE("hierarchy: with defaults, only the managers' time is lost", "[governance]")
{
    constexpr hierarchy<> firm{.span_of_control = 9};
    STATIC_REQUIRE(firm.control_retention == 1);
    STATIC_REQUIRE(firm.escalation == 1);
    STATIC_REQUIRE(firm.decisions_per_manager == infinite);
    STATIC_REQUIRE(firm.time_per_level == 0);
    CHECK(firm.realized_effort(1e6) == 1);
    CHECK(decision_quality(firm, 1e6) == 1);
}

TEST_CASE("hierarchy: the limits for unbounded size agree with a huge hierarchy", "[governance]")
{
    const auto        e = GENERATE(0.0, 0.05, 0.1);
    const hierarchy<> firm{
        .span_of_control = 7, .escalation = e, .decisions_per_manager = 3, .time_per_level = 2};
    const auto   far = firm.unbounded();
    const double n   = 1e60; // e^(L-1) < 1e-70 and (s e)^L < 1e-10 here
    CHECK_THAT(far.effort, WithinRel(firm.productive_share(n) * firm.realized_effort(n), 4 * ulp));
    CHECK_THAT(far.decisions_per_person, WithinRel(firm.decision_capacity(n) / n, 1e-10));
    CHECK_THAT(far.decision_delay, WithinRel(firm.decision_delay(n), 1e-14));
    CHECK(far.effort == Approx(6.0 / 7));
}

TEST_CASE("hierarchy: with any control loss, effort tends to 0", "[governance]")
{
    const hierarchy<> firm{.span_of_control = 7, .control_retention = 0.99};
    CHECK(firm.unbounded().effort == 0);
    // It falls as n^(ln alpha/ln s): slowly, but to 0.
    const double ratio = firm.realized_effort(1e200) / firm.realized_effort(1e100);
    CHECK_THAT(ratio, WithinRel(std::pow(1e100, std::log(0.99) / std::log(7.0)), 1e-12));
}

TEST_CASE("hierarchy: from the threshold on, decisions per person tend to 0", "[governance]")
{
    const auto        e = GENERATE(0.25, 0.5, 1.0);
    const hierarchy<> firm{.span_of_control = 4, .escalation = e, .decisions_per_manager = 3};
    CHECK(firm.unbounded().decisions_per_person == 0);
    CHECK(firm.decision_capacity(1e200) / 1e200 < 0.6 * firm.decision_capacity(1e100) / 1e100);
}

TEST_CASE("hierarchy: an unlimited manager makes unlimited capacity at any size", "[governance]")
{
    const auto        e = GENERATE(0.0, 0.1, 0.25, 0.5, 1.0);
    const hierarchy<> firm{.span_of_control = 4, .escalation = e};
    CHECK(firm.unbounded().decisions_per_person == infinite);
}

TEST_CASE("hierarchy: with full escalation, the delay grows without bound", "[governance]")
{
    CHECK(hierarchy<>{.span_of_control = 4, .time_per_level = 1}.unbounded().decision_delay ==
          infinite);
    CHECK(hierarchy<>{.span_of_control = 4}.unbounded().decision_delay == 0);
    CHECK(hierarchy<>{.span_of_control = 4, .escalation = 0, .time_per_level = 1}
              .unbounded()
              .decision_delay == 0);
}

TEST_CASE("hierarchy: derivatives are exact at the escalation threshold", "[governance]")
{
    // With y = s e the head handles 1 + y + ... + y^(L-1), whose derivative at y = 1 is L (L-1)/2:
    // d capacity/de = -n mu s (L-1)/(2 L).
    const double             n = 5461;
    const hierarchy<tangent> firm{
        .span_of_control = 4, .escalation = tangent::variable(0.25), .decisions_per_manager = 12};
    const auto capacity = firm.decision_capacity(n);
    CHECK_THAT(capacity.value(), WithinRel(n * 12 / 7, 4 * ulp));
    CHECK_THAT(capacity.slope(), WithinRel(-n * 12 * 4 * 6 / 14, 1e-14)); // L is 7 up to rounding
}

TEST_CASE("hierarchy: derivatives are exact at full escalation", "[governance]")
{
    // Twice the time of e + ... + e^(L-1), whose derivative at e = 1 is L (L-1)/2.
    const hierarchy<tangent> firm{
        .span_of_control = 4, .escalation = tangent::variable(1), .time_per_level = 0.5};
    const auto delay = firm.decision_delay(5461);
    CHECK_THAT(delay.value(), WithinRel(6, 4 * ulp));
    CHECK_THAT(delay.slope(), WithinRel(21, 1e-14)); // L is 7 up to rounding
}

TEST_CASE("hierarchy: derivatives are exact without escalation", "[governance]")
{
    // To first order the head handles 1 + s e, and the delay is 2 tau e.
    const double             n = 5461;
    const hierarchy<tangent> firm{.span_of_control       = 4,
                                  .escalation            = tangent::variable(0),
                                  .decisions_per_manager = 12,
                                  .time_per_level        = 0.5};
    CHECK(firm.decision_capacity(n).slope() == -n * 12 * 4);
    CHECK(firm.decision_delay(n).slope() == 1);
}

TEST_CASE("hierarchy: slopes by escalation agree with differences", "[governance]")
{
    const auto e        = GENERATE(0.02, 0.1249, 0.125, 0.1251, 0.25, 0.2501, 0.5, 0.999999, 1.0);
    const auto capacity = []<class R>(const R& x) -> R {
        const hierarchy<R> firm{
            .span_of_control = 4, .escalation = x, .decisions_per_manager = 12, .time_per_level = 1};
        return firm.decision_capacity(R(1000)) + firm.decision_delay(R(1000));
    };
    if (e < 1) // no difference quotient beyond 1
        CHECK_THAT(slope_of_dual(capacity, e),
                   WithinRel(slope_of_differences(capacity, e), slope_error));
}

TEST_CASE("hierarchy: slopes by its other parameters agree with differences", "[governance]")
{
    const auto by_people = []<class R>(const R& x) -> R {
        const hierarchy<R> firm{.span_of_control       = 4,
                                .control_retention     = R(0.875),
                                .escalation            = R(0.5),
                                .decisions_per_manager = 12,
                                .time_per_level        = 1};
        return firm.levels(x) + firm.productive_share(x) + firm.realized_effort(x) +
               firm.decision_capacity(x) + firm.decision_delay(x);
    };
    const auto by_span = []<class R>(const R& x) -> R {
        const hierarchy<R> firm{.span_of_control       = x,
                                .control_retention     = R(0.875),
                                .escalation            = R(0.25),
                                .decisions_per_manager = 12,
                                .time_per_level        = 1};
        return firm.levels(R(50)) + firm.productive_share(R(50)) + firm.realized_effort(R(50)) +
               firm.decision_capacity(R(50)) + firm.decision_delay(R(50));
    };
    const auto by_retention = []<class R>(const R& x) -> R {
        return hierarchy<R>{.span_of_control = 4, .control_retention = x}.realized_effort(R(50));
    };
    // A sum of five terms of similar size, each with a few roundings.
    for (const double n : {1.5, 21.0, 1e6})
        CHECK_THAT(slope_of_dual(by_people, n),
                   WithinRel(slope_of_differences(by_people, n), slope_error));
    for (const double s : {1.75, 3.999, 4.0, 4.001, 12.0})
        CHECK_THAT(slope_of_dual(by_span, s),
                   WithinRel(slope_of_differences(by_span, s), slope_error));
    for (const double a : {0.3, 0.9, 0.999})
        CHECK_THAT(slope_of_dual(by_retention, a),
                   WithinRel(slope_of_differences(by_retention, a), slope_error));
}

TEST_CASE("hierarchy: accurate with many levels", "[governance]")
{
    // Spans just above 1: thousands of levels, each of which passes on almost everything,
    // which multiplies a rounding error of s e in (s e)^L by their number.
    const auto                s   = GENERATE(1.0623, 1.0037, 1.00027);
    const auto                off = GENERATE(0.013, 0.0011, 7e-5, 1e-6, 0.0);
    const hierarchy<>         firm{.span_of_control = s, .escalation = 1 - off};
    const hierarchy<digits50> same{.span_of_control = s, .escalation = 1 - off};
    const auto                capacity = [](auto model, const auto& n) {
        model = with(model, {{"decisions_per_manager", 1}});
        return model.decision_capacity(n);
    };
    // (s e)^L multiplies the rounding errors of its exponent by less than ln(1 + n (s-1)) < 11.
    CHECK_THAT(capacity(firm, 1e6),
               WithinRel(static_cast<double>(capacity(same, digits50(1e6))), 64 * ulp));
}

TEST_CASE("hierarchy: the exponent is accurate where almost everything is escalated", "[governance]")
{
    // -ln(1 - x) is x up to x^2/2.
    const auto        off = GENERATE(0x1p-30, 0x1p-40, 0x1p-53);
    const hierarchy<> firm{.span_of_control = 7, .escalation = 1 - off};
    CHECK_THAT(firm.escalation_exponent(),
               WithinRel((off + off * off / 2) / std::log(7.0), 4 * ulp));
}

TEST_CASE("hierarchy: the share of workers is accurate in a chain", "[governance]")
{
    const hierarchy<> chain{.span_of_control = 1 + 0x1p-40};
    CHECK_THAT(chain.unbounded().effort, WithinRel(0x1p-40 / (1 + 0x1p-40), 2 * ulp));
}

TEST_CASE("hierarchy: handles the largest numbers of people", "[governance]")
{
    CHECK_THAT(hierarchy<>{.span_of_control = 7}.levels(1e308),
               WithinRel((308 * std::log(10.0) + std::log(6.0)) / std::log(7.0), 4 * ulp));
}

TEST_CASE("hierarchy: describes itself", "[governance]")
{
    const hierarchy<> firm{.span_of_control       = 7,
                           .control_retention     = 0.9,
                           .escalation            = 0.5,
                           .decisions_per_manager = 40,
                           .time_per_level        = 0.25};
    CHECK(wrong_in_description(firm).empty());
    CHECK(names_of(firm) == std::vector<std::string>{"span_of_control", "control_retention",
                                                     "escalation", "decisions_per_manager",
                                                     "time_per_level"});
    CHECK(values_of(firm) == std::vector<double>{7, 0.9, 0.5, 40, 0.25});
}

TEST_CASE("hierarchy: refuses invalid parameters", "[governance]")
{
    const double nan_value = std::nan("");
    const auto   span = [](double x) { return [x] { return hierarchy<>{.span_of_control = x}; }; };
    CHECK(refused_by(span(1)) == "must be greater than 1 and finite");
    CHECK(refused_by(span(infinite)) == "must be greater than 1 and finite");
    CHECK(refused_by(span(nan_value)) == "must be greater than 1 and finite");
    CHECK(refused_by(span(1.001)) == "nothing was refused");

    const auto retention = [](double x) {
        return [x] { return hierarchy<>{.span_of_control = 4, .control_retention = x}; };
    };
    CHECK(refused_by(retention(0)) == "must be greater than 0 and at most 1");
    CHECK(refused_by(retention(1.1)) == "must be greater than 0 and at most 1");

    const auto escalation = [](double x) {
        return [x] { return hierarchy<>{.span_of_control = 4, .escalation = x}; };
    };
    CHECK(refused_by(escalation(-0.1)) == "must be from 0 to 1");
    CHECK(refused_by(escalation(1.1)) == "must be from 0 to 1");

    const auto decisions = [](double x) {
        return [x] { return hierarchy<>{.span_of_control = 4, .decisions_per_manager = x}; };
    };
    CHECK(refused_by(decisions(0)) == "must be greater than 0");
    CHECK(refused_by(decisions(infinite)) == "nothing was refused");

    const auto time = [](double x) {
        return [x] { return hierarchy<>{.span_of_control = 4, .time_per_level = x}; };
    };
    CHECK(refused_by(time(-1)) == "must be 0 or greater, and finite");
    CHECK(refused_by(time(infinite)) == "must be 0 or greater, and finite");
}

TEST_CASE("hierarchy: refuses control loss that makes every hire a loss", "[governance]")
{
    const auto of = [](double retention) {
        return [retention] {
            return hierarchy<>{.span_of_control = 4, .control_retention = retention};
        };
    };
    CHECK(refused_by(of(0.25)) == "control_retention * span_of_control must exceed 1");
    CHECK(refused_by(of(0.2)) == "control_retention * span_of_control must exceed 1");
    CHECK(refused_by(of(0.2501)) == "nothing was refused");
    CHECK_THAT(refusal_text(of(0.2)), ContainsSubstring("hierarchy_test.cpp:"));
    STATIC_REQUIRE(constant<decltype([] { return hierarchy<>{.span_of_control = 4}; })>);
    STATIC_REQUIRE_FALSE(constant<decltype([] {
        return hierarchy<>{.span_of_control = 4, .control_retention = 0.2};
    })>);
}

TEST_CASE("hierarchy: a report passes one layer less than there are levels", "[governance]")
{
    // 1 + 7 + 49 people are three levels.
    const hierarchy<> firm{.span_of_control = 7};
    CHECK(firm.reporting_layers(1) == 0);
    CHECK_THAT(firm.reporting_layers(57), WithinRel(2.0, 4 * ulp));
    CHECK(reporting_layers(firm, 57.0) == firm.reporting_layers(57));
}

TEST_CASE("hierarchy: wages of a full tree are the sum over its people", "[governance]")
{
    for (const int span : {2, 5, 9})
        for (const double step : {1.0, 1.5, 2.0, 3.7}) {
            const hierarchy<> firm{.span_of_control = span};
            double people = 1, wages = 1; // level by level from the head, in the head's wage
            double on_level = 1, wage = 1;
            for (int levels = 2; levels <= 6; ++levels) {
                on_level *= span;
                wage /= step;
                people += on_level;
                wages += on_level * wage;
                // About ten roundings, and as many in the sum.
                CHECK_THAT(firm.wage_multiple(people, step),
                           WithinRel(wages / wage / people, 32 * ulp));
            }
        }
}

TEST_CASE("hierarchy: wages are Williamson's", "[governance]")
{
    random_numbers draw(917);
    for (int i = 0; i < 100; ++i) {
        const double         span = draw.between(2, 12);
        const control_loss<> pay{.span_of_control   = span,
                                 .control_retention = 0.9,
                                 .wage_step         = draw.between(1, span - 0.5),
                                 .wage              = 3,
                                 .margin            = 1};
        const hierarchy<>    firm{.span_of_control = span};
        const double         levels = draw.between(1, 8);
        const double         people = pay.employment(levels);
        // The level is found again from the people, to a rounding of it times ln s.
        CHECK_THAT(pay.wages(levels),
                   WithinRel(3 * people * firm.wage_multiple(people, pay.wage_step), 100 * ulp));
    }
}

TEST_CASE("hierarchy: where all earn the same the mean is that", "[governance]")
{
    const hierarchy<> firm{.span_of_control = 6};
    for (const double people : {1.0, 7.0, 100.0, 1e6})
        CHECK_THAT(firm.wage_multiple(people, 1), WithinRel(1.0, 8 * ulp));
    CHECK(firm.wage_multiple(1, 3) == 1); // the head alone is on the lowest level
}

} // namespace hierarchy_test
