#pragma once

#include <cmath>
#include <optional>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Rohlfs's critical mass: a service is worth the more to each, the more there are who have it.
///
///     df/dt = k (max(0, 1 - p/(W f)) - f)       f the share who have it: those who want it come, others
///                                               leave, at the rate k
///     p     = W f (1-f)                         the price at which a share f is content
///     f-    = (1 - sqrt(1 - 4 p/W))/2           critical mass: from below all leave, from above it grows
///     f+    = (1 + sqrt(1 - 4 p/W))/2           to this share; neither exists for a price above W/4
///
/// To somebody of type w the service is worth w f, the types evenly between 0 and W, as in the uniform
/// calling pattern of [1]: nobody has reason to call some people more than others. For 0 <= f <= 1;
/// also f = 0 is an equilibrium, and a stable one for p > 0. Not for a product that is bought once, and
/// kept when others leave; not where people only care for their friends.
///
/// [1] Rohlfs, J. (1974). A theory of interdependent demand for a communications service. Bell Journal
///     of Economics and Management Science 5(1), 16-37. doi:10.2307/3003090
template <real Real = double>
struct rohlfs {
    using real_type = Real;

    finite_non_negative<Real> price;            ///< p, of having it                    [money/time]
    finite_positive<Real>     greatest_benefit; ///< W, to the keenest, if all have it  [money/time]
    finite_positive<Real>     adjustment_rate{1}; ///< k, of those who want otherwise     [1/time]

    /// df/dt at a share f [1/time].
    [[nodiscard]] constexpr Real rate(const Real& share) const
    {
        return adjustment_rate * (wanting(share) - share);
    }

    /// The share of people to whom it is worth its price while a share f have it [-].
    [[nodiscard]] constexpr Real wanting(const Real& share) const
    {
        const Real fewest = price / greatest_benefit;
        const auto worth  = share > fewest;
        return select(worth, Real((share - fewest) / select(worth, share, Real(1))), Real(0));
    }

    /// The price at which a share f, once they have it, neither grows nor shrinks [money/time].
    [[nodiscard]] constexpr Real price_at(const fraction<Real>& share) const
    {
        return greatest_benefit * Real{share} * (1 - Real{share});
    }

    /// W/4, at which half of the people have it; a higher price nobody pays in the end [money/time].
    [[nodiscard]] constexpr Real highest_price() const { return greatest_benefit / 4; }

    /// f-, the share to get beyond; nothing above the highest price [-].
    [[nodiscard]] std::optional<Real> critical_mass() const
    {
        if (!every(price <= highest_price())) return std::nullopt;
        return 2 * price / greatest_benefit / (1 + spread());
    }

    /// f+, the share it then grows to; nothing above the highest price [-].
    [[nodiscard]] std::optional<Real> saturation() const
    {
        if (!every(price <= highest_price())) return std::nullopt;
        return (1 + spread()) / 2;
    }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"price", "p", "money/time", "price of having it", &rohlfs::price},
            parameter{"greatest_benefit", "W", "money/time",
                      "what it is worth to the keenest if all have it", &rohlfs::greatest_benefit},
            parameter{"adjustment_rate", "k", "1/time", "rate at which people come and leave",
                      &rohlfs::adjustment_rate}};
    }

private:
    /// f+ - f- = sqrt(1 - 4 p/W).
    [[nodiscard]] Real spread() const
    {
        using std::sqrt;
        return sqrt(Real((greatest_benefit - 4 * price) / greatest_benefit));
    }
};

static_assert(law<rohlfs<>>);
static_assert(fully_described<rohlfs<>>);

} // namespace orgscale
