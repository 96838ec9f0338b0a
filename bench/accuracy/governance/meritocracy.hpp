#pragma once

#include <orgscale/governance/meritocracy.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_meritocracy(accuracy_table& table)
{
    using orgscale::meritocracy;
    const auto share_to_one = [](random_numbers& draw) {
        const double part = draw.magnitude(1e-15, 1);
        return draw.one_in(2) ? part : 1 - part;
    };

    // Peers, the part of all time that they take, people.
    const auto circles = [](double most) {
        return [most](random_numbers& draw) {
            return std::array{1 + draw.magnitude(1e-6, 1e3), draw.between(0, most),
                              draw.magnitude(1, 1e300)};
        };
    };
    const auto circle = []<class R>(const std::array<R, 3>& x) {
        // The time of one peer as a number that both number types hold.
        const R time = R(static_cast<double>(x[1]) / static_cast<double>(x[0]));
        return meritocracy<R>{.alignment = R(0.75), .peers = x[0], .time_per_peer = time};
    };
    // 1 - b j of a product that is rounded: it loses b j/(1 - b j).
    table.add<3>(
        "meritocracy::productive_share", "peers who take up to half of the time", 4,
        [&]<class R>(const std::array<R, 3>& x) { return circle(x).productive_share(x[2]); },
        circles(0.5), {{6, 0.25, 1}, {6, 0, 100}, {6, 0.25, 7}});
    table.add<3>(
        "meritocracy::productive_share", "peers who take up to 0.99 of the time", 4 + 100,
        [&]<class R>(const std::array<R, 3>& x) { return circle(x).productive_share(x[2]); },
        circles(0.99));
    table.add<3>("meritocracy::unbounded().effort", "peers who take up to half of the time", 4,
                 [&]<class R>(const std::array<R, 3>& x) { return circle(x).unbounded().effort; },
                 circles(0.5), {{6, 0, 1}});

    table.add<2>(
        "meritocracy::realized_effort", "alignment 0 to 1, 1 to 1e300 people", 4,
        []<class R>(const std::array<R, 2>& x) {
            return meritocracy<R>{.alignment = x[0]}.realized_effort(x[1]);
        },
        [&](random_numbers& draw) {
            return std::array{share_to_one(draw), draw.magnitude(1, 1e300)};
        },
        {{0, 1}, {0, 1e300}, {1, 1}, {1, 1e300}, {1e-200, 4}, {1 - 1e-16, 1}});

    // Autonomy, people, decisions of a person.
    const auto deciding = []<class R>(const std::array<R, 3>& x) {
        return meritocracy<R>{.autonomy             = x[0],
                              .peers                = R(6),
                              .decisions_per_person = x[2],
                              .core_decisions       = R(40),
                              .time_per_hop         = R(0.25)};
    };
    const auto decisions = [&](random_numbers& draw) {
        return std::array{share_to_one(draw), draw.magnitude(1, 1e200), draw.magnitude(1e-6, 1e6)};
    };
    table.add<3>(
        "meritocracy::decision_capacity", "autonomy 0 to 1, 1 to 1e200 people", 4,
        [&]<class R>(const std::array<R, 3>& x) { return deciding(x).decision_capacity(x[1]); },
        decisions, {{0, 1, 3}, {1, 1, 3}, {1, 1e200, 3}, {1 - 1e-16, 1e200, 3}});
    table.add<3>(
        "meritocracy::best_autonomy", "1 to 1e200 people", 4,
        [&]<class R>(const std::array<R, 3>& x) { return deciding(x).best_autonomy(x[1]); },
        decisions);
    table.add<3>("meritocracy::unbounded().decisions_per_person", "autonomy 0 to 1", 4,
                 [&]<class R>(const std::array<R, 3>& x) {
                     return deciding(x).unbounded().decisions_per_person;
                 },
                 decisions, {{0, 1, 3}, {1, 1, 3}});

    // Autonomy, peers, people.
    table.add<3>(
        "meritocracy::decision_delay", "autonomy 0 to 1, 1 to 1e300 people, peers 1 + 1e-15 to 1e3",
        4,
        []<class R>(const std::array<R, 3>& x) {
            return meritocracy<R>{.autonomy = x[0], .peers = x[1], .time_per_hop = R(0.25)}
                .decision_delay(x[2]);
        },
        [&](random_numbers& draw) {
            return std::array{share_to_one(draw), 1 + draw.magnitude(1e-15, 1e3),
                              draw.one_in(2) ? draw.magnitude(1, 1e300)
                                             : 1 + draw.magnitude(1e-15, 1)};
        },
        {{0, 6, 1}, {1, 6, 100}, {0.5, 6, 1e300}, {1 - 1e-16, 6, 100}});
}
