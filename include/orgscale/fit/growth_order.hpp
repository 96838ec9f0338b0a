#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include <orgscale/core/growth_shape.hpp>
#include <orgscale/fit/detail/student.hpp>
#include <orgscale/fit/identify.hpp>

namespace orgscale {

namespace detail {

/// Whether the figures rise four times or more and are then constant, for half of them or more.
[[nodiscard]] inline bool rose_to_a_level(std::span<const double> sizes)
{
    std::size_t level = sizes.size() - 1; // where it begins
    while (level > 0 && sizes[level - 1] == sizes[level]) --level;
    if (level < 4 || 2 * level > sizes.size()) return false;
    for (std::size_t i = 0; i < level; ++i)
        if (!(sizes[i] < sizes[i + 1])) return false;
    return true;
}

} // namespace detail

/// The kind of growth of recorded figures, over all the time they cover: the short answer of `identify`, with its
/// options. compare/growth_order.hpp asks the same of a run.
///
/// A kind is named only if `identify` names it; a change of regime is none. m and its standard error are those of
/// the power law. The ceiling is reported if its interval is at most twice the tolerance wide. If no law fits, six
/// or more figures that all fall are declining, and figures that rise four times or more and then stay constant
/// for at least as long are saturating. Undetermined too: times that do not increase, sizes that are negative or
/// not finite.
[[nodiscard]] inline growth_shape growth_order(std::span<const double> times,
                                               std::span<const double> sizes,
                                               const identify_options& options = {})
{
    const std::size_t   count = times.size() < sizes.size() ? times.size() : sizes.size();
    std::vector<double> when, size;
    bool                falls = true;
    for (std::size_t i = 0; i < count; ++i) {
        if (!(sizes[i] >= 0) || !std::isfinite(sizes[i]) || !std::isfinite(times[i])) return {};
        if (i > 0 && !(times[i] > times[i - 1])) return {};
        if (size.empty() && !(sizes[i] > 0)) continue;
        if (!size.empty() && !(sizes[i] < size.back())) falls = false;
        when.push_back(times[i]);
        size.push_back(sizes[i]);
    }
    growth_shape answer;
    if (size.size() < 5) return answer;
    const identified found = identify(when, size, options);
    if (found.order) {
        answer.order          = found.order->estimate;
        answer.standard_error = (*found.order->high - *found.order->low) /
                                (2 * detail::normal_quantile(options.level));
    }
    switch (found.verdict) {
    case growth_verdict::linear: answer.kind = growth_kind::linear; break;
    case growth_verdict::sublinear: answer.kind = growth_kind::polynomial; break;
    case growth_verdict::superlinear:
        answer.kind = answer.order && *answer.order > 1 ? growth_kind::faster
                                                        : growth_kind::polynomial;
        break;
    case growth_verdict::exponential:
        answer.kind = growth_kind::exponential;
        answer.rate = found.rate;
        break;
    case growth_verdict::saturating:
        answer.kind = growth_kind::saturating;
        if (const auto& top = found.ceiling;
            top && top->estimate && top->low && top->high &&
            *top->high - *top->low <= 2 * options.tolerance * *top->estimate)
            answer.ceiling = top->estimate;
        break;
    case growth_verdict::decline: answer.kind = growth_kind::declining; break;
    case growth_verdict::regime_change:
    case growth_verdict::undecided:
    case growth_verdict::not_enough_data:
        if (falls && size.size() > 5) {
            answer.kind = growth_kind::declining;
        } else if (detail::rose_to_a_level(size)) {
            answer.kind = growth_kind::saturating;
        }
        break;
    }
    if (answer.order &&
        (answer.kind == growth_kind::linear || answer.kind == growth_kind::polynomial))
        answer.exponent = 1 / (1 - *answer.order);
    return answer;
}

} // namespace orgscale
