#include <orgscale/ensemble/sobol_indices.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <catch.hpp>
#include <random_numbers.hpp>

#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/ensemble/on_one_thread.hpp>
#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/ensemble/progress.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>

namespace sobol_indices_test {

using namespace orgscale;

namespace {

using numbers = std::span<const double>;

constexpr double pi = std::numbers::pi;

// Ishigami, T., Homma, T. (1990): sin x1 + a sin^2 x2 + b x3^4 sin x1 on [-pi, pi]^3.
constexpr double a = 7, b = 0.1;

double ishigami(numbers x)
{
    return std::sin(x[0]) * (1 + b * std::pow(x[2], 4)) + a * std::pow(std::sin(x[1]), 2);
}

const std::vector<uncertain_parameter> ishigami_inputs{
    vary("x1", uniform(-pi, pi)), vary("x2", uniform(-pi, pi)), vary("x3", uniform(-pi, pi))};

struct shares {
    double first, total;
};

/// With g = 1 + b x3^4: the mean of sin^2 is 1/2, the variance of sin^2 is 1/8, so that V1 = E(g)^2/2,
/// V2 = a^2/8 and V13 = (E(g^2) - E(g)^2)/2; the means of x^4 and x^8 are pi^4/5 and pi^8/9.
std::array<shares, 3> shares_of_ishigami()
{
    const double mean_g    = 1 + b * std::pow(pi, 4) / 5;
    const double mean_gg   = 1 + 2 * b * std::pow(pi, 4) / 5 + b * b * std::pow(pi, 8) / 9;
    const double alone_1   = mean_g * mean_g / 2;
    const double alone_2   = a * a / 8;
    const double both_1_3  = (mean_gg - mean_g * mean_g) / 2;
    const double variance_ = alone_1 + alone_2 + both_1_3;
    return {{{alone_1 / variance_, (alone_1 + both_1_3) / variance_},
             {alone_2 / variance_, alone_2 / variance_},
             {0, both_1_3 / variance_}}};
}

/// Standard errors of the indices as ratios T/V: the deviation of t - (T/V) v over V sqrt(N). Independent
/// of the bootstrap.
class standard_errors {
public:
    explicit standard_errors(const sobol_study& study)
        : study_{study}, inputs_{study.names().size()},
          blocks_{(study.pairs().empty() ? 1 : 2) * inputs_ + 2},
          rows_{study.outputs().size() / blocks_}
    {}

    [[nodiscard]] double of_first(std::size_t i) const
    {
        const double share = study_.indices()[i].first.value;
        return deviation([&](std::size_t row) { return first(row, i) - share * square(row); });
    }
    [[nodiscard]] double of_total(std::size_t i) const
    {
        const double share = study_.indices()[i].total.value;
        return deviation([&](std::size_t row) {
            return std::pow(at(row, 0) - at(row, 2 + i), 2) / 2 - share * square(row);
        });
    }
    [[nodiscard]] double of_pair(std::size_t i, std::size_t j, double share) const
    {
        return deviation([&](std::size_t row) {
            return at(row, 2 + inputs_ + i) * at(row, 2 + j) - at(row, 0) * at(row, 1) -
                   first(row, i) - first(row, j) - share * square(row);
        });
    }

private:
    [[nodiscard]] double at(std::size_t row, std::size_t block) const
    {
        return study_.outputs()[row * blocks_ + block] - study_.mean();
    }
    [[nodiscard]] double first(std::size_t row, std::size_t i) const
    {
        return at(row, 1) * (at(row, 2 + i) - at(row, 0));
    }
    [[nodiscard]] double square(std::size_t row) const
    {
        return (at(row, 0) * at(row, 0) + at(row, 1) * at(row, 1)) / 2;
    }
    template <class Term>
    [[nodiscard]] double deviation(const Term& term) const
    {
        double sum = 0, squares = 0;
        for (std::size_t row = 0; row < rows_; ++row) {
            sum += term(row);
            squares += std::pow(term(row), 2);
        }
        const auto n = static_cast<double>(rows_);
        return std::sqrt((squares - sum * sum / n) / n / n) / study_.variance();
    }

