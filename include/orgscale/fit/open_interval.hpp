#pragma once

#include <optional>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// An estimate with an interval that may be unbounded: what is missing, the data don't give.
struct open_interval {
    std::optional<double> estimate{};
    std::optional<double> low{};
    std::optional<double> high{};

    [[nodiscard]] bool contains(double x) const
    {
        return (!low || *low <= x) && (!high || x <= *high);
    }
};

} // namespace orgscale
