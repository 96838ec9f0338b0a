#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace orgscale::detail {

/// The x >= 0 that makes gain · x greatest while rows · x <= limits, which must not be negative: Dantzig's
/// simplex method from x = 0, with Bland's rule against going in circles [1].
///
/// [1] Bland, R. G. (1977). New finite pivoting rules for the simplex method. Mathematics of Operations
///     Research 2(2), 103-107. doi:10.1287/moor.2.2.103
template <class Real>
[[nodiscard]] std::vector<Real> greatest_gain(std::vector<std::vector<Real>> rows,
                                              std::vector<Real> limits, std::vector<Real> gain)
{
    const std::size_t variables = gain.size(), count = rows.size();
    // The tableau: beside the variables one slack a row; `basis` says whose value a row holds.
    std::vector<std::size_t> basis(count);
    for (std::size_t r = 0; r < count; ++r) {
        rows[r].resize(variables + count, Real(0));
        rows[r][variables + r] = 1;
        basis[r]               = variables + r;
    }
    gain.resize(variables + count, Real(0));
    const Real tiny = Real(1e-9);
    for (int turn = 0; turn < 400; ++turn) {
        std::size_t enters = 0;
        while (enters < gain.size() && !(gain[enters] > tiny)) ++enters;
        if (enters == gain.size()) break;
        std::size_t leaves = count;
        Real        least  = 0;
        for (std::size_t r = 0; r < count; ++r) {
            if (!(rows[r][enters] > tiny)) continue;
            const Real step = limits[r] / rows[r][enters];
            if (leaves == count || step < least || (!(least < step) && basis[r] < basis[leaves])) {
                leaves = r;
                least  = step;
            }
        }
        if (leaves == count) break; // without bound, which a box excludes
        const Real pivot = rows[leaves][enters];
        for (Real& entry : rows[leaves]) entry /= pivot;
        limits[leaves] /= pivot;
        const auto without = [&](std::vector<Real>& row) {
            const Real by = row[enters];
            for (std::size_t c = 0; c < row.size(); ++c) row[c] -= by * rows[leaves][c];
            return by;
        };
        for (std::size_t r = 0; r < count; ++r)
            if (r != leaves) {
                const Real by = without(rows[r]);
                limits[r] -= by * limits[leaves];
                if (limits[r] < 0) limits[r] = 0; // rounding
            }
        static_cast<void>(without(gain));
        basis[leaves] = enters;
    }
    std::vector<Real> x(variables, Real(0));
    for (std::size_t r = 0; r < count; ++r)
        if (basis[r] < variables) x[basis[r]] = limits[r];
    return x;
}

} // namespace orgscale::detail
