#include "chart/axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/core.h>

namespace program {

namespace {

std::string tick_label(double value)
{
    constexpr std::array<const char*, 5> letters{"", "k", "M", "B", "T"};
    std::size_t                          step = 0;
    while (std::abs(value) >= 999.5 && step + 1 < letters.size()) value /= 1000, ++step;
    return fmt::format("{:.3g}{}", value, letters[step]);
}

double round_step(double range, int about)
{
    const double rough = range / about;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= rough * (1 - 1e-9)) return factor * power;
    return 10 * power;
}

} // namespace

std::vector<double> round_steps(double from, double to, int about)
{
    std::vector<double> steps;
    if (!(to > from)) return steps;
    const double step = round_step(to - from, about);
    for (double i = std::ceil(from / step - 1e-9) + 0.0; i * step <= to + 1e-9 * step; ++i) // no -0
        steps.push_back(i * step);
    return steps;
}

std::vector<tick> linear_ticks(double top, int about)
{
    if (!(top > 0)) top = 1;
    const double      step = round_step(top, about);
    std::vector<tick> ticks;
    for (double i = 0; ticks.empty() || ticks.back().at < top * (1 - 1e-9); ++i)
        ticks.push_back({i * step, tick_label(i * step)});
    return ticks;
}

std::vector<tick> log_ticks(double from, double to, int about)
{
    const double      decades = std::log10(to / from);
    const int         stride  = std::max(1, static_cast<int>(std::ceil(decades / about)));
    const bool        finer   = decades < 3;
    std::vector<tick> ticks;
    for (int power = static_cast<int>(std::floor(std::log10(from) + 1e-9));
         power <= static_cast<int>(std::floor(std::log10(to) + 1e-9)); ++power) {
        if (power % stride != 0 && stride > 1) continue;
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double value = factor * std::pow(10, power);
            if (factor > 1 && !finer) break;
            if (value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9))
                ticks.push_back({value, tick_label(value)});
        }
    }
    return ticks;
}

std::vector<tick> time_ticks(const time_scale& time, int about)
{
    std::vector<tick> ticks;
    if (!time.start && time.unit == "month") {
        const std::array<double, 9> steps{1, 2, 3, 6, 12, 24, 36, 60, 120};
        const auto   enough = [&](double one) { return one * about >= time.horizon; };
        const auto   step   = std::find_if(steps.begin(), steps.end(), enough);
        const double chosen = step != steps.end() ? *step
                                                  : 12 * round_step(time.horizon / 12, about);
        for (double at = 0; at <= time.horizon; at += chosen) ticks.push_back({at, tick_label(at)});
        return ticks;
    }
    for (const double label : round_steps(time.label(0), time.label(time.horizon), about))
        ticks.push_back({time.of_record(label), fmt::format("{:.6g}", label)});
    return ticks;
}

} // namespace program
