#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <source_location>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <orgscale/core/check_start.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/with_real.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale {

/// The effect of one parameter on an answer.
template <real Real = double>
struct lever {
    std::string         name;       ///< of the parameter: `governance.autonomy`
    const char*         symbol;     ///< of the parameter
    const char*         unit;       ///< of the parameter
    Real                value;      ///< of the parameter
    std::optional<Real> slope;      ///< d answer / d parameter, if it exists
    std::optional<Real> elasticity; ///< per cent of the answer for one per cent of the parameter [-]

    /// The first-order change of the answer when the parameter is raised by a share of itself: 0.1 for
    /// ten per cent. Nothing if there is no derivative.
    [[nodiscard]] std::optional<Real> moved_by(const Real& share) const
    {
        if (!slope) return std::nullopt;
        return Real(*slope * value * share);
    }
};

/// An answer and its levers, strongest first.
template <real Real = double>
struct ranked_levers {
    std::optional<Real>      answer; ///< nothing if it does not exist (no wall before the horizon)
    std::vector<lever<Real>> by_effect; ///< by effect of 1 per cent; parameters of 0 last, by slope

    /// Whether the answer has derivatives. An event that only touches zero has a time but no derivative:
    /// the least change of a parameter can make it vanish.
    [[nodiscard]] bool differentiable() const
    {
        return std::any_of(by_effect.begin(), by_effect.end(),
                           [](const auto& one) { return one.slope.has_value(); });
    }
};

namespace detail {

/// The number of an answer: itself, the content of an optional, or its time.
template <class Answer>
[[nodiscard]] auto number_of_answer(const Answer& given)
{
    if constexpr (real<Answer>) {
        return std::optional<Answer>{given};
    } else if constexpr (requires { given.has_value(), *given; }) {
        return given ? number_of_answer(*given) : decltype(number_of_answer(*given)){};
    } else {
        return number_of_answer(given.time);
    }
}

template <class Real>
[[nodiscard]] std::optional<Real> if_finite(const Real& x)
{
    return x - x == 0 ? std::optional<Real>{x} : std::nullopt;
}

/// The scale of a parameter's seed: the parameter, so that a run's tolerance is relative; 1 at 0; 0 if
/// infinite.
template <class Real>
[[nodiscard]] Real pace_of(const Real& value)
{
    if (!if_finite(value)) return Real(0);
    return value == 0 ? Real(1) : value;
}

} // namespace detail

/// Which parameter moves an answer most: its elasticity to every described parameter, by dual numbers
/// instead of differences, so exact to the tolerance of the run.
///
///     elasticity = (d answer / answer) / (d parameter / parameter)
///
/// `answer(model)` is called once, with the model over dual numbers, so it takes its argument as `const
/// auto&`. It may return a number, an optional number, or something with a `time` (a scaling_wall, a
/// crossover):
///
///     levers(firm, [](const auto& firm) {
///         return scaling_wall(firm, {.people = 5, .customers = 20}, {.to = 600});
///     });
///
/// An infinite parameter limits nothing and is no lever. Elasticities hold for small changes: the limit
/// that would bind next shows no effect yet.
template <described Model, class Answer>
[[nodiscard]] ranked_levers<typename Model::real_type> levers(const Model& model, Answer&& answer)
{
    using Real                  = typename Model::real_type;
    constexpr std::size_t count = max_parameters<Model>;
    using number                = dual<Real, count>;
    static_assert(has_real<Model, number>, "a model with levers is a template over its number");

    std::size_t which = 0;
    const auto  variable =
        with_real<number>(model, [&](const parameter_path&, const auto&, const Real& value) {
            const std::size_t mine = which++;
            return number::moving(value, mine, detail::pace_of(value));
        });
    const auto found = detail::number_of_answer(answer(variable));

    ranked_levers<Real> ranked;
    if (!found) return ranked;
    ranked.answer     = passive(*found);
    std::size_t index = 0;
    for_each_parameter(model, [&](const parameter_path& path, const auto& line, const Real& value) {
        const std::size_t mine = index++;
        if (!detail::if_finite(value)) return;
        char name[parameter_path::longest] = {};
        path.copy(name, sizeof name);
        const Real  slope = found->slope(mine) / detail::pace_of(value);
        lever<Real> one{name, line.symbol, line.unit, value, detail::if_finite(slope), {}};
        if (one.slope)
            one.elasticity = detail::if_finite(Real(*one.slope * value / *ranked.answer));
        ranked.by_effect.push_back(std::move(one));
    });
    std::sort(ranked.by_effect.begin(), ranked.by_effect.end(),
              [](const lever<Real>& a, const lever<Real>& b) {
                  using std::abs;
                  const auto size = [](const std::optional<Real>& x) {
                      return x ? Real(abs(*x)) : Real(-1);
                  };
                  const Real of_a = size(a.moved_by(Real(1)));
                  const Real of_b = size(b.moved_by(Real(1)));
                  if (of_a < of_b || of_b < of_a) return of_b < of_a;
                  const Real slope_of_a = size(a.slope);
                  const Real slope_of_b = size(b.slope);
                  if (slope_of_a < slope_of_b || slope_of_b < slope_of_a)
                      return slope_of_b < slope_of_a;
                  return a.name < b.name;
              });
    return ranked;
}

/// The same for an answer that needs a start: `answer(model, start)`, both over dual numbers.
///
///     levers(firm, {.people = 5, .customers = 20}, [](const auto& firm, const auto& start) {
///         return scaling_wall(firm, start, {.to = 600});
///     });
template <described Model, class Answer>
    requires solvable<Model>
[[nodiscard]] auto levers(const Model& model, const detail::state_of<Model>& start, Answer&& answer,
                          std::source_location where = std::source_location::current())
{
    check_start(start, where);
    return levers(model, [&]<class Other>(const Other& other) {
        return answer(other, state_for<Other>(start));
    });
}

} // namespace orgscale
