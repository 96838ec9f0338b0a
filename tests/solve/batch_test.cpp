#include <orgscale/solve/batch.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <numeric>
#include <random>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include <orgscale/core/one_of.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/logistic.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/growth/parallel_growth.hpp>

#include "batch_results.hpp"
#include "catch.hpp"
#include "doubles.hpp"
#include "refusal.hpp"
#include "varied_members.hpp"

namespace batch_test {

using namespace orgscale;

namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

/// x' = 1 before its time of change, 3 from then on: x = t, then 3 t - 2 change.
template <class Real>
struct bends {
    using real_type = Real;
    struct state_type {
        Real x;
    };

    finite_value<Real> change;

    [[nodiscard]] state_type derivative(const Real& t, const state_type&) const
    {
        return {select(t < change, Real(1), Real(3))};
    }
    [[nodiscard]] std::array<Real, 1> breakpoints() const { return {Real{change}}; }

    static constexpr auto parameters()
    {
        return description{parameter{"change", "", "time", "", &bends::change}};
    }
};

struct referral { // not a template, so it cannot run in lanes
    using real_type = double;
    [[nodiscard]] double rate(double customers) const { return 0.2 * customers; }
};

/// How a number goes on: at a steady speed, or fading away; which, is known at run time.
template <real Real = double>
struct steady {
    using real_type = Real;
    non_negative<Real> speed{0};

    static constexpr auto parameters()
    {
        return description{parameter{"speed", "", "1/time", "", &steady::speed}};
    }
};

template <real Real = double>
struct fading {
    using real_type = Real;
    non_negative<Real> speed{0};

    static constexpr auto parameters()
    {
        return description{parameter{"speed", "", "1/time", "", &fading::speed}};
    }
};

template <real Real = double>
struct goes_on {
    using real_type = Real;
    struct state_type {
        Real x;
    };

    one_of<steady<Real>, fading<Real>> pace;

    [[nodiscard]] state_type derivative(const Real&, const state_type& now) const
    {
        return pace.visit([&]<class Pace>(const Pace& held) -> state_type {
            if constexpr (std::is_same_v<Pace, steady<Real>>) {
                return {Real{held.speed}};
            } else {
                return {-held.speed * now.x};
            }
        });
    }

    static constexpr auto parameters()
    {
        return description{parameter{"", "", "", "", &goes_on::pace}};
    }
};

/// Whether a hundred members solved at once are bitwise equal to each alone, and to two parts.
template <std::size_t Width, class Source>
bool same_bits_in_parts(const Source& source, const batch_options<>& options)
{
    const auto                         whole = solved<Width>(0, 100, source, options);
    results<decltype(source(0).start)> alone, parts;
    for (std::size_t i = 0; i < 100; ++i)
        solve_batch<Width>(i, i + 1, members(source), options, alone.sink());
    solve_batch<Width>(0, 37, members(source), options, parts.sink());
    solve_batch<Width>(37, 100, members(source), options, parts.sink());
    return same_bits(whole, alone) && same_bits(whole, parts);
}

/// The worst error of crowds at their end at time 12, as a share; infinite if not all are there.
double worst_of_crowds(const results<double>& all, std::size_t count)
{
    double worst = all.of.size() == count ? 0 : infinite;
    for (const auto& [i, found] : all.of) {
        const auto   m     = mild(i);
        const double room  = m.model.room;
        const double decay = std::exp(-12 * m.model.rate_of_growth);
        const double exact = room / (1 + (room / m.start - 1) * decay);
        worst              = std::max(worst, std::abs(found.first.back() / exact - 1));
    }
    return worst;
}

} // namespace

// Every growth model under every governance: firms_in_lanes.cpp, and the conformance suite.
TEMPLATE_TEST_CASE("batch: firms end where they end one by one", "[solve]",
                   linear_growth<frictionless>, network_growth<gradual>)
{
    STATIC_REQUIRE(detail::laneable<TestType, 8>);
    CHECK(worst_difference(20, firm<TestType>, {.to = 40}) < most_of_firms);
    CHECK(worst_difference(20, firm<TestType>, {.to = 40, .outputs = 5}) < most_of_firms);
    CHECK(worst_difference(20, firm<TestType>, {.to = 40, .outputs = 81}) < most_of_firms);
}

