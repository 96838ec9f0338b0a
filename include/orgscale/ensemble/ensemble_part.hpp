#pragma once

#include <cstddef>
#include <vector>

#include <orgscale/ensemble/failures.hpp>
#include <orgscale/ensemble/quantile_sketch.hpp>

namespace orgscale {

/// The results of some members of an ensemble: counts for each number recorded, and failures. Merging
/// adds integers, so its order doesn't matter.
struct ensemble_part {
    std::vector<quantile_sketch>
             sketches; ///< one per number recorded: per state variable and output time
    failures failed;

    ensemble_part() = default;
    explicit ensemble_part(std::size_t numbers) : sketches(numbers) {}

    /// One of the same shape without members.
    [[nodiscard]] ensemble_part empty_copy() const { return ensemble_part{sketches.size()}; }

    void merge(const ensemble_part& other)
    {
        for (std::size_t i = 0; i < sketches.size(); ++i) sketches[i].merge(other.sketches[i]);
        failed.merge(other.failed);
    }

    friend bool operator==(const ensemble_part&, const ensemble_part&) = default;
};

} // namespace orgscale
