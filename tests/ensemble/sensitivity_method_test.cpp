#include <orgscale/ensemble/sensitivity_method.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/correlate.hpp>
#include <orgscale/ensemble/uniform.hpp>

#include "catch.hpp"
#include "studies.hpp"

namespace sensitivity_method_test {

using namespace orgscale;

namespace {

struct median_options {
    double share = 0.5;
};

/// A user-defined method: the output with every input at its median.
struct median_study {
    std::vector<std::string> names;
    double                   output = 0;

    template <class Question, class Executor, class Observer>
    median_study(const Question& function, const median_options& options, const Executor&, Observer&)
        : names{function.names()}
    {
        std::optional<std::string> why;
        output = function(std::vector<double>(names.size(), options.share), why);
    }
};

constexpr sensitivity_method<median_study, median_options> at_medians{};

using pair = studies::pair_of_lines<>;

const pair                             lines{.first = 0.1, .second = 0.1};
const std::vector<uncertain_parameter> paces{vary("first", uniform(0, 0.4)),
                                             vary("second", uniform(0.2, 0.4))};

const auto both = [](const pair& drawn) { return drawn.first + 10 * drawn.second; };

} // namespace

TEST_CASE("sensitivity_method: takes a model, an uncertain model and a function alike", "[ensemble]")
{
    const double expected = 0.2 + 10 * 0.3;
    CHECK_THAT(at_medians(lines, paces, both, {}).output, WithinRel(expected, 1e-15));
    CHECK_THAT(at_medians(uncertain_model{lines, paces}, both, {}).output,
               WithinRel(expected, 1e-15));
    const auto of_numbers = [](std::span<const double> x) { return x[0] + 10 * x[1]; };
    const auto study      = at_medians(paces, of_numbers, {});
    CHECK_THAT(study.output, WithinRel(expected, 1e-15));
    CHECK(study.names == std::vector<std::string>{"first", "second"});
    CHECK_THAT(at_medians(lines, paces, both, {.share = 0.25}).output, WithinRel(0.1 + 2.5, 1e-15));
}

TEST_CASE("sensitivity_method: a start varies with the parameters", "[ensemble]")
{
    const uncertain_model study{
        lines,
        {vary("first", uniform(0, 0.4)), vary("left", &pair::state_type::left, uniform(2, 4))}};
    const auto output = [](const pair& drawn, const pair::state_type& start) {
        return drawn.first + start.left + start.right;
    };
    CHECK_THAT(at_medians(study, {.left = 100, .right = 50}, output, {}).output,
               WithinRel(0.2 + 3 + 50, 1e-15));
}

TEST_CASE("sensitivity_method: refuses correlated inputs by name, at the call", "[ensemble]")
{
    const uncertain_model study{lines, paces, {correlate("first", "second", 0.5)}};
    CHECK_THROWS_WITH(at_medians(study, both, {}),
                      ContainsSubstring("sensitivity_method_test.cpp:") &&
                          ContainsSubstring("first and second are correlated"));
}

} // namespace sensitivity_method_test
