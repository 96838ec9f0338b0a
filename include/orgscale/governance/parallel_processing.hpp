#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>
#include <source_location>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/parameter_error.hpp>

namespace orgscale {

/// Parallel information processing: the time an organisation takes to aggregate N reports.
///
/// A processor adds one item per period to its total: a report or another processor's subtotal. The
/// minimum delay for N items with P processors, and with any number of them:
///
///     T(N, P) = floor(N/P) + ceil(log2(P + N mod P))    for 1 <= P <= N/2, then constant   [1, 2]
///     T(N)    = 1 + ceil(log2 N)
///
/// The minimum takes reports that skip levels: of the processors one may end in period T, one in T-1,
/// two in T-2, four in T-3 and so on, each handing its subtotal to one that continues. A balanced
/// hierarchy, in which every manager waits for s equals, takes s H for N = s^H items. Whole numbers
/// throughout, exact for any 64-bit N.
///
///     parallel_processing{.items = 64}.delay(16);                                  // 8 periods
///
/// For one-off work that splits into subtotals. Not for items that keep arriving while earlier ones are
/// being processed.
///
/// [1] Radner, R. (1993). The organization of decentralized information processing. Econometrica
///     61(5), 1109-1146. doi:10.2307/2951495
/// [2] Van Zandt, T. (1999). Decentralized information processing in the theory of organizations. In:
///     Contemporary Economic Issues 4, 125-160. Macmillan.
struct parallel_processing {
    std::int64_t items; ///< N, reports to aggregate [items]

    [[no_unique_address]] agreed something_to_do{items >= 1, "items must be 1 or more"};

    /// T(N, P); more processors than N/2 do not help [periods].
    [[nodiscard]] constexpr std::int64_t delay(
        std::int64_t processors, std::source_location where = std::source_location::current()) const
    {
        if (processors < 1)
            refuse(parameter_error{"processors must be 1 or more", static_cast<double>(processors),
                                   where});
        const std::int64_t busy = (std::min)(processors, std::max<std::int64_t>(items / 2, 1));
        return items / busy + doublings(busy + items % busy);
    }

    /// T(N), the minimum delay with any number of processors [periods].
    [[nodiscard]] constexpr std::int64_t least_delay() const { return 1 + doublings(items); }

    /// The fewest processors that finish within the given periods; nothing below the minimum delay.
    [[nodiscard]] constexpr std::optional<std::int64_t> processors_for(std::int64_t periods) const
    {
        if (periods < 1) return std::nullopt;
        std::int64_t left = items > periods ? items - periods : 0; // the first one adds `periods`
        std::int64_t used = 1;
        // A processor that ends `before` periods early adds periods - before - 1 items, net of the
        // period in which its subtotal is taken over; as many end then as are in use already.
        for (std::int64_t before = 1; left > 0; ++before) {
            const std::int64_t each = periods - before - 1;
            if (each < 1) return std::nullopt;
            const std::int64_t wanted = (left - 1) / each + 1;
            if (wanted <= used) return used + wanted;
            left -= used * each;
            used *= 2;
        }
        return used;
    }

    /// s H, the delay of a balanced hierarchy of span s >= 2; nothing unless N >= 2 is a power of s
    /// [periods].
    [[nodiscard]] constexpr std::optional<std::int64_t> balanced_delay(std::int64_t span) const
    {
        if (span < 2 || items < 2) return std::nullopt;
        std::int64_t height = 0;
        std::int64_t top    = items;
        for (; top % span == 0; top /= span) ++height;
        return top == 1 ? std::optional{span * height} : std::nullopt;
    }

    /// 1 + s + ... + s^(H-1), the processors of that hierarchy; nothing where it does not exist.
    [[nodiscard]] constexpr std::optional<std::int64_t> balanced_processors(std::int64_t span) const
    {
        return balanced_delay(span) ? std::optional{(items - 1) / (span - 1)} : std::nullopt;
    }

private:
    /// ceil(log2 x), for x >= 1.
    [[nodiscard]] static constexpr std::int64_t doublings(std::int64_t x)
    {
        return static_cast<std::int64_t>(std::bit_width(static_cast<std::uint64_t>(x) - 1));
    }
};

} // namespace orgscale
