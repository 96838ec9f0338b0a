#pragma once

#include <array>
#include <cstddef>
#include <vector>

/// How a model is evaluated.
enum class solver { value, exact, dense, reach, steps, event, batch, graded };

inline constexpr std::size_t solver_count = 8;

inline constexpr std::array<const char*, solver_count> solver_names{
    "value: the model's own functions, at four points",
    "exact: solve(), with a closed form",
    "dense: solve(), at four times",
    "reach: reach()",
    "steps: steps(), at each",
    "event: solve() with an event, its time",
    "batch: solve_batch(), among runs with other starts",
    "graded: the same, with the steps of plan_steps()"};

/// Numbers, and their derivatives by the logarithm of a factor on all parameters, if known.
struct answers {
    std::vector<long double> numbers;
    std::vector<long double> slopes;
    std::vector<long double> bends; ///< second derivatives
};

/// The results of one model with one solver in one number type.
struct record {
    bool                     asked = false; ///< whether the solver takes this model and number type
    std::vector<long double> times;         ///< times of the numbers
    answers                  given;
};

using records_of_row = std::array<record, solver_count>;

/// One for each row of the part. Each number type has a unit for each part that instantiates it; without
/// one it doesn't link.
template <class Number, class Part>
[[nodiscard]] std::vector<records_of_row> records_of_part();
