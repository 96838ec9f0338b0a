#pragma once

#include <cmath>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// (p + q N/m) (m - N), the rate at which N adopters become more [customers/time].
///
/// Also for p = 0, where all adoption is by imitation and nobody begins.
template <real Real>
[[nodiscard]] constexpr Real bass_rate(const Real& innovation, const Real& imitation,
                                       const Real& potential, const Real& adopters)
{
    return (innovation + imitation * adopters / potential) * (potential - adopters);
}

/// Bass diffusion: adoption by innovators and by word of mouth.
///
///     dN/dt = (p + q N/m) (m - N),    N(0) = 0                                          [1]
///     N(t)  = m (1 - e^{-(p+q) t}) / (1 + (q/p) e^{-(p+q) t})
///
/// For 0 <= N <= m: first purchases in a closed market; repeat purchase and churn belong to a growth
/// model. Averages over 213 applications: p = 0.03, q = 0.38 per year [2].
///
/// [1] Bass, F. M. (1969). A new product growth for model consumer durables. Management Science
///     15(5), 215-227. doi:10.1287/mnsc.15.5.215
/// [2] Sultan, F., Farley, J. U., Lehmann, D. R. (1990). A meta-analysis of applications of
///     diffusion models. Journal of Marketing Research 27(1), 70-77. doi:10.2307/3172552
template <real Real = double>
struct bass {
    using real_type = Real;

    finite_positive<Real>     innovation; ///< p, adoption unprompted    [1/time]
    finite_non_negative<Real> imitation;  ///< q, adoption on seeing it  [1/time]
    finite_positive<Real>     potential;  ///< m, adopters in the end    [customers]

    /// dN/dt at N adopters [customers/time].
    [[nodiscard]] constexpr Real rate(const Real& adopters) const
    {
        return bass_rate(Real{innovation}, Real{imitation}, Real{potential}, adopters);
    }

    /// The adopters a time t after there were so many, exact [customers].
    [[nodiscard]] Real after(const Real& adopters, const Real& time) const
    {
        using std::exp, std::expm1;
        const Real decay = (innovation + imitation) * time;
        const Real left  = potential - adopters;
        const Real ratio = imitation * left / (innovation * potential + imitation * adopters);
        return adopters - left * expm1(Real(-decay)) / (1 + ratio * exp(Real(-decay)));
    }

    /// N(t), exact; t counts from launch [customers].
    [[nodiscard]] Real at(const Real& time) const { return after(Real(0), time); }

    /// When adoption is fastest, ln(q/p)/(p+q) after launch; at launch if q <= p [time].
    [[nodiscard]] Real peak() const
    {
        using std::log;
        const Real ratio = greatest(Real(imitation / innovation), Real(1));
        return log(ratio) / (innovation + imitation);
    }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"innovation", "p", "1/time", "adoption unprompted", &bass::innovation},
            parameter{"imitation", "q", "1/time", "adoption on seeing it", &bass::imitation},
            parameter{"potential", "m", "customers", "adopters in the end", &bass::potential}};
    }
};

static_assert(closed_form<bass<>>);
static_assert(fully_described<bass<>>);

} // namespace orgscale