    const sobol_study& study_;
    std::size_t        inputs_, blocks_, rows_;
};

/// Whether an estimate is within four standard errors, and its 95 percent interval is 2 * 1.96 of them
/// wide. With 200 resamples each end has a deviation of a fifth of a standard error; four of these at both
/// ends are three tenths of the width.
void check_near(const interval_estimate& found, double truth, double standard_error)
{
    CHECK(found.low <= found.value);
    CHECK(found.value <= found.high);
    CHECK_THAT(found.value, WithinAbs(truth, 4 * standard_error));
    CHECK_THAT(found.high - found.low, WithinRel(2 * 1.96 * standard_error, 0.3));
}

/// Root of the mean square error of S1 of Ishigami's function over many seeds.
double error_of_first(std::uint64_t members, draws sampling)
{
    constexpr int seeds   = 60;
    double        squares = 0;
    for (int seed = 0; seed < seeds; ++seed) {
        const auto study =
            sobol_indices(ishigami_inputs, ishigami,
                          {.members = members, .seed = seed, .sampling = sampling, .resamples = 2});
        squares += std::pow(study.of("x1").first.value - shares_of_ishigami()[0].first, 2);
    }
    return std::sqrt(squares / seeds);
}

} // namespace

TEST_CASE("sobol_indices: agree with those of Ishigami's function", "[ensemble]")
{
    const auto sampling = GENERATE(draws::low_discrepancy, draws::random);
    const auto study    = sobol_indices(
        ishigami_inputs, ishigami,
        {.members = 4096, .seed = 7, .pairs = true, .sampling = sampling, .resamples = 200});
    REQUIRE(study.found());
    CHECK(study.evaluations() == 4096 * 8);

    const auto            truth = shares_of_ishigami();
    const standard_errors errors{study};
    for (std::size_t i = 0; i < 3; ++i) {
        const sobol_index& index = study.of("x" + std::to_string(i + 1));
        check_near(index.first, truth[i].first, errors.of_first(i));
        check_near(index.total, truth[i].total, errors.of_total(i));
    }
    REQUIRE(study.pairs().size() == 3);
    CHECK(study.pairs()[1].first_name == "x1");
    CHECK(study.pairs()[1].second_name == "x3");
    check_near(study.pairs()[0].share, 0, errors.of_pair(0, 1, 0));
    check_near(study.pairs()[1].share, truth[2].total, errors.of_pair(0, 2, truth[2].total));
    check_near(study.pairs()[2].share, 0, errors.of_pair(1, 2, 0));
}

// Sobol', I. M. (1993): the product of (|4 x_i - 2| + a_i)/(1 + a_i) on the unit cube, each factor of mean
// 1 and variance v_i = 1/(3 (1 + a_i)^2).
TEST_CASE("sobol_indices: agree with those of Sobol's G function", "[ensemble]")
{
    const std::array<double, 4> weights{0, 1, 4.5, 99};
    const auto                  g = [&](numbers x) {
        double product = 1;
        for (std::size_t i = 0; i < weights.size(); ++i)
            product *= (std::abs(4 * x[i] - 2) + weights[i]) / (1 + weights[i]);
        return product;
    };
    double                           all = 1;
    std::array<double, 4>            own{};
    std::vector<uncertain_parameter> inputs;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        own[i] = 1 / (3 * std::pow(1 + weights[i], 2));
        all *= 1 + own[i];
        inputs.push_back(vary("x" + std::to_string(i), uniform(0, 1)));
    }
    const auto study = sobol_indices(inputs, g, {.members = 4096, .seed = 3, .resamples = 200});
    const standard_errors errors{study};
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto& [name, first, total] = study.indices()[i];
        check_near(first, own[i] / (all - 1), errors.of_first(i));
        check_near(total, own[i] * all / (1 + own[i]) / (all - 1), errors.of_total(i));
    }
    CHECK_THAT(study.mean(), WithinAbs(1, 0.01)); // the standard error is 0.001
    CHECK_THAT(study.variance(), WithinRel(all - 1, 0.05));
}

