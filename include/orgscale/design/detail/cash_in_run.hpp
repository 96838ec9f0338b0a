#pragma once

#include <cstddef>

#include <orgscale/core/language.hpp>

namespace orgscale::detail {

/// The lowest cash of a run, and the largest amount of it, in cash or in debt.
template <class Real>
struct cash_in_run {
    Real lowest;
    Real largest;
};

/// Both of a run whose state has cash. Where cash falls at the beginning of a step and rises at its end, its lowest
/// is where its rate is 0, by bisection.
template <class Model, class Run>
[[nodiscard]] auto cash_of_run(const Model& model, const Run& run)
{
    using Real      = typename Run::real_type;
    auto       at   = run.cursor();
    const auto rate = [&](const Real& time) { return Real(model.derivative(time, at(time)).cash); };

    cash_in_run<Real> found{Real(run.begin()->state.cash), Real(0)};
    const auto        see = [&](const Real& cash) {
        if (cash < found.lowest) found.lowest = cash;
        const Real amount = cash < 0 ? Real(-cash) : cash;
        if (amount > found.largest) found.largest = amount;
    };
    auto before = run.begin();
    see(Real(before->state.cash));
    bool falls = model.derivative(before->time, before->state).cash < 0;
    for (auto step = before + 1; step != run.end(); before = step++) {
        see(Real(step->state.cash));
        const bool falls_on = model.derivative(step->time, step->state).cash < 0;
        if (falls && !falls_on) {
            Real low = before->time, high = step->time;
            for (Real middle = low + (high - low) / 2; low < middle && middle < high;
                 middle      = low + (high - low) / 2)
                (rate(middle) < 0 ? low : high) = middle;
            see(Real(at(high).cash));
        }
        falls = falls_on;
    }
    return found;
}

} // namespace orgscale::detail
