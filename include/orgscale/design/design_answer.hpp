#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <orgscale/design/design_verdict.hpp>
#include <orgscale/design/designed.hpp>
#include <orgscale/design/promise_part.hpp>

namespace orgscale {

/// How one part of a promise affects the designs.
template <real Real = double>
struct part_effect {
    promise_part        part;
    std::optional<Real> price; ///< per cent of the least cost for one per cent of the part     [-]
    std::optional<Real> best;  ///< its greatest margin in the box, if the promise is infeasible [-]
};

/// A parameter that was chosen at an end of its range.
struct range_end {
    std::string name; ///< full name: `governance.span_of_control`
    bool        high; ///< whether it is the upper end
};

/// The result of a design.
template <class Model>
struct design_answer {
    using real_type = typename Model::real_type;

    design_verdict                 verdict = design_verdict::no_organisation;
    std::vector<designed<Model>>   feasible; ///< designs that keep the promise, cheapest first
    std::optional<designed<Model>> closest;  ///< if none does, the one with the best worst margin
    std::optional<promise_part>    binding;  ///< part that drives the least cost, if any
    std::vector<promise_part>
        forbidden_by; ///< parts that no design keeps, worst first; or two or more that exclude one another
    std::vector<range_end> at_ends; ///< ends of ranges that the cheapest design is held back by
    std::vector<part_effect<real_type>> parts; ///< each part that was promised
    real_type                           feasible_share =
        0; ///< share of the sampled organisations that keep the promise    [-]
    std::int64_t runs            = 0; ///< simulations made
    std::int64_t no_organisation = 0; ///< sampled points where a rule between parameters is broken
    std::int64_t ended_early = 0; ///< runs that did not reach their end; they count as infeasible

    [[nodiscard]] explicit operator bool() const noexcept { return !feasible.empty(); }

    /// The cheapest design; only if there is one.
    [[nodiscard]] const designed<Model>& cheapest() const { return feasible.front(); }

    /// The effect of a part; empty if it was not promised.
    [[nodiscard]] std::optional<part_effect<real_type>> effect(promise_part part) const
    {
        for (const auto& one : parts)
            if (one.part == part) return one;
        return std::nullopt;
    }
};

} // namespace orgscale
