#include <orgscale/governance/knowledge_hierarchy.hpp>

#include <algorithm>
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

#include <orgscale/governance/hierarchy.hpp>

namespace knowledge_hierarchy_test {

using namespace orgscale;

namespace {

// The parameters of the worked examples: A = 1, lambda = 1, c = 0.225, h = 0.26, w = 1.
constexpr knowledge_hierarchy<> example{
    .predictability = 1, .learning_cost = 0.225, .communication_cost = 0.26};

knowledge_hierarchy<> drawn(random_numbers& draw)
{
    return {.predictability     = draw.magnitude(0.01, 100),
            .learning_cost      = draw.magnitude(0.01, 100),
            .communication_cost = draw.between(0.02, 0.98),
            .productivity       = draw.magnitude(0.01, 1000),
            .wage               = draw.magnitude(0.01, 1000)};
}

/// An output of a team, within a factor of a hundred of what workers without knowledge make.
double drawn_output(random_numbers& draw, const knowledge_hierarchy<>& firm)
{
    return firm.unskilled_output() * draw.magnitude(0.01, 100);
}

template <class Real>
knowledge_hierarchy<Real> same(const knowledge_hierarchy<>& firm)
{
    return {.predictability     = Real(double{firm.predictability}),
            .learning_cost      = Real(double{firm.learning_cost}),
            .communication_cost = Real(double{firm.communication_cost}),
            .productivity       = Real(double{firm.productivity}),
            .wage               = Real(double{firm.wage})};
}

/// The team's cost if its workers know z0, from the published equations: the manager must
/// know enough for the output. Infinite if that is impossible.
double cost_at(const knowledge_hierarchy<>& firm, double output, double worker_knowledge)
{
    const double lambda = firm.predictability, c = firm.learning_cost;
    const double workers = std::exp(lambda * worker_knowledge) / firm.communication_cost;
    const double solved  = output / (workers * firm.productivity);
    if (solved >= 1) return infinite;
    const double manager_knowledge = -std::log1p(-solved) / lambda - worker_knowledge;
    if (manager_knowledge < 0) return infinite;
    return firm.wage * (workers * (c * worker_knowledge + 1) + c * manager_knowledge + 1);
}

/// Both organisations solve the problems they must.
double made(const knowledge_hierarchy<>& firm, const knowledge_hierarchy<>::organization& found)
{
    const double known = found.worker_knowledge + found.manager_knowledge;
    return -found.workers * firm.productivity * std::expm1(-firm.predictability * known);
}

} // namespace

TEST_CASE("knowledge_hierarchy: makes the required output", "[governance]")
{
    random_numbers draw(81);
    for (int i = 0; i < 500; ++i) {
        const auto   firm   = drawn(draw);
        const double little = firm.productivity * draw.between(0, 0.99);
        const double much   = drawn_output(draw, firm);
        const auto   alone  = firm.without_manager(little);
        const auto   team   = firm.with_manager(much);
        REQUIRE(alone);
        REQUIRE(team);
        CHECK_THAT(made(firm, *alone), WithinRel(little, 8 * ulp));
        // The exponential multiplies the rounding errors of knowledge by ln n < 10.
        CHECK_THAT(made(firm, *team), WithinRel(much, 64 * ulp));
        CHECK(alone->layers == 0);
        CHECK(alone->workers == 1);
        CHECK(alone->manager_knowledge == 0);
        CHECK(team->layers == 1);
        CHECK(team->worker_knowledge >= 0);
        CHECK(team->manager_knowledge > 0);
        CHECK_THAT(team->workers, WithinRel(firm.span(team->worker_knowledge), 32 * ulp));
    }
}

TEST_CASE("knowledge_hierarchy: costs are wages plus learning", "[governance]")
{
    random_numbers draw(82);
    for (int i = 0; i < 500; ++i) {
        const auto   firm = drawn(draw);
        const double c = firm.learning_cost, w = firm.wage;
        const auto   alone = firm.without_manager(firm.productivity * draw.between(0, 1));
        const auto   team  = firm.with_manager(drawn_output(draw, firm));
        CHECK_THAT(alone->cost, WithinRel(w * (1 + c * alone->worker_knowledge), 8 * ulp));
        CHECK_THAT(team->cost, WithinRel(w * (team->workers * (c * team->worker_knowledge + 1) +
                                              c * team->manager_knowledge + 1),
                                         8 * ulp));
    }
}

TEST_CASE("knowledge_hierarchy: no other knowledge of the workers is cheaper", "[governance]")
{
    random_numbers draw(83);
    for (int i = 0; i < trials(300); ++i) {
        const auto   firm   = drawn(draw);
        const double output = drawn_output(draw, firm);
        const auto   best   = firm.with_manager(output);
        // The workers' knowledge is largest where the manager solves nothing more.
        const double asked = output * firm.communication_cost / firm.productivity;
        const double least = std::max(0.0, std::log(asked)) / firm.predictability;
        const double most  = std::log1p(asked) / firm.predictability;
        double       found = infinite;
        for (int part = 0; part <= 2000; ++part)
            found = std::min(found, cost_at(firm, output, least + (most - least) * part / 2000));
        // Rounding errors in 1 - q/(n A), used by the published form, amplified by at most c/(lambda h).
        CHECK(found >= best->cost * (1 - 1e-11));
        CHECK(best->worker_knowledge >= least * (1 - 4 * ulp));
        CHECK(best->worker_knowledge <= most * (1 + 4 * ulp));
    }
}

TEST_CASE("knowledge_hierarchy: agrees with the minimum over a fine grid", "[governance]")
{
    // The minimum is flat: a grid of 1e-5 leaves an error of 1e-11 times the curvature, which is below 5000.
    for (const double output : {0.5, 3.0, 3.6, 3.7, 5.0, 20.0}) {
        const auto   best  = example.with_manager(output);
        const double asked = output * 0.26;
        double       found = infinite, at = 0;
        for (int part = 0; part * 1e-5 <= std::log1p(asked); ++part) {
            const double cost = cost_at(example, output, part * 1e-5);
            if (cost < found) found = cost, at = part * 1e-5;
        }
        CHECK_THAT(best->cost, WithinRel(found, 1e-7));
        CHECK_THAT(best->worker_knowledge, WithinAbs(at, 2e-5));
    }
}

TEST_CASE("knowledge_hierarchy: reproduces worked examples", "[governance]")
{
    // Derived, to the digits given: q = 0.5 alone, and q = 3 by a team whose workers have no knowledge.
    CHECK_THAT(example.without_manager(0.5)->cost, WithinAbs(1.155958, 5e-7));
    CHECK_THAT(example.without_manager(0.5)->cost, WithinRel(1 + 0.225 * std::log(2.0), 4 * ulp));
    const auto team = example.with_manager(3);
    CHECK_THAT(team->cost, WithinAbs(5.186833, 5e-7));
    CHECK_THAT(team->cost, WithinRel(1 / 0.26 + 1 - 0.225 * std::log(0.22), 8 * ulp));
    CHECK(team->worker_knowledge == 0);
    CHECK(team->workers == 1 / 0.26);
}

TEST_CASE("knowledge_hierarchy: workers' knowledge is 0 up to an output and rises beyond it",
          "[governance]")
{
    // A (1/h - c/(lambda + c)) = 3.66248 in the example.
    CHECK_THAT(example.unskilled_output(), WithinRel(1 / 0.26 - 0.225 / 1.225, 4 * ulp));
    random_numbers draw(84);
    for (int i = 0; i < trials(300); ++i) {
        const auto   firm = i == 0 ? example : drawn(draw);
        const double bend = firm.unskilled_output();
        CHECK(firm.with_manager(bend * (1 - 1e-9))->worker_knowledge == 0);
        CHECK(firm.with_manager(bend * (1 - 1e-9))->workers == 1 / firm.communication_cost);
        CHECK(firm.with_manager(bend * (1 + 1e-9))->worker_knowledge > 0);
        CHECK_THAT(firm.with_manager(bend * (1 + 1e-12))->cost,
                   WithinRel(firm.with_manager(bend * (1 - 1e-12))->cost, 1e-9));
        double known = 0, workers = 1 / firm.communication_cost;
        for (double output = 1.01 * bend; output < 1e6 * bend; output *= 1.5) {
            const auto team = firm.with_manager(output);
            CHECK(team->worker_knowledge > known);
            CHECK(team->workers > workers);
            known   = team->worker_knowledge;
            workers = team->workers;
        }
    }
}

TEST_CASE("knowledge_hierarchy: beyond it, marginal values of knowledge are equal", "[governance]")
{
    // d (1 + lambda/c + lambda z0) = h, with d the share that the manager cannot answer.
    random_numbers draw(85);
    for (int i = 0; i < trials(300); ++i) {
        const auto   firm   = drawn(draw);
        const double lambda = firm.predictability, c = firm.learning_cost;
        const auto   team = firm.with_manager(firm.unskilled_output() * draw.magnitude(1.001, 1e6));
        const double unsolved = std::exp(-lambda * team->manager_knowledge);
        // An exponent of up to ln(1/d), 15 here, which multiplies rounding errors.
        CHECK_THAT(unsolved * (1 + lambda / c + lambda * team->worker_knowledge),
                   WithinRel(firm.communication_cost, 64 * ulp));
    }
}

TEST_CASE("knowledge_hierarchy: costs are convex in output", "[governance]")
{
    const auto convex = [](const knowledge_hierarchy<>& firm, double from, double to) {
        const auto   firm50 = same<digits50>(firm);
        const double step   = (to - from) / 60;
        for (double q = from + step; q < to - 1.5 * step; q += step) {
            const digits50 bend = firm50.with_manager(digits50(q - step))->cost -
                                  2 * firm50.with_manager(digits50(q))->cost +
                                  firm50.with_manager(digits50(q + step))->cost;
            if (!(bend > 0)) return false;
        }
        return true;
    };
    CHECK(convex(example, 0.5, 6.4));
    random_numbers draw(86);
    for (int i = 0; i < trials(20); ++i) {
        const auto firm = drawn(draw);
        CHECK(convex(firm, 0.1 * firm.unskilled_output(), 3 * firm.unskilled_output()));
    }
}

TEST_CASE("knowledge_hierarchy: alone, average cost first falls and then rises", "[governance]")
{
    const auto average = [](double q) { return example.without_manager(q)->cost / q; };
    int        turns   = 0;
    bool       falls   = true;
    for (double q = 0.002; q < 0.9995; q += 0.001) {
        const bool now = average(q + 0.0005) < average(q);
        turns += now == falls ? 0 : 1;
        falls = now;
    }
    CHECK(turns == 1);
    CHECK_FALSE(falls);
    CHECK(example.without_manager(0.0)->cost == 1);
}

TEST_CASE("knowledge_hierarchy: marginal cost is the cost of knowledge", "[governance]")
{
    // Envelope: dC/dq = w c/(lambda (A - q)) alone, w c h/(lambda A d) in a team.
    random_numbers draw(87);
    for (int i = 0; i < trials(300); ++i) {
        const auto   firm   = drawn(draw);
        const auto   moving = same<tangent>(firm);
        const double c = firm.learning_cost, lambda = firm.predictability;
        const double w = firm.wage, a = firm.productivity;
        const double little = a * draw.between(0, 0.99);
        CHECK_THAT(moving.without_manager(tangent::variable(little))->cost.slope(),
                   WithinRel(w * c / (lambda * (a - little)), 16 * ulp));
        const double much     = drawn_output(draw, firm);
        const double unsolved = std::exp(-lambda * firm.with_manager(much)->manager_knowledge);
        // In the derivative all but the manager's part cancels, down to about 1e-4 of the terms.
        CHECK_THAT(moving.with_manager(tangent::variable(much))->cost.slope(),
                   WithinRel(w * c * firm.communication_cost / (lambda * a * unsolved), 1e-10));
    }
}

TEST_CASE("knowledge_hierarchy: questions fill the manager's time", "[governance]")
{
    // n h e^{-lambda z0} = 1. The same by hierarchy: with span n, and e^{-lambda z0} passed up,
    // s e questions reach a manager, who can answer 1/h.
    random_numbers draw(88);
    for (int i = 0; i < trials(300); ++i) {
        const auto   firm  = drawn(draw);
        const double known = draw.between(0, 5) / firm.predictability;
        const double up    = std::exp(-firm.predictability * known);
        CHECK_THAT(firm.span(known) * firm.communication_cost * up, WithinRel(1, 16 * ulp));
        const hierarchy<> levels{.span_of_control = firm.span(known), .escalation = up};
        CHECK_THAT(levels.escalation_ratio(), WithinRel(1 / firm.communication_cost, 16 * ulp));
    }
    CHECK(example.span(0) == 1 / 0.26);
}

TEST_CASE("knowledge_hierarchy: zero output costs only wages", "[governance]")
{
    CHECK(example.without_manager(0)->cost == 1);
    CHECK_THAT(example.with_manager(0)->cost, WithinRel(1 + 1 / 0.26, 2 * ulp));
    CHECK(example.with_manager(0)->manager_knowledge == 0);
    CHECK(example.cheapest(0)->layers == 0);
}

TEST_CASE("knowledge_hierarchy: with free learning, a team of one manager makes any output",
          "[governance]")
{
    // c -> 0: the workers have no knowledge up to A/h, and never more than n = q/A of them are needed.
    const knowledge_hierarchy<> easy{
        .predictability = 1, .learning_cost = 1e-12, .communication_cost = 0.25};
    CHECK_THAT(easy.unskilled_output(), WithinRel(4, 1e-11));
    CHECK_THAT(easy.with_manager(3)->cost, WithinRel(5, 1e-11));
    CHECK_THAT(easy.with_manager(400)->workers, WithinRel(400, 1e-11));
    CHECK_THAT(easy.with_manager(400)->cost, WithinRel(401, 1e-10));
}

TEST_CASE("knowledge_hierarchy: reports outputs that nobody can make", "[governance]")
{
    CHECK_FALSE(example.without_manager(1));
    CHECK_FALSE(example.without_manager(1.5));
    CHECK_FALSE(example.without_manager(-0.1));
    CHECK_FALSE(example.without_manager(std::nan("")));
    CHECK_FALSE(example.with_manager(-0.1));
    CHECK_FALSE(example.with_manager(infinite));
    CHECK_FALSE(example.with_manager(std::nan("")));
    CHECK_FALSE(example.cheapest(-0.1));
    CHECK_FALSE(example.cheapest(infinite));
    CHECK_FALSE(example.cheapest(std::nan("")));
    CHECK(example.without_manager(std::nextafter(1.0, 0.0)));
    CHECK(example.with_manager(1e300));
    CHECK(example.cheapest(1.5)->layers == 1);
}

TEST_CASE("knowledge_hierarchy: a manager pays above one threshold", "[governance]")
{
    random_numbers draw(89);
    for (int i = 0; i < trials(300); ++i) {
        const auto   firm = drawn(draw);
        const double from = firm.layer_threshold();
        REQUIRE(from > 0);
        REQUIRE(from <= firm.productivity);
        CHECK(firm.cheapest(firm.productivity * 2)->layers == 1);
        for (const double part : {0.0, 0.1, 0.5, 0.9, 0.999}) {
            CHECK(firm.cheapest(from * part)->layers == 0);
            const double above = from + (firm.productivity - from) * (1 - part / 1000);
            if (above > from * (1 + 1e-9)) CHECK(firm.cheapest(above)->layers == 1);
        }
        const auto alone = firm.without_manager(from);
        // 1 - q/A amplifies the rounding errors of q; compared where these are small.
        if (from < 0.999 * firm.productivity)
            CHECK_THAT(alone->cost, WithinRel(firm.with_manager(from)->cost, 1e-12));
    }
}

TEST_CASE("knowledge_hierarchy: the threshold has a closed form where workers have no knowledge",
          "[governance]")
{
    // (1 - h x)/(1 - x) = e^{lambda/(c h)}: x = (1 - e)/(1 - h e), e = e^{-lambda/(c h)}.
    random_numbers draw(90);
    int            closed = 0;
    for (int i = 0; i < 500; ++i) {
        const auto   firm = drawn(draw);
        const double h    = firm.communication_cost;
        const double e    = std::exp(-firm.predictability / (firm.learning_cost * h));
        const double from = firm.productivity *
                            -std::expm1(-firm.predictability / (firm.learning_cost * h)) /
                            (1 - h * e);
        if (from > firm.unskilled_output()) {
            CHECK(firm.layer_threshold() < from); // workers with knowledge are cheaper still
        } else {
            ++closed;
            // v - V is flat where marginal costs are nearly equal, that is for h near 1.
            CHECK_THAT(firm.layer_threshold(), WithinRel(from, 1e-12));
        }
    }
    CHECK(closed > 100);
    CHECK(closed < 450);
}

TEST_CASE(
    "knowledge_hierarchy: where learning costs next to nothing a manager pays only for what one can't do",
    "[governance]")
{
    // lambda/(c h) so large that e^{-lambda/(c h)} is negligible: alone, nearly everything is solved.
    for (const double c : {1e-3, 1e-100, 1e-305}) {
        const knowledge_hierarchy<> plain{
            .predictability = 1e6, .learning_cost = c, .communication_cost = 0.5, .productivity = 8};
        CHECK(plain.layer_threshold() == 8);
        CHECK(plain.cheapest(std::nextafter(8.0, 0.0))->layers == 0);
        CHECK(plain.cheapest(8)->layers == 1);
    }
}

TEST_CASE("knowledge_hierarchy: accurate at both ends of the range", "[governance]")
{
    random_numbers draw(91);
    const auto     wide = same<digits50>(example);
    for (int i = 0; i < trials(300); ++i) {
        const double near_all = 1 - draw.magnitude(1e-16, 1), hardly = draw.magnitude(1e-300, 1);
        for (const double q : {near_all, hardly * near_all})
            if (q < 1)
                CHECK_THAT(example.without_manager(q)->cost,
                           WithinRel(static_cast<double>(wide.without_manager(digits50(q))->cost),
                                     4 * ulp));
        const double q = draw.magnitude(1e-10, 1e300);
        CHECK_THAT(example.with_manager(q)->cost,
                   WithinRel(static_cast<double>(wide.with_manager(digits50(q))->cost), 4 * ulp));
    }
}

TEST_CASE("knowledge_hierarchy: accurate where learning is expensive", "[governance]")
{
    const auto     h = GENERATE(1.0, 0.5, 0.01);
    random_numbers draw(92);
    for (int i = 0; i < trials(300); ++i) {
        const knowledge_hierarchy<> firm{.predictability     = 1,
                                         .learning_cost      = draw.magnitude(1, 1e6),
                                         .communication_cost = h,
                                         .productivity       = 3};
        const auto                  wide = same<digits50>(firm);
        const double                most = 3 * (1 - draw.magnitude(1e-15, 1));
        CHECK_THAT(
            firm.without_manager(most)->cost,
            WithinRel(static_cast<double>(wide.without_manager(digits50(most))->cost), 4 * ulp));
        for (const double q : {firm.unskilled_output() * draw.magnitude(1e-3, 1e3),
                               firm.unskilled_output() * (1 + draw.magnitude(1e-6, 1e-2))})
            CHECK_THAT(
                firm.with_manager(q)->cost,
                WithinRel(static_cast<double>(wide.with_manager(digits50(q))->cost), 6 * ulp));
    }
}

TEST_CASE("knowledge_hierarchy: works with every ordered number type", "[governance]")
{
    const auto layers = []<class R>(const R& output) {
        return same<R>(example).cheapest(output)->layers;
    };
    CHECK(layers(0.5F) == 0);
    CHECK(layers(3.0F) == 1);
    CHECK(layers(0.5L) == 0);
    CHECK(layers(3.0L) == 1);
    CHECK(layers(tangent(0.5)) == 0);
    CHECK(layers(digits50(3)) == 1);
    CHECK(layers(digits50(3)) == 1);
}

TEST_CASE("knowledge_hierarchy: slopes agree with differences", "[governance]")
{
    const auto by_output = []<class R>(const R& q) -> R {
        const auto team = same<R>(example).with_manager(q);
        return team->cost + team->workers + team->worker_knowledge + team->manager_knowledge;
    };
    const auto by_learning = []<class R>(const R& c) -> R {
        const knowledge_hierarchy<R> firm{
            .predictability = R(1), .learning_cost = c, .communication_cost = R(0.625)};
        const auto team = firm.with_manager(R(5));
        return team->cost + team->worker_knowledge + team->manager_knowledge +
               firm.without_manager(R(0.75))->cost + firm.layer_threshold() +
               firm.unskilled_output();
    };
    const auto by_communication = []<class R>(const R& h) -> R {
        const knowledge_hierarchy<R> firm{
            .predictability = R(1), .learning_cost = R(2), .communication_cost = h};
        const auto team = firm.with_manager(R(3));
        return team->cost + team->workers + firm.layer_threshold() + firm.unskilled_output();
    };
    for (const double q : {0.5, 3.0, 4.0, 100.0})
        CHECK_THAT(slope_of_dual(by_output, q),
                   WithinRel(slope_of_differences(by_output, q), slope_error));
    for (const double c : {0.1, 0.5, 8.0})
        CHECK_THAT(slope_of_dual(by_learning, c),
                   WithinRel(slope_of_differences(by_learning, c), slope_error));
    for (const double h : {0.1, 0.25, 0.75, 0.9})
        CHECK_THAT(slope_of_dual(by_communication, h),
                   WithinRel(slope_of_differences(by_communication, h), slope_error));
}

TEST_CASE("knowledge_hierarchy: derivatives do not depend on where the root search ends",
          "[governance]")
{
    const auto threshold = []<class R>(const R& c) -> R {
        return knowledge_hierarchy<R>{
            .predictability = R(1), .learning_cost = c, .communication_cost = R(0.5)}
            .layer_threshold();
    };
    const auto knowledge = []<class R>(const R& c) -> R {
        return knowledge_hierarchy<R>{
            .predictability = R(1), .learning_cost = c, .communication_cost = R(0.5)}
            .with_manager(R(5))
            ->worker_knowledge;
    };
    random_numbers draw(93);
    for (int i = 0; i < 200; ++i) {
        const double c = draw.magnitude(0.2, 20);
        // Rounding errors, amplified by about 1/(1 - h).
        CHECK_THAT(slope_of_dual(threshold, c),
                   WithinRel(slope_of_differences(threshold, c), slope_error));
        CHECK_THAT(slope_of_dual(knowledge, c),
                   WithinRel(slope_of_differences(knowledge, c), slope_error));
    }
}

TEST_CASE("knowledge_hierarchy: second derivatives agree with differences of the first",
          "[governance]")
{
    using second     = dual<tangent>;
    const auto firm  = same<second>(example);
    const auto other = same<tangent>(example);
    for (const double q : {3.0, 4.0, 50.0}) {
        const second at{tangent{q, {1}}, {tangent{1}}};
        const double step = 1e-5; // central difference, second-order error
        const double bend = (other.with_manager(tangent::variable(q + step))->cost.slope() -
                             other.with_manager(tangent::variable(q - step))->cost.slope()) /
                            (2 * step);
        CHECK_THAT(firm.with_manager(at)->cost.slope().slope(), WithinRel(bend, 1e-6));
    }
}

TEST_CASE("knowledge_hierarchy: describes itself", "[governance]")
{
    CHECK(wrong_in_description(example).empty());
    CHECK(names_of(example) == std::vector<std::string>{"predictability", "learning_cost",
                                                        "communication_cost", "productivity",
                                                        "wage"});
    CHECK(values_of(example) == std::vector<double>{1, 0.225, 0.26, 1, 1});
}

TEST_CASE("knowledge_hierarchy: refuses free knowledge and free help", "[governance]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(example, {{name, value}}); });
    };
    for (const char* name : {"predictability", "learning_cost", "productivity", "wage"}) {
        CHECK(refused(name, 0) == "must be greater than 0 and finite");
        CHECK(refused(name, infinite) == "must be greater than 0 and finite");
        CHECK(refused(name, std::nan("")) == "must be greater than 0 and finite");
    }
    CHECK(refused("communication_cost", 0) == "must be greater than 0 and at most 1");
    CHECK(refused("communication_cost", 1.01) == "must be greater than 0 and at most 1");
    CHECK(refused("communication_cost", 1) == "nothing was refused");
    CHECK_THAT(refusal_text([] {
                   return knowledge_hierarchy<>{
                       .predictability = 1, .learning_cost = -1, .communication_cost = 0.5};
               }),
               ContainsSubstring("knowledge_hierarchy_test.cpp:") && EndsWith("but is -1"));
    STATIC_REQUIRE_FALSE(constant<decltype([] {
        return knowledge_hierarchy<>{
            .predictability = 0, .learning_cost = 1, .communication_cost = 0.5};
    })>);
}

TEST_CASE("knowledge_hierarchy: nobody above needs no time to be asked", "[governance]")
{
    const knowledge_hierarchy<> alone{.predictability = 1, .learning_cost = 0.5};
    CHECK_THAT(alone.without_manager(0.5)->cost, WithinRel(1 + 0.5 * std::log(2.0), 1e-15));
    CHECK(alone.communication_cost == 1);
}

} // namespace knowledge_hierarchy_test
