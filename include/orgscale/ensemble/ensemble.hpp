#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/state.hpp>
#include <orgscale/ensemble/detail/part.hpp>
#include <orgscale/ensemble/detail/run_blocks.hpp>
#include <orgscale/ensemble/draws.hpp>
#include <orgscale/ensemble/failures.hpp>
#include <orgscale/ensemble/on_one_thread.hpp>
#include <orgscale/ensemble/progress.hpp>
#include <orgscale/ensemble/uncertain.hpp>
#include <orgscale/solve/batch.hpp>
#include <orgscale/solve/step.hpp>

namespace orgscale {

/// What an ensemble of runs may be told. Members, seed and end must be.
struct ensemble_options {
    std::uint64_t        members;        ///< how many runs
    random_seed          seed;           ///< what the draws follow from
    finite_value<double> from{0};        ///< time of the starts                              [time]
    finite_value<double> to;             ///< time of the ends                                [time]
    std::size_t          outputs = 61;   ///< times, from start to end, at which bands are wanted
    positive<double>     relative{1e-6}; ///< error of a step                                    [-]
    positive<double>     absolute{1e-6}; ///< the same near zero, in units of x
    std::int64_t         max_steps = 100'000; ///< tried, refused ones included
    draws                sampling  = draws::low_discrepancy;

    [[no_unique_address]] agreed has_members{members >= 1, "members must be 1 or more"};
    [[no_unique_address]] agreed ends_after_start{to >= from, "to must not lie before from"};
    [[no_unique_address]] agreed has_outputs{outputs >= 2, "outputs must be 2 or more"};
};

/// Quantile bands of the runs of an ensemble.
template <class State>
class ensemble_bands {
public:
    using state_type = State;

    /// The state below each of whose numbers a share q of the members lie, each number by itself, at
    /// output i; nothing if no member has arrived there.
    [[nodiscard]] std::optional<State> quantile(double q, std::size_t output) const
    {
        std::array<double, fields> x{};
        for (std::size_t n = 0; n < fields; ++n) {
            const auto of_field = whole_.sketches[output * fields + n].quantile(q);
            if (!of_field) return std::nullopt;
            x[n] = *of_field;
        }
        return from_array<State>(x);
    }

    /// The whole line of a quantile: its state at each output.
    [[nodiscard]] std::vector<step<State, double>> band(double q) const
    {
        std::vector<step<State, double>> line;
        for (std::size_t i = 0; i < times_.size(); ++i)
            if (const auto x = quantile(q, i)) line.push_back({times_[i], *x});
        return line;
    }

    /// The times at which there are bands.
    [[nodiscard]] const std::vector<double>& times() const { return times_; }

    /// Members that were run, failed ones included: always the first so many.
    [[nodiscard]] std::uint64_t members() const { return done_; }

    /// Whether that is all that was asked; not if an observer ended it.
    [[nodiscard]] bool complete() const { return done_ == asked_; }

    /// The members without an answer: parameters that break a rule together, runs that fail.
    [[nodiscard]] const failures& failed() const { return whole_.failed; }

    /// The largest relative error of a quantile, besides that of its being a sample.
    [[nodiscard]] double error() const
    {
        double worst = 0;
        for (const auto& one : whole_.sketches)
            if (one.error() > worst) worst = one.error();
        return worst;
    }

    // For files and executors.
    ensemble_bands(std::vector<double> times, detail::part whole, std::uint64_t done,
                   std::uint64_t asked, std::uint64_t study)
        : times_{std::move(times)}, whole_{std::move(whole)}, done_{done}, asked_{asked},
          study_{study}
    {}
    [[nodiscard]] const detail::part& part() const { return whole_; }
    [[nodiscard]] std::uint64_t       study() const { return study_; }

    friend bool operator==(const ensemble_bands&, const ensemble_bands&) = default;

private:
    static constexpr std::size_t fields = dimension<State, double>;

