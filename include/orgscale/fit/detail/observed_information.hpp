#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace orgscale::detail {

/// Standard errors from the second derivatives of a log-likelihood at its maximum, by central differences of these
/// widths. Empty if it is no maximum.
template <class LogLikelihood>
[[nodiscard]] std::vector<double> observed_errors(const LogLikelihood&       value,
                                                  const std::vector<double>& point,
                                                  const std::vector<double>& widths)
{
    const std::size_t size  = point.size();
    const double      here  = value(point);
    const auto        moved = [&](std::size_t j, double by_j, std::size_t k, double by_k) {
        auto there = point;
        there[j] += by_j * widths[j];
        there[k] += by_k * widths[k];
        return value(there);
    };
    std::vector<double> information(size * size), inverse(size * size, 0.0);
    for (std::size_t j = 0; j < size; ++j)
        for (std::size_t k = 0; k <= j; ++k) {
            const double bend         = j == k ? moved(j, 1, j, 0) - 2 * here + moved(j, -1, j, 0)
                                               : (moved(j, 1, k, 1) - moved(j, 1, k, -1) -
                                          moved(j, -1, k, 1) + moved(j, -1, k, -1)) /
                                             4;
            information[j * size + k] = information[k * size + j] = -bend;
        }
    // Gauss and Jordan without exchanges: the information is positive definite at a maximum.
    for (std::size_t j = 0; j < size; ++j) inverse[j * size + j] = 1;
    for (std::size_t j = 0; j < size; ++j) {
        const double pivot = information[j * size + j];
        if (!(pivot > 0)) return {};
        for (std::size_t k = 0; k < size; ++k) {
            information[j * size + k] /= pivot;
            inverse[j * size + k] /= pivot;
        }
        for (std::size_t i = 0; i < size; ++i) {
            const double share = information[i * size + j];
            if (i == j) continue;
            for (std::size_t k = 0; k < size; ++k) {
                information[i * size + k] -= share * information[j * size + k];
                inverse[i * size + k] -= share * inverse[j * size + k];
            }
        }
    }
    std::vector<double> errors;
    for (std::size_t j = 0; j < size; ++j)
        errors.push_back(std::sqrt(inverse[j * size + j]) * widths[j]);
    return errors;
}

} // namespace orgscale::detail
