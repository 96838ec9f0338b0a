#pragma once

#include <cmath>
#include <optional>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Universal scalability law: what k units working in parallel do, relative to one.
///
///     X(k) = k / (1 + σ (k-1) + ξ k (k-1))                                              [1]
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

    /// X(k), the speed-up [-].
    [[nodiscard]] constexpr Real speed_up(const Real& units) const
    {
        return units / (1 + (units - 1) * (contention + coherency * units));
    }

    /// k*, the number of units that do most (1 if a second one already hurts); nothing where more
    /// always do more, that is where ξ = 0 [units].
    [[nodiscard]] std::optional<Real> peak() const
    {
        using std::sqrt;
        if (!every(coherency > 0)) return std::nullopt;
        return greatest(Real(sqrt(Real((1 - contention) / coherency))), Real(1));
    }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"contention", "σ", "-", "share of work that waits in one line",
                                    &universal_scalability::contention},
                          parameter{"coherency", "ξ", "-", "cost of agreeing with each other unit",
                                    &universal_scalability::coherency}};
    }
};

static_assert(fully_described<universal_scalability<>>);

} // namespace orgscale
