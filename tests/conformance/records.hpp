#pragma once

#include <array>
#include <cstddef>
#include <vector>

/// How a model is asked.
enum class solver { value, exact, dense, reach, steps, event, batch, graded };

inline constexpr std::size_t solver_count = 8;

inline constexpr std::array<const char*, solver_count> solver_names{
    "value: the model's own functions, at four points",
    "exact: solve(), where the solution is known",
    "dense: solve(), at four times",
    "reach: reach()",
    "steps: steps(), at each",
    "event: solve() with an event, the time of it",
    "batch: solve_batch(), among others with other starts",
    "graded: the same, by the steps of plan_steps()"};

/// Numbers, with their derivatives by the logarithm of a factor on all parameters where they are known.
struct answers {
    std::vector<long double> numbers;
    std::vector<long double> slopes;
    std::vector<long double> bends; ///< second derivatives
};

/// What one model answered to one solver in one number type.
struct record {
    bool                     asked = false; ///< whether the solver takes this model in this number
    std::vector<long double> times;         ///< to which the numbers belong
    answers                  given;
};

using records_of_row = std::array<record, solver_count>;

/// One for each row of that part. Each number type has a unit for each part that instantiates it; a
/// number of the list without one does not link.
template <class Number, class Part>
[[nodiscard]] std::vector<records_of_row> records_of_part();
