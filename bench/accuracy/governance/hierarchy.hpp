#pragma once

#include <orgscale/governance/hierarchy.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_hierarchy(accuracy_table& table)
{
    using orgscale::hierarchy;
    // Span, then people.
    const auto of_span = []<class R>(const R& span) {
        return hierarchy<R>{.span_of_control = span};
    };
    const auto spans = [](double most) {
        return [most](random_numbers& draw) {
            return std::array{1 + draw.magnitude(1e-15, 1e6), draw.magnitude(1, most)};
        };
    };
    table.add<2>("hierarchy::levels", "span 1 + 1e-15 to 1e6, 1 to 1e308 people", 4,
                 [&]<class R>(const std::array<R, 2>& x) { return of_span(x[0]).levels(x[1]); },
                 spans(1e300), {{7, 1}, {7, 1e308}, {1 + 1e-15, 1e300}});
    table.add<2>(
        "hierarchy::productive_share", "span 1 + 1e-15 to 1e6, 1 to 1e300 people", 4,
        [&]<class R>(const std::array<R, 2>& x) { return of_span(x[0]).productive_share(x[1]); },
        spans(1e300), {{7, 1}, {7, 1e308}, {1 + 1e-15, 1e300}});
    table.add<2>(
        "hierarchy::unbounded().effort", "span 1 + 1e-15 to 1e6", 4,
        [&]<class R>(const std::array<R, 2>& x) { return of_span(x[0]).unbounded().effort; },
        spans(2));

    // Span, wage step less than that, people. The sum is of falling powers, so what is lost of the
    // later ones is not seen; workers and levels have their own roundings.
    table.add<3>(
        "hierarchy::wage_multiple", "wage step up to the span, 1 to 1e300 people", 10,
        []<class R>(const std::array<R, 3>& x) {
            return hierarchy<R>{.span_of_control = x[0]}.wage_multiple(x[2], x[1]);
        },
        [](random_numbers& draw) {
            const double span = 1 + draw.magnitude(1e-3, 1e3);
            return std::array{span, draw.between(1, span), draw.magnitude(1, 1e300)};
        },
        {{7, 1, 1}, {7, 7, 1e300}, {7, 2, 1e6}});

    // Span, retention, people. A power whose exponent is rounded: each of its roundings comes to
    // ln(effort) of the result, as one of the retention that is asked about comes to L - 1. As α s > 1,
    // -ln(effort) is less than ln(people).
    const auto effort = []<class R>(const std::array<R, 3>& x) {
        return hierarchy<R>{.span_of_control = x[0], .control_retention = x[1]}.realized_effort(
            x[2]);
    };
    const auto leaking = [](double most) {
        return [most](random_numbers& draw) {
            for (;;) {
                const std::array x{1 + draw.magnitude(1e-3, 1e3), 1 - draw.magnitude(1e-9, 1),
                                   draw.magnitude(1, most)};
                if (x[0] * x[1] > 1) return x;
            }
        };
    };
    table.add<3>("hierarchy::realized_effort", "up to 100 people", 4 + 2 * 4.6, effort,
                 leaking(1e2), {{7, 0.9, 1}, {7, 1, 100}});
    table.add<3>("hierarchy::realized_effort", "up to 1e6 people", 4 + 2 * 13.8, effort,
                 leaking(1e6), {{7, 0.15, 1e6}});
    table.add<3>("hierarchy::realized_effort", "up to 1e300 people", 4 + 2 * 691, effort,
                 leaking(1e300), {{7, 0.15, 1e300}});

    // Span, escalation, people.
    const auto escalating = []<class R>(const std::array<R, 3>& x) {
        return hierarchy<R>{.span_of_control       = x[0],
                            .escalation            = x[1],
                            .decisions_per_manager = R(12),
                            .time_per_level        = R(0.25)};
    };
    const auto questions = [](double most) {
        return [most](random_numbers& draw) {
            const double part = draw.magnitude(1e-15, 1);
            return std::array{1 + draw.magnitude(1e-3, 1e3), draw.one_in(2) ? part : 1 - part,
                              draw.magnitude(1, most)};
        };
    };
    // (s e)^L by its logarithm: each of three roundings of L ln(s e) comes to as much of it, which is less
    // than ln(1 + n s).
    const auto capacity = [&]<class R>(const std::array<R, 3>& x) {
        return escalating(x).decision_capacity(x[2]);
    };
    table.add<3>("hierarchy::decision_capacity", "up to 100 people", 8 + 3 * 12, capacity,
                 questions(1e2), {{7, 0, 1}, {7, 1, 1}, {8, 0.125, 100}});
    table.add<3>("hierarchy::decision_capacity", "up to 1e6 people", 8 + 3 * 21, capacity,
                 questions(1e6), {{7, 0, 1e6}, {7, 1, 1e6}, {8, 0.125, 1e6}});
    table.add<3>("hierarchy::decision_capacity", "up to 1e300 people", 8 + 3 * 698, capacity,
                 questions(1e300), {{7, 0, 1e300}, {7, 1, 1e300}, {8, 0.125, 1e300}});
    table.add<3>(
        "hierarchy::decision_delay", "up to 1e300 people", 8,
        [&]<class R>(const std::array<R, 3>& x) { return escalating(x).decision_delay(x[2]); },
        questions(1e300),
        {{7, 0, 1e6}, {7, 1, 1e300}, {7, 1e-300, 1e6}, {7, 1, 1}, {7, 0.3, 1 + 1e-15}});
    table.add<3>(
        "hierarchy::escalation_exponent", "escalation 0 to 1", 4,
        [&]<class R>(const std::array<R, 3>& x) { return escalating(x).escalation_exponent(); },
        questions(2), {{7, 0, 1}, {7, 1, 1}, {7, 1 - 1e-16, 1}});
    table.add<3>("hierarchy::unbounded().decision_delay", "escalation 0 to 1", 4,
                 [&]<class R>(const std::array<R, 3>& x) {
                     return escalating(x).unbounded().decision_delay;
                 },
                 questions(2), {{7, 0, 1}, {7, 1, 1}, {7, 1 - 1e-16, 1}});
    // 1 - s e of a product that is rounded: s e up to 9/10 it loses a factor of 10.
    table.add<3>(
        "hierarchy::unbounded().decisions_per_person", "s e up to 9/10, and from 1 on", 12,
        [&]<class R>(const std::array<R, 3>& x) {
            return escalating(x).unbounded().decisions_per_person;
        },
        [&](random_numbers& draw) {
            for (;;) {
                const auto x = questions(2)(draw);
                if (x[0] * x[1] < 0.9 || x[0] * x[1] > 1) return x;
            }
        },
        {{7, 0, 1}, {7, 1, 1}, {8, 0.125, 1}});
}