TEST_CASE("sobol_indices: a sum of inputs has no interactions", "[ensemble]")
{
    const auto study = sobol_indices({vary("small", uniform(0, 1)), vary("large", uniform(0, 2))},
                                     [](numbers x) { return x[0] + x[1]; },
                                     {.members = 4096, .seed = 1, .resamples = 200});
    const standard_errors errors{study};
    check_near(study.of("small").first, 0.2, errors.of_first(0)); // variances 1/12 and 4/12
    check_near(study.of("large").first, 0.8, errors.of_first(1));
    // Its estimator is then a mean of (x - x')², which is accurate for low-discrepancy points.
    CHECK_THAT(study.of("small").total.value, WithinAbs(0.2, 0.002));
    CHECK_THAT(study.of("large").total.value, WithinAbs(0.8, 0.008));
}

TEST_CASE("sobol_indices: an input without effect has indices of exactly 0", "[ensemble]")
{
    const auto study = sobol_indices({vary("idle", uniform(0, 1)), vary("busy", uniform(0, 1))},
                                     [](numbers x) { return std::exp(x[1]); },
                                     {.members = 64, .seed = 1});
    CHECK(study.of("idle").first == interval_estimate{0, 0, 0});
    CHECK(study.of("idle").total == interval_estimate{0, 0, 0});
    CHECK_THROWS_WITH(study.of("lazy"), ContainsSubstring("no index of lazy"));
}

TEST_CASE("sobol_indices: a constant output has no indices, and the study says why", "[ensemble]")
{
    const auto study = sobol_indices({vary("x", uniform(0, 1))},
                                     [](numbers x) { return 3 + 1e-18 * x[0]; },
                                     {.members = 64, .seed = 1});
    CHECK_FALSE(study.found());
    CHECK(study.reason() == sensitivity_reason::constant_output);
    CHECK(study.indices().empty());
    CHECK(std::string{describe(study.reason())} == "the output is constant");
}

TEST_CASE("sobol_indices: missing outputs count as the number given", "[ensemble]")
{
    std::uint64_t low              = 0;
    const auto    never_below_half = [&](numbers x) {
        if (x[0] < 0.5) ++low;
        return x[0] < 0.5 ? std::optional<double>{} : std::optional{x[0]};
    };
    const auto inputs = std::vector{vary("x", uniform(0, 1)), vary("y", uniform(0, 1))};

    const auto without = sobol_indices(inputs, never_below_half, {.members = 256, .seed = 1});
    CHECK(without.reason() == sensitivity_reason::outputs_missing);
    CHECK(without.indices().empty());
    CHECK(without.never() > 0);
    CHECK(without.never() == low);

    const auto capped = sobol_indices(inputs, never_below_half,
                                      {.members = 256, .seed = 1, .never_counts_as = 2.0});
    REQUIRE(capped.found());
    CHECK(capped.never() == without.never());
    const auto same = sobol_indices(inputs, [](numbers x) { return x[0] < 0.5 ? 2 : x[0]; },
                                    {.members = 256, .seed = 1});
    CHECK(capped.of("x").total == same.of("x").total);
}

TEST_CASE("sobol_indices: failed outputs are counted, and leave no indices", "[ensemble]")
{
    std::uint64_t negative = 0;
    const auto    root     = [&](numbers x) {
        if (x[0] < 0) ++negative;
        return std::sqrt(x[0]);
    };
    const auto study = sobol_indices({vary("x", uniform(-1, 1))}, root, {.members = 128, .seed = 1});
    CHECK(study.reason() == sensitivity_reason::outputs_failed);
    CHECK(study.failed().count() > 0);
    CHECK(study.failed().count() == negative);
}

