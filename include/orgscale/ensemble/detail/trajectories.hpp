#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <orgscale/core/check_start.hpp>
#include <orgscale/core/state.hpp>
#include <orgscale/ensemble/detail/drawn_block.hpp>
#include <orgscale/ensemble/draws.hpp>
#include <orgscale/ensemble/ensemble_options.hpp>
#include <orgscale/ensemble/ensemble_part.hpp>
#include <orgscale/ensemble/ensemble_study.hpp>
#include <orgscale/ensemble/uncertain.hpp>
#include <orgscale/solve/batch.hpp>
#include <orgscale/solve/ending.hpp>

namespace orgscale::detail {

/// The job of an ensemble of runs (see run_record.hpp).
template <class Model>
class trajectories {
public:
    using state_type = state_of<Model>;

    static constexpr std::uint64_t block  = 1024; ///< fills SIMD lanes, yet leaves work for threads
    static constexpr std::size_t   fields = dimension<state_type, double>;

    trajectories(const uncertain_model<Model>& model, const state_type& start,
                 const ensemble_options& options)
        : model_{model}, start_{start}, options_{options},
          sequence_{options.sampling, options.seed, model.dimension()}
    {
        model.check_start(start);
    }

    [[nodiscard]] std::size_t numbers() const { return options_.outputs * fields; }

    void operator()(ensemble_part& into, std::uint64_t begin, std::uint64_t end) const
    {
        // With many outputs, fewer members at a time to bound memory.
        constexpr std::uint64_t max_numbers = 1 << 18;
        const std::uint64_t at_once = std::clamp<std::uint64_t>(max_numbers / numbers(), 64, block);
        for (; end - begin > at_once; begin += at_once) do_some(into, begin, begin + at_once);
        do_some(into, begin, end);
    }

    /// Runs the drawn members and calls sink(index in the block, states, ending).
    template <class Sink>
    void solve(const drawn_block<Model>& drawn, const Sink& sink) const
    {
        const batch_options<> batch{.from      = double{options_.from},
                                    .to        = double{options_.to},
                                    .outputs   = options_.outputs,
                                    .relative  = double{options_.relative},
                                    .absolute  = double{options_.absolute},
                                    .max_steps = options_.max_steps};
        solve_batch(
            0, drawn.models.size(),
            [&](std::size_t i) {
                return batch_member<Model>{drawn.models[i],
                                           model_.start_with(drawn.values_of(i), start_)};
            },
            batch, sink);
    }

    /// Throws parameter_error for drawn values that give a start no organisation can have.
    [[nodiscard]] auto start_check() const
    {
        return [this](std::span<const double> values) {
            orgscale::check_start(model_.start_with(values, start_));
        };
    }

    [[nodiscard]] const draw_sequence& sequence() const { return sequence_; }

    [[nodiscard]] ensemble_study study() const
    {
        ensemble_study all{model_};
        unsigned       field = 0;
        for (const double x : to_array<double>(start_))
            all.add("start " + std::to_string(field++), x);
        all.add("seed", std::to_string(options_.seed.value));
        all.add("sampling", options_.sampling == draws::random ? "random" : "low_discrepancy");
        all.add("from", options_.from);
        all.add("to", options_.to);
        all.add("outputs", std::to_string(options_.outputs));
        all.add("relative", options_.relative);
        all.add("absolute", options_.absolute);
        all.add("max_steps", std::to_string(options_.max_steps));
        return all;
    }

private:
    void do_some(ensemble_part& into, std::uint64_t begin, std::uint64_t end) const
    {
        const drawn_block<Model> drawn{model_, sequence_, begin, end, into.failed, start_check()};
        const std::size_t        count = drawn.models.size();
        // Number by number, so that each sketch stays in cache for all members.
        std::vector<double> reached(numbers() * count);
        std::size_t         arrived = 0;
        solve(drawn, [&](std::size_t i, std::span<const state_type> states, ending reason) {
            if (reason != ending::reached_end) {
                into.failed.add(drawn.indices[i], describe(reason));
                return;
            }
            for (std::size_t output = 0; output < states.size(); ++output) {
                const auto x = to_array<double>(states[output]);
                for (std::size_t n = 0; n < fields; ++n)
                    reached[(output * fields + n) * count + arrived] = x[n];
            }
            ++arrived;
        });
        for (std::size_t which = 0; which < numbers(); ++which)
            for (std::size_t i = 0; i < arrived; ++i)
                into.sketches[which].add(reached[which * count + i]);
    }

    const uncertain_model<Model>& model_;
    state_type                    start_;
    ensemble_options              options_;
    draw_sequence                 sequence_;
};

} // namespace orgscale::detail
