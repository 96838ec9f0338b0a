#pragma once

#include <cstddef>
#include <cstdint>

#include <orgscale/core/language.hpp>

namespace orgscale::detail {

/// Settings shared by all runs of a batch.
struct batch_settings {
    double       from;
    double       to;
    std::size_t  outputs;
    double       relative;
    double       absolute;
    std::int64_t max_steps;
    double       max_step;

    /// The time of output i; the last is exactly the end.
    [[nodiscard]] double output_time(std::size_t i) const
    {
        if (i + 1 >= outputs) return to;
        return from + (to - from) * static_cast<double>(i) / static_cast<double>(outputs - 1);
    }
};

} // namespace orgscale::detail