TEST_CASE("batch: laws end where they end one by one", "[solve]")
{
    const auto market = [](std::size_t i) {
        return batch_member<bass<>>{
            {.innovation = 0.03, .imitation = spread(i, 1, 0.2, 0.6), .potential = 1000}, 20.0};
    };
    const auto colony = [](std::size_t i) {
        return batch_member<logistic<>>{{.growth_rate = spread(i, 1, 0.2, 0.6), .ceiling = 1000},
                                        20.0};
    };
    // Rounding: of two computations, each of some dozen operations, at some 2e-16.
    const double rounding = 1e-14;
    for (const std::size_t outputs : {1u, 2u, 7u, 40u}) {
        // A run's error is some ten times the tolerance of a step (solve.hpp).
        CHECK(worst_difference(23, mild, {.to = 30, .outputs = outputs}) < 10);
        CHECK(worst_difference(
                  23, market,
                  {.to = 15, .outputs = outputs, .relative = rounding, .absolute = rounding}) < 1);
        CHECK(worst_difference(
                  23, colony,
                  {.to = 15, .outputs = outputs, .relative = rounding, .absolute = rounding}) < 1);
    }
}

TEST_CASE("batch: halving the steps reduces the error by its order", "[solve]")
{
    // Common steps of one width, at a loose tolerance so that all are accepted.
    const batch_options<> loose{.to = 12, .relative = 1, .absolute = 1};
    const auto            error = [&](int count) {
        step_plan plan;
        for (int step = 0; step <= count; ++step) plan.times.push_back(12.0 * step / count);
        results<double> all;
        REQUIRE(solve_batch(0, 50, members(mild), loose, plan, all.sink()) == 0);
        return worst_of_crowds(all, 50);
    };
    const auto order = [&](int count) { return std::log2(error(count) / error(2 * count)); };
    // An error falls by 2^7 as the steps halve, but for terms of the next order, which fall by 2 beside it:
    // with steps of a quarter, a fifth of a member's own time of 1 to 5, to less than half of an order.
    // More steps leave nothing but rounding.
    CHECK(order(48) == Approx(7).margin(0.5));
    CHECK(std::abs(order(48) - 7) < std::abs(order(24) - 7));
}

TEST_CASE("batch: the error of a run follows the tolerance", "[solve]")
{
    // A step's error is estimated by a method of order 6 and made by one of order 7: its estimate falls
    // as h^7, what all steps add up to as h^7 too: in proportion, within a factor of three, since the
    // member that is worst is not always the same.
    const auto error = [](double tolerance) {
        return worst_of_crowds(
            solved(0, 50, mild, {.to = 12, .relative = tolerance, .absolute = tolerance}), 50);
    };
    const double loose = error(1e-5), middle = error(1e-8), tight = error(1e-11);
    CHECK(loose < 10 * 1e-5);
    CHECK(middle < 10 * 1e-8);
    CHECK(tight < 10 * 1e-11);
    CHECK(std::log10(loose / middle) == Approx(3).margin(0.5));
    CHECK(std::log10(middle / tight) == Approx(3).margin(0.5));
}

// In any width: any_width.cpp, where nothing is fused.
TEST_CASE("batch: the same bits in any range and lane", "[solve]")
{
    const auto check = [](const batch_options<>& options) {
        CHECK(same_bits_in_parts<2>(firm<linear_growth<gradual>>, options));
        CHECK(same_bits_in_parts<16>(firm<network_growth<hierarchy>>, options));
    };
    check({.to = 5, .outputs = 4});
#ifdef ORGSCALE_ALL_DRAWS
    check({.to = 10, .outputs = 30});
    check({.to = 40, .outputs = 3});
    check({.to = 40, .outputs = 30});
#endif
}

