#pragma once

#include <cmath>
#include <cstdint>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/geometric_sum.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/governance/detail/less_product.hpp>
#include <orgscale/governance/pyramid.hpp>

namespace orgscale {

/// α^k, the share of the head's intent left k levels below.
template <real Real>
[[nodiscard]] Real retained_control(const Real& control_retention, const Real& levels_below)
{
    using std::pow;
    return pow(control_retention, levels_below);
}

/// 1 + β/s + ... + (β/s)^(L-1), the wages of L levels relative to the lowest: each level has 1/s of the
/// people of the one below, at β times their wage.
template <real Real>
[[nodiscard]] Real wages_upwards(const Real& span_of_control, const Real& wage_step,
                                 const Real& levels)
{
    using std::log1p;
    const Real less = Real(span_of_control - wage_step) / span_of_control;
    return geometric_sum(Real(wage_step / span_of_control), Real(log1p(Real(-less))), levels);
}

/// Loss of control as the limit to the size of a firm: the most profitable number of levels.
///
///     output(n) = (α s)^(n-1)                                made on the lowest of n levels [1]
///     wages(n)  = w0 (s^n - β^n) / (s - β)                   each level paid β times the one below
///     profit(n) = (P - r) output(n) - wages(n)
///     n*        = 1 + ln( w0/(P-r) s/(s-β) ln s/ln(α s) ) / ln α
///
/// n* is the optimum of approximate_profit(), for wages of w0 s^n/(s-β), which are close for s much larger
/// than β: approximate_best_levels(). best_whole_levels() is that of profit(), whose wages are exact, and may
/// be far from it: 14 for 8.13 where a manager earns nearly s times a report's wage. Elsewhere levels may be
/// fractional. Without loss of control
/// (α -> 1) there is no limit. Not for a firm whose prices fall with its output.
///
/// [1] Williamson, O. E. (1967). Hierarchical control and optimum firm size. Journal of Political
///     Economy 75(2), 123-138. doi:10.1086/259258
template <real Real = double>
struct control_loss {
    using real_type = Real;

    above_one<Real>         span_of_control;   ///< s, direct reports per manager [people]
    positive_fraction<Real> control_retention; ///< α, intent left one level down [-]
    at_least_one<Real>      wage_step;         ///< β, manager's wage over a report's [-]
    finite_positive<Real>   wage;              ///< w0, on the lowest level [money/person/time]
    finite_positive<Real>   margin; ///< P - r, per worker without control loss [money/person/time]

    /// Otherwise profit has no maximum, or has it at the fewest levels.
    [[no_unique_address]] agreed has_a_limit{
        control_retention < 1 && Real{wage_step} < Real{span_of_control} &&
            control_retention * span_of_control > 1,
        "wage_step must be less than span_of_control, control_retention less than 1, and "
        "control_retention * span_of_control must exceed 1"};

    /// Output of n levels, in workers without control loss [people].
    [[nodiscard]] Real output(const at_least_one<Real>& levels) const
    {
        using std::pow;
        // Two powers of exact numbers rather than one of a rounded product. The second is at least the
        // reciprocal of the first.
        const Real below   = Real{levels} - 1;
        const Real workers = pow(Real{span_of_control}, below);
        const Real product = control_retention * span_of_control;
        return select(workers < infinity<Real>(),
                      Real(workers * retained_control(Real{control_retention}, below)),
                      Real(pow(product, below)));
    }

    /// Wages of n levels [money/time].
    [[nodiscard]] Real wages(const at_least_one<Real>& levels) const
    {
        return lowest_wages(Real{levels}) * paid_upwards(Real{levels});
    }

    /// Approximate wages, w0 s^n / (s - β) [money/time].
    [[nodiscard]] Real approximate_wages(const at_least_one<Real>& levels) const
    {
        return lowest_wages(Real{levels}) * (span_of_control / Real(span_of_control - wage_step));
    }

    /// Profit of n levels [money/time].
    [[nodiscard]] Real profit(const at_least_one<Real>& levels) const
    {
        return margin * output(levels) - wages(levels);
    }

    /// Profit with approximate wages [money/time].
    [[nodiscard]] Real approximate_profit(const at_least_one<Real>& levels) const
    {
        return margin * output(levels) - approximate_wages(levels);
    }

    /// n*, the levels with the largest approximate_profit(); 1 where it falls from 1 on [-].
    [[nodiscard]] Real approximate_best_levels() const
    {
        using std::log, std::log1p;
        const Real paid  = wage / margin * (span_of_control / Real(span_of_control - wage_step));
        const Real ratio = paid * (log(Real{span_of_control}) / log1p(gain()));
        return greatest(Real(1 + log(ratio) / log(Real{control_retention})), Real(1));
    }

    /// The whole number of levels with the largest profit(), the smallest of several; nothing if it
    /// exceeds 2^62.
    [[nodiscard]] std::optional<std::int64_t> best_whole_levels() const
        requires ordered_real<Real>
    {
        // The gain of another level falls with every level: find its change of sign by doubling, then
        // bisection.
        constexpr std::int64_t most = std::int64_t{1} << 62;
        std::int64_t           pays = 0, ends = 1;
        while (another_pays(ends)) {
            if (ends == most) return std::nullopt;
            pays = ends;
            ends *= 2;
        }
        while (ends - pays > 1) {
            const std::int64_t middle            = pays + (ends - pays) / 2;
            (another_pays(middle) ? pays : ends) = middle;
        }
        return ends;
    }

    /// (s^n - 1)/(s - 1), the people on n levels [people].
    [[nodiscard]] Real employment(const at_least_one<Real>& levels) const
    {
        return pyramid<Real>{.span_of_control = Real{span_of_control}}.people(Real{levels});
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"span_of_control", "s", "people", "direct reports per manager",
                      &control_loss::span_of_control},
            parameter{"control_retention", "α", "-", "share of the intent left one level down",
                      &control_loss::control_retention},
            parameter{"wage_step", "β", "-", "wage of a manager relative to a report's",
                      &control_loss::wage_step},
            parameter{"wage", "w0", "money/person/time", "wage on the lowest level",
                      &control_loss::wage},
            parameter{"margin", "P-r", "money/person/time",
                      "price less other costs of what a worker makes without control loss",
                      &control_loss::margin}};
    }

private:
    /// α s - 1, the relative gain in output of another level.
    [[nodiscard]] Real gain() const
    {
        return -detail::less_product(Real(1), Real{control_retention}, Real{span_of_control});
    }

    /// w0 s^(n-1), wages of the lowest level.
    [[nodiscard]] Real lowest_wages(const Real& levels) const
    {
        using std::pow;
        return wage * pow(Real{span_of_control}, Real(levels - 1));
    }

    /// 1 + β/s + ... + (β/s)^(n-1), wages of all levels relative to the lowest.
    [[nodiscard]] Real paid_upwards(const Real& levels) const
    {
        return wages_upwards(Real{span_of_control}, Real{wage_step}, levels);
    }

    /// Whether n + 1 levels earn more than n. Both sides are divided by s^(n-1): wages rise by
    /// w0 s^n + (β-1) wages(n).
    [[nodiscard]] bool another_pays(std::int64_t levels) const
    {
        const Real n      = Real(static_cast<double>(levels));
        const Real gained = margin * gain() *
                            retained_control(Real{control_retention}, Real(n - 1));
        return wage * Real(span_of_control + Real(wage_step - 1) * paid_upwards(n)) < gained;
    }
};

static_assert(fully_described<control_loss<>>);

} // namespace orgscale
