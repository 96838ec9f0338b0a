#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include <called.hpp>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/with_real.hpp>
#include <orgscale/solve/batch.hpp>
#include <orgscale/solve/reach.hpp>
#include <orgscale/solve/solve.hpp>
#include <orgscale/solve/steps.hpp>

#include "column.hpp"
#include "records.hpp"
#include "rows.hpp"

// Evaluates every row with every solver in one number type.

/// The points at which the model's own functions are evaluated: factors on its start.
inline constexpr std::array<double, 4> scales{1, 1.25, 1.5, 1.75};

/// A parameter times (1 + s), where derivatives are with respect to s. Zero and infinity are unchanged.
template <class Number>
[[nodiscard]] Number moving(double value)
{
    [[maybe_unused]] const bool moves = value - value == 0;
    if constexpr (std::is_same_v<Number, tangent>) {
        return moves ? tangent{value, {value}} : tangent{value};
    } else if constexpr (std::is_same_v<Number, second_tangent>) {
        return moves ? second_tangent{tangent{value, {value}}, {tangent{value}}}
                     : second_tangent{value};
    } else {
        return Number(value);
    }
}

/// The row's model in that number type.
template <class Number, class Model>
[[nodiscard]] auto model_in(const Model& model)
{
    return orgscale::with_real<Number>(model, [](const auto& path, const auto&, double value) {
        if (static_cast<double>(static_cast<float>(value)) != value)
            throw std::invalid_argument{std::string{"not exact in float: "} + path.last()};
        return moving<Number>(value);
    });
}

/// The model of a dynamics or law, its start and its end.
template <class Number, class Row>
[[nodiscard]] auto start_in(double scale = 1)
{
    using Case   = typename Row::case_type;
    using Start  = std::remove_const_t<decltype(Case::start)>;
    auto numbers = orgscale::to_array<double>(Case::start);
    for (double& number : numbers) number *= scale;
    return orgscale::with_real<Number>(orgscale::from_array<Start>(numbers));
}

/// Appends a number to the answers, lane by lane if it has lanes.
template <class Number>
void add(answers& to, const Number& x)
{
    if constexpr (std::is_same_v<Number, second_tangent>) {
        to.numbers.push_back(x.value().value());
        to.slopes.push_back(x.value().slope());
        to.bends.push_back(x.slope().slope());
    } else if constexpr (std::is_same_v<Number, tangent>) {
        to.numbers.push_back(x.value());
        to.slopes.push_back(x.slope());
    } else {
        to.numbers.push_back(static_cast<long double>(x));
    }
}

template <class Number, class State>
void add_state(answers& to, const State& x)
{
    for (const Number& number : orgscale::to_array<Number>(x)) add(to, number);
}

/// The model's own functions, as an array.
template <class Row, class Model, class Number>
[[nodiscard]] auto own_answers(const Model& model, const Number& scale)
{
    using Case = typename Row::case_type;
    if constexpr (is_function<Row>) {
        return Case::answers(model, scale);
    } else {
        const Number time    = Number(Case::horizon) * (scale - 1);
        auto         numbers = orgscale::to_array<Number>(start_in<Number, Row>());
        for (Number& number : numbers) number = number * scale;
        const auto x = orgscale::from_array<orgscale::detail::state_of<Model>>(numbers);
        if constexpr (orgscale::closed_form<Model>) {
            return std::array<Number, 2>{model.rate(x), model.after(x, time)};
        } else if constexpr (orgscale::law<Model>) {
            return std::array<Number, 1>{model.rate(x)};
        } else if constexpr (requires { model.limits(time, x); }) {
            const auto rates  = orgscale::to_array<Number>(model.derivative(time, x));
            const auto limits = orgscale::to_array<Number>(model.limits(time, x));
            std::array<Number, rates.size() + limits.size()> all{};
            std::copy(rates.begin(), rates.end(), all.begin());
            std::copy(limits.begin(), limits.end(), all.begin() + rates.size());
            return all;
        } else {
            return orgscale::to_array<Number>(model.derivative(time, x));
        }
    }
}

/// The model's own functions at all points, one after another.
template <class Number, class Row, class Model>
[[nodiscard]] answers values_of(const Model& model)
{
    answers given;
    if constexpr (std::is_same_v<Number, four_lanes>) {
        const auto all = own_answers<Row>(model, Number(scales));
        for (std::size_t lane = 0; lane < scales.size(); ++lane)
            for (const Number& number : all)
                given.numbers.push_back(static_cast<long double>(number[lane]));
    } else {
        for (const double scale : scales)
            for (const Number& number : own_answers<Row>(model, Number(scale))) add(given, number);
    }
    return given;
}

/// Four times in a run, neither its start nor a step's end.
[[nodiscard]] inline std::array<double, 4> times_in(double horizon)
{
    return {horizon * 0.15625, horizon * 0.40625, horizon * 0.65625, horizon * 0.90625};
}

