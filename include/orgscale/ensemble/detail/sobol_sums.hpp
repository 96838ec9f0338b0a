#pragma once

#include <cstddef>
#include <vector>

#include <orgscale/core/language.hpp>

namespace orgscale::detail {

/// V, then V_i and VT_i of each input, then V_ij of pairs, with row i counted times[i] times. at(block, row): the
/// centred outputs of the blocks A, B, A with a column of B, and B with one of A.
template <class At>
[[nodiscard]] std::vector<double> sobol_sums(const At& at, const std::vector<double>& times,
                                             std::size_t inputs, bool pairs)
{
    double mean   = 0;
    double square = 0;
    for (std::size_t row = 0; row < times.size(); ++row) {
        const double a = at(0, row), b = at(1, row);
        mean += times[row] * (a + b) / 2;
        square += times[row] * (a * a + b * b) / 2;
    }
    const auto n = static_cast<double>(times.size());
    mean /= n;
    std::vector<double> all(1 + 2 * inputs + (pairs ? inputs * (inputs - 1) / 2 : 0));
    for (std::size_t row = 0; row < times.size(); ++row) {
        const double a = at(0, row), b = at(1, row);
        double*      next = all.data() + 1;
        for (std::size_t i = 0; i < inputs; ++i) {
            const double a_with_b = at(2 + i, row);
            *next++ += times[row] * (b - mean) * (a_with_b - a);
            *next++ += times[row] * (a - a_with_b) * (a - a_with_b) / 2;
        }
        for (std::size_t i = 0; pairs && i < inputs; ++i)
            for (std::size_t j = i + 1; j < inputs; ++j)
                *next++ += times[row] * (at(2 + inputs + i, row) * at(2 + j, row) - a * b);
    }
    for (double& one : all) one /= n;
    all[0]           = square / n - mean * mean;
    std::size_t next = 1 + 2 * inputs;
    for (std::size_t i = 0; pairs && i < inputs; ++i)
        for (std::size_t j = i + 1; j < inputs; ++j) all[next++] -= all[1 + 2 * i] + all[1 + 2 * j];
    return all;
}

} // namespace orgscale::detail
