#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <source_location>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/network/contact_link.hpp>
#include <orgscale/network/detail/tree_places.hpp>
#include <orgscale/network/message_tree.hpp>

namespace orgscale {

/// Who handles the messages of a hierarchy with informal links on top of the chart.
///
/// The tree, its messages and their reach are those of message_tree [1]. Everybody passes a message to the
/// contact nearest to the receiver by the chart, with equal chances to equally near ones; a contact by the chart
/// is always nearer, so each message arrives. People know the chart and their own contacts, not those of
/// others.
///
///     message_network{.branching = 5, .levels = 4, .links = {{1, 2}, {2, 3}}}.loads(1.0);
///
/// People are numbered level by level: the head is 0, and the reports of i are b i + 1 to b i + b. Loads are
/// expectations, exact for the links given: no messages are drawn. Takes a time in proportion to N² (half a
/// second for 4000 people). Links that dodds_watts_sabel draws are one choice of links.
///
/// [1] Dodds, P. S., Watts, D. J., Sabel, C. F. (2003). Information exchange and the robustness of
///     organizational networks. PNAS 100(21), 12516-12521. doi:10.1073/pnas.1534702100
struct message_network {
    std::int64_t              branching; ///< b, direct reports of a manager [people]
    std::int64_t              levels;    ///< L, the head's included         [-]
    std::vector<contact_link> links{};   ///< informal ones

    [[no_unique_address]] agreed is_a_tree{
        branching >= 2 && levels >= 2 && detail::people_of_tree(branching, levels) > 0 &&
            detail::people_of_tree(branching, levels) <= 1'000'000,
        "branching and levels must be 2 or more and make at most a million people"};
    [[no_unique_address]] agreed are_people{
        link_people(links, detail::people_of_tree(branching, levels)),
        "links must be between two different people of the tree"};

    /// N [people].
    [[nodiscard]] std::int64_t people() const { return chart().people(); }

    /// The share of all messages that each person handles, as sender, receiver or in between [-].
    [[nodiscard]] std::vector<double> loads(
        double reach, std::source_location where = std::source_location::current()) const
    {
        const non_negative<double> checked_reach{reach, where};
        const auto                 all = static_cast<std::size_t>(people());
        std::vector<std::size_t>   depth(all, 0);
        for (std::size_t i = 1; i < all; ++i) depth[i] = depth[manager(i)] + 1;
        const auto          contacts = neighbours();
        std::vector<double> senders; // chance of a sender at a depth, over its receivers
        for (std::int64_t level = 0; level < levels; ++level)
            senders.push_back(1 / (chart().receivers(level, reach) * static_cast<double>(all)));

        const auto               most = static_cast<std::size_t>(2 * levels - 1);
        std::vector<double>      load(all, 0), flow(all, 0);
        std::vector<std::size_t> up(all), down(all), in_order(all);
        for (std::size_t target = 0; target < all; ++target) {
            // From the target's line of managers, which lie `down` levels above it, to everybody `up` below.
            std::vector<std::size_t> line(1, target);
            while (line.back() > 0) line.push_back(manager(line.back()));
            for (std::size_t i = 0; i < all; ++i) {
                const bool on_line = depth[i] <= depth[target] &&
                                     line[depth[target] - depth[i]] == i;
                up[i]   = on_line ? 0 : up[manager(i)] + 1;
                down[i] = on_line ? depth[target] - depth[i] : down[manager(i)];
                flow[i] = i == target
                              ? 0
                              : senders[depth[i]] *
                                    detail::nearness(static_cast<std::int64_t>(up[i]),
                                                     static_cast<std::int64_t>(down[i]), reach);
            }
            const auto               distance = [&](std::size_t i) { return up[i] + down[i]; };
            std::vector<std::size_t> place(most + 1, 0); // by distance, the farthest first
            for (std::size_t i = 0; i < all; ++i) ++place[most - distance(i)];
            for (std::size_t d = 1; d <= most; ++d) place[d] += place[d - 1];
            for (std::size_t i = all; i-- > 0;) in_order[--place[most - distance(i)]] = i;
            for (const std::size_t i : in_order) {
                load[i] += flow[i];
                if (i == target) continue;
                std::size_t nearest = most, equal = 0;
                for (const std::size_t j : contacts[i]) {
                    if (distance(j) < nearest) equal = 0;
                    nearest = (std::min)(nearest, distance(j));
                    if (distance(j) == nearest) ++equal;
                }
                for (const std::size_t j : contacts[i])
                    if (distance(j) == nearest) flow[j] += flow[i] / static_cast<double>(equal);
            }
        }
        return load;
    }

    /// The largest load of all [-].
    [[nodiscard]] double largest_load(
        double reach, std::source_location where = std::source_location::current()) const
    {
        const auto all = loads(reach, where);
        return *std::max_element(all.begin(), all.end());
    }

    /// Messages per person and time above which somebody has too much to do, 1/(N max ρ)
    /// [messages/person/time].
    [[nodiscard]] double critical_rate(
        double reach, std::source_location where = std::source_location::current()) const
    {
        return 1 / (static_cast<double>(people()) * largest_load(reach, where));
    }

    /// Mean number of steps from sender to receiver: all handle each message once [-].
    [[nodiscard]] double mean_steps(
        double reach, std::source_location where = std::source_location::current()) const
    {
        double all = -1;
        for (const double load : loads(reach, where)) all += load;
        return all;
    }

private:
    [[nodiscard]] message_tree chart() const { return {.branching = branching, .levels = levels}; }

    [[nodiscard]] std::size_t manager(std::size_t person) const
    {
        return static_cast<std::size_t>(
            detail::manager_of(static_cast<std::int64_t>(person), branching));
    }

    [[nodiscard]] static bool link_people(const std::vector<contact_link>& links,
                                          std::int64_t                     people)
    {
        return std::all_of(links.begin(), links.end(), [people](const contact_link& link) {
            return link.first != link.second && (std::min)(link.first, link.second) >= 0 &&
                   (std::max)(link.first, link.second) < people;
        });
    }

    /// Everybody's contacts, by the chart and by links; a link given twice counts once.
    [[nodiscard]] std::vector<std::vector<std::size_t>> neighbours() const
    {
        std::vector<std::vector<std::size_t>> of(static_cast<std::size_t>(people()));
        const auto                            link = [&](std::size_t a, std::size_t b) {
            of[a].push_back(b);
            of[b].push_back(a);
        };
        for (std::size_t i = 1; i < of.size(); ++i) link(i, manager(i));
        for (const contact_link& one : links)
            link(static_cast<std::size_t>(one.first), static_cast<std::size_t>(one.second));
        for (auto& mine : of) {
            std::sort(mine.begin(), mine.end());
            mine.erase(std::unique(mine.begin(), mine.end()), mine.end());
        }
        return of;
    }
};

} // namespace orgscale
