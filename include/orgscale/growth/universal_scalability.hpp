#pragma once

#include <cmath>
#include <optional>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/growth/scalability_law.hpp>

namespace orgscale {

/// Universal scalability law: what k units working in parallel do, relative to one.
///
///     X(k)       = k / (1 + σ (k-1) + ξ k (k-1))                                        [1]
///     k/X(k) - 1 = ξ x² + (σ+ξ) x,  x = k - 1         what σ and ξ are fitted by
///     1/X(k)     = 1/k + σ (k-1)/k + ξ (k-1)          time spent working, waiting, agreeing
///     peak at k* = sqrt((1-σ)/ξ); with ξ = 0 it is Amdahl's law, which tends to 1/σ     [2]
///
/// For k >= 1, also between whole numbers; X(1) = 1. Not for units that make one another better:
/// it has no superlinear part.
///
/// [1] Gunther, N. J. (2007). Guerrilla Capacity Planning. Springer. (Form of 1993.)
///     doi:10.1007/978-3-540-31010-5
/// [2] Amdahl, G. M. (1967). Validity of the single processor approach to achieving large scale
///     computing capabilities. AFIPS Conference Proceedings 30, 483-485. doi:10.1145/1465482.1465560
template <real Real = double>
struct universal_scalability {
    using real_type = Real;

    fraction<Real>            contention{0}; ///< σ, share of work that waits in one line       [-]
    finite_non_negative<Real> coherency{0};  ///< ξ, cost of agreeing with each other unit      [-]

    /// Where the time goes, in units of the time that one alone would take.
    struct time_shares {
        Real working;  ///< 1/k, what there is to do          [-]
        Real waiting;  ///< σ (k-1)/k, in the one line        [-]
        Real agreeing; ///< ξ (k-1), each with all the others [-]
    };

    /// X(k), the speed-up [-].
    [[nodiscard]] constexpr Real speed_up(const non_negative<Real>& units) const
    {
        return Real{units} / (1 + deviation(Real{units}));
    }

    /// k/X(k) - 1, how much longer all takes than it would without losses [-].
    [[nodiscard]] constexpr Real deviation(const non_negative<Real>& units) const
    {
        return (Real{units} - 1) * (contention + coherency * Real{units});
    }

    /// The parts of the time that k units take; their sum is 1/X(k).
    [[nodiscard]] constexpr time_shares time_split(const positive<Real>& units) const
    {
        const Real others = Real{units} - 1;
        return {1 / Real{units}, contention * others / Real{units}, coherency * others};
    }

    /// 1/σ, what the speed-up would tend to if agreeing cost nothing; infinite for σ = 0 [-].
    [[nodiscard]] constexpr Real limit() const
    {
        const auto waits = contention > 0;
        return select(waits, Real(1 / select(waits, Real{contention}, Real(1))), infinity<Real>());
    }

    /// The load called optimal [1]: as many units as would reach the limit if none was lost, so 1/σ
    /// of them [units].
    [[nodiscard]] constexpr Real knee() const { return limit(); }

    /// k*, the number of units that do most (1 if a second one already hurts); nothing where more
    /// never do less, that is where ξ = 0 [units].
    [[nodiscard]] std::optional<Real> peak() const
    {
        using std::sqrt;
        if (!every(coherency > 0)) return std::nullopt;
        return greatest(Real(sqrt(Real(1 - contention)) / sqrt(Real{coherency})), Real(1));
    }

    /// The whole number of units that do most, the fewer where two do as much; nothing where ξ = 0
    /// [units]. It is the first m whose next one adds nothing: X(m) >= X(m+1) if and only if
    /// ξ m (m+1) >= 1 - σ.
    [[nodiscard]] std::optional<Real> best_whole_units() const
        requires ordered_real<Real>
    {
        using std::floor;
        const auto most = peak();
        if (!most) return std::nullopt;
        const Real below(passive_t<Real>(floor(passive(*most))));
        return select(Real(1 - contention) <= Real(coherency * below * (below + 1)), below,
                      Real(below + 1));
    }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"contention", "σ", "-", "share of work that waits in one line",
                                    &universal_scalability::contention},
                          parameter{"coherency", "ξ", "-", "cost of agreeing with each other unit",
                                    &universal_scalability::coherency}};
    }
};

static_assert(scalability_law<universal_scalability<>>);
static_assert(fully_described<universal_scalability<>>);

} // namespace orgscale
