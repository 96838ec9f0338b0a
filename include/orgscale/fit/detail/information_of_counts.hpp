#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include <orgscale/fit/detail/householder.hpp>
#include <orgscale/fit/least_squares_fit.hpp>

namespace orgscale::detail {

/// Replaces the triangle of a fit of counts by that of the information on their expected numbers, which differs from
/// the Jacobian of the residuals whose squares are the loss. Returns the sum of squared Pearson residuals; nothing if a
/// number is not finite.
template <class Evaluator>
[[nodiscard]] std::optional<double> inform(least_squares_fit& fit, Evaluator& evaluate)
{
    const std::size_t   rows = evaluate.rows(), p = fit.free.size();
    std::vector<double> r(rows), jacobian(rows * evaluate.columns());
    if (!evaluate.information(fit.estimates.data(), r.data(), jacobian.data())) return std::nullopt;
    std::vector<double> columns(rows * p), diagonal(p), beta(p);
    for (std::size_t j = 0; j < p; ++j)
        std::copy_n(jacobian.data() + fit.free[j] * rows, rows, columns.data() + j * rows);
    factorize(columns.data(), rows, p, diagonal.data(), beta.data());
    for (std::size_t j = 0; j < p; ++j) {
        for (std::size_t i = 0; i < j; ++i) fit.triangle[j * p + i] = columns[j * rows + i];
        fit.triangle[j * p + j] = diagonal[j];
    }
    return dot(r.data(), r.data(), rows);
}

} // namespace orgscale::detail
