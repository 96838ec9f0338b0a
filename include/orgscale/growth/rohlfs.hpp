#pragma once

#include <cmath>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Rohlfs's critical mass: the value of a service to each subscriber grows with the number of subscribers.
///
///     df/dt = k (max(0, 1 - p/(W f)) - f)       f is the share of subscribers; those for whom it pays
///                                               join and the others leave, at the rate k
///     p     = W f (1-f)                         the price at which a share f is in equilibrium
///     f-    = (1 - sqrt(1 - 4 p/W))/2           critical mass: below it f falls to 0, above it f grows
///     f+    = (1 + sqrt(1 - 4 p/W))/2           to this share; neither exists for a price above W/4
///
/// To a person of type w the service is worth w f, with w uniform between 0 and W, as in the uniform
/// calling pattern of [1]: everybody calls everybody alike. For 0 <= f <= 1; f = 0 is also an
/// equilibrium, stable for p > 0. Not for products that are bought once and kept when others leave, nor
/// where people care only about their own contacts.
///
/// [1] Rohlfs, J. (1974). A theory of interdependent demand for a communications service. Bell Journal
///     of Economics and Management Science 5(1), 16-37. doi:10.2307/3003090
template <real Real = double>
struct rohlfs {
    using real_type = Real;

    finite_non_negative<Real> price;              ///< p, of the service         [money/person/time]
    finite_positive<Real>     greatest_benefit;   ///< W, largest w, at f = 1    [money/person/time]
    finite_positive<Real>     adjustment_rate{1}; ///< k, of joining and leaving [1/time]

    /// df/dt at a share f [1/time].
    [[nodiscard]] constexpr Real rate(const Real& share) const
    {
        return adjustment_rate * (wanting(share) - share);
    }

    /// The share of people to whom the service is worth its price at a share f of subscribers [-].
    [[nodiscard]] constexpr Real wanting(const Real& share) const
    {
        const Real fewest = price / greatest_benefit;
        const auto worth  = share > fewest;
        return select(worth, Real((share - fewest) / select(worth, share, Real(1))), Real(0));
    }

    /// The price at which a share f of subscribers is in equilibrium [money/person/time].
    [[nodiscard]] constexpr Real price_at(const fraction<Real>& share) const
    {
        return greatest_benefit * Real{share} * (1 - Real{share});
    }

    /// W/4, at which half of the people subscribe; at a higher price nobody does in the end
    /// [money/person/time].
    [[nodiscard]] constexpr Real highest_price() const { return greatest_benefit / 4; }

    /// f-, the share to exceed; nothing if the price is above the highest price [-].
    [[nodiscard]] std::optional<Real> critical_mass() const
    {
        if (!every(price <= highest_price())) return std::nullopt;
        return 2 * price / greatest_benefit / (1 + spread());
    }

    /// f+, the share it then grows to; nothing if the price is above the highest price [-].
    [[nodiscard]] std::optional<Real> saturation() const
    {
        if (!every(price <= highest_price())) return std::nullopt;
        return (1 + spread()) / 2;
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"price", "p", "money/person/time", "price of the service", &rohlfs::price},
            parameter{"greatest_benefit", "W", "money/person/time",
                      "largest value to anybody if everybody subscribes", &rohlfs::greatest_benefit},
            parameter{"adjustment_rate", "k", "1/time", "rate at which people join and leave",
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
