#pragma once

#include <cmath>
#include <optional>
#include <type_traits>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/network/crowd_tipping.hpp>
#include <orgscale/network/detail/root_inside.hpp>

namespace orgscale {

/// A large crowd with normally distributed thresholds: how many act in the end, and at which spread it tips.
///
///     r = Φ((r - m)/s)                                 the smallest root: the share acting          [1]
///     tips where the curves touch: with u < 0, m = Φ(u) - u φ(u), s = φ(u), r = Φ(u)
///
/// Thresholds are shares of the crowd. For m = 1/4 hardly anybody acts up to s = 0.1222, and nearly
/// everybody from there on: the mean of a crowd's dispositions says little about what it does. The limit
/// of many people, without lanes; a crowd of a hundred tips a little later or earlier (threshold_crowd).
///
///     normal_thresholds<>{.mean = 0.25, .deviation = 0.122}.acting();                  // 0.055
///
/// [1] Granovetter, M. (1978). Threshold models of collective behavior. American Journal of Sociology
///     83(6), 1420-1443. doi:10.1086/226707
template <real Real = double>
struct normal_thresholds {
    using real_type = Real;

    finite_value<Real>    mean;      ///< m, share of others who must act first [-]
    finite_positive<Real> deviation; ///< s, standard deviation                 [-]

    /// The share who act in the end, starting from nobody [-].
    [[nodiscard]] Real acting() const
        requires ordered_real<Real>
    {
        using std::log, std::sqrt;
        using Passive   = passive_t<Real>;
        const Passive m = passive(Real{mean}), s = passive(Real{deviation});
        const auto over = [=](const Passive& r) { return Passive(share(Passive((r - m) / s)) - r); };
        // Where the density at m is below 1, Φ - r falls throughout. Elsewhere it is least at `bottom`, in the
        // convex part below m, and the root is before it or beyond m.
        const Passive peak = log(density(Passive(0))) - log(s); // its logarithm
        Passive       above(0), below(1);
        if (peak > 0) {
            const Passive deviations = sqrt(Passive(2 * peak));
            const Passive bottom     = least(Passive(m - s * deviations), below);
            // Not from Φ((bottom - m)/s), as the deviations are lost in the rounding of m if s is small.
            if (bottom > 0 && (bottom >= 1 || share(Passive(-deviations)) <= bottom)) {
                below = bottom;
            } else {
                above = greatest(m, above);
            }
        }
        const Passive r = detail::root_inside(above, below, over);
        return detail::with_derivatives<Real>(r, [this](const auto& x) {
            using Number = std::remove_cvref_t<decltype(x)>;
            return Number(share(Number((x - Number(Real{mean})) / Number(Real{deviation}))) - x);
        });
    }

    /// The deviation at which a crowd with this mean tips, and the share that acts just below it; nothing
    /// unless 0 < m < 1/2 [-].
    [[nodiscard]] static std::optional<crowd_tipping<Real>> tipping(const finite_value<Real>& mean)
        requires ordered_real<Real>
    {
        using Passive   = passive_t<Real>;
        const Passive m = passive(Real{mean});
        if (!(m > 0) || !(m < Passive(1) / 2)) return std::nullopt;
        const Passive u = detail::root_inside(
            Passive(0), Passive(-38), [&](const Passive& x) { return Passive(touching(x) - m); });
        const Real full = detail::with_derivatives<Real>(u, [&](const auto& x) {
            using Number = std::remove_cvref_t<decltype(x)>;
            return Number(touching(x) - Number(Real{mean}));
        });
        return crowd_tipping<Real>{density(full), share(full)};
    }

    static constexpr auto parameters()
    {
        return description{parameter{"mean", "m", "-", "mean threshold, as a share of the crowd",
                                     &normal_thresholds::mean},
                           parameter{"deviation", "s", "-", "standard deviation of the thresholds",
                                     &normal_thresholds::deviation}};
    }

private:
    /// Φ(x)
    template <class Number>
    [[nodiscard]] static Number share(const Number& x)
    {
        using std::erfc, std::sqrt;
        return erfc(Number(-x / sqrt(Number(2)))) / 2;
    }

    /// φ(x)
    template <class Number>
    [[nodiscard]] static Number density(const Number& x)
    {
        using std::atan, std::exp, std::sqrt;
        return exp(Number(-x * x / 2)) / sqrt(Number(8 * atan(Number(1))));
    }

    /// Φ(u) - u φ(u), which rises with u.
    template <class Number>
    [[nodiscard]] static Number touching(const Number& u)
    {
        return share(u) - u * density(u);
    }
};

static_assert(fully_described<normal_thresholds<>>);

} // namespace orgscale
