#pragma once

#include <orgscale/governance/executive_pay.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_executive_pay(accuracy_table& table)
{
    using orgscale::executive_pay;
    const auto law = []<class R>(const R& span, const R& step) {
        return executive_pay<R>{.span_of_control = span, .pay_step = step, .base_pay = R(40)};
    };
    table.add<2>(
        "executive_pay::pay", "pay step 1 + 1e-15 to 10, up to 300 levels", 4,
        [&]<class R>(const std::array<R, 2>& x) { return law(R(3), x[0]).pay(x[1]); },
        [](random_numbers& draw) {
            return std::array{1 + draw.magnitude(1e-15, 9), draw.between(0, 300)};
        },
        {{1.5, 0}, {1 + 1e-15, 300}});
    table.add<2>(
        "executive_pay::size_exponent", "span and pay step 1 + 1e-15 to 1e6", 4,
        [&]<class R>(const std::array<R, 2>& x) { return law(x[0], x[1]).size_exponent(); },
        [](random_numbers& draw) {
            return std::array{1 + draw.magnitude(1e-15, 1e6), 1 + draw.magnitude(1e-15, 1e6)};
        },
        {{3, 1.5}, {3, 3}});
    table.add<2>(
        "executive_pay::pareto_exponent", "the same", 4,
        [&]<class R>(const std::array<R, 2>& x) { return law(x[0], x[1]).pareto_exponent(); },
        [](random_numbers& draw) {
            return std::array{1 + draw.magnitude(1e-15, 1e6), 1 + draw.magnitude(1e-15, 1e6)};
        },
        {{3, 1.5}, {3, 3}});

    // A power whose exponent is rounded: each rounding comes to ln(pay/A) of the result, as does one of
    // the pay step in what is asked. A few of them, in units of ln(pay/A): 5 for pay up to e^4 A, 14 for
    // up to e^12 A.
    const auto top = [&]<class R>(const std::array<R, 3>& x) {
        return law(x[0], x[1]).top_pay(x[2]);
    };
    const auto up_to = [](double largest) {
        return [largest](random_numbers& draw) {
            for (;;) {
                const std::array x{1 + draw.magnitude(1e-3, 100), 1 + draw.magnitude(1e-6, 10),
                                   draw.magnitude(1, 1e12)};
                const double log_pay = std::log1p((x[2] - 1) * (x[0] - 1) / x[0]) * std::log(x[1]) /
                                       std::log(x[0]);
                if (log_pay < largest) return x;
            }
        };
    };
    table.add<3>("executive_pay::top_pay", "up to 55 times the base pay", 4 + 3 * 4, top, up_to(4),
                 {{3, 1.5, 1}, {1.001, 1 + 1e-6, 1e12}});
    table.add<3>("executive_pay::top_pay", "up to 160,000 times the base pay", 4 + 3 * 12, top,
                 up_to(12), {{3, 1.5, 1e12}});

    const auto share = [&]<class R>(const std::array<R, 3>& x) {
        return law(x[0], x[1]).share_paid(x[2]);
    };
    // The same of ln(share), and of the rounding of A/pay, which its exponent ln s/ln b multiplies.
    table.add<3>("executive_pay::share_paid",
                 "Pareto exponent up to 10, pay up to e^4 times the base", 4 + 3 * 40, share,
                 [](random_numbers& draw) {
                     for (;;) {
                         const std::array x{1 + draw.magnitude(1e-3, 100),
                                            1 + draw.magnitude(1e-3, 10),
                                            40 * draw.magnitude(1, 50)};
                         if (std::log(x[0]) / std::log(x[1]) < 10) return x;
                     }
                 },
                 {{3, 1.5, 40}, {3, 1.5, 0}, {3, 1.5, 41}});
}
