#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Preferential attachment: everybody who joins makes m contacts, with those who have many.
///
///     P(k)         = 2 m (m+1)/(k (k+1) (k+2))      share of people with k contacts, k >= m    [1, 2]
///     P(k or more) = m (m+1)/(k (k+1))
///     k_i(t)       = m sqrt(t/i)                    expected contacts of the i-th of t people    [1]
///     <k>          = 2 m
///
/// For many people; <k²> grows as ln N, so hubs emerge by themselves, and the founders are the hubs. A
/// random loss never breaks the network, the loss of its hubs soon does (configuration_model). Not for
/// networks in which contacts are dropped, or limited by time.
///
///     barabasi_albert<>{.links = 3}.share(3);                                           // 0.4
///
/// [1] Barabási, A.-L., Albert, R. (1999). Emergence of scaling in random networks. Science 286, 509-512.
///     doi:10.1126/science.286.5439.509
/// [2] Krapivsky, P. L., Redner, S., Leyvraz, F. (2000). Connectivity of growing random networks. Physical
///     Review Letters 85, 4629-4632. doi:10.1103/PhysRevLett.85.4629
template <real Real = double>
struct barabasi_albert {
    using real_type = Real;

    at_least_one<Real> links; ///< m, contacts made by everybody who joins [people]

    /// P(k) for a whole k; 0 below m [-].
    [[nodiscard]] constexpr Real share(const Real& degree) const
    {
        const auto some = degree >= links;
        const Real k    = select(some, degree, Real(1));
        return select(some, Real(2 / (k + 2) * (links / k) * ((links + 1) / (k + 1))), Real(0));
    }

    /// P(k or more) for a whole k; 1 up to m [-].
    [[nodiscard]] constexpr Real share_from(const Real& degree) const
    {
        const Real k = greatest(degree, Real{links});
        return links / k * ((links + 1) / (k + 1));
    }

    /// Contacts per person, 2 m [people].
    [[nodiscard]] constexpr Real mean_degree() const { return 2 * links; }

    /// k_i(t), contacts expected of the i-th person, i = `joined`, once there are t = `people` [people].
    [[nodiscard]] Real degree(const positive<Real>& joined, const positive<Real>& people) const
    {
        using std::sqrt;
        return links * sqrt(Real(Real{people} / Real{joined}));
    }

    static constexpr auto parameters()
    {
        return description{parameter{"links", "m", "people", "contacts made by everybody who joins",
                                     &barabasi_albert::links}};
    }
};

static_assert(fully_described<barabasi_albert<>>);

} // namespace orgscale
