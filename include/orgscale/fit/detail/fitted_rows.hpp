#pragma once

#include <cstddef>
#include <span>

#include <orgscale/core/language.hpp>

namespace orgscale::detail {

/// The rows of a series beside what a model expects of them.
struct fitted_rows {
    std::span<const double> expected, observed, weights, times;

    [[nodiscard]] std::size_t size() const { return observed.size(); }
    [[nodiscard]] double weight(std::size_t i) const { return weights.empty() ? 1 : weights[i]; }
};

} // namespace orgscale::detail
