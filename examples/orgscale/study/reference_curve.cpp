#include "study/reference_curve.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace program {

namespace {

struct place {
    double at;
    double value;
};

/// The least value of a function with one valley, by golden section.
template <class Function>
place lowest(double from, double to, Function&& f)
{
    const double golden = (std::sqrt(5.0) - 1) / 2;
    double       a = to - golden * (to - from), b = from + golden * (to - from);
    double       fa = f(a), fb = f(b);
    for (int step = 0; step < 90; ++step) { // golden^90 is below the rounding of a double
        if (fa < fb) {
            to = b, b = a, fb = fa;
            a = to - golden * (to - from), fa = f(a);
        } else {
            from = a, a = b, fa = fb;
            b = from + golden * (to - from), fb = f(b);
        }
    }
    return fa < fb ? place{a, fa} : place{b, fb};
}

std::vector<record> above_zero(const std::vector<record>& records)
{
    std::vector<record> kept;
    std::copy_if(records.begin(), records.end(), std::back_inserter(kept),
                 [](const record& one) { return one.value > 0; });
    return kept;
}

constexpr std::size_t fewest = 3; // a curve of two numbers passes through two records

} // namespace

// The worst relative miss is a maximum of absolute values of functions linear in level and slope,
// so it is convex in both, and so is its minimum over the level as a function of the slope.
std::optional<reference_curve> best_line(const std::vector<record>& all)
{
    const auto records = above_zero(all);
    if (records.size() < fewest) return std::nullopt;
    const double first = records.front().time, span = records.back().time - first;
    const double most = std::max_element(records.begin(), records.end(), [](auto a, auto b) {
                            return a.value < b.value;
                        })->value;

    const auto miss = [&](double level, double slope) {
        double worst = 0;
        for (const auto& one : records)
            worst = std::max(worst, std::abs((level + slope * (one.time - first)) / one.value - 1));
        return worst;
    };
    const auto level_for = [&](double slope) {
        const double rise = std::abs(slope) * span;
        return lowest(-rise, 2 * most + rise, [&](double level) { return miss(level, slope); });
    };
    // Steeper than this, a line that is within 100 percent at one end isn't at the other.
    const double steepest = 4 * most / span;
    const auto   best =
        lowest(-steepest, steepest, [&](double slope) { return level_for(slope).value; });
    return reference_curve{first, level_for(best.at).at, best.at, best.value};
}

// For a given rate the best level makes the largest and the smallest ratio to the records miss
// alike. The logarithm of largest over smallest is convex in the rate.
std::optional<reference_curve> best_exponential(const std::vector<record>& all)
{
    const auto records = above_zero(all);
    if (records.size() < fewest) return std::nullopt;
    const double first = records.front().time, span = records.back().time - first;

    struct bounds {
        double least, greatest;
    };
    const auto logarithms = [&](double rate) { // of the curve's ratio to the records
        bounds found{0, 0};
        for (const auto& one : records) {
            const double ratio = rate * (one.time - first) - std::log(one.value);
            const bool   fresh = &one == &records.front();
            found.least        = fresh ? ratio : std::min(found.least, ratio);
            found.greatest     = fresh ? ratio : std::max(found.greatest, ratio);
        }
        return found;
    };
    double steepest = 0;
    for (std::size_t i = 1; i < records.size(); ++i)
        steepest = std::max(steepest, std::abs(std::log(records[i].value / records[i - 1].value)) /
                                          (records[i].time - records[i - 1].time));
    steepest += 1 / span;

    const auto best  = lowest(-steepest, steepest, [&](double rate) {
        const auto found = logarithms(rate);
        return found.greatest - found.least;
    });
    const auto ends  = logarithms(best.at);
    const auto level = 2 / (std::exp(ends.greatest) + std::exp(ends.least));
    return reference_curve{first, level, best.at, std::tanh((ends.greatest - ends.least) / 2)};
}

} // namespace program
