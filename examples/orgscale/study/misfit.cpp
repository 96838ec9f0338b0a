#include "study/misfit.hpp"

#include <cmath>

namespace program {

std::optional<misfit> misfit_of(const std::vector<record>& records,
                                const std::vector<double>& values)
{
    misfit found{0, 0, 0};
    double counted = 0;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!(records[i].value > 0)) continue;
        const double miss = std::abs(values[i] / records[i].value - 1);
        if (counted == 0 || miss > found.worst) {
            found.worst      = miss;
            found.worst_time = records[i].time;
        }
        found.mean += miss;
        ++counted;
    }
    if (counted == 0) return std::nullopt;
    found.mean /= counted;
    return found;
}

} // namespace program
