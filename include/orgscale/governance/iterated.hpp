#pragma once

#include <cstdint>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/governance/screening.hpp>

namespace orgscale {

/// An architecture composed with itself: F(F(... F(p))).
///
/// Where F is S-shaped (of a committee, neither a chain nor a polyarchy), repeating it drives p above its
/// watershed p* = F(p*) to 1, and p below it to 0: with enough evaluators any p1 > p* > p2 screens nearly
/// without errors [1]. Watersheds: (3 - sqrt 5)/2 for a chain of two pairs of which one must accept, (sqrt 5 - 1)/2
/// for one of two chains of two, 1/2 for a simple majority.
///
/// [1] Moore, E. F., Shannon, C. E. (1956). Reliable circuits using less reliable relays. Journal of the Franklin
///     Institute 262, 191-208. doi:10.1016/0016-0032(56)90559-2
template <class Architecture>
    requires screening<Architecture, typename Architecture::real_type>
struct iterated {
    using real_type = typename Architecture::real_type;

    Architecture architecture;
    std::int64_t rounds; ///< times F is applied

    [[no_unique_address]] agreed runs_some{rounds >= 0, "rounds must be 0 or more"};

    [[nodiscard]] constexpr real_type accepted(const fraction<real_type>& individual) const
    {
        real_type share = individual;
        for (std::int64_t round = 0; round < rounds; ++round) {
            const real_type next = architecture.accepted(share);
            if constexpr (!has_derivatives<real_type>) // which change where the number does not
                if (every(next <= share) && every(next >= share)) break;
            share = next;
        }
        return share;
    }

    /// Evaluators of the architecture; infinite where they exceed a double [people].
    [[nodiscard]] constexpr double evaluators() const
    {
        double all = 1;
        if (architecture.evaluators() <= 1) return all;
        for (std::int64_t round = 0; round < rounds && all < infinity<double>(); ++round)
            all *= architecture.evaluators();
        return all;
    }
};

template <class Architecture>
iterated(Architecture, int) -> iterated<Architecture>;

/// p*, the probability between which and 0 an architecture makes acceptance rarer, and between which and 1 more
/// frequent; empty if there is none between 2^-20 and 1 - 2^-20, as for a chain or a polyarchy.
template <class Architecture>
    requires screening<Architecture, typename Architecture::real_type> &&
             ordered_real<typename Architecture::real_type>
[[nodiscard]] constexpr std::optional<typename Architecture::real_type> watershed(
    const Architecture& architecture)
{
    using real_type  = typename Architecture::real_type;
    const auto falls = [&](const real_type& p) { return architecture.accepted(p) < p; };
    real_type  low = real_type(0x1p-20), high = real_type(1 - 0x1p-20);
    if (!falls(low) || falls(high) || !(architecture.accepted(high) > high)) return std::nullopt;
    for (;;) {
        const real_type middle = (low + high) / 2;
        if (middle <= low || high <= middle) return middle;
        (falls(middle) ? low : high) = middle;
    }
}

} // namespace orgscale
