#pragma once

#include <cmath>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/queueing/detail/mills_ratio.hpp>
#include <orgscale/queueing/detail/root_between.hpp>

namespace orgscale {

/// The square-root staffing rule for customers who wait: many servers need a margin of only about sqrt(a) over
/// the load.
///
///     c = a + β sqrt(a),    P(wait) -> α(β) = 1 / (1 + β Φ(β)/φ(β))    for large a  [1]
///
/// Ten times the demand gets the same service with 3.2 times the margin. An approximation: with that many
/// servers the delay probability of erlang_c is larger, by at most 0.142/sqrt(a) for a >= 1 (0.11 at a = 1,
/// 0.014 at 100; found by a search over β), so the rule is short by a fraction of a server.
///
///     halfin_whitt<>{.margin = 1}.delay_probability();                            // 0.2234
///
/// No lanes. Not for light loads, where erlang_c is exact.
///
/// [1] Halfin, S., Whitt, W. (1981). Heavy-traffic limits for queues with many exponential servers.
///     Operations Research 29(3), 567-588. doi:10.1287/opre.29.3.567
template <real Real = double>
struct halfin_whitt {
    using real_type = Real;

    finite_positive<Real> margin; ///< β, servers beyond the load, over its root [servers/root erlang]

    /// α, the share of customers who wait.
    [[nodiscard]] Real delay_probability() const
        requires ordered_real<Real>
    {
        return 1 / (1 + Real{margin} * detail::mills_ratio(Real(-Real{margin})));
    }

    /// c for a load of a [servers].
    [[nodiscard]] Real servers(const non_negative<Real>& load) const
    {
        using std::sqrt;
        return load + Real{margin} * sqrt(Real{load});
    }

    /// The rule with this delay probability. Empty for 0 and 1, which no margin gives.
    [[nodiscard]] static std::optional<halfin_whitt> with_delay_probability(
        const fraction<Real>& delayed)
        requires ordered_real<Real>
    {
        using std::exp, std::log, std::log1p, std::sqrt;
        using Passive = passive_t<Real>;
        const Real alpha{delayed};
        if (!(alpha > 0) || !(alpha < 1)) return std::nullopt;
        // By ln β: β M(-β) = (1 - α)/α, where M is at least 1.25 e^{β^2/2}, and up to 1 at most 3.5.
        const auto excess = [&]<class Number>(const Number& log_margin) {
            const Number beta = exp(log_margin), share(alpha);
            return Number(log_margin + detail::log_mills_ratio(Number(-beta)) -
                          (log1p(Number(-share)) - log(share)));
        };
        const Passive share = passive(alpha), odds = (1 - share) / share;
        const Passive low  = odds < 4 ? Passive(odds / 4) : Passive(1);
        const Passive high = odds < 1 ? odds : sqrt(Passive(-2 * log(share)));
        return halfin_whitt{
            Real(exp(detail::root_between<Real>(excess, Passive(log(low)), Passive(log(high)))))};
    }

    static constexpr auto parameters()
    {
        return description{parameter{"margin", "β", "servers/root erlang",
                                     "servers beyond the load, over its square root",
                                     &halfin_whitt::margin}};
    }
};

static_assert(fully_described<halfin_whitt<>>);

} // namespace orgscale
