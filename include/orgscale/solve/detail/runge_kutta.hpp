#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <type_traits>
#include <utility>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/dynamics.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/core/state.hpp>
#include <orgscale/solve/detail/tsitouras_5.hpp>
#include <orgscale/solve/detail/verner_7.hpp>

/// One step of an explicit Runge-Kutta pair, and its interpolant.
namespace orgscale::detail {

/// The state type of a dynamics, or the number of a law.
template <class Model>
struct state_type_of {
    using type = typename Model::real_type;
};

template <dynamics Model>
struct state_type_of<Model> {
    using type = typename Model::state_type;
};

template <class Model>
using state_of = typename state_type_of<Model>::type;

template <class Model>
using numbers_of =
    std::array<typename Model::real_type, dimension<state_of<Model>, typename Model::real_type>>;

template <class Model>
[[nodiscard]] constexpr numbers_of<Model> rates(const Model&                     model,
                                                const typename Model::real_type& time,
                                                const numbers_of<Model>&         x)
{
    if constexpr (dynamics<Model>) {
        const typename Model::state_type slope =
            model.derivative(time, from_array<typename Model::state_type>(x));
        return to_array<typename Model::real_type>(slope);
    } else {
        return {static_cast<typename Model::real_type>(model.rate(x[0]))};
    }
}

/// The rounding unit of a number type; that of `double` if it has none.
template <real Real>
inline const double rounding_of = std::numeric_limits<Real>::is_specialized
                                      ? static_cast<double>(std::numeric_limits<Real>::epsilon())
                                      : std::numeric_limits<double>::epsilon();

template <real Real, std::size_t N>
[[nodiscard]] bool all_finite(const std::array<Real, N>& x)
{
    for (const Real& number : x)
        if (!(std::abs(plain(number)) < std::numeric_limits<double>::infinity())) return false;
    return true;
}

/// A coefficient of a table; without derivatives if the number type has them over a built-in value.
template <real Real>
[[nodiscard]] constexpr auto coefficient(long double value)
{
    if constexpr (std::is_arithmetic_v<passive_t<Real>>) {
        return static_cast<passive_t<Real>>(value);
    } else if constexpr (std::is_constructible_v<Real, long double>) {
        return static_cast<Real>(value);
    } else {
        return Real(static_cast<double>(value));
    }
}

template <class Method, std::size_t Row>
struct row_of {
    static constexpr auto& weights = Method::a[Row];
};

template <class Method>
struct error_of {
    static constexpr auto& weights = Method::error;
};

template <class Method, std::size_t Power>
struct power_of {
    static constexpr auto weights = [] {
        std::array<long double, Method::stages + Method::further> column{};
        for (std::size_t i = 0; i < column.size(); ++i) column[i] = Method::interpolant[i][Power];
        return column;
    }();
};

/// Adds width weight[j] k[j] to a sum, for each stage j in turn. For built-in numbers the loop is unrolled, so
/// that weights become constants and stages of weight zero cost nothing, at -O2, too.
template <class Weights, real Real, real Width, std::size_t N, std::size_t Stages>
    requires std::is_arithmetic_v<Real>
constexpr void add_stages(std::array<Real, N>& sum, const Width& width,
                          const std::array<std::array<Real, N>, Stages>& k)
{
#pragma GCC unroll 16
    for (std::size_t j = 0; j < Weights::weights.size(); ++j) {
        if (Weights::weights[j] == 0) continue;
        const Width part = width * coefficient<Real>(Weights::weights[j]);
        for (std::size_t n = 0; n < N; ++n) sum[n] = sum[n] + part * k[j][n];
    }
}

/// The same for other numbers, whose operations are loops themselves: unrolled, a run with sixty derivatives
/// takes minutes to compile.
template <class Weights, real Real, real Width, std::size_t N, std::size_t Stages>
constexpr void add_stages(std::array<Real, N>& sum, const Width& width,
                          const std::array<std::array<Real, N>, Stages>& k)
{
    for (std::size_t j = 0; j < Weights::weights.size(); ++j) {
        if (Weights::weights[j] == 0) continue;
        const Width part = width * coefficient<Real>(Weights::weights[j]);
        for (std::size_t n = 0; n < N; ++n) sum[n] = sum[n] + part * k[j][n];
    }
}

/// The sum of weight[j] k[j] over all stages j.
template <class Weights, real Real, std::size_t N, std::size_t Stages>
[[nodiscard]] constexpr std::array<Real, N> weighted(const std::array<std::array<Real, N>, Stages>& k)
{
    std::array<Real, N> sum;
    sum.fill(Real(0));
    add_stages<Weights>(sum, coefficient<Real>(1), k);
    return sum;
}

/// x + width times that sum, for intermediate stages, where the last digit does not matter: the last
/// stage enters last with one multiplication, to shorten the dependency of the next stage on it.
template <class Weights, real Real, real Width, std::size_t N, std::size_t Stages>
[[nodiscard]] constexpr std::array<Real, N> leaned(const std::array<Real, N>& x, const Width& width,
                                                   const std::array<std::array<Real, N>, Stages>& k)
{
    std::array<Real, N> there = x;
    add_stages<Weights>(there, width, k);
    return there;
}

template <real Real, real Width, std::size_t N>
[[nodiscard]] constexpr std::array<Real, N> moved(const std::array<Real, N>& x, const Width& width,
                                                  const std::array<Real, N>& slope)
{
    std::array<Real, N> there = x;
    for (std::size_t n = 0; n < N; ++n) there[n] = there[n] + width * slope[n];
    return there;
}

/// Storage for the stages of a step of either method.
template <class Model>
using stages_of = std::array<numbers_of<Model>, verner_7::stages>;

/// A time just inside the end of the step, for stages there: a breakpoint at the end belongs to the next
/// step.
template <real Real>
[[nodiscard]] constexpr Real inside_end(const Real& begin, const Real& width)
{
    using std::abs;
    using limits       = std::numeric_limits<Real>;
    const Real end     = begin + width;
    const Real epsilon = limits::is_specialized ? Real(limits::epsilon())
                                                : Real(std::numeric_limits<double>::epsilon());
    return end - greatest(Real(abs(end)), width) * epsilon;
}

/// Evaluates stages First to Last - 1, each from those before it.
template <class Method, std::size_t First, std::size_t Last, class Model, real Width,
          std::size_t Stages>
constexpr void evaluate(const Model& model, const typename Model::real_type& begin,
                        const Width& width, const numbers_of<Model>& x,
                        std::array<numbers_of<Model>, Stages>& k)
{
    using Real      = typename Model::real_type;
    const Real last = inside_end(begin, Real(width));
    const auto when = [&](long double part) {
        return part == 1 ? last : Real(begin + coefficient<Real>(part) * width);
    };
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
        ((k[First + Index] = rates(model, when(Method::c[First + Index]),
                                   leaned<row_of<Method, First + Index>>(x, width, k))),
         ...);
    }(std::make_index_sequence<Last - First>{});
}

} // namespace orgscale::detail
