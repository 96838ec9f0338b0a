#pragma once

#include <cstdint>
#include <source_location>
#include <type_traits>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/passive.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/network/detail/poisson.hpp>
#include <orgscale/network/detail/root_inside.hpp>

namespace orgscale {

/// The k-core of a random graph: those left when everybody with fewer than k contacts leaves, again and again.
///
///     c_k = min over l of l/P(Poisson(l) >= k-1)           mean degree from which on there is a k-core  [1]
///     S_k = P(Poisson(l) >= k),  z = l/P(Poisson(l) >= k-1), l the largest root     its share at z >= c_k
///
/// For k >= 3 the core appears all at once: a community in which everybody stays only with k friends
/// collapses all at once, too. For k = 2 it grows from 0 at z = 1. For many people.
///
///     k_core{.contacts = 3}.onset();                                                     // 3.3509
///
/// Refuses k below 3 and above 500.
///
/// [1] Pittel, B., Spencer, J., Wormald, N. (1996). Sudden emergence of a giant k-core in a random graph.
///     Journal of Combinatorial Theory B 67(1), 111-151. doi:10.1006/jctb.1996.0036
struct k_core {
    std::int64_t contacts; ///< k, without which nobody stays [people]

    [[no_unique_address]] agreed is_sudden{contacts >= 3 && contacts <= detail::most_poisson_degree,
                                           "contacts must be 3 to 500"};

    /// c_k, the mean degree from which on there is a k-core [people].
    template <ordered_real Real = double>
    [[nodiscard]] Real onset() const
    {
        const Real inner = at_onset<Real>();
        return inner / (1 - detail::poisson_below(inner, contacts - 1));
    }

    /// The share of people in the k-core at its onset [-].
    template <ordered_real Real = double>
    [[nodiscard]] Real share_at_onset() const
    {
        return 1 - detail::poisson_below(at_onset<Real>(), contacts);
    }

    /// S_k at mean degree z; 0 below the onset. Refuses mean degrees above 700 [-].
    template <ordered_real Real>
    [[nodiscard]] Real share(const Real&          mean_degree,
                             std::source_location where = std::source_location::current()) const
    {
        using Passive        = passive_t<Real>;
        const Passive      z = passive(mean_degree);
        const std::int64_t k = contacts;
        if (!(z >= 0) || !(z <= 700))
            refuse(parameter_error{"mean degree must be 0 to 700", plain(z), where});
        if (z < onset<Passive>()) return Real(0);
        const auto over = [k](const auto& l, const auto& degree) {
            using Number = std::remove_cvref_t<decltype(l)>;
            return Number(l - Number(degree) * (1 - detail::poisson_below(l, k - 1)));
        };
        // Newton's method from above, where l - z P(l) is convex.
        Passive l = z;
        for (int step = 0; step < 200; ++step) {
            const Passive next = l - over(l, z) / (1 - z * detail::poisson_at(l, k - 2));
            if (!(next < l)) break;
            l = next;
        }
        const Real inner =
            detail::with_derivatives<Real>(l, [&](const auto& x) { return over(x, mean_degree); });
        return 1 - detail::poisson_below(inner, k);
    }

private:
    /// The l of the minimum: P(Poisson(l) >= k-1) = (k-1) P(Poisson(l) = k-1), of which the right side is
    /// larger at l = k - 2 and smaller at 2 k.
    template <ordered_real Real>
    [[nodiscard]] Real at_onset() const
    {
        const Real k = Real(static_cast<double>(contacts));
        return detail::root_inside(Real(k - 2), Real(2 * k), [&](const Real& l) {
            return Real((k - 1) * detail::poisson_at(l, contacts - 1) - 1 +
                        detail::poisson_below(l, contacts - 1));
        });
    }
};

} // namespace orgscale
