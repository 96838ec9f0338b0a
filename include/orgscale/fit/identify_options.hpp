#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/fit/growth_law.hpp>

namespace orgscale {

/// A set of growth laws, all of them by default: `laws_to_compare{growth_law::linear, growth_law::logistic}`.
class laws_to_compare {
public:
    constexpr laws_to_compare() = default;
    template <class... Laws>
        requires(sizeof...(Laws) > 0)
    constexpr laws_to_compare(growth_law first, Laws... others)
        : bits_{(bit(first) | ... | bit(others))}
    {}

    [[nodiscard]] constexpr unsigned bits() const { return bits_; }

private:
    [[nodiscard]] static constexpr unsigned bit(growth_law law)
    {
        return 1U << static_cast<unsigned>(law);
    }

    unsigned bits_ = ~0U;
};

struct identify_options {
    laws_to_compare            laws{};          ///< candidates
    fraction_below_one<double> confidence{0.9}; ///< probability that a verdict needs [-]
    fraction_below_one<double> level{0.95};     ///< of the intervals [-]
    positive<double>      tolerance{0.05}; ///< on the local order, within which a line is linear
    std::optional<double> rounding{};     ///< width of the figures' rounding; recognized if missing
    std::size_t           fewest     = 8; ///< figures below which there are not enough data
    std::size_t           resamples  = 399;  ///< of the residuals' bootstrap
    std::uint64_t         seed       = 1;    ///< of the bootstrap
    bool                  back_tests = true; ///< whether earlier figures alone must agree
};

} // namespace orgscale
