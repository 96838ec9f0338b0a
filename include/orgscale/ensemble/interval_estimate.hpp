#pragma once

#include <orgscale/core/language.hpp>

namespace orgscale {

/// An estimate with its confidence interval.
struct interval_estimate {
    double value;
    double low;
    double high;

    friend bool operator==(const interval_estimate&, const interval_estimate&) = default;
};

} // namespace orgscale
