#pragma once

#include <orgscale/network/message_tree.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_message_tree(accuracy_table& table)
{
    static constexpr orgscale::message_tree tree{.branching = 5, .levels = 6};
    const auto reaches = [](random_numbers& draw) { return std::array{draw.magnitude(0.2, 100)}; };
    // Sums over some 50 classes with exponents up to 7/0.2.
    table.add<1>("message_tree::load, the head's", "5 reports, 6 levels, reaches from 0.2 on", 64,
                 []<class R>(const std::array<R, 1>& x) { return tree.load(0, x[0]); }, reaches,
                 {{0}, {1}, {std::numeric_limits<double>::infinity()}});
    table.add<1>("message_tree::critical_rate", "the same", 64,
                 []<class R>(const std::array<R, 1>& x) { return tree.critical_rate(x[0]); },
                 reaches, {{0}, {1}, {std::numeric_limits<double>::infinity()}});
    table.add<1>("message_tree::mean_steps", "the same", 64,
                 []<class R>(const std::array<R, 1>& x) { return tree.mean_steps(x[0]); }, reaches,
                 {{0}, {1}, {std::numeric_limits<double>::infinity()}});
}
