#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/ensemble/detail/part.hpp>
#include <orgscale/ensemble/detail/run_blocks.hpp>
#include <orgscale/ensemble/draws.hpp>
#include <orgscale/ensemble/failures.hpp>
#include <orgscale/ensemble/on_one_thread.hpp>
#include <orgscale/ensemble/progress.hpp>
#include <orgscale/ensemble/uncertain.hpp>
#include <orgscale/solve/ending.hpp>

namespace orgscale {

/// What an ensemble of answers may be told. Members and seed must be.
struct answer_options {
    std::uint64_t members; ///< how many models are asked
    random_seed   seed;    ///< what the draws follow from
    draws         sampling = draws::low_discrepancy;

    [[no_unique_address]] agreed has_members{members >= 1, "members must be 1 or more"};
};

/// The answers of the members of an ensemble: quantiles, and how many have none.
class ensemble_answers {
public:
    /// The answer below which a share q of all members lie, a missing one counted as the largest: a date
    /// that never comes is later than all. Nothing where that is such a one.
    [[nodiscard]] std::optional<double> quantile(double q) const
    {
        const auto at = whole_.sketches[0].quantile(q);
        return at && *at < std::numeric_limits<double>::infinity() ? at : std::nullopt;
    }

    /// The same of those members alone that have an answer.
    [[nodiscard]] std::optional<double> quantile_if_any(double q) const
    {
        const auto& all = whole_.sketches[0];
        return quantile_sketch::of(all.level(), 0, all.in_order()).quantile(q);
    }

    /// The share of members that have no answer: no wall before the horizon, a crossover that never
    /// comes. Failed members are not counted here.
    [[nodiscard]] double share_never() const
    {
        const auto& all = whole_.sketches[0];
        return all.count() == 0
                   ? 0
                   : static_cast<double>(all.never()) / static_cast<double>(all.count());
    }

    /// Members that were asked, failed ones included: always the first so many.
    [[nodiscard]] std::uint64_t members() const { return done_; }

    /// Whether that is all that was wanted; not if an observer ended it.
    [[nodiscard]] bool complete() const { return done_ == asked_; }

    /// The members whose parameters are refused, or whose answer says that its run failed.
    [[nodiscard]] const failures& failed() const { return whole_.failed; }

    /// The largest relative error of a quantile, besides that of its being a sample.
    [[nodiscard]] double error() const { return whole_.sketches[0].error(); }

    // For files and executors.
    ensemble_answers(detail::part whole, std::uint64_t done, std::uint64_t asked,
                     std::uint64_t study)
        : whole_{std::move(whole)}, done_{done}, asked_{asked}, study_{study}
    {}
    [[nodiscard]] const detail::part& part() const { return whole_; }
    [[nodiscard]] std::uint64_t       study() const { return study_; }

    friend bool operator==(const ensemble_answers&, const ensemble_answers&) = default;

private:
    detail::part  whole_;
    std::uint64_t done_;
    std::uint64_t asked_;
    std::uint64_t study_; ///< fingerprint of what was asked
};

namespace detail {

/// The number of an answer, infinite where there is none: itself, what is in an optional, or the time of
/// what has one. A run that did not reach its end tells why, if it has no answer.
template <class Answer>
[[nodiscard]] double number_or_never(const Answer& given, std::optional<std::string>& why)
{
    if constexpr (real<Answer>) {
        return plain(given);
    } else if constexpr (requires { given.has_value(), *given; }) {
        if (given.has_value()) return number_or_never(*given, why);
        if constexpr (requires { given.complete(), given.reason(); })
            if (!given.complete()) why = describe(given.reason());
        return std::numeric_limits<double>::infinity();
    } else {
        return number_or_never(given.time, why);
    }
}

/// What of an ensemble of answers decides about them, but for the answer itself.
template <class Model>
[[nodiscard]] std::uint64_t study_of(const uncertain_model<Model>& model,
                                     const answer_options&         options)
{
    return mixed(model.fingerprint(), options.seed.value,
                 static_cast<std::uint64_t>(options.sampling));
}

template <class Model, class Answer, class Executor, class Observer>
[[nodiscard]] ensemble_answers run_answers(const uncertain_model<Model>& model,
                                           const Answer& answer, const answer_options& options,
                                           const Executor& executor, Observer& observer, part whole,
                                           std::uint64_t begin)
{
    const draw_sequence sequence{options.sampling, options.seed, model.dimension()};
    const auto          work = [&](part& mine, std::uint64_t from, std::uint64_t to) {
        drawn_block<Model> drawn;
        drawn.draw(model, sequence, from, to, mine.failed);
        for (std::size_t i = 0; i < drawn.models.size(); ++i) {
            std::optional<std::string> why;
            const double               x = number_or_never(answer(drawn.models[i]), why);
            if (why || !(x == x)) {
                mine.failed.add(drawn.indices[i], why.value_or("the answer is not a number"));
            } else {
                mine.sketches[0].add(x);
            }
        }
    };
    const std::uint64_t done = run_blocks(executor, observer, begin, options.members, whole, work);
    return {std::move(whole), done, options.members, study_of(model, options)};
}

} // namespace detail

/// Any answer about a model of which some parameters are known only by their distributions.
///
///     const auto walls = ensemble_of(
///         firm, {vary("churn", uniform(0.01, 0.03))},
///         [](const auto& drawn) { return scaling_wall(drawn, {.people = 10, .customers = 40}, {.to = 240}); },
///         {.members = 10'000, .seed = 7});
///     walls.quantile(0.5);       // the median date, if half of them hit a wall at all
///     walls.share_never();
///
/// An answer is a number, an optional one, or what has a time (a scaling_wall, a crossover, an event).
/// Several threads may ask at once. Same bits for any executor; see ensemble.hpp for failed members,
/// progress and memory.
template <described         Model, class Answer, class Executor = on_one_thread,
          progress_observer Observer = no_observer>
[[nodiscard]] ensemble_answers ensemble_of(const uncertain_model<Model>& model,
                                           const Answer& answer, const answer_options& options,
                                           const Executor& executor = {}, Observer observer = {})
{
    return detail::run_answers(model, answer, options, executor, observer,
                               detail::part{std::vector<quantile_sketch>(1), {}}, 0);
}

/// The same with the distributions told here.
template <described         Model, class Answer, class Executor = on_one_thread,
          progress_observer Observer = no_observer>
[[nodiscard]] ensemble_answers ensemble_of(const Model&                     model,
                                           std::vector<uncertain_parameter> parameters,
                                           const Answer& answer, const answer_options& options,
                                           const Executor& executor = {}, Observer observer = {})
{
    return ensemble_of(uncertain_model<Model>{model, std::move(parameters)}, answer, options,
                       executor, std::move(observer));
}

} // namespace orgscale
