#pragma once

#include <orgscale/network/message_rounds.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_message_rounds(accuracy_table& table)
{
    const auto of = []<class R>(const std::array<R, 2>& x) {
        return orgscale::message_rounds<R>{.people = x[0], .branching = x[1]};
    };
    const auto any = [](random_numbers& draw) {
        return std::array{1 + draw.magnitude(1e-9, 1e12), draw.magnitude(1.5, 1e3)};
    };
    table.add<2>("message_rounds::together", "1 to 1e12 people, 1.5 to 1000 reports", 5,
                 [=]<class R>(const std::array<R, 2>& x) { return of(x).together(); }, any,
                 {{1, 5}, {1e300, 2}});
    table.add<2>("message_rounds::one_by_one", "the same", 6,
                 [=]<class R>(const std::array<R, 2>& x) { return of(x).one_by_one(); }, any,
                 {{1, 5}});
    table.add<2>("message_rounds::gossip", "the same", 4,
                 [=]<class R>(const std::array<R, 2>& x) { return of(x).gossip(); }, any, {{1, 5}});
}