TEST_CASE("batch: the same bits for a thousand, cut and shuffled anyhow", "[solve]")
{
    const batch_options<>    options{.to = 20, .outputs = 2};
    const auto               whole = solved(0, 1000, mild, options);
    std::vector<std::size_t> order(1000);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), std::mt19937_64{5});
    const auto shuffled = [&](std::size_t i) { return mild(order[i]); };

    results<double> parts;
    results<double> other_order;
    const auto      in_order = parts.sink();
    for (std::size_t first = 0; first < 1000;)
        for (const std::size_t size : {1u, 7u, 16u, 17u, 200u}) {
            const std::size_t last = std::min<std::size_t>(1000, first + size);
            solve_batch(first, last, members(mild), options, in_order);
            solve_batch(first, last, members(shuffled), options,
                        [&](std::size_t i, std::span<const double> states, ending reason) {
                            other_order.of[order[i]] = {{states.begin(), states.end()}, reason};
                        });
            first = last;
        }
    CHECK(same_bits(whole, parts));
    CHECK(same_bits(whole, other_order));
}

TEST_CASE("batch: a lane that fails reports why and disturbs no other", "[solve]")
{
    // Member 5 diverges to minus infinity, 9 starts at NaN, 13 needs too many steps.
    const auto some = [](std::size_t i) {
        auto member = mild(i);
        if (i == 5) member.start = -1;
        if (i == 9) member.start = no_number;
        if (i == 13) member.model.rate_of_growth = -1000;
        if (i == 14) member.start = infinite;
        return member;
    };
    const auto            outputs = GENERATE(std::size_t{1}, std::size_t{4}, std::size_t{50});
    const batch_options<> options{.to = 20, .outputs = outputs, .max_steps = 900};
    const auto            all   = solved(0, 40, some, options);
    const auto            alone = solved(0, 40, mild, options);
    REQUIRE(all.of.size() == 40);
    for (const auto& [i, found] : all.of) {
        INFO(i);
        if (i == 5 || i == 9 || i == 14) {
            CHECK(found.second != ending::reached_end);
            CHECK(found.first.size() < outputs);
        } else if (i == 13) {
            CHECK(found.second == ending::step_limit_reached);
            CHECK(found.first.size() < outputs);
        } else {
            CHECK(found.second == ending::reached_end);
            CHECK(found.first.size() == outputs);
            for (std::size_t j = 0; j < outputs; ++j)
                CHECK(same_bits(found.first[j], alone.of.at(i).first[j]));
        }
    }
    CHECK((all.of.at(5).second == ending::not_finite ||
           all.of.at(5).second == ending::step_too_small));
    CHECK(all.of.at(9).second == ending::not_finite);
    CHECK(all.of.at(14).second == ending::not_finite);
    CHECK(all.of.at(9).first.empty());
}

TEST_CASE("batch: exact laws that start at NaN report it", "[solve]")
{
    const auto market = [](std::size_t i) {
        return batch_member<bass<>>{{.innovation = 0.03, .imitation = 0.4, .potential = 1000},
                                    i == 3 ? no_number : 20.0};
    };
    const auto all = solved(0, 20, market, {.to = 15, .outputs = 3});
    CHECK(all.of.at(3).second == ending::not_finite);
    CHECK(all.of.at(3).first.empty());
    CHECK(all.of.at(4).second == ending::reached_end);
    CHECK(all.of.at(4).first.front() == 20);
}

TEST_CASE("batch: no runs, and runs without a duration", "[solve]")
{
    CHECK(solved(7, 7, mild, {.to = 20}).of.empty());
    const auto still = solved(3, 5, mild, {.from = 4, .to = 4, .outputs = 3});
    REQUIRE(still.of.size() == 2);
    for (const auto& [i, found] : still.of) {
        CHECK(found.second == ending::reached_end);
        CHECK(found.first == std::vector<double>(3, mild(i).start));
    }
}

