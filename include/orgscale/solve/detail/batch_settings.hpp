#pragma once

#include <cstddef>
#include <cstdint>

namespace orgscale::detail {

/// What all runs of a batch share.
struct batch_settings {
    double       from;
    double       to;
    std::size_t  outputs;
    double       relative;
    double       absolute;
    std::int64_t max_steps;
    double       max_step;

    /// When output number i is wanted; the last at the end, to the last digit.
    [[nodiscard]] double output_time(std::size_t i) const
    {
        if (i + 1 >= outputs) return to;
        return from + (to - from) * static_cast<double>(i) / static_cast<double>(outputs - 1);
    }
};

} // namespace orgscale::detail
