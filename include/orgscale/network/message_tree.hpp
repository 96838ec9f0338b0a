#pragma once

#include <cstdint>
#include <source_location>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/network/detail/tree_places.hpp>

namespace orgscale {

/// Who handles the messages of a hierarchy: a tree of L levels, b reports to each manager, no other links.
///
///     N   = 1 + b + ... + b^(L-1)
///     P(t | s) = e^(-x/ξ)/Z_s,  x = sqrt(d_s² + d_t² - 2)     d: levels below the lowest common manager   [1]
///     ρ_q = share of all messages that a person at depth q handles, as sender, receiver or in between
///     ρ_0 = (b (b-1) n² + 2 (N-1))/(N (N-1)),  n = (N-1)/b      for ξ infinite: everybody writes to everybody
///     rate_c = 1/(N max ρ)               messages per person above which somebody has too much to do
///
/// Each handles one message per unit of time. With a reach ξ of 0 people write to their team, their manager
/// and their reports. The head's share hardly falls as the organisation grows, so the total N rate_c is
/// bounded: the numbers behind "a hierarchy is limited by its head". With links across: message_network.
///
///     message_tree{.branching = 5, .levels = 6}.load(0, 1.0);                            // 0.2263
///
/// Exact sums over pairs, derived here. Refuses trees of more than 2^40 people.
///
/// [1] Dodds, P. S., Watts, D. J., Sabel, C. F. (2003). Information exchange and the robustness of
///     organizational networks. PNAS 100(21), 12516-12521. doi:10.1073/pnas.1534702100
struct message_tree {
    std::int64_t branching; ///< b, direct reports of a manager [people]
    std::int64_t levels;    ///< L, the head's included         [-]

    [[no_unique_address]] agreed branches{branching >= 2, "branching must be 2 or more"};
    [[no_unique_address]] agreed countable{levels >= 2 &&
                                               detail::people_of_tree(branching, levels) > 0,
                                           "levels must be 2 or more and make at most 2^40 people"};

    /// N [people].
    [[nodiscard]] constexpr std::int64_t people() const
    {
        return detail::people_of_tree(branching, levels);
    }

    /// ρ_q at depth q, for messages of a reach ξ >= 0, which may be infinite. Refuses a depth without people,
    /// and a negative reach [-].
    template <real Real>
    [[nodiscard]] Real load(std::int64_t depth, const Real& reach,
                            std::source_location where = std::source_location::current()) const
    {
        if (depth < 0 || depth >= levels)
            refuse(parameter_error{"depth must be 0 or more and less than levels",
                                   static_cast<double>(depth), where});
        Real alike(1);
        for (std::int64_t level = 0; level < depth; ++level)
            alike = alike * counted<Real>(branching);
        return sum<Real>(non_negative<Real>{reach, where},
                         [depth](std::int64_t common, std::int64_t up, std::int64_t down) {
                             return (common <= depth && depth <= common + up ? 1 : 0) +
                                    (common < depth && depth <= common + down ? 1 : 0);
                         }) /
               alike;
    }

    /// The largest load of all [-].
    template <real Real>
    [[nodiscard]] Real largest_load(
        const Real& reach, std::source_location where = std::source_location::current()) const
    {
        Real most(0);
        for (std::int64_t depth = 0; depth < levels; ++depth)
            most = greatest(load(depth, reach, where), most);
        return most;
    }

    /// rate_c, messages per person and time above which somebody has too much to do [messages/person/time].
    template <real Real>
    [[nodiscard]] Real critical_rate(
        const Real& reach, std::source_location where = std::source_location::current()) const
    {
        return 1 / (counted<Real>(people()) * largest_load(reach, where));
    }

    /// Mean number of steps from sender to receiver [-].
    template <real Real>
    [[nodiscard]] Real mean_steps(const Real& reach,
                                  std::source_location where = std::source_location::current()) const
    {
        return sum<Real>(non_negative<Real>{reach, where},
                         [](std::int64_t, std::int64_t up, std::int64_t down) { return up + down; });
    }

    /// Z_s of a sender at a depth: nearness summed over all receivers [-].
    template <real Real>
    [[nodiscard]] Real receivers(std::int64_t depth, const Real& reach) const
    {
        Real all(0);
        each_receiver(depth, reach,
                      [&](std::int64_t, std::int64_t, std::int64_t, const Real& near_by) {
                          all = all + near_by;
                      });
        return all;
    }

private:
    template <real Real>
    [[nodiscard]] static constexpr Real counted(std::int64_t count)
    {
        return Real(static_cast<double>(count));
    }

    /// Calls use(depth of the lowest common manager, levels up to it, levels down, nearness of all of them) for
    /// each class of receivers.
    template <real Real, class Use>
    void each_receiver(std::int64_t depth, const Real& reach, const Use& use) const
    {
        for (std::int64_t common = 0; common <= depth; ++common) {
            Real count(1);
            for (std::int64_t down = 0; common + down < levels; ++down) {
                const std::int64_t up = depth - common;
                if (down == 1)
                    count = counted<Real>(up == 0 ? branching : branching - 1);
                else if (down > 1)
                    count = count * counted<Real>(branching);
                if (up + down > 0)
                    use(common, up, down, Real(count * detail::nearness(up, down, reach)));
            }
        }
    }

    /// The mean of what(depth of the common manager, levels up, levels down) over all messages.
    template <real Real, class What>
    [[nodiscard]] Real sum(const Real& reach, const What& what) const
    {
        Real senders(1), all(0);
        for (std::int64_t depth = 0; depth < levels; ++depth) {
            Real mine(0), weight(0);
            each_receiver(
                depth, reach,
                [&](std::int64_t common, std::int64_t up, std::int64_t down, const Real& near_by) {
                    weight = weight + near_by;
                    mine   = mine + near_by * counted<Real>(what(common, up, down));
                });
            all     = all + senders * (mine / weight);
            senders = senders * counted<Real>(branching);
        }
        return all / counted<Real>(people());
    }
};

} // namespace orgscale
