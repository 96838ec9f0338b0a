#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <set>
#include <source_location>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/network/contact_link.hpp>
#include <orgscale/network/detail/tree_places.hpp>

namespace orgscale {

/// Informal links on top of a hierarchy: which people get to know each other, by rank and by distance.
///
///     P(i, j) proportional to e^(-D/λ) e^(-x/ζ)       one link after another, without repetition     [1]
///     D   depth of their lowest common manager (0: the head), x = sqrt(d_i² + d_j² - 2), d_i and d_j
///         their levels below that manager; siblings have x = 0; managers and their reports are linked already
///
///     λ and ζ infinite      random                       λ infinite, ζ = 0   local teams
///     λ = 0, ζ infinite     across divisions             both near 0.1       core and periphery
///     both near 0.5         multiscale: the organisation stays uncongested and connected in the most
///                           circumstances [1]
///
///     dodds_watts_sabel{.branching = 5, .levels = 6, .rank_reach = 0.5, .distance_reach = 0.5}
///         .draw(3906, uniform);
///
/// Pairs of a class (D, d_i, d_j) have the same chance, so classes are drawn first, by the number of pairs left
/// in them: exact, and quick even where few classes carry nearly all chances. See message_network for what the
/// links do.
///
/// [1] Dodds, P. S., Watts, D. J., Sabel, C. F. (2003). Information exchange and the robustness of
///     organizational networks. PNAS 100(21), 12516-12521. doi:10.1073/pnas.1534702100
struct dodds_watts_sabel {
    std::int64_t         branching; ///< b, direct reports of a manager                     [people]
    std::int64_t         levels;    ///< L, the head's included                             [-]
    non_negative<double> rank_reach; ///< λ, levels over which links become rare              [-]
    non_negative<double> distance_reach; ///< ζ, distance over which links become rare            [-]

    [[no_unique_address]] agreed is_a_tree{
        branching >= 2 && levels >= 2 && detail::people_of_tree(branching, levels) > 0 &&
            detail::people_of_tree(branching, levels) <= 1'000'000,
        "branching and levels must be 2 or more and make at most a million people"};

    /// Pairs of people at the same places.
    struct pair_class {
        std::int64_t common; ///< D, depth of the lowest common manager
        std::int64_t lower;  ///< levels of the lower one below that manager
        std::int64_t higher; ///< levels of the other, at most as many; 0: the manager
        double       pairs;  ///< how many pairs there are
        double       weight; ///< of each pair, proportional to its chance
    };

    /// All classes of pairs that aren't linked by the chart.
    [[nodiscard]] std::vector<pair_class> classes() const
    {
        std::vector<pair_class> all;
        const auto              b = static_cast<double>(branching);
        for (std::int64_t common = 0; common < levels; ++common)
            for (std::int64_t lower = 1; common + lower < levels; ++lower)
                for (std::int64_t higher = 0; higher <= lower; ++higher) {
                    if (higher == 0 && lower == 1) continue;
                    const double below = power(lower) * (higher > 0 ? power(higher) / (b * b) : 1);
                    const double ways  = higher == 0       ? 1
                                         : higher == lower ? b * (b - 1) / 2
                                                           : b * (b - 1);
                    all.push_back({common, lower, higher, power(common) * below * ways,
                                   by_rank(common) *
                                       detail::nearness(lower, higher, double{distance_reach})});
                }
        return all;
    }

    /// The chance that the first link is that between two given people, by their numbers; 0 where they are the
    /// same or linked by the chart. Refuses people who aren't there [-].
    [[nodiscard]] double chance(contact_link         link,
                                std::source_location where = std::source_location::current()) const
    {
        const std::int64_t people = detail::people_of_tree(branching, levels);
        if ((std::min)(link.first, link.second) < 0 || (std::max)(link.first, link.second) >= people)
            refuse(parameter_error{"a link must be between people of the tree", where});
        double     all = 0, mine = 0;
        const auto place = place_of(link);
        for (const pair_class& one : classes()) {
            all += one.pairs * one.weight;
            if (one.common == place.common && one.lower == place.lower && one.higher == place.higher)
                mine = one.weight;
        }
        return mine / all;
    }

    /// `count` links, drawn one after another; uniform() gives a number from 0 to below 1. Fewer where no more
    /// pairs have a chance.
    template <class Uniform>
    [[nodiscard]] std::vector<contact_link> draw(std::int64_t count, Uniform&& uniform) const
    {
        auto                      all = classes();
        std::set<contact_link>    taken;
        std::vector<contact_link> links;
        while (static_cast<std::int64_t>(links.size()) < count) {
            double weight = 0;
            for (const pair_class& one : all) weight += one.pairs * one.weight;
            if (!(weight > 0)) break;
            double      left  = weight * static_cast<double>(uniform());
            std::size_t which = all.size();
            for (std::size_t i = 0; i < all.size() && (which == all.size() || left >= 0); ++i) {
                if (!(all[i].pairs * all[i].weight > 0)) continue;
                which = i;
                left -= all[i].pairs * all[i].weight;
                if (left < 0) break;
            }
            contact_link link = pair_in(all[which], uniform);
            while (!taken.insert(link).second) link = pair_in(all[which], uniform);
            all[which].pairs -= 1;
            links.push_back(link);
        }
        return links;
    }

private:
    struct tree_place {
        std::int64_t common, lower, higher;
    };

    /// b^n
    [[nodiscard]] double power(std::int64_t n) const
    {
        return std::pow(static_cast<double>(branching), static_cast<double>(n));
    }

    /// e^(-D/λ)
    [[nodiscard]] double by_rank(std::int64_t common) const
    {
        if (common == 0) return 1;
        return rank_reach > 0 ? std::exp(-static_cast<double>(common) / rank_reach) : 0;
    }

    [[nodiscard]] tree_place place_of(contact_link link) const
    {
        std::int64_t one = link.first, two = link.second, from_one = 0, from_two = 0;
        while (one != two) { // the larger number is at least as deep
            auto& deeper = one > two ? one : two;
            ++(one > two ? from_one : from_two);
            deeper = detail::manager_of(deeper, branching);
        }
        std::int64_t depth = 0;
        for (; one > 0; one = detail::manager_of(one, branching)) ++depth;
        return {depth, (std::max)(from_one, from_two), (std::min)(from_one, from_two)};
    }

    /// A pair of a class, all with the same chance.
    template <class Uniform>
    [[nodiscard]] contact_link pair_in(const pair_class& of, Uniform& uniform) const
    {
        const auto below = [&](std::int64_t count) {
            const auto n = static_cast<std::int64_t>(static_cast<double>(uniform()) *
                                                     static_cast<double>(count));
            return n < count ? n : count - 1;
        };
        const auto report = [&](std::int64_t of_whom, std::int64_t which) {
            return branching * of_whom + 1 + which;
        };
        std::int64_t manager = 0;
        for (std::int64_t level = 0; level < of.common; ++level)
            manager = report(manager, below(branching));
        const std::int64_t first  = below(branching);
        const std::int64_t second = (first + 1 + below(branching - 1)) % branching;
        std::int64_t       lower = report(manager, first), other = manager;
        for (std::int64_t level = 1; level < of.lower; ++level)
            lower = report(lower, below(branching));
        if (of.higher > 0) other = report(manager, second);
        for (std::int64_t level = 1; level < of.higher; ++level)
            other = report(other, below(branching));
        return {(std::min)(lower, other), (std::max)(lower, other)};
    }
};

} // namespace orgscale