TEST_CASE("sobol_indices: 95 percent of the intervals hold the truth, and are not too wide",
          "[ensemble]")
{
    constexpr int         seeds = trials(200);
    std::array<double, 6> holds{}, squares{}, widths{};
    const auto            truth = shares_of_ishigami();
    for (int seed = 0; seed < seeds; ++seed) {
        const auto study = sobol_indices(
            ishigami_inputs, ishigami,
            {.members = 512, .seed = seed, .sampling = draws::random, .resamples = 200});
        const auto count = [&](std::size_t which, const interval_estimate& found, double share) {
            holds[which] += found.low <= share && share <= found.high;
            squares[which] += std::pow(found.value - share, 2);
            widths[which] += found.high - found.low;
        };
        for (std::size_t i = 0; i < 3; ++i) {
            count(2 * i, study.indices()[i].first, truth[i].first);
            count(2 * i + 1, study.indices()[i].total, truth[i].total);
        }
    }
    for (std::size_t which = 0; which < holds.size(); ++which) {
        CAPTURE(which);
        // Four standard deviations of a count of seeds, and 2 percent for an interval of 200 resamples.
        CHECK(holds[which] / seeds > 0.95 - 4 * std::sqrt(0.95 * 0.05 / seeds) - 0.02);
        // As wide as 2 * 1.96 observed standard errors, known from N studies to 1/sqrt(2 N): four of those.
        const double error = std::sqrt(squares[which] / seeds);
        CHECK_THAT(widths[which] / seeds, WithinRel(2 * 1.96 * error, 4 / std::sqrt(2.0 * seeds)));
    }
}

TEST_CASE("sobol_indices: the error falls as 1/sqrt(N), and faster with low discrepancy",
          "[ensemble]")
{
    // 16 times the members: a quarter of the error, which 60 seeds determine to a tenth or so.
    const double random = error_of_first(128, draws::random) / error_of_first(2048, draws::random);
    CHECK(random > 4 / 1.4);
    CHECK(random < 4 * 1.4);
    const double even = error_of_first(128, draws::low_discrepancy) /
                        error_of_first(2048, draws::low_discrepancy);
    CHECK(even > 4 * 1.4);
}

TEST_CASE("sobol_indices: bit-identical on any number of threads", "[ensemble]")
{
    const sobol_options options{.members = 100, .seed = 5, .pairs = true};
    const auto          one = sobol_indices(ishigami_inputs, ishigami, options);
    for (const std::size_t threads : {1U, 2U, 5U}) {
        const auto many = sobol_indices(ishigami_inputs, ishigami, options, on_threads{threads});
        CHECK(many.outputs() == one.outputs());
        CHECK(many.of("x3").total == one.of("x3").total);
    }
    const auto other = sobol_indices(ishigami_inputs, ishigami, {.members = 100, .seed = 6});
    CHECK(other.of("x3").total.value != one.of("x3").total.value);
}