TEST_CASE("batch: the first output is the start and the last is the end", "[solve]")
{
    for (const std::size_t outputs : {2u, 5u, 100u}) {
        const auto all = solved(0, 20, mild, {.to = 20, .outputs = outputs});
        REQUIRE(all.of.size() == 20);
        for (const auto& [i, found] : all.of) {
            REQUIRE(found.first.size() == outputs);
            CHECK(found.first.front() == mild(i).start);
        }
    }
    // An output that is interpolated leaves the steps as they are, so the end too.
    const auto few  = solved(0, 20, mild, {.to = 20});
    const auto many = solved(0, 20, mild, {.to = 20, .outputs = 100});
    REQUIRE(few.of.size() == 20);
    REQUIRE(many.of.size() == 20);
    for (const auto& [i, found] : many.of) CHECK(found.first.back() == few.of.at(i).first.back());
}

TEST_CASE("batch: each lane lands where its own equations change", "[solve]")
{
    const auto line = [](std::size_t i) {
        return batch_member<bends<double>>{{.change = 0.37 * static_cast<double>(i)}, {0}};
    };
    for (const std::size_t outputs : {1u, 6u, 41u})
        for (const auto& [i, found] : solved(0, 60, line, {.to = 10, .outputs = outputs}).of) {
            const double change = 0.37 * static_cast<double>(i);
            for (std::size_t j = 0; j < outputs; ++j) {
                const double t     = outputs == 1 ? 10
                                                  : 10 * static_cast<double>(j) /
                                                    static_cast<double>(outputs - 1);
                const double exact = t < change ? t : 3 * t - 2 * change;
                // A line has no error but rounding, which the weights of the interpolant, some hundreds
                // that cancel, make larger.
                CHECK_THAT(found.first[j].x, WithinAbs(exact, outputs > 12 ? 1e-10 : 1e-12));
            }
        }
}

TEST_CASE("batch: a step at a loose tolerance stays below the fastest time constant", "[solve]")
{
    const auto hasty = [](std::size_t i) {
        auto one                  = firm<linear_growth<frictionless>>(i);
        one.model.onboarding_time = i % 2 == 0 ? 0.01 : 1;
        return one;
    };
    const auto loose = solved(0, 20, hasty, {.to = 3, .relative = 1e-4, .max_steps = 100});
    for (const auto& [i, found] : loose.of) // 0.01 bounds a step, so 3 takes more than a hundred
        CHECK(found.second == (i % 2 == 0 ? ending::step_limit_reached : ending::reached_end));
}

/// A speed, and what is made of it once: described by the speed alone.
template <class Real = double>
struct remembering {
    using real_type = Real;

    constexpr remembering(const Real& given) : speed{given}, twice{2 * given} {}
    static constexpr auto parameters()
    {
        return description{parameter{"speed", "", "1/time", "", &remembering::speed}};
    }
    [[nodiscard]] constexpr Real rate(const Real& x) const { return twice * x; }

    Real speed, twice;
};

TEST_CASE("batch: a model that keeps what it made of its parameters runs one by one", "[solve]")
{
    STATIC_REQUIRE(!detail::laneable<remembering<>, 4>);
    const auto member = [](std::size_t i) {
        return batch_member<remembering<>>{0.1 * static_cast<double>(i), 1.0};
    };
    std::vector<double> ends(5);
    solve_batch(0, 5, member, {.to = 1},
                [&](std::size_t i, const auto& states, ending) { ends[i] = states.back(); });
    for (std::size_t i = 0; i < ends.size(); ++i)
        CHECK(ends[i] == Approx(std::exp(0.2 * static_cast<double>(i))).epsilon(1e-8));
}

