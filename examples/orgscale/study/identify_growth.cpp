#include <cstddef>

#include <orgscale/fit/identify.hpp>

#include "study/identify_series.hpp"

namespace program {

namespace {

estimated as_estimate(const orgscale::open_interval& one)
{
    return {one.estimate, one.low, one.high};
}

std::optional<estimated> as_estimate(const std::optional<orgscale::open_interval>& one)
{
    return one ? std::optional{as_estimate(*one)} : std::nullopt;
}

} // namespace

series_growth growth_of(const std::vector<place_of_value>& over_time)
{
    std::vector<double> times, sizes;
    for (const auto& one : over_time) times.push_back(one.at), sizes.push_back(one.value);
    const auto answer = orgscale::identify(times, sizes);

    series_growth found;
    found.verdict = name(answer.verdict);
    if (answer.verdict != orgscale::growth_verdict::not_enough_data)
        for (std::size_t i = 0; i < answer.probabilities.size(); ++i)
            found.chances.push_back(
                {name(static_cast<orgscale::growth_verdict>(i)), answer.probabilities[i]});
    for (const auto& one : answer.laws)
        found.laws.push_back({name(one.law), one.probability, one.residual_error, one.ceiling});
    found.exponent = as_estimate(answer.exponent).value_or(estimated{});
    found.ceiling  = as_estimate(answer.ceiling);
    if (answer.rate) found.rate = estimated{answer.rate, std::nullopt, std::nullopt};
    for (const auto& one : answer.change_points)
        found.changes.push_back({one.time, one.low, one.high});
    found.stable_since = answer.stable_since;
    found.reasons      = answer.reasons;
    return found;
}

} // namespace program
