#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <stdexcept>
#include <vector>

#include "ask.hpp"
#include "judge.hpp"

// Reference results in the number type `Right`: fifty digits, or long double, whose eleven bits more than
// double suffice for the claims of double and float.

/// The steps of the differences in s. Functions: seven points, with an error of order step^6 and one rounding
/// over the step. Runs: three points, whose error may be some hundred times the tolerance across a kink.
template <class Right>
inline constexpr double function_step = std::numeric_limits<Right>::digits > 100 ? 1e-6 : 1e-4;
inline constexpr double run_step      = 3e-6;

/// The tolerance of the reference runs: a twentieth of the tightest tested.
inline constexpr double judging_tolerance = 5e-15;

/// The row's model with all parameters times (1 + s).
template <class Right, class Row>
[[nodiscard]] auto scaled(const Right& s)
{
    return orgscale::with_real<Right>(Row::model(), [&](const auto&, const auto&, double value) {
        return Right(value - value == 0 ? Right(value) * (1 + s) : Right(value));
    });
}

/// Numbers at s = 0, and the differences at s = step, 2 step and so on, on both sides.
template <class Right, class At>
[[nodiscard]] answers differences(const Right& step, int points, const At& at)
{
    constexpr std::array<double, 4> slope_weights{0, 45, -9, 1}, bend_weights{-490, 270, -27, 2};
    const std::vector<Right>        here = at(0);
    std::vector<Right>              slopes(here.size(), Right(0)), bends(here.size(), Right(0));
    for (std::size_t n = 0; n < here.size(); ++n)
        if (points == 3) bends[n] = bend_weights[0] * here[n];
    for (int point = 1; point <= points; ++point) {
        const std::vector<Right> before = at(-point), after = at(point);
        const auto               which = static_cast<std::size_t>(point);
        for (std::size_t n = 0; n < here.size(); ++n) {
            slopes[n] += (points == 1 ? 1 : slope_weights[which]) * (after[n] - before[n]);
            bends[n] += points == 1 ? Right(after[n] - 2 * here[n] + before[n])
                                    : Right(bend_weights[which] * (after[n] + before[n]));
        }
    }
    answers all;
    for (std::size_t n = 0; n < here.size(); ++n) {
        const Right slope = slopes[n] / ((points == 1 ? 2 : 60) * step);
        const Right bend  = bends[n] / ((points == 1 ? 1 : 180) * step * step);
        all.numbers.push_back(static_cast<long double>(here[n]));
        all.slopes.push_back(static_cast<long double>(slope));
        all.bends.push_back(static_cast<long double>(bend));
    }
    return all;
}

/// Whether a rate of the run has a kink: on a grid twice as fine the largest second difference falls to a
/// quarter without a kink, and to a half with one.
template <class Row>
[[nodiscard]] bool has_corners()
{
    const auto   model     = called_in_steps(in_steps(Row::model()));
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

/// A model that has to be solved in steps is called; one with a closed form is not.
template <class Model>
[[nodiscard]] auto judged(const Model& model)
{
    if constexpr (orgscale::closed_form<Model>) {
        return model;
    } else {
        return called_in_steps(model);
    }
}

template <class Right, class Row>
[[nodiscard]] judge judge_of(const Row&)
{
    using numbers = std::vector<Right>;
    judge mine;
    mine.name   = Row::name();
    mine.solved = !is_function<Row>;
    mine.exact  = orgscale::closed_form<decltype(Row::model())>;
    mine.values = differences<Right>(Right(function_step<Right>), 3, [](int point) {
        const auto model = scaled<Right, Row>(Right(point * Right(function_step<Right>)));
        numbers    all;
        for (const double scale : scales)
            for (const Right& x : own_answers<Row>(model, Right(scale))) all.push_back(x);
        return all;
    });

    if constexpr (!is_function<Row>) {
        using Case            = typename Row::case_type;
        using Model           = decltype(scaled<Right, Row>(Right(0)));
        mine.cornered         = has_corners<Row>();
        mine.level            = Case::level;
        constexpr bool exact  = orgscale::closed_form<Model>;
        constexpr int  points = exact ? 3 : 1;
        const Right    tolerance(judging_tolerance);
        const Right    step(exact ? function_step<Right> : run_step);
        const auto     start = start_in<Right, Row>();

        using Run =
            decltype(orgscale::solve(judged(scaled<Right, Row>(step)), start, {.to = Right(1)}));
        const auto runs = std::make_shared<std::vector<Run>>();
        numbers    met;
        for (int point = -points; point <= points; ++point) {
            const auto model = judged(scaled<Right, Row>(Right(point * step)));
            runs->push_back(orgscale::solve(
                model, start,
                {.to = Right(Case::horizon), .relative = tolerance, .absolute = tolerance}));
            if (!runs->back().complete()) throw std::runtime_error{"a judge did not reach its end"};
            auto       read     = runs->back().cursor();
            const auto distance = [&](const Right& time) {
                return Right(last_number<Right>(read(time)) - Right(Case::level));
            };
            // By bisection, independent of the code under test: 80 times for 64 bits or more.
            Right below = 0, above = Case::horizon;
            for (int halving = 0; halving < 80; ++halving) {
                const Right middle                     = (below + above) / 2;
                (distance(middle) < 0 ? below : above) = middle;
            }
            met.push_back(below);
            if (point == 0) {
                const Right h    = Right(1) / 1000000;
                mine.event_speed = static_cast<long double>(
                    Right((distance(below + h) - distance(below - h)) / (2 * h)));
            }
        }
        const auto run_at = [](int point) { return static_cast<std::size_t>(point + points); };
        mine.event        = differences<Right>(step, points,
                                               [&](int point) { return numbers{met[run_at(point)]}; });

        mine.at = [runs, step, run_at](const std::vector<long double>& times, bool with_slopes) {
            const auto states = [&](int point) {
                auto    read = (*runs)[run_at(point)].cursor();
                numbers all;
                for (const long double time : times)
                    for (const Right& x : orgscale::to_array<Right>(read(Right(time))))
                        all.push_back(x);
                return all;
            };
            if (with_slopes) return differences<Right>(step, points, states);
            answers given;
            for (const Right& x : states(0)) add(given, x);
            return given;
        };
    }
    return mine;
}

template <class Right, class Part>
std::vector<judge> judges_of_part()
{
    std::vector<judge> all;
    for_each_row_of<Part>([&](const auto& row) { all.push_back(judge_of<Right>(row)); });
    return all;
}
