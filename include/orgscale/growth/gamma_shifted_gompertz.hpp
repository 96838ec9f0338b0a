#pragma once

#include <cmath>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/growth/detail/log_ratio.hpp>
#include <orgscale/growth/growth_peak.hpp>

namespace orgscale {

/// Gamma/shifted Gompertz diffusion: adoption by people who differ in their reluctance.
///
///     F(t) = (1 - e^{-b t}) (1 + a e^{-b t})^{-c},    N(t) = m F(t)                     [1]
///     f(t) = dF/dt = b e^{-b t} (1 + a e^{-b t})^{-c} (1 + c a (1 - e^{-b t})/(1 + a e^{-b t}))
///
/// A person of reluctance η has adopted by t with probability (1 - e^{-b t}) e^{-η e^{-b t}}, where η has
/// a gamma distribution of shape c and scale a. At c = 1 it is `bass` with b = p + q and a = q/p: there,
/// word of mouth and heterogeneity cannot be distinguished.
///
/// For t >= 0. A law of the time since launch: unless c = 1, the number of adopters does not determine
/// the rate of adoption, so there is no rate(x). Not for a diffusion started from, or reset to, a number
/// of adopters.
///
/// [1] Bemmaor, A. C. (1994). Modeling the diffusion of new durable goods: word-of-mouth effect versus
///     consumer heterogeneity. In Laurent, G., Lilien, G. L., Pras, B. (eds.), Research Traditions in
///     Marketing, 201-223. Kluwer. doi:10.1007/978-94-011-1402-8
template <real Real = double>
struct gamma_shifted_gompertz {
    using real_type = Real;

    finite_positive<Real>     adoption_rate;    ///< b, of those without reluctance [1/time]
    finite_non_negative<Real> reluctance_scale; ///< a, of the gamma distribution   [-]
    finite_positive<Real>     reluctance_shape; ///< c, of the gamma distribution   [-]
    finite_positive<Real>     potential;        ///< m, adopters in the end         [customers]

    /// N(t); t counts from launch [customers].
    [[nodiscard]] Real at(const non_negative<Real>& time) const { return potential * share(time); }

    /// F(t), the share of eventual adopters who have adopted by t [-].
    [[nodiscard]] Real share(const non_negative<Real>& time) const
    {
        using std::exp, std::expm1, std::log1p;
        const Real decay = adoption_rate * Real{time};
        const Real held  = log1p(Real(Real{reluctance_scale} * exp(Real(-decay))));
        return -expm1(Real(-decay)) * exp(Real(-reluctance_shape * held));
    }

    /// f(t) = dF/dt, the density of adoption times [1/time].
    [[nodiscard]] Real density(const non_negative<Real>& time) const
    {
        using std::exp, std::expm1, std::log1p;
        const Real decay   = adoption_rate * Real{time};
        const Real decayed = exp(Real(-decay));
        const Real held    = reluctance_scale * decayed;
        const Real freed = reluctance_shape * reluctance_scale * -expm1(Real(-decay)) / (1 + held);
        return adoption_rate * decayed * exp(Real(-reluctance_shape * log1p(held))) * (1 + freed);
    }

    /// m f(t), sales at time t: the density form [customers/time].
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
        // F = G H with G = 1 - e^{-b t}: the increase of G times the later H, plus the earlier G times
        // the increase of H, relative to the later H.
        const Real freed  = log1p(Real(reluctance_scale * decayed / (1 + held)));
        const Real gained = -expm1(Real(-reluctance_shape * freed));
        const Real sold   = decayed - expm1(Real(-adoption_rate * Real{from})) * gained;
        return potential * sold * exp(Real(-reluctance_shape * log1p(held)));
    }

    /// When adoption is fastest, with how many and how fast; nothing if it is never faster than at launch.
    ///
    /// f' = 0 is a quadratic equation in z = a e^{-b t}, (1-c)² z² - (3c - 2 + c² a) z + 1 + c a = 0,
    /// whose smaller root is the maximum.
    [[nodiscard]] std::optional<growth_peak<Real>> peak() const
    {
        using std::sqrt;
        const Real mean  = reluctance_shape * reluctance_scale;
        const Real half  = (Real{reluctance_shape} * (3 + mean) - 2) / 2;
        const Real apart = (1 - reluctance_shape) * sqrt(Real(1 + mean));
        const Real root  = half + sqrt(Real((half - apart) * (half + apart)));
        const Real later = detail::log_ratio(Real{reluctance_scale}, Real((1 + mean) / root)) /
                           adoption_rate;
        const Real time    = select(later > 0, later, Real(0)); // 0 also where there is no root
        const Real fastest = density(time);
        if (!every(time > 0) || !every(fastest > density(Real(0)))) return std::nullopt;
        return growth_peak<Real>{time, at(time), Real(potential * fastest)};
    }

    static constexpr auto parameters()
    {
        using self = gamma_shifted_gompertz;
        return description{
            parameter{"adoption_rate", "b", "1/time", "rate of adoption without reluctance",
                      &self::adoption_rate},
            parameter{"reluctance_scale", "a", "-", "scale of the gamma distribution of reluctance",
                      &self::reluctance_scale},
            parameter{"reluctance_shape", "c", "-", "shape of the gamma distribution of reluctance",
                      &self::reluctance_shape},
            parameter{"potential", "m", "customers", "everybody who could ever adopt",
                      &self::potential}};
    }
};

static_assert(fully_described<gamma_shifted_gompertz<>>);

} // namespace orgscale