TEST_CASE("batch: models that cannot run in lanes run one by one", "[solve]")
{
    STATIC_REQUIRE(!detail::laneable<referral, 4>);
    const auto source = [](std::size_t i) {
        return batch_member<referral>{{}, i == 2 ? no_number : static_cast<double>(i + 1)};
    };
    const batch_options<> options{.to = 5, .outputs = 3, .relative = 1e-9, .absolute = 1e-9};
    const auto            all = solved(0, 5, source, options);
    REQUIRE(all.of.size() == 5);
    CHECK(all.of.at(2).second == ending::not_finite);
    CHECK(all.of.at(2).first.empty());
    CHECK_THAT(all.of.at(4).first.back(), WithinRel(5 * std::exp(1.0), 1e-8));
    CHECK_THAT(all.of.at(4).first[1], WithinRel(5 * std::exp(0.5), 1e-8));
    CHECK_THAT(solved(0, 1, source, {.to = 5}).of.at(0).first.back(),
               WithinRel(std::exp(1.0), 1e-5));
    results<double> planned;
    CHECK(solve_batch(0, 5, members(source), options, plan_steps(members(source), 5, options),
                      planned.sink()) == 0);
    CHECK(same_bits(planned.of.at(4).first.back(), all.of.at(4).first.back()));
}

TEST_CASE("batch: models that hold a choice run kind by kind, in lanes", "[solve]")
{
    STATIC_REQUIRE(detail::laneable<goes_on<>, 4>);
    const auto source = [](std::size_t i) {
        const double speed = 0.1 * static_cast<double>(i + 1);
        goes_on<>    model{.pace = fading<>{.speed = speed}};
        if (i % 3 == 1) model.pace = steady<>{.speed = speed};
        return batch_member<goes_on<>>{model, {.x = 2}};
    };
    const batch_options<> options{.to = 5, .outputs = 3, .relative = 1e-9, .absolute = 1e-9};
    const auto            mixed = solved(0, 20, source, options);
    REQUIRE(mixed.of.size() == 20);
    for (const auto& [i, found] : mixed.of) {
        const double way = 0.5 * static_cast<double>(i + 1); // of the speed, to the end
        CHECK(found.second == ending::reached_end);
        CHECK_THAT(found.first.back().x, WithinRel(i % 3 == 1 ? 2 + way : 2 * std::exp(-way), 1e-7));
        // Neither neighbours nor their kinds matter.
        CHECK(same_bits(found.first.back().x,
                        solved(i, i + 1, source, options).of.at(i).first.back().x));
    }
    const auto plan = plan_steps(members(source), 20, options);
    CHECK(plan.times.empty());
}

TEST_CASE("batch: common steps keep to the tolerance", "[solve]")
{
    const auto            outputs = GENERATE(std::size_t{1}, std::size_t{3}, std::size_t{50});
    const batch_options<> options{.to = 20, .outputs = outputs};
    const auto            plan = plan_steps(members(mild), 64, options);
    REQUIRE(plan.times.size() > 3);
    CHECK(plan.times.front() == 0);
    CHECK(plan.times.back() == 20);
    CHECK(std::is_sorted(plan.times.begin(), plan.times.end()));

    results<double> all;
    const auto      again = solve_batch(0, 500, members(mild), options, plan, all.sink());
    CHECK(again < 50); // the pilot stands for all, within a tenth
    // Two runs, each within some ten times the tolerance of a step (solve.hpp) of what is right.
    const double apart    = 2 * 10 * options.relative;
    const auto   adaptive = solved(0, 500, mild, options);
    REQUIRE(all.of.size() == 500);
    for (const auto& [i, found] : all.of) {
        CHECK(found.second == ending::reached_end);
        REQUIRE(found.first.size() == outputs);
        for (std::size_t j = 0; j < outputs; ++j)
            CHECK_THAT(found.first[j], WithinRel(adaptive.of.at(i).first[j], apart));
    }
    results<double>   parts;
    const std::size_t again_in_parts =
        solve_batch(0, 77, members(mild), options, plan, parts.sink()) +
        solve_batch(77, 500, members(mild), options, plan, parts.sink());
    CHECK(again_in_parts == again);
    CHECK(same_bits(all, parts));
}

