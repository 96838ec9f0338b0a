#pragma once

#include <array>
#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/core/standard_policy.hpp>
#include <orgscale/improvement/quality_erosion.hpp>

namespace orgscale {

/// A standard that erodes: under pressure people cut the time for each customer, the standard follows what they do, and
/// customers leave.
///
///     σ = T*/T0                  standard: time for a customer over that at the start
///     p                          pressure, by that standard
///     T/T0 = min(σ p^-k, 1)      quality: the time that a customer gets
///     dσ/dt = (T/T0 - σ)/τ       τd while p > 1, else τu                                        [1]
///     productivity(σ) = 1/σ,     exertion(p) = max(1, p)^k
///     churn(σ, p) = χq (1 - T/T0)
///
/// The law of quality_erosion for an organisation whose load follows from its own growth. By the eroded standard fewer
/// people are needed, so fewer are hired: a trap, which an infinite τu never opens. People with time to spare give a
/// customer no more than T0. Churn in proportion to the missing time is the library's own choice.
///
///     eroding_standard<> bank{.erosion = published_erosion<>::oliva_sterman_2001().law, .quality_churn = 0.01};  // weeks
///
/// For σ from 0 to 1. Not for overtime, the other way out of an overload.
///
/// [1] Oliva, R., Sterman, J. D. (2001). Cutting corners and working overtime: quality erosion in the
///     service industry. Management Science 47(7), 894-914. doi:10.1287/mnsc.47.7.894.9807
template <real Real = double>
struct eroding_standard {
    using real_type = Real;

    quality_erosion<Real>     erosion;          ///< k, τd and τu
    finite_non_negative<Real> quality_churn{0}; ///< χq, if customers got no time at all [1/time]

    [[no_unique_address]] agreed takes_time{Real{erosion.corner_cutting} < Real(1),
                                            "corner_cutting must be less than 1"};

    /// σ at the start, 1 [-].
    [[nodiscard]] constexpr Real opening() const { return Real(1); }

    /// 1/σ, customers per person relative to the growth model's [-].
    [[nodiscard]] constexpr Real productivity(const Real& standard) const { return 1 / standard; }

    /// max(1, p)^k, customers served by cutting corners over those served by the standard [-].
    [[nodiscard]] Real exertion(const Real& pressure) const
    {
        using std::pow;
        return pow(greatest(pressure, Real(1)), Real{erosion.corner_cutting});
    }

    /// T/T0, the share of its time that a customer gets [-].
    [[nodiscard]] Real quality(const Real& standard, const Real& pressure) const
    {
        return least(unbounded(standard, pressure), Real(1));
    }

    /// dσ/dt [1/time].
    [[nodiscard]] Real rate(const Real& standard, const Real& pressure) const
    {
        return least(erosion.shift(standard, some(pressure)), Real(1 - standard)) /
               erosion.adaptation_time(pressure);
    }

    /// χq (1 - T/T0) [1/time].
    [[nodiscard]] Real churn(const Real& standard, const Real& pressure) const
    {
        return quality_churn * (1 - quality(standard, pressure));
    }

    /// The shorter of τd and τu [time].
    [[nodiscard]] constexpr Real shortest_time() const
    {
        return least(Real{erosion.falling_time}, Real{erosion.rising_time});
    }

    /// Where corners begin to be cut, and where a customer gets all of T0.
    [[nodiscard]] std::array<Real, 2> margins(const Real& standard, const Real& pressure) const
    {
        return {Real(pressure - 1), Real(unbounded(standard, pressure) - 1)};
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"", "", "", "how the standard erodes", &eroding_standard::erosion},
            parameter{"quality_churn", "χq", "1/time",
                      "additional churn if customers got no time at all",
                      &eroding_standard::quality_churn}};
    }

private:
    /// Above zero, where the bound by T0 holds whatever k is.
    [[nodiscard]] static constexpr Real some(const Real& pressure)
    {
        return greatest(pressure, Real(1e-30));
    }

    [[nodiscard]] Real unbounded(const Real& standard, const Real& pressure) const
    {
        return erosion.time_per_order(standard, some(pressure));
    }
};

static_assert(standard_policy<eroding_standard<>, double>);
static_assert(fully_described<eroding_standard<>>);

} // namespace orgscale
