#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include <orgscale/fit/detail/growth_answers.hpp>
#include <orgscale/fit/detail/growth_posterior.hpp>
#include <orgscale/fit/detail/growth_series.hpp>
#include <orgscale/fit/detail/in_digits.hpp>
#include <orgscale/fit/detail/leave_undecided.hpp>
#include <orgscale/fit/detail/sentence.hpp>
#include <orgscale/fit/detail/student.hpp>
#include <orgscale/fit/identified.hpp>
#include <orgscale/fit/identify_options.hpp>

namespace orgscale::detail {

/// The profile of the ceiling by the likeliest law that has one.
inline void add_ceiling_profile(identified& answer, const growth_posterior& of,
                                const growth_series& data, double level)
{
    const ceiling_profile* best = nullptr;
    for (const auto& one : of.ceilings())
        if (!best || one.log_mass > best->log_mass) best = &one;
    if (!best) return;
    const double freedom = static_cast<double>(data.count()) -
                           (best->noise == growth_noise::correlated ? 4 : 3);
    double least = std::numeric_limits<double>::infinity();
    for (const auto& point : best->points) least = (std::min)(least, point.squares);
    if (!(freedom > 0) || !(least > 0)) return;
    answer.ceiling_limit = student_quantile(level, freedom);
    for (const auto& point : best->points)
        if (point.squares < std::numeric_limits<double>::infinity())
            answer.ceiling_profile.push_back({std::exp(point.log_ceiling) * data.unit,
                                              std::sqrt((point.squares / least - 1) * freedom)});
}

/// Adds the ceiling, if one is at all likely, to an answer whose verdict is set. Withdraws the verdict `saturating` if
/// less than half of the ceiling is reached. `earlier`: what fewer of the figures gave.
inline void add_ceiling(identified& answer, const growth_posterior& found,
                        const growth_series& data, const std::vector<earlier_answer>& earlier,
                        const identify_options& options)
{
    const double saturating = found.of_kind(growth_verdict::saturating);
    const auto   ceiling    = likeliest_ceiling(found);
    if (ceiling && saturating >= 1 - options.level) {
        auto interval = ceiling_interval(found, data, *ceiling, options.level);
        if (saturating < options.level) interval.high.reset();
        if (*ceiling > far_away) interval.estimate.reset();
        std::size_t risen  = 0;
        double      before = *ceiling;
        for (const auto& one : earlier) {
            if (!one.ceiling || !(*one.ceiling < before)) break;
            before = *one.ceiling;
            ++risen;
        }
        if (risen >= 2 && *ceiling > 1.05 * before && interval.high) {
            interval.high.reset();
            answer.reasons.push_back(sentence(
                "The estimated ceiling rose each time that figures were added, from %s to %s: it "
                "follows the data and is no evidence of a limit.",
                in_digits(before * data.unit).c_str(), in_digits(*ceiling * data.unit).c_str()));
        }
        if (answer.verdict == growth_verdict::saturating && 1 / *ceiling < 0.5)
            leave_undecided(answer, "Only %.0f percent of the likeliest ceiling is reached.",
                            100 / *ceiling);
        const auto scaled = [&](std::optional<double> x) {
            return x ? std::optional<double>{*x * data.unit} : std::nullopt;
        };
        answer.ceiling =
            open_interval{scaled(interval.estimate), scaled(interval.low), scaled(interval.high)};
        if (!answer.ceiling->high && answer.ceiling->low)
            answer.reasons.push_back(sentence(
                "A ceiling, if there is one, lies above %s; the data set no upper bound on it.",
                in_digits(*answer.ceiling->low).c_str()));
    }

    if (answer.ceiling) add_ceiling_profile(answer, found, data, options.level);
}

} // namespace orgscale::detail
