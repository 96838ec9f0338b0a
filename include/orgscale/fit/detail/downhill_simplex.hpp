#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace orgscale::detail {

/// A local minimum of a function of a few numbers without derivatives, started again from its own answer until
/// it no longer improves.
///
/// Nelder, J. A., Mead, R. (1965). A simplex method for function minimization. The Computer Journal 7(4),
/// 308-313. doi:10.1093/comjnl/7.4.308
template <class Function>
[[nodiscard]] std::vector<double> downhill_simplex(const Function& value, std::vector<double> start,
                                                   const std::vector<double>& widths)
{
    struct corner {
        std::vector<double> at;
        double              value;
    };
    const std::size_t size   = start.size();
    const auto        lesser = [](const corner& a, const corner& b) { return a.value < b.value; };
    double            before = value(start);
    for (int again = 0; again < 8; ++again) {
        std::vector<corner> corners{{start, before}};
        for (std::size_t j = 0; j < size; ++j) {
            auto at = start;
            at[j] += (again % 2 == 0 ? 1 : -1) * widths[j];
            corners.push_back({at, value(at)});
        }
        for (int step = 0; step < 400; ++step) {
            std::sort(corners.begin(), corners.end(), lesser);
            corner& worst = corners.back();
            if (!(worst.value - corners[0].value > 1e-12 * (1 + std::abs(corners[0].value)))) break;
            std::vector<double> middle(size, 0.0);
            for (std::size_t c = 0; c < size; ++c)
                for (std::size_t j = 0; j < size; ++j)
                    middle[j] += corners[c].at[j] / static_cast<double>(size);
            const auto along = [&](double by) {
                corner there{middle, 0};
                for (std::size_t j = 0; j < size; ++j)
                    there.at[j] += by * (middle[j] - worst.at[j]);
                there.value = value(there.at);
                return there;
            };
            const corner over = along(1);
            if (over.value < corners[0].value) {
                const corner beyond = along(2);
                worst               = beyond.value < over.value ? beyond : over;
            } else if (over.value < corners[size - 1].value) {
                worst = over;
            } else {
                const corner closer = along(over.value < worst.value ? 0.5 : -0.5);
                if (closer.value < (std::min)(over.value, worst.value)) {
                    worst = closer;
                } else {
                    for (std::size_t c = 1; c <= size; ++c) {
                        for (std::size_t j = 0; j < size; ++j)
                            corners[c].at[j] = (corners[c].at[j] + corners[0].at[j]) / 2;
                        corners[c].value = value(corners[c].at);
                    }
                }
            }
        }
        const auto best = std::min_element(corners.begin(), corners.end(), lesser);
        start           = best->at;
        const bool done = !(best->value < before - 1e-9 * (1 + std::abs(before)));
        before          = best->value;
        if (done) break;
    }
    return start;
}

} // namespace orgscale::detail
