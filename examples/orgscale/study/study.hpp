#pragma once

#include <optional>
#include <vector>

#include "scenario/scenario.hpp"
#include "study/comparison_basis.hpp"
#include "study/design_found.hpp"
#include "study/levers.hpp"
#include "study/outcome.hpp"
#include "study/prospects.hpp"
#include "study/reference_curve.hpp"

namespace program {

/// The simplest curves through a recorded series, to compare a composition's misfit with.
struct yardstick {
    std::optional<reference_curve> line;
    std::optional<reference_curve> exponential;
};

/// A scenario and all that was computed from it.
struct study {
    scenario plan;                     ///< with what was designed
    std::vector<design_found> designs; ///< in the order of composition_names; none without a promise
    std::vector<double>  marks;
    std::vector<outcome> outcomes; ///< in the order of composition_names
    comparison_basis     basis;    ///< what they rest on besides their kinds
    std::vector<outcome> what_ifs; ///< in the order of the scenario's
    levers               moves;    ///< of the organisation as it is
    yardstick            people;
    yardstick            customers;

    std::optional<prospects> samples; ///< of the organisation as it is, where something is uncertain

    /// Whether there is no organisation to speak of, but only why.
    [[nodiscard]] bool none() const { return outcomes.empty(); }

    [[nodiscard]] const outcome& now() const { return outcomes[plan.now_is]; }

    /// The composition with most customers at the horizon; nothing if no run got there.
    [[nodiscard]] const outcome* leader() const
    {
        const outcome* first = nullptr;
        for (const auto& one : outcomes)
            if (one.complete && (first == nullptr || one.end().customers > first->end().customers))
                first = &one;
        return first;
    }
};

} // namespace program
