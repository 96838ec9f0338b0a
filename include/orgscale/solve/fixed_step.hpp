#pragma once

#include <cstddef>
#include <source_location>
#include <vector>

#include <orgscale/core/check_start.hpp>
#include <orgscale/core/checked.hpp>
#include <orgscale/solve/detail/runge_kutta.hpp>
#include <orgscale/solve/solve.hpp>
#include <orgscale/solve/step.hpp>

namespace orgscale {

namespace detail {

/// A width that must be given: without a default constructor, not even a deleted one, so that options
/// without a width are those of a run with error control.
template <real Real>
struct given_width {
    constexpr given_width(const Real&          width,
                          std::source_location where = std::source_location::current())
        : value{width, where}
    {}

    finite_positive<Real> value;
};

} // namespace detail

/// A method with steps of one width.
///
///     euler             x + h f(t, x)                                   error of order h
///     runge_kutta_4     x + h/6 (k1 + 2 k2 + 2 k3 + k4)                 error of order h^4
enum class fixed_method { euler, runge_kutta_4 };

/// Options of a run with steps of one width. The end and the width are required.
template <real Real = double>
struct fixed_step_options {
    finite_value<Real>        from{0}; ///< time of the start          [time]
    finite_value<Real>        to;      ///< time of the end            [time]
    detail::given_width<Real> step;    ///< h, the last may be shorter [time]
    fixed_method              method = fixed_method::runge_kutta_4;
    std::source_location      where =
        std::source_location::current(); ///< reported if the start is refused

    [[no_unique_address]] agreed ends_after_start{to >= from, "to must not lie before from"};
    [[no_unique_address]] agreed can_be_stored{to - from <= step.value * Real(1e8),
                                               "a run has at most 100 million steps"};
};

/// The run of a model in steps of one width, without error control:
/// `solve(firm, {.people = 5, .customers = 20}, {.to = 60, .step = 0.5}).back().state.customers`.
///
/// For models whose published figures are those of a fixed step, as in system dynamics, and for
/// teaching. It returns the start and the state after each step, at from + i h; the last step ends at
/// `to`. Only a smaller step shows how large the error is: a change of the equations within a step
/// lowers the order, and a step longer than about twice the shortest time constant diverges.
///
/// Hairer, E., Nørsett, S. P., Wanner, G. (1993). Solving Ordinary Differential Equations I. Springer,
/// section II.1. doi:10.1007/978-3-540-78862-1
template <solvable Model>
[[nodiscard]] std::vector<step<detail::state_of<Model>, typename Model::real_type>> solve(
    const Model& model, const detail::state_of<Model>& start,
    const fixed_step_options<typename Model::real_type>& options)
{
    using Real  = typename Model::real_type;
    using State = detail::state_of<Model>;
    check_start(start, options.where);
    const Real from = options.from, to = options.to, width = options.step.value;

    std::vector<step<State, Real>> steps{{from, start}};
    auto                           x    = to_array<Real>(start);
    Real                           time = from;
    for (std::size_t i = 1; time < to; ++i) {
        // A rest below a billionth of a step is rounding.
        const Real planned = from + width * Real(static_cast<double>(i));
        const bool is_last = !(planned < to - width * Real(1e-9));
        const Real next    = is_last ? to : planned;
        const Real h       = next - time;
        const auto k1      = detail::rates(model, time, x);
        if (options.method == fixed_method::euler) {
            x = detail::moved(x, h, k1);
        } else {
            const Real half = h / 2;
            const Real mid  = time + half;
            const auto k2   = detail::rates(model, mid, detail::moved(x, half, k1));
            const auto k3   = detail::rates(model, mid, detail::moved(x, half, k2));
            const auto k4   = detail::rates(model, next, detail::moved(x, h, k3));
            for (std::size_t n = 0; n < x.size(); ++n)
                x[n] = x[n] + h / 6 * (k1[n] + 2 * k2[n] + 2 * k3[n] + k4[n]);
        }
        time = next;
        steps.push_back({time, from_array<State>(x)});
    }
    return steps;
}

} // namespace orgscale
