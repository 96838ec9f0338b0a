#pragma once

#include <cstddef>
#include <vector>

/// A network as lists of neighbours.
using neighbours = std::vector<std::vector<std::size_t>>;

inline void link(neighbours& of, std::size_t a, std::size_t b)
{
    of[a].push_back(b);
    of[b].push_back(a);
}

/// For each node, the number of ordered pairs whose shortest path it is on, as origin or in between but not
/// as destination, split equally among equally short paths: by a search from each node.
///
/// Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology
/// 25(2), 163-177. doi:10.1080/0022250X.2001.9990249
inline std::vector<double> betweenness_by_search(const neighbours& of)
{
    const std::size_t   nodes = of.size();
    std::vector<double> serves(nodes,
                               static_cast<double>(nodes - 1)); // pairs of which it is the origin
    for (std::size_t origin = 0; origin < nodes; ++origin) {
        std::vector<std::size_t> found{origin}, distance(nodes, nodes);
        std::vector<double>      paths(nodes, 0), passed_on(nodes, 0);
        distance[origin] = 0;
        paths[origin]    = 1;
        for (std::size_t next = 0; next < found.size(); ++next) {
            const std::size_t at = found[next];
            for (const std::size_t to : of[at]) {
                if (distance[to] == nodes) {
                    distance[to] = distance[at] + 1;
                    found.push_back(to);
                }
                if (distance[to] == distance[at] + 1) paths[to] += paths[at];
            }
        }
        for (std::size_t last = found.size(); last-- > 1;) {
            const std::size_t at = found[last];
            for (const std::size_t from : of[at])
                if (distance[from] + 1 == distance[at])
                    passed_on[from] += paths[from] / paths[at] * (1 + passed_on[at]);
            serves[at] += passed_on[at];
        }
    }
    return serves;
}

/// Packets in independent queues that serve one packet per unit of time: sum of x/(1-x).
inline double load_of_queues(const std::vector<double>& serves, double rate)
{
    double       load   = 0;
    const double others = static_cast<double>(serves.size() - 1);
    for (const double pairs : serves) {
        const double utilization = rate * pairs / others;
        load += utilization / (1 - utilization);
    }
    return load;
}
