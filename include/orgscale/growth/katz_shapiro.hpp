#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace orgscale {

/// Katz-Shapiro competition: n firms sell into one network whose value grows with its size.
///
///     price   = A + θ z - z          inverse demand: A at the highest willingness to pay, θ per unit in
///                                    the network
///     z       = n (A - c)/(n + 1 - n θ)             total output, as buyers expected      [1]
///     price   = c + z/n              first-order condition: no firm gains by changing its output
///
/// Complete compatibility and fulfilled expectations; firms choose quantities, so θ = 0 is a Cournot
/// oligopoly. For n θ < n + 1 and c <= A; refuses others. Derived here for a linear network benefit. Not
/// for incompatible networks, which may have several equilibria.
///
/// [1] Katz, M. L., Shapiro, C. (1985). Network externalities, competition, and compatibility. American
///     Economic Review 75(3), 424-440.
template <real Real = double>
struct katz_shapiro {
    using real_type = Real;

    at_least_one<Real>        firms;              ///< n, competing firms         [firms]
    finite_positive<Real>     willingness;        ///< A, the highest, at z = 0   [money/unit]
    finite_non_negative<Real> cost;               ///< c, marginal cost           [money/unit]
    finite_non_negative<Real> network_benefit{0}; ///< θ, per unit in the network [money/unit²]

    /// Demand has slope -1, which fixes the unit of quantity.
    [[no_unique_address]] agreed market_settles{
        (firms * (network_benefit - 1) < 1) && (cost <= willingness),
        "firms * network_benefit must be less than firms + 1, and cost at most willingness"};

    /// z, output of all firms together [units].
    [[nodiscard]] constexpr Real output() const { return firms * output_of_one(); }

    /// z/n, output of each firm [units].
    [[nodiscard]] constexpr Real output_of_one() const
    {
        return (willingness - cost) / (1 + firms * (1 - network_benefit));
    }

    /// Price of a unit [money/unit].
    [[nodiscard]] constexpr Real price() const { return cost + output_of_one(); }

    /// (z/n)², profit of each firm [money].
    [[nodiscard]] constexpr Real profit_of_one() const { return output_of_one() * output_of_one(); }

    /// z²/2, consumer surplus [money].
    [[nodiscard]] constexpr Real consumer_surplus() const { return output() * output() / 2; }

    static constexpr auto parameters()
    {
        return description{
            parameter{"firms", "n", "firms", "competing firms", &katz_shapiro::firms},
            parameter{"willingness", "A", "money/unit",
                      "highest willingness to pay without a network", &katz_shapiro::willingness},
            parameter{"cost", "c", "money/unit", "marginal cost", &katz_shapiro::cost},
            parameter{"network_benefit", "θ", "money/unit^2",
                      "benefit to a buyer of each unit in the network",
                      &katz_shapiro::network_benefit}};
    }
};

static_assert(fully_described<katz_shapiro<>>);

} // namespace orgscale