/// The state of a step with its time held fixed; the end of a step at a change of the equations moves with
/// the parameters.
template <class Model, class Step>
[[nodiscard]] auto standing_still(const Model& model, const Step& step)
{
    using Number = typename Model::real_type;
    if constexpr (orgscale::has_derivatives<Number>) {
        const Number moved = step.time - Number(orgscale::passive(step.time));
        auto         x     = orgscale::to_array<Number>(step.state);
        const auto   rates = orgscale::detail::rates(model, step.time, x);
        for (std::size_t n = 0; n < x.size(); ++n) x[n] = x[n] - rates[n] * moved;
        return orgscale::from_array<std::remove_const_t<decltype(step.state)>>(x);
    } else {
        return step.state;
    }
}

/// The row's run in a batch of eight, the others from larger starts; with its own steps or, graded, with
/// common steps if there are any (not if the equations change at times of their own).
template <class Row, class Model>
void ask_batch(const Model& model, bool graded, record& mine)
{
    using Case                    = typename Row::case_type;
    constexpr std::size_t members = 8, this_one = 5, outputs = 5;
    const double          tolerance = column<double>::tolerance;
    const auto            member_of = [&](std::size_t i) {
        const double scale = 1 + static_cast<double>((i + members - this_one) % members) / 16;
        return orgscale::batch_member<Model>{model, start_in<double, Row>(scale)};
    };
    const orgscale::batch_options<> options{
        .to = Case::horizon, .outputs = outputs, .relative = tolerance, .absolute = tolerance};
    const auto sink = [&](std::size_t i, const auto& states, orgscale::ending) {
        if (i != this_one) return;
        for (std::size_t output = 0; output < states.size(); ++output) {
            mine.times.push_back(Case::horizon * static_cast<double>(output) / (outputs - 1));
            add_state<double>(mine.given, states[output]);
        }
    };
    if (graded) {
        const auto plan = orgscale::plan_steps(member_of, members, options);
        orgscale::solve_batch(0, members, member_of, options, plan, sink);
    } else {
        orgscale::solve_batch(0, members, member_of, options, sink);
    }
}

/// How far the last number of a state is from a level.
template <class Number>
struct reaching {
    Number level;

    template <class State>
    [[nodiscard]] Number operator()(const Number&, const State& x) const
    {
        return last_number<Number>(x) - level;
    }
};

template <class Number, class Row>
[[nodiscard]] records_of_row records_of(const Row&)
{
    records_of_row asked;
    const auto     record_of = [&](solver which) -> record& {
        record& mine = asked[static_cast<std::size_t>(which)];
        mine.asked   = true;
        return mine;
    };
    const auto model               = model_in<Number>(Row::model());
    record_of(solver::value).given = values_of<Number, Row>(model);

    if constexpr (!is_function<Row> && orgscale::ordered_real<Number>) {
        using Case           = typename Row::case_type;
        const auto start     = start_in<Number, Row>();
        const auto tolerance = static_cast<Number>(column<Number>::tolerance);
        const auto horizon   = static_cast<Number>(Case::horizon);
        const orgscale::solve_options<Number> options{
            .to = horizon, .relative = tolerance, .absolute = tolerance};
        const auto in_parts = in_steps(model);
        const auto walked   = called_in_steps(in_parts);

        const auto read = [&](solver which, const auto& run) {
            record& mine = record_of(which);
            if (!run.complete()) throw std::runtime_error{Row::name() + " did not reach its end"};
            for (const double time : times_in(Case::horizon)) {
                mine.times.push_back(time);
                add_state<Number>(mine.given, run(Number(time)));
            }
        };
        if constexpr (orgscale::closed_form<decltype(model_in<Number>(Row::model()))>)
            read(solver::exact, solve(model, start, options));

        const auto run = orgscale::solve(walked, start, options,
                                         orgscale::when(reaching<Number>{Number(Case::level)}));
        read(solver::dense, run);
        record& event = record_of(solver::event);
        for (const auto& happened : run.events()) {
            event.times.push_back(static_cast<long double>(static_cast<double>(happened.time)));
            add(event.given, happened.time);
        }

        record&    reach = record_of(solver::reach);
        const auto there = orgscale::reach(walked, start, options);
        reach.times.push_back(Case::horizon);
        add_state<Number>(reach.given, there.state);

        record& steps = record_of(solver::steps);
        for (const auto& step :
             orgscale::steps(walked, start, {.relative = tolerance, .absolute = tolerance})) {
            if (horizon < step.time) break;
            answers when;
            add(when, step.time);
            steps.times.push_back(when.numbers[0]);
            add_state<Number>(steps.given, standing_still(walked, step));
        }

        if constexpr (std::is_same_v<Number, double>) {
            ask_batch<Row>(in_parts, false, record_of(solver::batch));
            ask_batch<Row>(in_parts, true, record_of(solver::graded));
        }
    }
    return asked;
}

template <class Number, class Part>
std::vector<records_of_row> records_of_part()
{
    std::vector<records_of_row> all;
    for_each_row_of<Part>([&](const auto& row) { all.push_back(records_of<Number>(row)); });
    return all;
}