TEST_CASE("sobol_indices: ended early, they are those of the first rows", "[ensemble]")
{
    const auto check = [&](const auto& executor) {
        std::uint64_t last = 0;
        const auto    part =
            sobol_indices(ishigami_inputs, ishigami,
                          {.members = 100'000, .seed = 5, .pairs = true, .resamples = 20}, executor,
                          [&](const progress& now) {
                              CHECK(now.done > last);
                              CHECK(now.members == 800'000);
                              last = now.done;
                              return now.done < 1000;
                          });
        CHECK(part.evaluations() == last);
        CHECK(last >= 1000);
        CHECK_FALSE(part.complete());
        REQUIRE(part.found());
        const auto whole =
            sobol_indices(ishigami_inputs, ishigami,
                          {.members = last / 8, .seed = 5, .pairs = true, .resamples = 20});
        CHECK(whole.complete());
        CHECK(whole.mean() == part.mean());
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK(part.indices()[i].first == whole.indices()[i].first);
            CHECK(part.indices()[i].total == whole.indices()[i].total);
            CHECK(part.pairs()[i].share == whole.pairs()[i].share);
        }
    };
    check(on_one_thread{});
    check(on_threads{3});

    // With 40 inputs the first block is less than a row.
    const auto many = std::vector<uncertain_parameter>(40, vary("x", uniform(0, 1)));
    const auto none = sobol_indices(
        many, [](numbers x) { return x[0]; }, {.members = 10, .seed = 5}, on_one_thread{},
        [](const progress&) { return false; });
    CHECK(none.reason() == sensitivity_reason::ended_early);
    CHECK(none.indices().empty());
}

namespace {

constexpr linear_growth<hierarchy> firm{
    .governance           = {.span_of_control = 7, .escalation = 0.5, .decisions_per_manager = 16},
    .sales_rate           = 20,
    .hiring_rate          = 5,
    .customers_per_person = 5,
    .upkeep_decisions     = 0.1};

auto wall_of(const linear_growth<hierarchy>& drawn)
{
    return scaling_wall(drawn, {.people = 5, .customers = 20}, {.to = 60, .relative = 1e-6});
}

} // namespace

TEST_CASE("sobol_indices: what determines the date of a firm's wall", "[ensemble]")
{
    const uncertain_model study{firm,
                                {vary("governance.decisions_per_manager", uniform(12, 28)),
                                 vary("hiring_rate", uniform(4.9, 5.1)),
                                 vary("governance.time_per_level", uniform(0, 1e-9))}};

    const auto unsaid = sobol_indices(study, wall_of, {.members = 64, .seed = 2});
    CHECK(unsaid.reason() == sensitivity_reason::outputs_missing);
    CHECK(unsaid.never() > 0);
    CHECK(unsaid.never() < unsaid.evaluations());

    const auto known =
        sobol_indices(study, wall_of, {.members = 64, .seed = 2, .never_counts_as = 60.0});
    REQUIRE(known.found());
    const auto total = [&](const char* name) { return known.of(name).total.value; };
    CHECK(total("governance.decisions_per_manager") > 0.5);
    CHECK(total("governance.decisions_per_manager") > total("hiring_rate"));
    CHECK(total("governance.time_per_level") < 1e-6);
}

TEST_CASE("sobol_indices: a start may vary", "[ensemble]")
{
    const uncertain_model study{firm,
                                {vary("start.people", &growth_state<>::people, uniform(4, 8)),
                                 vary("sales_rate", uniform(1, 2))}};
    const auto            found = sobol_indices(
        study, {.people = 5, .customers = 20},
        [](const auto&, const auto& start) { return 2 * start.people + start.customers; },
        {.members = 64, .seed = 2});
    CHECK(found.of("start.people").total.value > 0.5);
    CHECK(found.of("sales_rate").total.value <= 0);
    CHECK_THROWS_WITH(
        sobol_indices(study, [](const auto&) { return 1.0; }, {.members = 64, .seed = 2}),
        ContainsSubstring("start.people"));
}

TEST_CASE("sobol_indices: refuses correlated inputs by name", "[ensemble]")
{
    const uncertain_model joined{firm,
                                 {vary("sales_rate", uniform(10, 20)),
                                  vary("hiring_rate", uniform(2, 6)),
                                  vary("churn", uniform(0, 0.1))},
                                 {correlate("sales_rate", "churn", 0.5)}};
    const auto ask = [&] { return sobol_indices(joined, wall_of, {.members = 64, .seed = 2}); };
    CHECK_THROWS_WITH(ask(), ContainsSubstring("sales_rate and churn are correlated"));
    CHECK_THROWS_WITH(ask(), ContainsSubstring("sobol_indices_test.cpp"));
    CHECK_THROWS_AS((sobol_options{.members = 1, .seed = 2}), parameter_error);
}

TEST_CASE("sobol_indices: the defaults", "[ensemble]")
{
    const sobol_options options{.members = 4, .seed = 1};
    CHECK_FALSE(options.pairs);
    CHECK(options.sampling == draws::low_discrepancy);
    CHECK_FALSE(options.never_counts_as);
    CHECK(options.level == 0.95);
    CHECK(options.resamples == 1000);
}

} // namespace sobol_indices_test
