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

/// What one parameter does to an answer.
template <real Real = double>
struct lever {
    std::string         name;       ///< of the parameter: `governance.autonomy`
    const char*         symbol;     ///< of the parameter
    const char*         unit;       ///< of the parameter
    Real                value;      ///< of the parameter
    std::optional<Real> slope;      ///< d answer / d parameter; nothing where there is none
    std::optional<Real> elasticity; ///< per cent of the answer for one per cent of the parameter [-]

    /// What the answer moves by if the parameter is raised by a share of itself, to first order: 0.1 for
    /// ten per cent. Nothing where there is no derivative.
    [[nodiscard]] std::optional<Real> moved_by(const Real& share) const
    {
        if (!slope) return std::nullopt;
        return Real(*slope * value * share);
    }
};

/// An answer and its levers, the strongest first.
template <real Real = double>
struct ranked_levers {
    std::optional<Real>      answer;    ///< nothing if there is none (no wall before the horizon)
    std::vector<lever<Real>> by_effect; ///< of 1 per cent each; parameters of 0 behind, by slope

    /// Whether the answer has derivatives. An event that only touches its condition has a time but none:
    /// the least change of a parameter can make it vanish.
    [[nodiscard]] bool differentiable() const
    {
        return std::any_of(by_effect.begin(), by_effect.end(),
                           [](const auto& one) { return one.slope.has_value(); });
    }
};

namespace detail {

/// The number of an answer: itself, what is in an optional, or the time of what has one.
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

/// By how much a parameter is moved: itself, so that a run's tolerance is one of shares; 1 at 0; not at
/// all if it is infinite.
template <class Real>
[[nodiscard]] Real pace_of(const Real& value)
{
    if (!if_finite(value)) return Real(0);
    return value == 0 ? Real(1) : value;
}

} // namespace detail

/// Which parameter moves an answer most: the elasticity of any answer to every described parameter,
/// exact to rounding at the tolerance of the run (by dual numbers, not by differences).
///
///     elasticity = (d answer / answer) / (d parameter / parameter)
///
/// `answer(model)` is asked once, with the model over a number that carries derivatives, so it takes
/// its argument as `const auto&`. It may answer a number, an optional one, or what has a `time` (a
/// scaling_wall, a crossover):
///
///     levers(firm, [](const auto& firm) {
///         return scaling_wall(firm, {.people = 5, .customers = 20}, {.to = 600});
///     });
///
/// A parameter that is infinite limits nothing and is no lever. What binds at the moment has a lever,
/// what would bind next has none yet: an elasticity tells about small changes.
template <described Model, class Answer>
[[nodiscard]] ranked_levers<typename Model::real_type> levers(const Model& model, Answer&& answer)
{
    using Real                  = typename Model::real_type;
    constexpr std::size_t count = most_parameters<Model>;
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

/// The same for an answer that needs a start: `answer(model, start)`, both over the other number.
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
