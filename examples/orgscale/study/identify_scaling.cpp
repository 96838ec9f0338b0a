#include <algorithm>
#include <cmath>
#include <cstddef>

#include <orgscale/fit/identify_scaling.hpp>

#include "study/identify_series.hpp"

namespace program {

namespace {

estimated exponent_with_ends(const orgscale::open_interval& one)
{
    return {one.estimate, one.low, one.high};
}

/// The line of the exponent through the middle of the figures, with the ends of its interval.
std::vector<value_with_band> line_through(const std::vector<double>& sizes,
                                          const std::vector<double>& outputs,
                                          const estimated&           exponent)
{
    std::vector<value_with_band> line;
    if (!exponent.value) return line;
    double x = 0, y = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i)
        x += std::log(sizes[i]), y += std::log(outputs[i]);
    x /= static_cast<double>(sizes.size());
    y /= static_cast<double>(sizes.size());
    const auto    ends  = std::minmax_element(sizes.begin(), sizes.end());
    const double  first = std::log(*ends.first), last = std::log(*ends.second);
    constexpr int parts = 40;
    for (int i = 0; i <= parts; ++i) {
        const double at    = first + (last - first) * i / parts;
        const auto   with  = [&](double slope) { return std::exp(y + slope * (at - x)); };
        const double one   = with(exponent.low.value_or(*exponent.value)),
                     other = with(exponent.high.value_or(*exponent.value));
        line.push_back(
            {std::exp(at), std::min(one, other), with(*exponent.value), std::max(one, other)});
    }
    return line;
}

} // namespace

size_scaling scaling_of(const std::vector<sized_figure>& figures)
{
    std::vector<double> times, sizes, outputs;
    for (const auto& one : figures) {
        if (one.time) times.push_back(*one.time);
        sizes.push_back(one.size);
        outputs.push_back(one.output);
    }
    const auto   answer = times.empty() ? orgscale::identify_scaling(sizes, outputs)
                                        : orgscale::identify_scaling(times, sizes, outputs);
    size_scaling found;
    found.verdict = name(answer.verdict);
    if (answer.exponent) found.exponent = exponent_with_ends(*answer.exponent);
    if (answer.levels.estimate) found.ways.push_back({"levels", exponent_with_ends(answer.levels)});
    if (answer.differences.estimate)
        found.ways.push_back({"changes from time to time", exponent_with_ends(answer.differences)});
    if (answer.fluctuations)
        found.ways.push_back({"with a law of the fluctuations",
                              {answer.fluctuations->exponent, std::nullopt, std::nullopt}});
    if (answer.change && answer.segments.size() > 1) {
        found.before = answer.segments.front();
        found.after  = answer.segments.back();
        found.change = estimated{answer.change->time, answer.change->low, answer.change->high};
        found.ways.push_back(
            {"before the change", {answer.segments.front(), std::nullopt, std::nullopt}});
        found.ways.push_back(
            {"after the change", {answer.segments.back(), std::nullopt, std::nullopt}});
    }
    found.reasons = answer.reasons;
    found.line    = line_through(sizes, outputs, found.exponent);
    return found;
}

} // namespace program
