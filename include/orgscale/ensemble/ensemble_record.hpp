#pragma once

#include <cstdint>

#include <orgscale/ensemble/ensemble_part.hpp>
#include <orgscale/ensemble/ensemble_study.hpp>

namespace orgscale {

/// An ensemble as far as it is done: what its results are made of, and what a file keeps of it.
struct ensemble_record {
    ensemble_study study;     ///< what its members follow from
    std::uint64_t  first = 0; ///< hash of what member 0 gave: the code of model and output
    std::uint64_t  done  = 0; ///< members 0 to done - 1 are in `known`
    ensemble_part  known;

    friend bool operator==(const ensemble_record&, const ensemble_record&) = default;
};

} // namespace orgscale
