#pragma once

#include <orgscale/network/message_tree.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_message_tree(accuracy_table& table)
{
    using orgscale::message_tree;
    const auto reaches = [](random_numbers& draw) { return std::array{draw.magnitude(0.2, 100)}; };
    // Sums over a dozen classes with exponents up to 2.4/0.2.
    table.add<1>("message_tree::load, the head's", "5 reports, 3 levels, reaches from 0.2 on", 16,
                 []<class R>(const std::array<R, 1>& x) {
                     return message_tree{.branching = 5, .levels = 3}.load(0, x[0]);
                 },
                 reaches, {{0}, {1}, {std::numeric_limits<double>::infinity()}});
    table.add<1>("message_tree::critical_rate", "the same", 16,
                 []<class R>(const std::array<R, 1>& x) {
                     return message_tree{.branching = 5, .levels = 3}.critical_rate(x[0]);
                 },
                 reaches, {{0}, {1}, {std::numeric_limits<double>::infinity()}});
    table.add<1>("message_tree::mean_steps", "the same", 16,
                 []<class R>(const std::array<R, 1>& x) {
                     return message_tree{.branching = 5, .levels = 3}.mean_steps(x[0]);
                 },
                 reaches, {{0}, {1}, {std::numeric_limits<double>::infinity()}});
}
