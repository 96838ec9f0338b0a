#pragma once

#include <orgscale/governance/control_loss.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_control_loss(accuracy_table& table)
{
    using orgscale::control_loss;
    // Span, retention, wage step, wage over margin, levels.
    const auto firm = []<class R>(const std::array<R, 5>& x) {
        return control_loss<R>{.span_of_control   = x[0],
                               .control_retention = x[1],
                               .wage_step         = x[2],
                               .wage              = x[3],
                               .margin            = R(1)};
    };
    /// With α s at least 1 + margin and s/β at least 1 + apart.
    const auto firms = [](double margin, double apart) {
        return [margin, apart](random_numbers& draw) {
            for (;;) {
                const double     step = 1 + draw.magnitude(1e-9, 3);
                const double     span = step * (1 + draw.magnitude(apart, 20));
                const std::array x{span, 1 - draw.magnitude(1e-9, 1), step,
                                   draw.magnitude(1e-6, 1e3), draw.between(1, 60)};
                if (x[1] > 0 && x[0] * x[1] > 1 + margin) return x;
            }
        };
    };
    table.add<5>("control_loss::output", "all firms, 1 to 60 levels", 4,
                 [&]<class R>(const std::array<R, 5>& x) { return firm(x).output(x[4]); },
                 firms(1e-12, 1e-9), {{5, 0.9, 1.5, 0.3, 1}, {5, 1 - 1e-16, 1.5, 0.3, 400}});
    table.add<5>("control_loss::wages", "all firms, 1 to 60 levels", 6,
                 [&]<class R>(const std::array<R, 5>& x) { return firm(x).wages(x[4]); },
                 firms(1e-12, 1e-9),
                 {{5, 0.9, 1.5, 0.3, 1}, {5, 0.9, 1, 0.3, 400}, {5, 0.9, 5 - 1e-15, 0.3, 60}});
    table.add<5>("control_loss::approximate_wages", "all firms, 1 to 60 levels", 4,
                 [&]<class R>(const std::array<R, 5>& x) { return firm(x).approximate_wages(x[4]); },
                 firms(1e-12, 1e-9), {{5, 0.9, 1.5, 0.3, 1}, {5, 0.9, 5 - 1e-15, 0.3, 60}});
    table.add<5>("control_loss::employment", "all firms, 1 to 60 levels", 4,
                 [&]<class R>(const std::array<R, 5>& x) { return firm(x).employment(x[4]); },
                 firms(1e-12, 1e-9), {{5, 0.9, 1.5, 0.3, 1}, {5, 0.9, 1.5, 0.3, 400}});

    // Over ln α stands the logarithm of a ratio c, a place of which comes to 1/ln(c) of n*, which is 1 where
    // c is. One of the wage, which is asked about, comes to as much.
    const auto best = [&]<class R>(const std::array<R, 5>& x) {
        return firm(x).approximate_best_levels();
    };
    const auto limited = [&](double most) {
        return [&, most](random_numbers& draw) {
            const auto any = firms(1e-12, 0.01);
            for (;;) {
                auto x            = any(draw);
                x[3]              = draw.magnitude(1e-12, 10);
                const double gain = std::fma(x[0], x[1], -1);
                const double c    = x[3] * x[0] / (x[0] - x[2]) * std::log(x[0]) / std::log1p(gain);
                if (c < most) return x;
            }
        };
    };
    table.add<5>("control_loss::approximate_best_levels", "all firms, c up to 1/2", 10, best,
                 limited(0.5),
                 {{5, 0.9, 1.5, 0.3, 1}, {5, 0.9, 1.5, 10, 1}, {5, 1 - 1e-16, 1.5, 0.3, 1}});
    table.add<5>("control_loss::approximate_best_levels", "all firms, c up to 0.9", 44, best,
                 limited(0.9));

    // A difference: what it loses is the part that wages are of the output.
    const auto profitable = [&](random_numbers& draw) {
        const auto any = firms(1e-3, 0.1);
        for (;;) {
            auto x = any(draw);
            x[3]   = draw.magnitude(1e-6, 0.5);
            if (firm(x).approximate_profit(x[4]) > 0.5 * firm(x).output(x[4])) return x;
        }
    };
    table.add<5>("control_loss::profit", "wages up to half of what is made", 8,
                 [&]<class R>(const std::array<R, 5>& x) { return firm(x).profit(x[4]); },
                 profitable, {{5, 0.9, 1.5, 0.3, 1}});
    table.add<5>(
        "control_loss::approximate_profit", "wages up to half of what is made", 8,
        [&]<class R>(const std::array<R, 5>& x) { return firm(x).approximate_profit(x[4]); },
        profitable, {{5, 0.9, 1.5, 0.3, 1}});
}
