#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <source_location>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/parameter_error.hpp>

namespace orgscale {

/// Kauffman's NK landscape: N decisions, yes or no, of which each one's contribution depends on K others too.
///
///     performance f = (1/N) Σ_i f_i(s_i and K others)       contributions independent and uniform on [0, 1]
///     correlation(d) = C(N-K-1, d)/C(N, d)                   of f before and after d decisions change
///     local optima:  1 at K = 0, 2^N/(N+1) expected at K = N - 1
///     their height:  2/3 expected at K = 0
///
/// The more decisions depend on each other, the less one learns from changing one, and the sooner local search gets
/// stuck. These are the answers that are exact for any landscape of that kind; others, and what a search that is split
/// among departments finds, depend on the landscape and are found by simulation only. The correlation is averaged over
/// which d decisions change, and holds for any choice of the K others.
///
/// [1] Kauffman, S., Levin, S. (1987). Towards a general theory of adaptive walks on rugged landscapes. Journal of
///     Theoretical Biology 128(1), 11-45. doi:10.1016/S0022-5193(87)80029-2
/// [2] Levinthal, D. A. (1997). Adaptation on rugged landscapes. Management Science 43(7), 934-950.
///     doi:10.1287/mnsc.43.7.934
struct nk_landscape {
    std::int64_t decisions;    ///< N [-]
    std::int64_t dependencies; ///< K, others on which each contribution depends [-]

    [[no_unique_address]] agreed decides_something{decisions >= 1, "decisions must be 1 or more"};
    [[no_unique_address]] agreed depends_on_others{dependencies >= 0 && dependencies < decisions,
                                                   "dependencies must be from 0 to decisions - 1"};

    /// Between the performance before and after this many decisions change [-].
    [[nodiscard]] constexpr double correlation(
        std::int64_t changed, std::source_location where = std::source_location::current()) const
    {
        if (changed < 0 || changed > decisions)
            refuse(parameter_error{"changed must be from 0 to decisions", where});
        double same =
            1; // the chance that none of the K + 1 decisions of a contribution is among the changed
        for (std::int64_t i = 0; i <= dependencies && same > 0; ++i)
            same *= changed + i >= decisions ? 0.0
                                             : static_cast<double>(decisions - changed - i) /
                                                   static_cast<double>(decisions - i);
        return same;
    }

    /// Combinations that no single change improves, on average; empty for 0 < K < N - 1.
    [[nodiscard]] std::optional<double> local_optima() const
    {
        if (dependencies == 0) return 1;
        if (dependencies < decisions - 1) return std::nullopt;
        // Each of 2^N combinations is the best of itself and its N neighbours with probability 1/(N + 1).
        return std::exp2(static_cast<double>(decisions)) / static_cast<double>(decisions + 1);
    }

    /// Performance at a local optimum, on average: 2/3 at K = 0, the larger of two uniform numbers; empty for K > 0.
    [[nodiscard]] constexpr std::optional<double> optimum_height() const
    {
        if (dependencies > 0) return std::nullopt;
        return 2.0 / 3;
    }
};

} // namespace orgscale
