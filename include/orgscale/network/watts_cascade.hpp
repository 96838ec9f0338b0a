#pragma once

#include <cmath>
#include <cstdint>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/network/cascade_window.hpp>
#include <orgscale/network/detail/poisson.hpp>
#include <orgscale/network/detail/root_inside.hpp>

namespace orgscale {

/// Cascades on a random graph: a person follows when a share φ of the contacts has.
///
///     vulnerable:    degree k <= K = floor(1/φ), moved by a single contact                       [1]
///     reproduction = Σ_{k<=K} k (k-1) p_k / z = z P(Poisson(z) <= K-2)    of a vulnerable cluster
///     from one person through a share of everybody if reproduction > 1:  from < z < to
///
/// Both ends are phase transitions: below, the network is too sparse to pass anything on; above, people have
/// too many contacts who stay as they are. For φ > 1/4 there is no window. For many people with Poisson
/// degrees; for other degrees see configuration_model. Just below the upper end cascades are rare and then
/// nearly complete.
///
///     watts_cascade<>{.threshold = 0.18}.window()->to;                                    // 5.76
///
/// No lanes. Refuses thresholds below 1/500. Not for people who change their minds back.
///
/// [1] Watts, D. J. (2002). A simple model of global cascades on random networks. PNAS 99(9), 5766-5771.
///     doi:10.1073/pnas.082090499
template <real Real = double>
struct watts_cascade {
    using real_type = Real;

    positive_fraction<Real> threshold; ///< φ, share of contacts that moves a person [-]

    [[no_unique_address]] agreed is_countable{threshold >= Real(0.002),
                                              "threshold must be 0.002 or greater"};

    /// K, the most contacts of a person whom a single one moves [people].
    [[nodiscard]] std::int64_t vulnerable_degree() const
        requires ordered_real<Real>
    {
        // 1/φ of a rounded φ may be a rounding short of a whole number.
        const double most = (1 + 0x1p-40) / plain(passive(Real{threshold}));
        return static_cast<std::int64_t>(std::floor(most));
    }

    /// How many vulnerable people a vulnerable person moves, at mean degree z up to 700 [people].
    [[nodiscard]] Real reproduction(const finite_non_negative<Real>& mean_degree) const
        requires ordered_real<Real>
    {
        return moved(Real{mean_degree}, vulnerable_degree());
    }

    /// The mean degrees between which cascades start from one person; nothing if there are none [people].
    ///
    /// Its ends change by jumps with φ, so they have no derivatives.
    [[nodiscard]] std::optional<cascade_window<Real>> window() const
        requires ordered_real<Real>
    {
        using Passive            = passive_t<Real>;
        const std::int64_t most  = vulnerable_degree();
        const auto         above = [=](const Passive& z) { return Passive(moved(z, most) - 1); };
        if (most < 2) return std::nullopt;
        // z P(<= K-2) rises to where P(<= K-2) = z P(= K-2) and falls from there on.
        const Passive top = detail::root_inside(
            Passive(0), Passive(static_cast<double>(most)), [=](const Passive& z) {
                return Passive(detail::poisson_below(z, most - 1) -
                               z * detail::poisson_at(z, most - 2));
            });
        if (!(above(top) > 0)) return std::nullopt;
        Passive beyond = 2 * top;
        while (above(beyond) >= 0) beyond = beyond + top;
        return cascade_window<Real>{Real(detail::root_inside(top, Passive(1) / 2, above)),
                                    Real(detail::root_inside(top, beyond, above))};
    }

    static constexpr auto parameters()
    {
        return description{parameter{"threshold", "φ", "-", "share of contacts that moves a person",
                                     &watts_cascade::threshold}};
    }

private:
    /// z P(Poisson(z) <= K-2).
    template <class Number>
    [[nodiscard]] static Number moved(const Number& z, std::int64_t most)
    {
        return z * detail::poisson_below(z, most - 1);
    }
};

static_assert(fully_described<watts_cascade<>>);

} // namespace orgscale
