#pragma once

#include <cstddef>
#include <vector>

#include <orgscale/ensemble/failures.hpp>
#include <orgscale/ensemble/quantile_sketch.hpp>

namespace orgscale {

/// What is known of some members of an ensemble: counts of each number that is asked for, and who failed.
/// Merging adds whole numbers, so its order does not matter.
struct ensemble_part {
    std::vector<quantile_sketch> sketches; ///< of each number, or of each number of each output
    failures                     failed;

    ensemble_part() = default;
    explicit ensemble_part(std::size_t numbers) : sketches(numbers) {}

    /// One that knows of no member yet.
    [[nodiscard]] ensemble_part empty_copy() const { return ensemble_part{sketches.size()}; }

    void merge(const ensemble_part& other)
    {
        for (std::size_t i = 0; i < sketches.size(); ++i) sketches[i].merge(other.sketches[i]);
        failed.merge(other.failed);
    }

    friend bool operator==(const ensemble_part&, const ensemble_part&) = default;
};

} // namespace orgscale
