#pragma once

#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace orgscale {

/// Katz-Shapiro competition: n firms sell into one network, which is worth the more the larger it is.
///
///     price   = A + θ z - z          A to the keenest, θ more for each one in the network
///     z       = n (A - c)/(n + 1 - n θ)             sold by all, as buyers expected       [1]
///     price   = c + z/n              so that no firm gains by selling more or less
///
/// All products work together (complete compatibility), and expectations are fulfilled; firms choose
/// quantities, so θ = 0 is Cournot's oligopoly. For n θ < n + 1 and c <= A; derived here for a benefit
/// that grows linearly. Not for networks that exclude one another, which may have several equilibria.
///
/// [1] Katz, M. L., Shapiro, C. (1985). Network externalities, competition, and compatibility. American
///     Economic Review 75(3), 424-440.
template <real Real = double>
struct katz_shapiro {
    using real_type = Real;

    at_least_one<Real>        firms;              ///< n, that compete           [firms]
    finite_positive<Real>     willingness;        ///< A, of the keenest, alone  [money]
    finite_non_negative<Real> cost;               ///< c, of one more            [money]
    finite_non_negative<Real> network_benefit{0}; ///< θ, of one more in it      [money/unit]

    /// Buyers are on a line of slope -1: quantities are in those units.
    [[no_unique_address]] agreed market_settles{
        (firms * (network_benefit - 1) < 1) && (cost <= willingness),
        "firms * network_benefit must be less than firms + 1, and cost at most willingness"};

    /// z, sold by all firms together [units].
    [[nodiscard]] constexpr Real output() const { return firms * output_of_one(); }

    /// z/n, sold by each [units].
    [[nodiscard]] constexpr Real output_of_one() const
    {
        return (willingness - cost) / (1 + firms * (1 - network_benefit));
    }

    /// What a unit costs a buyer [money].
    [[nodiscard]] constexpr Real price() const { return cost + output_of_one(); }

    /// (z/n)², what each firm is left with [money].
    [[nodiscard]] constexpr Real profit_of_one() const { return output_of_one() * output_of_one(); }

    /// z²/2, what buyers gain beyond what they pay [money].
    [[nodiscard]] constexpr Real consumer_surplus() const { return output() * output() / 2; }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"firms", "n", "firms", "firms that compete", &katz_shapiro::firms},
            parameter{"willingness", "A", "money", "what the keenest pays without a network",
                      &katz_shapiro::willingness},
            parameter{"cost", "c", "money", "cost of one more", &katz_shapiro::cost},
            parameter{"network_benefit", "θ", "money/unit", "benefit of one more in the network",
                      &katz_shapiro::network_benefit}};
    }
};

static_assert(fully_described<katz_shapiro<>>);

} // namespace orgscale
