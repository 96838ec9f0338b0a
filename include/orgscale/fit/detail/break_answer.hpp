#pragma once

#include <cmath>
#include <cstddef>

#include <orgscale/fit/detail/growth_answers.hpp>
#include <orgscale/fit/detail/growth_posterior.hpp>
#include <orgscale/fit/detail/growth_series.hpp>
#include <orgscale/fit/detail/sentence.hpp>
#include <orgscale/fit/identified.hpp>

namespace orgscale::detail {

/// Adds the date of the break, with its interval, if a regime change is at all likely.
inline void add_break_date(identified& answer, const growth_posterior& found,
                           const growth_series& data, double level)
{
    if (!(found.of_kind(growth_verdict::regime_change) >= 1 - level)) return;
    const auto& after = found.broken().log_mass_after;
    std::size_t best  = 0;
    for (std::size_t i = 0; i < after.size(); ++i)
        if (after[i] > after[best]) best = i;
    double      below = 0;
    std::size_t low = 0, high = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (below < (1 - level) / 2) low = i;
        if (below < (1 + level) / 2) high = i;
        below += std::exp(after[i] - found.broken().log_mass);
    }
    const auto time = [&](std::size_t i) { return data.time_of(data.times[i]); };
    answer.change_points.push_back({best, time(best), time(low), time(high)});
    if (likeliest(found).kind != growth_verdict::regime_change) return;
    answer.reasons.push_back(
        low == high
            ? sentence("The law that held up to %g no longer holds afterwards.", time(best))
            : sentence("The law that held up to %g (between %g and %g) no longer holds afterwards.",
                       time(best), time(low), time(high)));
}

} // namespace orgscale::detail
