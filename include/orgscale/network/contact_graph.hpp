#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <source_location>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/network/contact_link.hpp>
#include <orgscale/network/detail/largest_eigenvalue.hpp>
#include <orgscale/network/detail/tree_places.hpp>

namespace orgscale {

/// Who is in touch with whom, person by person, and what is left of it without some of them.
///
///     parts(without)            sizes of the parts in which those left are connected, the largest first
///     connected_pairs(without)  Σ n (n-1)/(N (N-1)) over the parts, of N people left
///     largest_eigenvalue        λ_max of the links: what spreads lasts from β/γ = 1/λ_max on       [1]
///     core(k)                   those left when everybody with fewer than k contacts leaves, again and again
///
/// For given links. For large random networks of which only degrees are known see configuration_model; for a
/// bare hierarchy tree_robustness and tree_contagion.
///
///     contact_graph::of_tree(5, 3).connected_pairs({0});                                 // 0.172
///
/// [1] Van Mieghem, P., Omic, J., Kooij, R. (2009). Virus spread in networks. IEEE/ACM Transactions on
///     Networking 17(1), 1-14. doi:10.1109/TNET.2008.925623
struct contact_graph {
    std::int64_t              people; ///< N, numbered from 0 [people]
    std::vector<contact_link> links;  ///< one given twice counts once

    [[no_unique_address]] agreed has_people{people >= 1 && people <= 10'000'000,
                                            "people must be 1 to 10000000"};
    [[no_unique_address]] agreed are_people{link_people(links, people),
                                            "links must be between two different people"};

    /// The links of a hierarchy, numbered level by level: the head is 0, and the reports of i are b i + 1 to
    /// b i + b. With further links between its people. Refuses more than 10 million people.
    [[nodiscard]] static contact_graph of_tree(
        std::int64_t branching, std::int64_t levels, const std::vector<contact_link>& further = {},
        std::source_location where = std::source_location::current())
    {
        const std::int64_t all = detail::people_of_tree(branching, levels);
        if (all < 1 || all > 10'000'000)
            refuse(parameter_error{"a tree must have 1 to 10000000 people",
                                   static_cast<double>(all), where});
        std::vector<contact_link> chart;
        for (std::int64_t i = 1; i < all; ++i)
            chart.push_back({detail::manager_of(i, branching), i});
        chart.insert(chart.end(), further.begin(), further.end());
        return {.people = all, .links = chart};
    }

    /// Contacts of each person [people].
    [[nodiscard]] std::vector<std::int64_t> degrees() const
    {
        std::vector<std::int64_t> all;
        for (const auto& mine : neighbours()) all.push_back(static_cast<std::int64_t>(mine.size()));
        return all;
    }

    /// Sizes of the parts of those left `without` some, the largest first [people].
    [[nodiscard]] std::vector<std::int64_t> parts(const std::vector<std::int64_t>& without = {}) const
    {
        const auto                of   = neighbours();
        std::vector<bool>         seen = gone(without);
        std::vector<std::int64_t> sizes;
        std::vector<std::size_t>  found;
        for (std::size_t start = 0; start < of.size(); ++start) {
            if (seen[start]) continue;
            found.assign(1, start);
            seen[start] = true;
            for (std::size_t next = 0; next < found.size(); ++next)
                for (const std::size_t to : of[found[next]])
                    if (!seen[to]) {
                        seen[to] = true;
                        found.push_back(to);
                    }
            sizes.push_back(static_cast<std::int64_t>(found.size()));
        }
        std::sort(sizes.rbegin(), sizes.rend());
        return sizes;
    }

    /// The share of pairs of those left who are connected; 1 where fewer than two are left [-].
    [[nodiscard]] double connected_pairs(const std::vector<std::int64_t>& without = {}) const
    {
        double left = 0, pairs = 0;
        for (const std::int64_t part : parts(without)) {
            const auto size = static_cast<double>(part);
            left += size;
            pairs += size * (size - 1);
        }
        return left < 2 ? 1 : pairs / (left * (left - 1));
    }

    /// λ_max, to 12 digits or so, by the method of Lanczos; 0 without links [-].
    [[nodiscard]] double largest_eigenvalue() const
    {
        return detail::largest_eigenvalue(neighbours());
    }

    /// The people of the k-core, in ascending order.
    [[nodiscard]] std::vector<std::int64_t> core(std::int64_t contacts) const
    {
        const auto               of   = neighbours();
        auto                     left = degrees();
        std::vector<bool>        out(of.size(), false);
        std::vector<std::size_t> leaving;
        const auto               check = [&](std::size_t i) {
            if (out[i] || left[i] >= contacts) return;
            out[i] = true;
            leaving.push_back(i);
        };
        for (std::size_t i = 0; i < of.size(); ++i) check(i);
        while (!leaving.empty()) {
            const std::size_t i = leaving.back();
            leaving.pop_back();
            for (const std::size_t j : of[i]) {
                --left[j];
                check(j);
            }
        }
        std::vector<std::int64_t> stay;
        for (std::size_t i = 0; i < of.size(); ++i)
            if (!out[i]) stay.push_back(static_cast<std::int64_t>(i));
        return stay;
    }

private:
    [[nodiscard]] static bool link_people(const std::vector<contact_link>& links,
                                          std::int64_t                     people)
    {
        return std::all_of(links.begin(), links.end(), [people](const contact_link& link) {
            return link.first != link.second && (std::min)(link.first, link.second) >= 0 &&
                   (std::max)(link.first, link.second) < people;
        });
    }

    [[nodiscard]] std::vector<std::vector<std::size_t>> neighbours() const
    {
        std::vector<std::vector<std::size_t>> of(static_cast<std::size_t>(people));
        for (const contact_link& one : links) {
            of[static_cast<std::size_t>(one.first)].push_back(static_cast<std::size_t>(one.second));
            of[static_cast<std::size_t>(one.second)].push_back(static_cast<std::size_t>(one.first));
        }
        for (auto& mine : of) {
            std::sort(mine.begin(), mine.end());
            mine.erase(std::unique(mine.begin(), mine.end()), mine.end());
        }
        return of;
    }

    /// Who has left; people who aren't there have no effect.
    [[nodiscard]] std::vector<bool> gone(const std::vector<std::int64_t>& without) const
    {
        std::vector<bool> out(static_cast<std::size_t>(people), false);
        for (const std::int64_t one : without)
            if (one >= 0 && one < people) out[static_cast<std::size_t>(one)] = true;
        return out;
    }
};

} // namespace orgscale
