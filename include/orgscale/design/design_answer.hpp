#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <orgscale/design/design_verdict.hpp>
#include <orgscale/design/designed.hpp>
#include <orgscale/design/promise_part.hpp>

namespace orgscale {

/// What a part of a promise does to what can be designed.
template <real Real = double>
struct part_effect {
    promise_part        part;
    std::optional<Real> price; ///< per cent of the least cost, for one per cent of the part     [-]
    std::optional<Real> best;  ///< its greatest margin in the box, looked for if none keeps all [-]
};

/// A parameter that was chosen at an end of its range.
struct range_end {
    std::string name; ///< full name: `governance.span_of_control`
    bool        high; ///< whether it is the upper end
};

/// What a design says.
template <class Model>
struct design_answer {
    using real_type = typename Model::real_type;

    design_verdict               verdict = design_verdict::no_organisation;
    std::vector<designed<Model>> feasible;  ///< that keep it, from all over the box, cheapest first
    std::optional<designed<Model>> closest; ///< if none keeps it, whose worst part is the best
    std::optional<promise_part> binding; ///< part that makes the cheapest cost most; nothing if none
    std::vector<promise_part> forbidden_by; ///< parts that none keeps, worst first; else two or more
                                            ///< that can't be kept together
    std::vector<range_end> at_ends; ///< of the cheapest, where a wider range might be cheaper
    std::vector<part_effect<real_type>> parts; ///< each part that was promised
    real_type                           feasible_share =
        0; ///< of the organisations looked at all over the box             [-]
    std::int64_t runs            = 0; ///< that it took
    std::int64_t no_organisation = 0; ///< looked at where a rule between parameters is broken
    std::int64_t ended_early = 0; ///< runs that did not reach their end, which count as not kept

    [[nodiscard]] explicit operator bool() const noexcept { return !feasible.empty(); }

    /// The one that costs least; there must be one.
    [[nodiscard]] const designed<Model>& cheapest() const { return feasible.front(); }

    /// The effect of a part; nothing if it was not promised.
    [[nodiscard]] std::optional<part_effect<real_type>> effect(promise_part part) const
    {
        for (const auto& one : parts)
            if (one.part == part) return one;
        return std::nullopt;
    }
};

} // namespace orgscale
