#pragma once

#include <cmath>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/growth/detail/log_ratio.hpp>

namespace orgscale {

/// Gamma/shifted Gompertz diffusion: people who differ in how reluctant they are to adopt.
///
///     F(t) = (1 - e^{-b t}) (1 + a e^{-b t})^{-c},    N(t) = m F(t)                     [1]
///     f(t) = dF/dt = b e^{-b t} (1 + a e^{-b t})^{-c} (1 + c a (1 - e^{-b t})/(1 + a e^{-b t}))
///
/// Somebody with the reluctance η has adopted by t with the probability (1 - e^{-b t}) e^{-η e^{-b t}};
/// η has a gamma distribution of shape c and scale a. At c = 1 it is `bass` with b = p + q and
/// a = q/p, where word of mouth and differences between people can't be told apart.
///
/// For t >= 0. A law of the time since launch: how many have adopted does not say how many now do, but
/// for c = 1, so it has no rate(x). Not for a diffusion that is started or set back on its way.
///
/// [1] Bemmaor, A. C. (1994). Modeling the diffusion of new durable goods: word-of-mouth effect versus
///     consumer heterogeneity. In Laurent, G., Lilien, G. L., Pras, B. (eds.), Research Traditions in
///     Marketing, 201-223. Kluwer. doi:10.1007/978-94-011-1402-8
template <real Real = double>
struct gamma_shifted_gompertz {
    using real_type = Real;

    finite_positive<Real>     adoption_rate;    ///< b, of those who are not reluctant  [1/time]
    finite_non_negative<Real> reluctance_scale; ///< a, of the gamma distribution       [-]
    finite_positive<Real>     reluctance_shape; ///< c, of the gamma distribution       [-]
    finite_positive<Real>     potential;        ///< m, adopters in the end             [customers]

    /// N(t); t counts from launch [customers].
    [[nodiscard]] Real at(const non_negative<Real>& time) const { return potential * share(time); }

    /// F(t), of all who will adopt those who have by then [-].
    [[nodiscard]] Real share(const non_negative<Real>& time) const
    {
        using std::exp, std::expm1, std::log1p;
        const Real decay = adoption_rate * Real{time};
        const Real held  = log1p(Real(Real{reluctance_scale} * exp(Real(-decay))));
        return -expm1(Real(-decay)) * exp(Real(-reluctance_shape * held));
    }

    /// f(t) = dF/dt, the density of the times of adoption [1/time].
    [[nodiscard]] Real density(const non_negative<Real>& time) const
    {
        using std::exp, std::expm1, std::log1p;
        const Real decay   = adoption_rate * Real{time};
        const Real decayed = exp(Real(-decay));
        const Real held    = reluctance_scale * decayed;
        const Real freed = reluctance_shape * reluctance_scale * -expm1(Real(-decay)) / (1 + held);
        return adoption_rate * decayed * exp(Real(-reluctance_shape * log1p(held))) * (1 + freed);
    }

    /// m f(t), sales at that time: the density form [customers/time].
    [[nodiscard]] Real sales_by_density(const non_negative<Real>& time) const
    {
        return potential * density(time);
    }

    /// m (F(to) - F(from)), sales between two times: the interval form [customers].
    [[nodiscard]] Real sales_by_interval(const non_negative<Real>& from,
                                         const non_negative<Real>& to) const
    {
        using std::exp, std::expm1, std::log1p;
        const Real before  = exp(Real(-adoption_rate * Real{from}));
        const Real held    = Real{reluctance_scale} * exp(Real(-adoption_rate * Real{to}));
        const Real decayed = before * -expm1(Real(-adoption_rate * (Real{to} - Real{from})));
        // F = G H with G = 1 - e^{-b t}: the gain of G times the later H, and the earlier G times the
        // gain of H, as a share of the later H.
        const Real freed  = log1p(Real(reluctance_scale * decayed / (1 + held)));
        const Real gained = -expm1(Real(-reluctance_shape * freed));
        const Real sold   = decayed - expm1(Real(-adoption_rate * Real{from})) * gained;
        return potential * sold * exp(Real(-reluctance_shape * log1p(held)));
    }

    /// When adoption is fastest; at launch where it is not faster at any later time [time].
    ///
    /// f' = 0 is a quadratic equation in z = a e^{-b t}, (1-c)² z² - (3c - 2 + c² a) z + 1 + c a = 0,
    /// and its smaller root the maximum.
    [[nodiscard]] Real peak() const
    {
        using std::sqrt;
        const Real mean  = reluctance_shape * reluctance_scale;
        const Real half  = (Real{reluctance_shape} * (3 + mean) - 2) / 2;
        const Real apart = (1 - reluctance_shape) * sqrt(Real(1 + mean));
        const Real root  = half + sqrt(Real((half - apart) * (half + apart)));
        const Real later = detail::log_ratio(Real{reluctance_scale}, Real((1 + mean) / root)) /
                           adoption_rate;
        const Real time = greatest(later, Real(0));
        return select(density(time) > density(Real(0)), time, Real(0));
    }

    static constexpr auto parameters()
    {
        using self = gamma_shifted_gompertz;
        return std::tuple{
            parameter{"adoption_rate", "b", "1/time", "adoption of those who are not reluctant",
                      &self::adoption_rate},
            parameter{"reluctance_scale", "a", "-", "scale of the gamma distribution of reluctance",
                      &self::reluctance_scale},
            parameter{"reluctance_shape", "c", "-", "shape of the gamma distribution of reluctance",
                      &self::reluctance_shape},
            parameter{"potential", "m", "customers", "adopters in the end", &self::potential}};
    }
};

static_assert(fully_described<gamma_shifted_gompertz<>>);

} // namespace orgscale
