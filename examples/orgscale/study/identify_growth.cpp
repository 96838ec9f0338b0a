#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>

#include <orgscale/fit/forecast.hpp>
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

/// A later part of the figures' time, as far as forecasts reach.
constexpr double ahead_of_all = 0.3;

double end_of_plot(const std::vector<double>& times)
{
    return times.back() + ahead_of_all * (times.back() - times.front());
}

/// How far a law's path lies from the figures if it begins so much later, as a sum of squares.
double squares_of(const orgscale::identified_curve& curve, double later,
                  const std::vector<place_of_value>& over_time)
{
    double sum = 0;
    for (const auto& one : over_time) {
        const double off = curve(one.at - later) - one.value;
        sum += off == off ? off * off : one.value * one.value;
    }
    return sum;
}

/// By how much later a law's path comes nearest to the figures. Where chance is part of the growth, the best curve
/// has the right pace but no place in time; each law's path may begin at any time.
double nearest_shift(const orgscale::identified_curve&  curve,
                     const std::vector<place_of_value>& over_time)
{
    const double length = over_time.back().at - over_time.front().at;
    double       best = 0, width = 1.5 * length;
    double       least = squares_of(curve, 0, over_time);
    const double given = least;
    for (int round = 0; round < 4; ++round, width /= 20) {
        const double middle = best;
        for (int i = -40; i <= 40; ++i) {
            const double later = middle + width * i / 40;
            if (const double sum = squares_of(curve, later, over_time); sum < least)
                least = sum, best = later;
        }
    }
    return least < 0.5 * given ? best : 0;
}

/// The best curve of each law, and what the likeliest one leaves.
void add_curves(series_growth& found, const orgscale::identified& answer,
                const std::vector<place_of_value>& over_time)
{
    constexpr int parts = 120;
    const double  begin = over_time.front().at;
    const double  end   = over_time.back().at + ahead_of_all * (over_time.back().at - begin);
    for (std::size_t i = 0; i < answer.laws.size(); ++i) {
        const auto& curve = answer.laws[i].curve;
        if (!curve) continue;
        const double later = nearest_shift(*curve, over_time);
        for (int part = 0; part <= parts; ++part) {
            const double at = begin + (end - begin) * part / parts;
            if (const double size = (*curve)(at - later); std::isfinite(size))
                found.laws[i].curve.push_back({at, std::max(size, 0.0)});
        }
        if (!found.residuals.empty()) continue;
        for (const auto& one : over_time)
            if (const double size = (*curve)(one.at - later); size > 0)
                found.residuals.push_back({one.at, one.value / size - 1});
    }
}

/// When the growth of a curve with a ceiling has fallen to a tenth of its peak rate.
std::optional<double> wall_of(const orgscale::identified_curve& curve, double begin, double length)
{
    constexpr int    parts = 4000;
    constexpr double reach = 8; // so many times the figures' span
    const auto       time  = [&](int part) { return begin + reach * length * part / parts; };
    double           most  = 0;
    for (int part = 0; part < parts; ++part) {
        const double rate = curve(time(part + 1)) - curve(time(part));
        most              = std::max(most, rate);
        if (rate < 0.1 * most) return time(part);
    }
    return std::nullopt;
}

value_with_band in_band(const orgscale::forecast_band& one)
{
    return {one.time, one.low, one.median,
            one.high.value_or(std::numeric_limits<double>::infinity())};
}

/// The time between two figures; nothing unless all follow each other by whole numbers of it.
std::optional<double> period_of(const std::vector<double>& times)
{
    constexpr double close = 1e-3; // of a period: days of a month, leap years
    double           least = times.back() - times.front();
    for (std::size_t i = 1; i < times.size(); ++i) least = std::min(least, times[i] - times[i - 1]);
    for (const double at : times) {
        const double periods = (at - times.front()) / least;
        if (!(std::abs(periods - std::round(periods)) < close * std::max(periods, 1.0)))
            return std::nullopt;
    }
    return least;
}

/// The times ahead that are forecast: whole periods of the record where it has one.
std::vector<double> times_ahead(const std::vector<double>& times)
{
    constexpr int steps = 12;
    const double  reach = end_of_plot(times) - times.back();
    double        step  = reach / steps;
    if (const auto period = period_of(times))
        step = *period * std::max(1.0, std::ceil(step / *period));
    std::vector<double> ahead;
    const int           count = std::max(1, static_cast<int>(std::round(reach / step)));
    for (int i = 1; i <= count; ++i) ahead.push_back(times.back() + step * i);
    return ahead;
}

/// What is to come, and what would have been said of the figures that came.
void add_forecast(series_growth& found, const std::vector<double>& times,
                  const std::vector<double>& sizes)
{
    const orgscale::forecast_options drawn{.level = 0.95, .draws = 1000};
    const auto                       ahead = times_ahead(times);
    for (const auto& one : orgscale::forecast(times, sizes, ahead, drawn))
        found.forecast.push_back(in_band(one));
    if (!found.forecast.empty())
        found.forecast.insert(found.forecast.begin(),
                              {times.back(), sizes.back(), sizes.back(), sizes.back()});

    // Of some origins at most, evenly spread.
    constexpr std::size_t max_origins = 12, fewest = 8;
    if (times.size() < fewest + 1) return;
    const std::size_t gap    = std::max<std::size_t>(1, times.size() / 7);
    const std::size_t stride = 1 + (times.size() - fewest) / max_origins;
    for (std::size_t count = fewest; count + gap <= times.size(); count += stride) {
        const std::vector<double> until(times.begin(),
                                        times.begin() + static_cast<std::ptrdiff_t>(count));
        const std::vector<double> known(sizes.begin(),
                                        sizes.begin() + static_cast<std::ptrdiff_t>(count));
        const double              then[]{times[count + gap - 1]};
        const auto                said = orgscale::forecast(until, known, then, drawn);
        if (said.empty()) continue;
        const auto earlier =
            orgscale::identify(until, known, {.resamples = 99, .back_tests = false});
        found.back_tests.push_back(
            {.made_at = until.back(),
             .about   = then[0],
             .came    = sizes[count + gap - 1],
             .said    = in_band(said.front()),
             .ceiling = earlier.ceiling ? earlier.ceiling->estimate : std::nullopt,
             .verdict = name(earlier.verdict)});
    }
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
    add_curves(found, answer, over_time);
    add_forecast(found, times, sizes);
    for (const auto& one : answer.ceiling_profile)
        found.ceiling_profile.push_back({one.ceiling, one.t});
    found.ceiling_limit = answer.ceiling_limit;
    found.exponent      = as_estimate(answer.exponent).value_or(estimated{});
    found.ceiling       = as_estimate(answer.ceiling);
    if (answer.verdict == orgscale::growth_verdict::saturating)
        for (const auto& one : answer.laws)
            if (one.curve && one.ceiling) {
                if (const auto at = wall_of(*one.curve, times.front(), times.back() - times.front()))
                    found.wall = estimated{at, std::nullopt, std::nullopt};
                break;
            }
    if (answer.rate) found.rate = estimated{answer.rate, std::nullopt, std::nullopt};
    for (const auto& one : answer.change_points)
        found.changes.push_back({one.time, one.low, one.high});
    found.stable_since = answer.stable_since;
    found.reasons      = answer.reasons;
    return found;
}

} // namespace program
