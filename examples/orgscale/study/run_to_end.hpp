#pragma once

#include <optional>

#include <orgscale/growth/growth_state.hpp>
#include <orgscale/solve/trajectory.hpp>

#include "scenario/operations.hpp"
#include "scenario/organisation_model.hpp"
#include "study/outcome.hpp"

namespace program {

/// A run, and when the money runs out in it, if it does.
struct run_made {
    orgscale::trajectory<organisation_model> run;
    std::optional<money_gone>                gone{};
    bool                                     stopped = false; ///< whether it ends there

    /// Whether the organisation reaches the horizon.
    [[nodiscard]] bool complete() const { return run.complete() && !stopped; }

    /// Customers at the horizon: of an organisation that has ended, none; nothing if the run failed.
    [[nodiscard]] std::optional<double> customers_at_end() const
    {
        if (stopped) return 0;
        if (!run.complete()) return std::nullopt;
        return run.back().state.customers;
    }
};

/// From these people and customers until the horizon, or until the money runs out where the organisation is to
/// end then.
[[nodiscard]] run_made run_to_end(const organisation_model&       model,
                                  const orgscale::growth_state<>& now, const operations& run_by,
                                  double horizon);

/// When a run first has so many people and so many customers; nothing if it never has. Looked for at the steps of the
/// run: an excess between two of them that a plot wouldn't show may be missed.
[[nodiscard]] std::optional<double> first_with(const orgscale::trajectory<organisation_model>& run,
                                               double people, double customers);

} // namespace program
