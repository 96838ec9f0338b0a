#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/governance/detail/geometric_sum.hpp>
#include <orgscale/governance/detail/less_product.hpp>
#include <orgscale/governance/pyramid.hpp>

namespace orgscale {

/// α^k, what is left of the head's intent k levels further down.
template <real Real>
[[nodiscard]] Real retained_control(const Real& control_retention, const Real& levels_below)
{
    using std::pow;
    return pow(control_retention, levels_below);
}

/// 1 + β/s + ... + (β/s)^(L-1), what all of L levels are paid over the lowest, each paid β times the one
/// below and s times as few.
template <real Real>
[[nodiscard]] Real wages_upwards(const Real& span_of_control, const Real& wage_step,
                                 const Real& levels)
{
    using std::log1p;
    const Real less = Real(span_of_control - wage_step) / span_of_control;
    return detail::geometric_sum(Real(wage_step / span_of_control), Real(log1p(Real(-less))),
                                 levels);
}

/// Loss of control as the limit to the size of a firm: how many levels pay.
///
///     output(n) = (α s)^(n-1)                                what the lowest of n levels makes [1]
///     wages(n)  = w0 (s^n - β^n) / (s - β)                   each level paid β times the one below
///     profit(n) = (P - r) output(n) - wages(n)
///     n*        = 1 + ln( w0/(P-r) s/(s-β) ln s/ln(α s) ) / ln α
///
/// n* is best where wages are taken for w0 s^n/(s-β), as they nearly are for s much larger than β.
/// Without the loss of control, α -> 1, there is no limit. Levels may lie between whole numbers, but
/// for the best whole number, which takes wages as they are. Not for a firm whose prices fall with
/// its output.
///
/// [1] Williamson, O. E. (1967). Hierarchical control and optimum firm size. Journal of Political
///     Economy 75(2), 123-138. doi:10.1086/259258
template <real Real = double>
struct control_loss {
    using real_type = Real;

    above_one<Real>         span_of_control;   ///< s, direct reports of a manager [people]
    positive_fraction<Real> control_retention; ///< α, intent left one level down [-]
    at_least_one<Real>      wage_step;         ///< β, wage of a manager over a report's [-]
    finite_positive<Real>   wage;              ///< w0, of one on the lowest level [money/time]
    finite_positive<Real>   margin; ///< P - r, of what one makes who loses nothing [money/time]

    /// Otherwise no number of levels is best, or none but the smallest.
    [[no_unique_address]] agreed has_a_limit{
        control_retention < 1 && Real{wage_step} < Real{span_of_control} &&
            control_retention * span_of_control > 1,
        "wage_step must be less than span_of_control, control_retention less than 1, and "
        "control_retention * span_of_control must exceed 1"};

    /// What n levels make, in what one person makes who loses nothing [people].
    [[nodiscard]] Real output(const at_least_one<Real>& levels) const
    {
        using std::pow;
        // In two powers of exact numbers, not one of a product that is rounded. The second is at
        // least one over the first.
        const Real below   = Real{levels} - 1;
        const Real workers = pow(Real{span_of_control}, below);
        const Real product = control_retention * span_of_control;
        return select(workers < infinity<Real>(),
                      Real(workers * retained_control(Real{control_retention}, below)),
                      Real(pow(product, below)));
    }

    /// What n levels are paid [money/time].
    [[nodiscard]] Real wages(const at_least_one<Real>& levels) const
    {
        return lowest_wages(Real{levels}) * paid_upwards(Real{levels});
    }

    /// The same without end upwards, w0 s^n / (s - β) [money/time].
    [[nodiscard]] Real approximate_wages(const at_least_one<Real>& levels) const
    {
        return lowest_wages(Real{levels}) * (span_of_control / Real(span_of_control - wage_step));
    }

    /// What is left of the output of n levels when they are paid [money/time].
    [[nodiscard]] Real profit(const at_least_one<Real>& levels) const
    {
        return margin * output(levels) - wages(levels);
    }

    /// The same with approximate wages [money/time].
    [[nodiscard]] Real approximate_profit(const at_least_one<Real>& levels) const
    {
        return margin * output(levels) - approximate_wages(levels);
    }

    /// n*, at which the approximate profit is largest; 1 where it falls from there on.
    [[nodiscard]] Real best_levels() const
    {
        using std::log, std::log1p;
        const Real paid  = wage / margin * (span_of_control / Real(span_of_control - wage_step));
        const Real ratio = paid * (log(Real{span_of_control}) / log1p(gain()));
        return greatest(Real(1 + log(ratio) / log(Real{control_retention})), Real(1));
    }

    /// The whole number of levels at which the profit is largest, the smallest of several; nothing if
    /// it is beyond 2^62.
    [[nodiscard]] std::optional<std::int64_t> best_whole_levels() const
        requires ordered_real<Real>
    {
        // What another level adds falls with every level: find where it ends by doubling, then halving.
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

    /// (s^n - 1)/(s - 1), everybody on n levels [people].
    [[nodiscard]] Real employment(const at_least_one<Real>& levels) const
    {
        return pyramid<Real>{.span_of_control = Real{span_of_control}}.people(Real{levels});
    }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"span_of_control", "s", "people", "direct reports of a manager",
                      &control_loss::span_of_control},
            parameter{"control_retention", "α", "-", "intent left one level further down",
                      &control_loss::control_retention},
            parameter{"wage_step", "β", "-", "wage of a manager over that of a report",
                      &control_loss::wage_step},
            parameter{"wage", "w0", "money/time", "wage on the lowest level", &control_loss::wage},
            parameter{"margin", "P-r", "money/time",
                      "price less other cost of what one person makes who loses nothing",
                      &control_loss::margin}};
    }

private:
    /// α s - 1, what another level adds to the output over what there is.
    [[nodiscard]] Real gain() const
    {
        return -detail::less_product(Real(1), Real{control_retention}, Real{span_of_control});
    }

    /// w0 s^(n-1)
    [[nodiscard]] Real lowest_wages(const Real& levels) const
    {
        using std::pow;
        return wage * pow(Real{span_of_control}, Real(levels - 1));
    }

    /// 1 + β/s + ... + (β/s)^(n-1), what all levels are paid over the lowest.
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
