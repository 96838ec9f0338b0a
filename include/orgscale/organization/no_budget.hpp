#pragma once

#include <orgscale/core/description.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale {

/// The neutral budget: money is not modelled and does not limit hiring.
template <real Real = double>
struct no_budget {
    using real_type = Real;

    static constexpr auto parameters() { return description<>{}; }
};

} // namespace orgscale