TEST_CASE("batch: a run for which the common steps are too long is run again", "[solve]")
{
    const auto some = [](std::size_t i) { // member 70 grows ten times as fast
        auto member = mild(i);
        if (i == 70) member.model.rate_of_growth = 9;
        if (i == 71) member.start = no_number;
        return member;
    };
    const batch_options<> options{.to = 20, .outputs = 2};
    const auto            plan = plan_steps(members(mild), 100, options); // without them
    results<double>       all;
    results<double>       without;
    const auto            again = solve_batch(0, 100, members(some), options, plan, all.sink());
    CHECK(again == 2 + solve_batch(0, 100, members(mild), options, plan, without.sink()));
    const auto adaptive = solved(70, 72, some, options);
    CHECK(same_bits(all.of.at(70).first.back(), adaptive.of.at(70).first.back()));
    CHECK(all.of.at(71).second == ending::not_finite);
    all.of.erase(70), all.of.erase(71);
    without.of.erase(70), without.of.erase(71);
    CHECK(same_bits(all, without));
}

TEST_CASE("batch: a plan is empty where each run needs steps of its own", "[solve]")
{
    const batch_options<> options{.to = 10};
    const auto            line = [](std::size_t i) {
        return batch_member<bends<double>>{{.change = 0.37 * static_cast<double>(i)}, {0}};
    };
    CHECK(plan_steps(members(line), 20, options).times.empty());
    CHECK(plan_steps(members(mild), 0, options).times.empty());
    CHECK(plan_steps([](std::size_t) { return batch_member<crowd<double>>{{0.5, 1}, no_number}; },
                     5, options)
              .times.empty());
    results<bends<double>::state_type> all;
    CHECK(solve_batch(0, 20, members(line), options, {}, all.sink()) == 0);
    CHECK(same_bits(all, solved(0, 20, line, options)));
}

TEST_CASE("batch: a plan for other times is refused, and so are no outputs", "[solve]")
{
    const auto plan = plan_steps(members(mild), 20, {.to = 10});
    REQUIRE(!plan.times.empty());
    const auto run = [&] {
        results<double> all;
        return solve_batch(0, 20, members(mild), {.to = 12}, plan, all.sink());
    };
    CHECK(refusal_text(run) == "plan must go from the start to the end of the runs");
    CHECK(refused_by([] { return batch_options<>{.to = 1, .outputs = 0}; }) ==
          "outputs must be 1 or more");
    CHECK(refused_by([] { return batch_options<>{.from = 2, .to = 1}; }) ==
          "to must not lie before from");
}

TEST_CASE("batch: refuses a member that starts with negative people, in lanes and alone", "[solve]")
{
    const linear_growth<hierarchy> firm{.governance           = {.span_of_control = 7},
                                        .sales_rate           = 20,
                                        .hiring_rate          = 4,
                                        .customers_per_person = 5};
    const auto                     bad_fifth = [&](std::size_t i) {
        return batch_member<linear_growth<hierarchy>>{firm, {i == 5 ? -1.0 : 10.0, 40}};
    };
    const auto nothing = [](std::size_t, const auto&, ending) {};
    for (const std::size_t last : {5U, 6U}) {
        const bool refused = last > 5;
        CHECK(refusal([&] {
                  return solve_batch(0, last, bad_fifth, {.to = 1}, nothing), 0;
              }).has_value() == refused);
        CHECK(refusal([&] { return plan_steps(bad_fifth, last, {.to = 1}); }).has_value() ==
              refused);
        const step_plan plan{{0, 0.5, 1}};
        CHECK(refusal([&] {
                  return solve_batch(0, last, bad_fifth, {.to = 1}, plan, nothing);
              }).has_value() == refused);
    }
}

TEST_CASE("batch: the defaults", "[solve]")
{
    const batch_options<> options{.to = 1};
    CHECK(options.from == 0);
    CHECK(options.outputs == 1);
    CHECK(options.relative == 1e-6);
    CHECK(options.absolute == 1e-6);
    CHECK(options.max_steps == 100'000);
    CHECK(options.max_step == infinity<double>());
}

} // namespace batch_test
