#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace orgscale::detail {

/// The working memory of a search: reused from fit to fit, it is allocated once.
struct search_space {
    std::vector<double> numbers;

    std::size_t rows = 0, columns = 0;
    // Of `columns` numbers.
    double* theta{};
    double* trial{};
    double* step{};
    double* bend{};
    double* scale{};
    double* gradient{};
    double* sizes{};
    double* diagonal{};
    double* beta{};
    double* small_diagonal{};
    double* small_beta{};
    // Of `rows`.
    double* residuals{};
    double* trial_residuals{};
    double* projected{};
    double* second{};
    // Of rows x columns.
    double* jacobian{};
    double* trial_jacobian{};
    double* factors{};
    // Of 2 columns x columns, and of 2 columns.
    double* reduced{};
    double* right{};
    double* right_bend{};

    bool                     factored = false; ///< whether the factors are those of the point
    std::vector<std::size_t> free;             ///< parameters that may move
    std::vector<char>        held;             ///< 1: at its lower bound, 2: at its upper

    void resize(std::size_t of_rows, std::size_t of_columns)
    {
        if (rows == of_rows && columns == of_columns && !numbers.empty()) return;
        rows    = of_rows;
        columns = of_columns;
        numbers.assign(
            11 * columns + 4 * rows + 3 * rows * columns + 2 * columns * columns + 4 * columns, 0);
        double*    next = numbers.data();
        const auto take = [&](double*& place, std::size_t count) {
            place = next;
            next += count;
        };
        for (double** one : {&theta, &trial, &step, &bend, &scale, &gradient, &sizes, &diagonal,
                             &beta, &small_diagonal, &small_beta})
            take(*one, columns);
        for (double** one : {&residuals, &trial_residuals, &projected, &second}) take(*one, rows);
        take(jacobian, rows * columns);
        take(factors, rows * columns);
        take(trial_jacobian, rows * columns);
        take(reduced, 2 * columns * columns);
        take(right, 2 * columns);
        take(right_bend, 2 * columns);
        free.reserve(columns);
        held.assign(columns, 0);
    }

    /// Exchanges the point with the trial point.
    void go_to_trial()
    {
        std::swap(theta, trial);
        std::swap(residuals, trial_residuals);
        std::swap(jacobian, trial_jacobian);
        factored = false;
    }
};

} // namespace orgscale::detail