    std::vector<double> times_;
    detail::part        whole_;
    std::uint64_t       done_;
    std::uint64_t       asked_;
    std::uint64_t       study_; ///< fingerprint of what was asked
};

namespace detail {

/// What of an ensemble decides about its members' results; their number does not.
template <class Model>
[[nodiscard]] std::uint64_t study_of(const uncertain_model<Model>& model,
                                     const state_of<Model>& start, const ensemble_options& options)
{
    std::uint64_t hash = mixed(model.fingerprint(), options.seed.value, options.outputs);
    const auto    add  = [&](double x) { hash = mixed(hash, std::bit_cast<std::uint64_t>(x), 1); };
    for (const double x : to_array<double>(start)) add(x);
    for (const double x : {double{options.from}, double{options.to}, double{options.relative},
                           double{options.absolute}, static_cast<double>(options.max_steps),
                           static_cast<double>(options.sampling)})
        add(x);
    return hash;
}

[[nodiscard]] inline batch_options<> batch_of(const ensemble_options& options)
{
    return {.from      = double{options.from},
            .to        = double{options.to},
            .outputs   = options.outputs,
            .relative  = double{options.relative},
            .absolute  = double{options.absolute},
            .max_steps = options.max_steps};
}

/// An ensemble from member `part.done` on; what `ensemble` and `resume` do.
template <class Model, class Executor, class Observer>
[[nodiscard]] ensemble_bands<state_of<Model>> run_ensemble(const uncertain_model<Model>& model,
                                                           const state_of<Model>&        start,
                                                           const ensemble_options&       options,
                                                           const Executor&               executor,
                                                           Observer& observer, part whole,
                                                           std::uint64_t begin)
{
    using State                  = state_of<Model>;
    constexpr std::size_t fields = dimension<State, double>;
    const draw_sequence   sequence{options.sampling, options.seed, model.dimension()};
    const auto            batch = batch_of(options);

    const auto work = [&](part& mine, std::uint64_t from, std::uint64_t to) {
        drawn_block<Model> drawn;
        drawn.draw(model, sequence, from, to, mine.failed);
        // Number by number, so that each sketch is at hand for all members of the block.
        std::vector<std::vector<double>> numbers(options.outputs * fields);
        solve_batch(
            0, drawn.models.size(),
            [&](std::size_t i) { return batch_member<Model>{drawn.models[i], start}; }, batch,
            [&](std::size_t i, std::span<const State> states, ending reason) {
                if (reason != ending::reached_end) {
                    mine.failed.add(drawn.indices[i], describe(reason));
                    return;
                }
                for (std::size_t output = 0; output < states.size(); ++output) {
                    const auto x = to_array<double>(states[output]);
                    for (std::size_t n = 0; n < fields; ++n)
                        numbers[output * fields + n].push_back(x[n]);
                }
            });
        for (std::size_t which = 0; which < numbers.size(); ++which)
            for (const double x : numbers[which]) mine.sketches[which].add(x);
    };
    const std::uint64_t done = run_blocks(executor, observer, begin, options.members, whole, work);

    std::vector<double> times;
    for (std::size_t i = 0; i < options.outputs; ++i)
        times.push_back(i + 1 == options.outputs
                            ? double{options.to}
                            : options.from + (options.to - options.from) *
                                                 (static_cast<double>(i) /
                                                  static_cast<double>(options.outputs - 1)));
    return {std::move(times), std::move(whole), done, options.members,
            study_of(model, start, options)};
}

} // namespace detail

/// Many runs of a model of which some parameters are known only by their distributions.
///
///     const auto bands = ensemble(firm, {.people = 10, .customers = 40},
///                                 {vary("hiring_rate", boost::math::lognormal(1.4, 0.3)),
///                                  vary("churn", uniform(0.01, 0.03))},
///                                 {.members = 100'000, .seed = 7, .to = 60});
///     bands.quantile(0.9, 60)->customers;
///
/// The answer has the same bits for any executor, any number of threads, lanes or ranks. The memory
/// doesn't grow with the members. A member whose parameters break a rule together, or whose run fails,
/// ends nothing: it is told apart. An observer sees the progress and may end it early; what is done is
/// then a whole first part, which is a fair sample too.
template <described Model, class Executor = on_one_thread, progress_observer Observer = no_observer>
[[nodiscard]] ensemble_bands<detail::state_of<Model>> ensemble(const uncertain_model<Model>&  model,
                                                               const detail::state_of<Model>& start,
                                                               const ensemble_options& options,
                                                               const Executor& executor = {},
                                                               Observer        observer = {})
{
    constexpr std::size_t fields = dimension<detail::state_of<Model>, double>;
    return detail::run_ensemble(
        model, start, options, executor, observer,
        detail::part{std::vector<quantile_sketch>(options.outputs * fields), {}}, 0);
}

/// The same with the distributions told here.
template <described Model, class Executor = on_one_thread, progress_observer Observer = no_observer>
[[nodiscard]] ensemble_bands<detail::state_of<Model>> ensemble(
    const Model& model, const detail::state_of<Model>& start,
    std::vector<uncertain_parameter> parameters, const ensemble_options& options,
    const Executor& executor = {}, Observer observer = {})
{
    return ensemble(uncertain_model<Model>{model, std::move(parameters)}, start, options, executor,
                    std::move(observer));
}

/// One member of an ensemble alone: its model, and its states at the outputs, with the same bits as
/// there.
template <class Model>
struct replayed {
    Model                                      model;
    std::vector<step<detail::state_of<Model>>> outputs;
    ending                                     reason;
};

/// Member number `index` of the ensemble that these make: `replay(study, start, options, 4711)`.
template <described Model>
[[nodiscard]] replayed<Model> replay(const uncertain_model<Model>&  model,
                                     const detail::state_of<Model>& start,
                                     const ensemble_options& options, std::uint64_t index)
{
    const draw_sequence sequence{options.sampling, options.seed, model.dimension()};
    std::vector<double> point(model.dimension());
    std::vector<double> values(model.dimension());
    sequence.point(index, point);
    model.values(point, values);
    replayed<Model> again{model.with_values(values), {}, ending::reached_end};
    solve_batch(
        0, 1, [&](std::size_t) { return batch_member<Model>{again.model, start}; },
        detail::batch_of(options),
        [&](std::size_t, auto states, ending reason) {
            again.reason = reason;
            for (std::size_t i = 0; i < states.size(); ++i)
                again.outputs.push_back(
                    {options.from +
                         (options.to - options.from) *
                             (static_cast<double>(i) / static_cast<double>(options.outputs - 1)),
                     states[i]});
        });
    return again;
}

} // namespace orgscale
