#pragma once

#include <cstddef>

#include <orgscale/compare/answer.hpp>
#include <orgscale/compare/out_of_cash.hpp>
#include <orgscale/core/dynamics.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/solve/crossings.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale {

/// A dynamics whose state has cash: an organisation with a budget.
template <class Model>
concept has_cash = dynamics<Model> && requires(const typename Model::state_type& x) { x.cash; };

/// When an organisation first runs out of money, its state then, and the outlay that its income does not cover;
/// nothing if its cash never falls below 0 by the end of the run.
///
///     if (const auto end = insolvency(firm, run)) ... end->time, end->uncovered
///
/// Located to rounding in the run. The cash must fall below 0 by more than the error of the run,
///
///     cash < -10 (relative · largest |cash| + absolute),
///
/// so that a firm that spends its last money and then lives on its income does not count. A start with less than 0
/// counts at once. If the run did not reach its end, `reason()` says why, and an empty answer holds for the part
/// that was run. Over numbers with derivatives (dual) the time and the state have derivatives.
///
/// An organisation goes on: its creditors wait, and with a budget it hires nobody until its earnings would restore
/// the cash. To end the run there, pass when_insolvent({.stop = true}) to solve.
template <has_cash Model>
[[nodiscard]] answer<out_of_cash<Model>> insolvency(const Model& model, const trajectory<Model>& run)
{
    using Real      = typename Model::real_type;
    auto       at   = run.cursor();
    const auto cash = [&](const Real& time) { return Real(at(time).cash); };
    const auto grid = grid_of(run);

    Real largest(0);
    for (const Real& time : grid) {
        const Real here = cash(time);
        largest         = greatest(largest, greatest(here, Real(-here)));
    }
    const Real error = 10 * (largest * run.relative() + run.absolute());
    auto       zeros = crossings(grid, cash, [&](const Real&) { return Real(0); });

    Real        since = run.from(); // its last zero
    std::size_t zero  = 0;
    for (const Real& time : grid) {
        while (zero < zeros.size() && zeros[zero].time <= time) since = zeros[zero++].time;
        if (cash(time) < -error) {
            const auto state = at(since);
            const Real rate  = model.derivative(since, state).cash;
            return {run.reason(), out_of_cash<Model>{since, state, greatest(Real(-rate), Real(0))}};
        }
    }
    return {run.reason()};
}

/// The same for a model, run from a start: `insolvency(firm, firm.opening({.people = 5, .customers = 20}, 1e5),
/// {.to = 60})`.
template <has_cash Model>
[[nodiscard]] answer<out_of_cash<Model>> insolvency(
    const Model& model, const typename Model::state_type& start,
    const solve_options<typename Model::real_type>& options)
{
    return insolvency(model, solve(model, start, options));
}

/// The event that cash falls below 0, for a run that records it or ends there:
///
///     solve(firm, start, {.to = 60}, when_insolvent({.stop = true}))
///
/// As any event (see events.hpp), it also counts a cash that only touches 0.
[[nodiscard]] constexpr auto when_insolvent(event_options options = {})
{
    options.only = direction::falling;
    return when([](const auto&, const auto& x) { return x.cash; }, options);
}

} // namespace orgscale
