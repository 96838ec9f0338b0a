#pragma once

#include <cmath>
#include <optional>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/law.hpp>

namespace orgscale {

/// Logistic growth: in proportion to what is there and to the room that is left.
///
///     dN/dt = r N (1 - N/K)                                                             [1]
///     N(t)  = N0 K / (N0 + (K - N0) e^{-r t}) = N0 / (e^{-r t} + (N0/K) (1 - e^{-r t}))
///
/// For N >= 0; above K it falls back to K. An early fit underestimates K: growth that is still
/// exponential says nothing of its ceiling.
///
/// [1] Verhulst, P.-F. (1838). Notice sur la loi que la population suit dans son accroissement.
///     Correspondance mathématique et physique 10, 113-121.
template <real Real = double>
struct logistic {
    using real_type = Real;

    finite_positive<Real> growth_rate; ///< r, growth far below the ceiling   [1/time]
    finite_positive<Real> ceiling;     ///< K, what can be sustained          [customers]

    /// dN/dt at N [customers/time].
    [[nodiscard]] constexpr Real rate(const Real& size) const
    {
        return growth_rate * size * (1 - size / ceiling);
    }

    /// N a time t after it was `size`, exact [customers].
    [[nodiscard]] Real after(const Real& size, const Real& time) const
    {
        using std::exp, std::expm1;
        const Real decay = growth_rate * time;
        return size / (exp(Real(-decay)) - size / ceiling * expm1(Real(-decay)));
    }

    /// The time from `size` to the fastest growth, at K/2: ln(K/size - 1)/r; negative once it is
    /// past [time]. For 0 < size < K; nothing outside, where there is no such moment.
    [[nodiscard]] std::optional<Real> inflection(const Real& size) const
    {
        using std::log;
        if (!every(size > 0) || !every(size < ceiling)) return std::nullopt;
        return log(Real(ceiling / size - 1)) / growth_rate;
    }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"growth_rate", "r", "1/time", "growth far below the ceiling",
                      &logistic::growth_rate},
            parameter{"ceiling", "K", "customers", "what can be sustained", &logistic::ceiling}};
    }
};

static_assert(closed_form<logistic<>>);
static_assert(fully_described<logistic<>>);

} // namespace orgscale
