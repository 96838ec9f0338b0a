#pragma once

#include <cmath>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/relative_exponential.hpp>
#include <orgscale/core/relative_logarithm.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Growth of an organisation whose resources scale as a power of its size: three regimes on one axis.
///
///     dN/dt = (Y0 N^β - R N)/E                                                                   [1]
///     N(t)  = [Y0/R + (N0^(1-β) - Y0/R) e^(-R (1-β) t/E)]^(1/(1-β))
///     β < 1   levels off at (Y0/R)^(1/(1-β));  with R = 0 grows as t^(1/(1-β))                 firms [2]
///     β = 1   exponential at the rate (Y0-R)/E
///     β > 1   infinite at t_c = E/(R (β-1)) ln(1 + R/(Y0 N0^(β-1) - R))  if  Y0 N0^(β-1) > R; else falls to 0
///
/// Computed as N0 (1 + a q)^(1/a) with a = 1 - β and q = (Y0 N0^-a - R)/E · (1 - e^(-R a t/E))/(R a/E), in
/// which nothing cancels at β = 1 or R = 0. For N >= 0. Nothing is infinite: near t_c another limit binds,
/// or the organisation has changed its β, which moves t_c away.
///
/// Cities: β near 1.2 for wealth and innovation, near 0.8 for infrastructure [1]. Companies: sales grow
/// more slowly than assets [2].
///
///     scaling_growth<>{.output = 1.2, .exponent = 1.15, .upkeep = 1, .cost = 1}.singularity(10); // 5.94
///
/// [1] Bettencourt, L. M. A., Lobo, J., Helbing, D., Kühnert, C., West, G. B. (2007). Growth, innovation,
///     scaling, and the pace of life in cities. PNAS 104(17), 7301-7306. doi:10.1073/pnas.0610172104
/// [2] Zhang, J., Kempes, C. P., Hamilton, M. J., Tao, R., West, G. B. (2021). Scaling laws and a general
///     theory for the growth of companies. arXiv:2109.10379
template <real Real = double>
struct scaling_growth {
    using real_type = Real;

    finite_positive<Real>     output;    ///< Y0, resources at N = 1           [money/time]
    finite_value<Real>        exponent;  ///< β, growth of resources with size [-]
    finite_non_negative<Real> upkeep{0}; ///< R, resources to keep one member  [money/member/time]
    finite_positive<Real>     cost{1};   ///< E, resources to add one member   [money/member]

    /// dN/dt at N [members/time].
    [[nodiscard]] Real rate(const Real& size) const
    {
        using std::pow;
        const auto some = size > 0;
        const Real n    = select(some, size, Real(1));
        return select(some, Real(n * surplus(n) / cost), Real(0 * size));
    }

    /// N at time t after N0 = `size`, exact; infinite from the singularity on [members].
    [[nodiscard]] Real after(const Real& size, const Real& time) const
    {
        using std::exp;
        const auto some   = size > 0;
        const auto ends   = time < infinity<Real>();
        const Real n      = select(some, size, Real(1));
        const Real length = select(ends, time, Real(0));
        const Real a      = 1 - exponent;
        const Real gained = surplus(n) / cost * length *
                            relative_exponential(Real(-a * (upkeep / cost) * length));
        const auto finite = a * gained > -1;
        const Real bent   = select(finite, Real(a * gained), Real(0));
        const Real grown  = n *
                           exp(Real(select(finite, gained, Real(0)) * relative_logarithm(bent)));
        const Real then = select(ends, select(finite, grown, infinity<Real>()), in_the_end(n));
        return select(some, then, Real(0 * size));
    }

    /// The size at which growth ends, (Y0/R)^(1/(1-β)): a ceiling for β < 1, and for β > 1 the size below
    /// which it shrinks. Nothing at β = 1 or R = 0 [members].
    [[nodiscard]] std::optional<Real> balance() const
    {
        using std::pow;
        if (every(exponent >= 1) && every(exponent <= 1)) return std::nullopt;
        if (!every(upkeep > 0)) return std::nullopt;
        return pow(Real(output / upkeep), Real(1 / (1 - exponent)));
    }

    /// t_c after N0 = `size`; nothing if the size stays finite [time].
    [[nodiscard]] std::optional<Real> singularity(const positive<Real>& size) const
    {
        const Real left = surplus(Real{size});
        if (!every(exponent > 1) || !every(left > 0)) return std::nullopt;
        return cost / ((exponent - 1) * left) * relative_logarithm(Real(upkeep / left));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"output", "Y0", "money/time", "resources at size 1", &scaling_growth::output},
            parameter{"exponent", "β", "-", "growth of resources with size",
                      &scaling_growth::exponent},
            parameter{"upkeep", "R", "money/member/time", "resources to keep one member",
                      &scaling_growth::upkeep},
            parameter{"cost", "E", "money/member", "resources to add one member",
                      &scaling_growth::cost}};
    }

private:
    /// The limit of N from a size above 0.
    [[nodiscard]] Real in_the_end(const Real& size) const
    {
        using std::pow;
        const Real left   = surplus(size);
        const auto levels = exponent < 1 && upkeep > 0; // at the balance
        const Real level  = pow(Real(output / select(levels, Real{upkeep}, Real(1))),
                                Real(1 / (1 - select(levels, Real{exponent}, Real(0)))));
        return select(levels, level,
                      select(left > 0, infinity<Real>(), select(left < 0, Real(0), size)));
    }

    /// Y0 N^(β-1) - R, what each member has left.
    [[nodiscard]] Real surplus(const Real& size) const
    {
        using std::pow;
        return output * pow(size, Real(exponent - 1)) - upkeep;
    }
};

static_assert(closed_form<scaling_growth<>>);
static_assert(fully_described<scaling_growth<>>);

} // namespace orgscale
