#pragma once

#include <tuple>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// An organisation whose money nobody asks about: the neutral budget, which changes nothing.
template <real Real = double>
struct no_budget {
    using real_type = Real;

    static constexpr auto parameters() { return std::tuple{}; }
};

} // namespace orgscale
