#pragma once

#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/growth/output_peak.hpp>
#include <orgscale/growth/scalability_law.hpp>

namespace orgscale {

/// Ringelmann effect: each person who joins costs every other the same share of their output.
///
///     R(n) = n (1 - c (n-1)) = n - 2 c · n (n-1)/2      2 c lost by each pair of people
///     most at n* = (1 + c)/(2 c), nothing left at 1 + 1/c
///
/// Observed of men pulling on a rope [1], [2]; the linear loss is the library's reading of it. For
/// 1 <= n <= 1 + 1/c, small teams on one task; beyond, R is negative and meaningless. Not for larger
/// teams, whose losses level off: see universal_scalability.
///
/// [1] Ringelmann, M. (1913). Recherches sur les moteurs animés: travail de l'homme. Annales de
///     l'Institut National Agronomique, 2e série, 12, 1-40.
/// [2] Kravitz, D. A., Martin, B. (1986). Ringelmann rediscovered: the original article. Journal of
///     Personality and Social Psychology 50(5), 936-941. doi:10.1037/0022-3514.50.5.936
template <real Real = double>
struct ringelmann {
    using real_type = Real;

    positive_fraction<Real> loss; ///< c, share of output lost per other member [1/person]

    /// R(n), output relative to one person [-].
    [[nodiscard]] constexpr Real speed_up(const non_negative<Real>& people) const
    {
        return Real{people} * (1 - loss * Real(Real{people} - 1));
    }

    /// n*, the size with the largest output, and that output; 1 at c = 1, where a second person already
    /// hurts. There is always one.
    [[nodiscard]] constexpr std::optional<output_peak<Real>> peak() const
    {
        const Real people = (1 + 1 / loss) / 2;
        return output_peak<Real>{people, speed_up(people)};
    }

    /// 1 + 1/c, the size of which nothing is left [people].
    [[nodiscard]] constexpr Real largest() const { return 1 + 1 / loss; }

    static constexpr auto parameters()
    {
        return description{parameter{"loss", "c", "1/person",
                                     "share of a person's output lost per other team member",
                                     &ringelmann::loss}};
    }
};

static_assert(scalability_law<ringelmann<>>);
static_assert(fully_described<ringelmann<>>);

} // namespace orgscale
