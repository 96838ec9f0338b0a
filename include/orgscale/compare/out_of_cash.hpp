#pragma once

#include <orgscale/core/dynamics.hpp>

namespace orgscale {

/// When the cash of an organisation first falls below 0.
template <dynamics Model>
struct out_of_cash {
    typename Model::real_type  time;
    typename Model::state_type state;
    typename Model::real_type  uncovered; ///< outlay that income does not cover [money/time]
};

} // namespace orgscale
