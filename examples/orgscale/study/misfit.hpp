#pragma once

#include <optional>
#include <vector>

#include "scenario/recorded.hpp"

namespace program {

/// How far a curve misses what was recorded: |curve/recorded - 1|.
struct misfit {
    double worst;
    double mean;
    double worst_time; ///< as the records count it
};

/// Of values at the records' times. Records of 0 are passed over; nothing if no other is left.
[[nodiscard]] std::optional<misfit> misfit_of(const std::vector<record>& records,
                                              const std::vector<double>& values);

} // namespace program
