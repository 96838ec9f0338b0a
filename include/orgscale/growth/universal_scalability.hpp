#pragma once

#include <cmath>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/growth/output_peak.hpp>
#include <orgscale/growth/scalability_law.hpp>

namespace orgscale {

/// Universal scalability law: the output of k units working in parallel, relative to one.
///
///     X(k)       = k / (1 + σ (k-1) + ξ k (k-1))                                        [1]
///     k/X(k) - 1 = ξ x² + (σ+ξ) x,  x = k - 1         the form used to fit σ and ξ
///     1/X(k)     = 1/k + σ (k-1)/k + ξ (k-1)          time spent working, waiting, coordinating
///     peak at k* = sqrt((1-σ)/ξ); with ξ = 0 it is Amdahl's law, which tends to 1/σ     [2]
///
/// For real k >= 1; X(1) = 1. Not for units that make each other more productive: there is no
/// superlinear term.
///
/// [1] Gunther, N. J. (2007). Guerrilla Capacity Planning. Springer. (Form of 1993.)
///     doi:10.1007/978-3-540-31010-5
/// [2] Amdahl, G. M. (1967). Validity of the single processor approach to achieving large scale
///     computing capabilities. AFIPS Conference Proceedings 30, 483-485. doi:10.1145/1465482.1465560
template <real Real = double>
struct universal_scalability {
    using real_type = Real;

    fraction<Real>            contention{0}; ///< σ, share of work that only one unit can do   [-]
    finite_non_negative<Real> coherency{0};  ///< ξ, cost of coordination with each other unit [-]

    /// Where the time goes, relative to the time that one unit alone would take.
    struct time_shares {
        Real working;  ///< 1/k, the work itself  [-]
        Real waiting;  ///< σ (k-1)/k, contention [-]
        Real agreeing; ///< ξ (k-1), coordination [-]
    };

    /// X(k), the speed-up [-].
    [[nodiscard]] constexpr Real speed_up(const non_negative<Real>& units) const
    {
        return Real{units} / (1 + deviation(Real{units}));
    }

    /// k/X(k) - 1, the relative excess over the time without losses [-].
    [[nodiscard]] constexpr Real deviation(const non_negative<Real>& units) const
    {
        return (Real{units} - 1) * (contention + coherency * Real{units});
    }

    /// The components of the time that k units take; they sum to 1/X(k).
    [[nodiscard]] constexpr time_shares time_split(const positive<Real>& units) const
    {
        const Real others = Real{units} - 1;
        return {1 / Real{units}, contention * others / Real{units}, coherency * others};
    }

    /// 1/σ, the limit of the speed-up without coherency cost; infinite for σ = 0 [-].
    [[nodiscard]] constexpr Real limit() const
    {
        const auto waits = contention > 0;
        return select(waits, Real(1 / select(waits, Real{contention}, Real(1))), infinity<Real>());
    }

    /// 1/σ, the optimal load [1]: the number of units at which linear speed-up would reach the limit
    /// [units].
    [[nodiscard]] constexpr Real knee() const { return limit(); }

    /// k*, the number of units with the largest output, at least 1, and that output; nothing if ξ = 0,
    /// where more units never do less.
    [[nodiscard]] std::optional<output_peak<Real>> peak() const
    {
        using std::sqrt;
        if (!every(coherency > 0)) return std::nullopt;
        const Real units =
            greatest(Real(sqrt(Real(1 - contention)) / sqrt(Real{coherency})), Real(1));
        return output_peak<Real>{units, speed_up(units)};
    }

    /// The whole number of units with the largest output, the smaller of two equal ones; nothing if
    /// ξ = 0 [units]. It is the first m with X(m) >= X(m+1), that is ξ m (m+1) >= 1 - σ.
    [[nodiscard]] std::optional<Real> best_whole_units() const
        requires ordered_real<Real>
    {
        using std::floor;
        const auto most = peak();
        if (!most) return std::nullopt;
        const Real below(passive_t<Real>(floor(passive(most->units))));
        return select(Real(1 - contention) <= Real(coherency * below * (below + 1)), below,
                      Real(below + 1));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"contention", "σ", "-", "share of work that only one unit at a time can do",
                      &universal_scalability::contention},
            parameter{"coherency", "ξ", "-", "cost of coordination with each other unit",
                      &universal_scalability::coherency}};
    }
};

static_assert(scalability_law<universal_scalability<>>);
static_assert(fully_described<universal_scalability<>>);

} // namespace orgscale
