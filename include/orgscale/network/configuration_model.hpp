#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/passive.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/network/detail/root_inside.hpp>

namespace orgscale {

/// A network of which only the numbers of contacts are known: otherwise random.
///
///     κ   = <k²>/<k>;  a giant component exists if κ > 2                                         [1]
///     f_c = 1 - 1/(κ-1)                     random loss from which on there is none              [2]
///     S   = Σ p_k q_k (1 - u^k),  u = 1 - Σ k p_k q_k (1 - u^(k-1))/<k>                          [3]
///           q_k = 1 - f for a random loss; 0 for the best connected and 1 for the others in an attack
///     attack: lost when Σ k (k-1) p_k q_k = <k>                                                  [3]
///     cascade: Σ_{k<=1/φ} k (k-1) p_k / <k>    people moved by one person whom a single contact moves [4]
///     epidemic: lasts from β/γ = <k>/<k²> on   in mean field, by degree                          [5]
///
/// For many people. Hubs make κ large: such a network survives almost any random loss, and breaks when a few
/// hubs leave. Not for clustered networks (watts_strogatz) or trees (tree_robustness).
///
///     configuration_model<>{.shares = {0, 0.5, 0, 0.5}}.critical_loss();    // half have 1, half 3 contacts
///
/// [1] Molloy, M., Reed, B. (1995). A critical point for random graphs with a given degree sequence. Random
///     Structures and Algorithms 6(2-3), 161-179. doi:10.1002/rsa.3240060204
/// [2] Cohen, R., Erez, K., ben-Avraham, D., Havlin, S. (2000). Resilience of the Internet to random
///     breakdowns. Physical Review Letters 85, 4626-4628. doi:10.1103/PhysRevLett.85.4626
/// [3] Callaway, D. S., Newman, M. E. J., Strogatz, S. H., Watts, D. J. (2000). Network robustness and
///     fragility. Physical Review Letters 85, 5468-5471. doi:10.1103/PhysRevLett.85.5468
/// [4] Watts, D. J. (2002). A simple model of global cascades on random networks. PNAS 99(9), 5766-5771.
///     doi:10.1073/pnas.082090499
/// [5] Pastor-Satorras, R., Vespignani, A. (2001). Epidemic spreading in scale-free networks. Physical
///     Review Letters 86, 3200-3203. doi:10.1103/PhysRevLett.86.3200
template <ordered_real Real = double>
struct configuration_model {
    using real_type = Real;

    std::vector<fraction<Real>> shares; ///< p_k, share of people with k = 0, 1, 2, ... contacts [-]

    [[no_unique_address]] agreed is_a_distribution{sums_to_one(shares),
                                                   "shares must sum to 1, to 1e-6"};
    [[no_unique_address]] agreed has_contacts{moment(shares, 1, 0) > 0,
                                              "somebody must have a contact"};

    /// <k> [people].
    [[nodiscard]] Real mean_degree() const { return moment(shares, 1, 0); }

    /// κ, contacts of a person reached through a contact [people].
    [[nodiscard]] Real degree_ratio() const { return 1 + onward() / mean_degree(); }

    /// f_c; 0 where there is no giant component anyway [-].
    [[nodiscard]] Real critical_loss() const
    {
        const Real links = mean_degree(), next = onward();
        const auto giant = next > links;
        const Real some  = select(giant, next, Real(1));
        return select(giant, Real((some - links) / some), Real(0));
    }

    /// S, the share of all people in the giant component after a share f = `loss` has left at random [-].
    [[nodiscard]] Real giant_share(const fraction<Real>& loss) const
    {
        return giant(std::vector<Real>(shares.size(), Real(1 - loss)));
    }

    /// S after a share f = `loss` has left, those with most contacts first [-].
    [[nodiscard]] Real giant_share_after_attack(const fraction<Real>& loss) const
    {
        std::vector<Real> stay(shares.size(), Real(1));
        Real              left{loss};
        for (std::size_t k = shares.size(); k-- > 0;) {
            const Real all  = shares[k];
            const Real lost = least(left, all);
            stay[k]         = (all - lost) / select(all > 0, all, Real(1));
            left            = left - lost;
        }
        return giant(stay);
    }

