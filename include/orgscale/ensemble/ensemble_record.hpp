#pragma once

#include <cstdint>

#include <orgscale/ensemble/ensemble_part.hpp>
#include <orgscale/ensemble/ensemble_study.hpp>

namespace orgscale {

/// The state of an ensemble: its results are read from it, and a file stores it.
struct ensemble_record {
    ensemble_study study;     ///< everything the members depend on
    std::uint64_t  first = 0; ///< hash of member 0's result, which detects changed code
    std::uint64_t  done  = 0; ///< members 0 to done - 1 are in `known`
    ensemble_part  known;     ///< their results

    friend bool operator==(const ensemble_record&, const ensemble_record&) = default;
};

} // namespace orgscale
