#include "judge.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <vector>

#include "ask.hpp"
#include "digits50.hpp"

namespace {

using numbers = std::vector<digits50>;

/// The steps of the differences: of a function, exact to 50 digits, and of runs, exact to some hundred
/// times their tolerance in a step through a corner.
constexpr double function_step = 1e-12, run_step = 3e-6;

/// The row's model with all parameters times (1 + s).
template <class Row>
[[nodiscard]] auto scaled(const digits50& s)
{
    return orgscale::with_real<digits50>(Row::model(), [&](const auto&, const auto&, double value) {
        return digits50(value - value == 0 ? digits50(value) * (1 + s) : digits50(value));
    });
}

/// Numbers at s = -step, 0 and step, and their differences.
template <class At>
[[nodiscard]] answers differences(const digits50& step, const At& at)
{
    const numbers before = at(0), here = at(1), after = at(2);
    answers       all;
    for (std::size_t n = 0; n < here.size(); ++n) {
        const digits50 slope = (after[n] - before[n]) / (2 * step);
        const digits50 bend  = (after[n] - 2 * here[n] + before[n]) / (step * step);
        all.numbers.push_back(static_cast<long double>(here[n]));
        all.slopes.push_back(static_cast<long double>(slope));
        all.bends.push_back(static_cast<long double>(bend));
    }
    return all;
}

/// Whether a rate of the run has a corner: the largest second difference on a grid falls to a quarter on
/// one twice as fine where it has none, to a half where it has.
template <class Row>
[[nodiscard]] bool has_corners()
{
    const auto   model     = in_steps(Row::model());
    const double horizon   = Row::case_type::horizon;
    const double tolerance = 1e-12;
    const auto   run       = orgscale::solve(model, Row::case_type::start,
                                             {.to = horizon, .relative = tolerance, .absolute = tolerance});
    const auto   bend      = [&](int parts) {
        auto   at   = run.cursor();
        double most = 0;
        std::vector<decltype(orgscale::detail::rates(model, 0.0, orgscale::to_array<double>(at(0))))>
            rates;
        for (int part = 0; part <= parts; ++part) {
            const double time = horizon * part / parts;
            rates.push_back(
                orgscale::detail::rates(model, time, orgscale::to_array<double>(at(time))));
        }
        for (std::size_t i = 1; i + 1 < rates.size(); ++i)
            for (std::size_t n = 0; n < rates[i].size(); ++n)
                most = std::max(most, std::abs(rates[i - 1][n] - 2 * rates[i][n] + rates[i + 1][n]));
        return most;
    };
    return bend(2048) < 3 * bend(4096);
}

template <class Row>
[[nodiscard]] judge judge_of(const Row&)
{
    judge mine;
    mine.values = differences(function_step, [](int which) {
        const auto model = scaled<Row>((which - 1) * function_step);
        numbers    all;
        for (const double scale : scales)
            for (const digits50& x : own_answers<Row>(model, digits50(scale))) all.push_back(x);
        return all;
    });

    if constexpr (!is_function<Row>) {
        using Case               = typename Row::case_type;
        using Model              = decltype(scaled<Row>(digits50(0)));
        mine.cornered            = has_corners<Row>();
        mine.level               = Case::level;
        constexpr bool exact     = orgscale::closed_form<Model>;
        const digits50 tolerance = column<digits50>::tolerance / 20;
        const digits50 step      = exact ? function_step : run_step;
        const auto     start     = start_in<digits50, Row>();

        using Run       = decltype(orgscale::solve(scaled<Row>(step), start, {.to = digits50(1)}));
        const auto runs = std::make_shared<std::vector<Run>>();
        numbers    met;
        for (int which = 0; which < 3; ++which) {
            const auto model = scaled<Row>((which - 1) * step);
            runs->push_back(orgscale::solve(
                model, start,
                {.to = digits50(Case::horizon), .relative = tolerance, .absolute = tolerance}));
            if (!runs->back().complete()) throw std::runtime_error{"a judge did not reach its end"};
            auto       read     = runs->back().cursor();
            const auto distance = [&](const digits50& time) {
                return digits50(last_number<digits50>(read(time)) - digits50(Case::level));
            };
            // Halving, since nothing that is judged may judge: 80 times for 64 bits and more.
            digits50 below = 0, above = Case::horizon;
            for (int halving = 0; halving < 80; ++halving) {
                const digits50 middle                  = (below + above) / 2;
                (distance(middle) < 0 ? below : above) = middle;
            }
            met.push_back(below);
            if (which == 1) {
                const digits50 h("1e-6");
                mine.event_speed = static_cast<long double>(
                    digits50((distance(below + h) - distance(below - h)) / (2 * h)));
            }
        }
        mine.event = differences(
            step, [&](int which) { return numbers{met[static_cast<std::size_t>(which)]}; });

        mine.at = [runs, step](const std::vector<long double>& times, bool with_slopes) {
            const auto states = [&](std::size_t which) {
                auto    read = (*runs)[which].cursor();
                numbers all;
                for (const long double time : times)
                    for (const digits50& x : orgscale::to_array<digits50>(read(digits50(time))))
                        all.push_back(x);
                return all;
            };
            if (with_slopes)
                return differences(
                    step, [&](int which) { return states(static_cast<std::size_t>(which)); });
            answers given;
            for (const digits50& x : states(1)) add(given, x);
            return given;
        };
    }
    return mine;
}

} // namespace

std::vector<judge> judges()
{
    std::vector<judge> all;
    for_each_row([&](const auto& row) { all.push_back(judge_of(row)); });
    return all;
}