    /// The share of people, those with most contacts first, whose loss breaks the network; 0 where there is no
    /// giant component anyway [-].
    [[nodiscard]] Real critical_attack() const
    {
        Real lost(0), over = onward() - mean_degree();
        for (std::size_t k = shares.size(); k-- > 3 && over > 0;) { // two contacts have no excess
            const Real pairs = counted(k) * counted(k - 1);
            const Real part  = least(Real(over / pairs), Real(shares[k]));
            lost             = lost + part;
            over             = over - pairs * part;
        }
        return lost;
    }

    /// People moved by one person whom a single contact moves, where a share φ of contacts moves a person: a
    /// cascade runs through the network if this exceeds 1 [people].
    [[nodiscard]] Real cascade_reproduction(const positive_fraction<Real>& threshold) const
    {
        Real moved(0);
        for (std::size_t k = 2; k < shares.size(); ++k) // with room for the rounding of φ
            if (Real{threshold} * counted(k) <= Real(1 + 0x1p-40))
                moved = moved + counted(k) * counted(k - 1) * shares[k];
        return moved / mean_degree();
    }

    /// <k>/<k²>, infection over recovery above which what spreads lasts [-].
    [[nodiscard]] Real spreading_threshold() const { return 1 / degree_ratio(); }

private:
    using distribution = std::vector<fraction<Real>>;

    [[nodiscard]] static Real counted(std::size_t k) { return Real(static_cast<double>(k)); }

    /// Σ k (k - less) p_k for one or two factors.
    [[nodiscard]] static Real moment(const distribution& shares, int factors, std::size_t less)
    {
        Real sum(0);
        for (std::size_t k = less; k < shares.size(); ++k)
            sum = sum + counted(k) * (factors > 1 ? counted(k - less) : Real(1)) * shares[k];
        return sum;
    }

    [[nodiscard]] static bool sums_to_one(const distribution& shares)
    {
        Real sum(0);
        for (const Real& share : shares) sum = sum + share;
        return sum > Real(1 - 1e-6) && sum < Real(1 + 1e-6);
    }

    /// <k (k-1)>
    [[nodiscard]] Real onward() const { return moment(shares, 2, 1); }

    /// Of v = Σ w_k (1 - (1-v)^(k-1)), w_k = k p_k q_k/<k>, v = 1 - u: the right side over v, less 1, which
    /// falls with v.
    template <class Number, class Weight>
    [[nodiscard]] static Number excess(const Number& v, const std::vector<Weight>& weights)
    {
        Number sum(-1), gap(0), missed(1); // gap = (1 - (1-v)^(k-1))/v, missed = (1-v)^(k-1)
        for (std::size_t k = 2; k < weights.size(); ++k) {
            gap    = gap + missed;
            missed = missed * (1 - v);
            sum    = sum + Number(weights[k]) * gap;
        }
        return sum;
    }

    [[nodiscard]] Real giant(const std::vector<Real>& stay) const
    {
        using Passive              = passive_t<Real>;
        const Real           links = mean_degree();
        std::vector<Real>    weights;
        std::vector<Passive> of_weights;
        for (std::size_t k = 0; k < shares.size(); ++k) {
            weights.push_back(Real(counted(k) * shares[k] * stay[k] / links));
            of_weights.push_back(passive(weights.back()));
        }
        const auto over = [&](const Passive& v) { return excess(v, of_weights); };
        if (!(over(Passive(0)) > 0)) return Real(0);
        const Real v =
            detail::with_derivatives<Real>(detail::root_inside(Passive(0), Passive(1), over),
                                           [&](const auto& x) { return excess(x, weights); });
        Real share(0), gap(0), missed(1); // gap = (1 - (1-v)^k)/v
        for (std::size_t k = 1; k < shares.size(); ++k) {
            gap    = gap + missed;
            missed = missed * (1 - v);
            share  = share + shares[k] * stay[k] * gap;
        }
        return v * share;
    }
};

} // namespace orgscale
