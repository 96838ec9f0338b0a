#pragma once

#include <cmath>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/growth/detail/log_ratio.hpp>
#include <orgscale/growth/growth_peak.hpp>

namespace orgscale {

/// (p + q N/m) (m - N), the rate of adoption at N adopters [customers/time].
///
/// Also for p = 0, where all adoption is by imitation and does not start by itself.
template <real Real>
[[nodiscard]] constexpr Real bass_rate(const Real& innovation, const Real& imitation,
                                       const Real& potential, const Real& adopters)
{
    return (innovation + imitation * adopters / potential) * (potential - adopters);
}

/// Bass diffusion: adoption by innovators and by word of mouth.
///
///     dN/dt = (p + q N/m) (m - N),    N(0) = 0                                          [1]
///     N(t)  = m F(t)
///     F(t)  = (1 - e^{-(p+q) t}) / (1 + (q/p) e^{-(p+q) t})
///     f(t)  = dF/dt = ((p+q)²/p) e^{-(p+q) t} / (1 + (q/p) e^{-(p+q) t})²
///     f/(1-F) = p + q F
///
/// For 0 <= N <= m and t >= 0: first purchases in a closed market. Not for repeat purchases and churn,
/// which belong to a growth model. Averages over 213 applications: p = 0.03, q = 0.38 per year [2].
///
/// Data are sales per period. Estimates from the density m f(t), from the interval m (F(t) - F(t-1)) [3]
/// and from the regression on previous adopters (bass_regression) differ: use the form with which p and
/// q were estimated.
///
/// [1] Bass, F. M. (1969). A new product growth for model consumer durables. Management Science
///     15(5), 215-227. doi:10.1287/mnsc.15.5.215
/// [2] Sultan, F., Farley, J. U., Lehmann, D. R. (1990). A meta-analysis of applications of
///     diffusion models. Journal of Marketing Research 27(1), 70-77. doi:10.2307/3172552
/// [3] Srinivasan, V., Mason, C. H. (1986). Nonlinear least squares estimation of new product
///     diffusion models. Marketing Science 5(2), 169-178. doi:10.1287/mksc.5.2.169
template <real Real = double>
struct bass {
    using real_type = Real;

    finite_positive<Real>     innovation; ///< p, unprompted adoption   [1/time]
    finite_non_negative<Real> imitation;  ///< q, adoption by imitation [1/time]
    finite_positive<Real>     potential;  ///< m, adopters in the end   [customers]

    /// dN/dt at N adopters [customers/time].
    [[nodiscard]] constexpr Real rate(const Real& adopters) const
    {
        return bass_rate(Real{innovation}, Real{imitation}, Real{potential}, adopters);
    }

    /// Adopters at time t after N0 = `adopters`, exact [customers].
    [[nodiscard]] Real after(const Real& adopters, const Real& time) const
    {
        using std::exp, std::expm1;
        const Real decay  = (innovation + imitation) * time;
        const Real left   = potential - adopters;
        const Real hazard = innovation + imitation * (adopters / potential);
        const Real slowed = hazard + imitation * (left / potential) * exp(Real(-decay));
        return adopters - left * expm1(Real(-decay)) * (hazard / slowed);
    }

    /// N(t), exact; t counts from launch [customers].
    [[nodiscard]] Real at(const non_negative<Real>& time) const
    {
        return after(Real(0), Real{time});
    }

    /// F(t), the share of eventual adopters who have adopted by t [-].
    [[nodiscard]] Real share(const non_negative<Real>& time) const { return at(time) / potential; }

    /// f(t)/(1 - F(t)) = p + q F(t), the hazard rate of adoption [1/time].
    [[nodiscard]] Real hazard(const non_negative<Real>& time) const
    {
        return innovation + imitation * share(time);
    }

    /// f(t) = dF/dt, the density of adoption times [1/time].
    [[nodiscard]] Real density(const non_negative<Real>& time) const
    {
        return hazard(time) * share_left(Real{time});
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
        using std::exp, std::expm1;
        const Real together = innovation + imitation;
        const Real adopt    = -expm1(Real(-together * (Real{to} - Real{from})));
        const Real slowed   = innovation + imitation * Real(exp(Real(-together * Real{to})));
        return potential * share_left(Real{from}) * adopt * (innovation / slowed);
    }

    /// When adoption is fastest, ln(q/p)/(p+q) after launch, with how many and how fast; nothing if q <= p,
    /// where it is slower from launch on.
    [[nodiscard]] std::optional<growth_peak<Real>> peak() const
    {
        if (!every(Real{imitation} > Real{innovation})) return std::nullopt;
        const Real time = detail::log_ratio(Real{imitation}, Real{innovation}) /
                          (innovation + imitation);
        return growth_peak<Real>{time, Real(potential * peak_share()), peak_rate()};
    }

    /// dN/dt when adoption is fastest, m (p+q)²/(4 q); m p if q <= p [customers/time].
    [[nodiscard]] constexpr Real peak_rate() const
    {
        const Real together = innovation + at_least_innovation();
        return potential * together * (together / (4 * at_least_innovation()));
    }

    /// F when adoption is fastest, 1/2 - p/(2q): always less than half; 0 if q <= p [-].
    [[nodiscard]] constexpr Real peak_share() const
    {
        return (at_least_innovation() - innovation) / (2 * at_least_innovation());
    }

    static constexpr auto parameters()
    {
        return description{parameter{"innovation", "p", "1/time", "rate of unprompted adoption",
                                     &bass::innovation},
                           parameter{"imitation", "q", "1/time", "rate of adoption by imitation",
                                     &bass::imitation},
                           parameter{"potential", "m", "customers",
                                     "everybody who could ever adopt", &bass::potential}};
    }

private:
    /// 1 - F(t) = (p+q) e^{-(p+q) t} / (p + q e^{-(p+q) t}).
    [[nodiscard]] Real share_left(const Real& time) const
    {
        using std::exp;
        const Real together = innovation + imitation;
        const Real decayed  = exp(Real(-together * time));
        const Real behind   = together / (innovation + imitation * decayed); // may be infinite at 0
        return select(decayed > 0, Real(decayed * behind), decayed);
    }

    /// max(p, q), which puts the peak at launch if q <= p.
    [[nodiscard]] constexpr Real at_least_innovation() const
    {
        return greatest(Real{imitation}, Real{innovation});
    }
};

static_assert(closed_form<bass<>>);
static_assert(fully_described<bass<>>);

} // namespace orgscale
