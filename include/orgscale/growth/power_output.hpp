#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/growth/scalability_law.hpp>

namespace orgscale {

/// Output of a team as a power of its size: n people do n^β times the work of one.
///
///     R(n) = n^β, which doubling the team multiplies by 2^β
///
/// The exponent has no default: the evidence is disputed. In open source teams of 5 to a few hundred
/// people, one study found a median of 4/3 and exponents from below 1 to 3 [1]; another, with other data
/// and measures, exponents below 1 [2]. For n >= 1. Not beyond the sizes an exponent was fitted to, nor
/// across a change in how a team works.
///
/// [1] Sornette, D., Maillart, T., Ghezzi, G. (2014). How much is the whole really more than the sum of
///     its parts? 1 + 1 = 2.5: superlinear productivity in collective group actions. PLoS ONE 9(8),
///     e103023. doi:10.1371/journal.pone.0103023
/// [2] Scholtes, I., Mavrodiev, P., Schweitzer, F. (2016). From Aristotle to Ringelmann: a large-scale
///     analysis of team productivity and coordination in Open Source Software projects. Empirical
///     Software Engineering 21(2), 642-683. doi:10.1007/s10664-015-9406-4
template <real Real = double>
struct power_output {
    using real_type = Real;

    finite_positive<Real> exponent; ///< β; 1 if people neither help nor hinder each other [-]

    /// R(n), output relative to one person [-].
    [[nodiscard]] Real speed_up(const non_negative<Real>& people) const
    {
        using std::pow;
        return pow(Real{people}, Real{exponent});
    }

    /// 2^β, the factor by which doubling the team multiplies output, whatever its size [-].
    [[nodiscard]] Real doubling_factor() const { return speed_up(Real(2)); }

    static constexpr auto parameters()
    {
        return description{parameter{"exponent", "β", "-",
                                     "power of the team's size with which output grows",
                                     &power_output::exponent}};
    }
};

static_assert(scalability_law<power_output<>>);
static_assert(fully_described<power_output<>>);

} // namespace orgscale
