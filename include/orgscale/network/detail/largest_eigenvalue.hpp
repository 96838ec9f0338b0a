#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace orgscale::detail {

/// The largest eigenvalue of a symmetric tridiagonal matrix with `diagonal` and `beside` it, one number less: by
/// halving, with the number of eigenvalues above x from the signs of the pivots of the matrix less x.
[[nodiscard]] inline double largest_of_tridiagonal(const std::vector<double>& diagonal,
                                                   const std::vector<double>& beside)
{
    double low = diagonal.front(), high = low;
    for (std::size_t i = 0; i < diagonal.size(); ++i) {
        const double around = (i > 0 ? beside[i - 1] : 0) + (i < beside.size() ? beside[i] : 0);
        low                 = (std::max)(low, diagonal[i]); // of each unit vector
        high                = (std::max)(high, diagonal[i] + around);
    }
    const auto some_above = [&](double x) {
        double pivot = 1;
        for (std::size_t i = 0; i < diagonal.size(); ++i) {
            const double link = i > 0 ? beside[i - 1] : 0;
            pivot             = diagonal[i] - x - link * link / pivot;
            if (pivot >= 0) return true;
        }
        return false;
    };
    for (;;) {
        const double middle = low + (high - low) / 2;
        if (!(middle > low && middle < high)) return high;
        (some_above(middle) ? low : high) = middle;
    }
}

/// The largest eigenvalue of the links between people, 1 for each contact, 0 without links; by the method of Lanczos
/// from a vector of ones, which has a part of its eigenvector as all its numbers are positive.
[[nodiscard]] inline double largest_eigenvalue(const std::vector<std::vector<std::size_t>>& contacts)
{
    const std::size_t   n = contacts.size();
    std::vector<double> before(n, 0), now(n, 1 / std::sqrt(static_cast<double>(n))), next(n);
    std::vector<double> diagonal, beside;
    double              found = 0, scale = 0;
    for (std::size_t step = 1; step <= 8192; ++step) {
        double along = 0, length = 0;
        for (std::size_t i = 0; i < n; ++i) {
            double sum = 0;
            for (const std::size_t j : contacts[i]) sum += now[j];
            next[i] = sum - (beside.empty() ? 0 : beside.back() * before[i]);
            along += now[i] * next[i];
        }
        for (std::size_t i = 0; i < n; ++i) {
            next[i] -= along * now[i];
            length += next[i] * next[i];
        }
        length = std::sqrt(length);
        diagonal.push_back(along);
        scale = (std::max)(scale, std::abs(along) + length);
        // What follows so little would be rounding; found is wrong by its square only.
        const bool ends = length <= 1e-9 * scale;
        if (ends || (step & (step - 1)) == 0) { // after 1, 2, 4, 8, ... steps
            const double nearer = largest_of_tridiagonal(diagonal, beside);
            const bool same = nearer - found <= 4 * std::numeric_limits<double>::epsilon() * nearer;
            found           = nearer > found ? nearer : found;
            if (ends || (same && step > 8)) break;
        }
        beside.push_back(length);
        for (std::size_t i = 0; i < n; ++i) {
            before[i] = now[i];
            now[i]    = next[i] / length;
        }
    }
    return found;
}

} // namespace orgscale::detail
