#pragma once

#include <optional>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// An interval of values. An end that is missing is unbounded.
struct value_interval {
    std::optional<double> low, high;

    [[nodiscard]] bool contains(double x) const
    {
        return (!low || *low <= x) && (!high || x <= *high);
    }
};

} // namespace orgscale
