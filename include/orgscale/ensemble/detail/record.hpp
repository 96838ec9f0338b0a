#pragma once

#include <cstdint>

#include <orgscale/ensemble/detail/part.hpp>
#include <orgscale/ensemble/detail/study.hpp>

namespace orgscale::detail {

/// What is known of an ensemble: all that a file keeps, and that a result is made of.
struct record {
    study         asked;     ///< what its members follow from
    std::uint64_t first = 0; ///< hash of what member 0 gave: the code of model and answer
    std::uint64_t done  = 0; ///< members 0 to done - 1 are in `known`
    part          known;

    friend bool operator==(const record&, const record&) = default;
};

} // namespace orgscale::detail
