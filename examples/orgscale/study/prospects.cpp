#include "study/prospects.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace program {

quantiles at(const prospects& found, const fan& of, double time)
{
    const auto later = std::upper_bound(found.times.begin(), found.times.end(), time);
    if (later == found.times.begin()) return of.front();
    if (later == found.times.end()) return of.back();
    const auto   i    = static_cast<std::size_t>(later - found.times.begin());
    const double part = (time - found.times[i - 1]) / (found.times[i] - found.times[i - 1]);
    const auto mix = [&](double quantiles::* q) { return std::lerp(of[i - 1].*q, of[i].*q, part); };
    return {mix(&quantiles::p10), mix(&quantiles::p25), mix(&quantiles::p50), mix(&quantiles::p75),
            mix(&quantiles::p90)};
}

} // namespace program
