#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <source_location>
#include <utility>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/state.hpp>
#include <orgscale/ensemble/ensemble_options.hpp>
#include <orgscale/ensemble/ensemble_record.hpp>
#include <orgscale/ensemble/failures.hpp>
#include <orgscale/solve/step.hpp>

namespace orgscale {

/// Between which states a share of the members lies at a time, each number of the state by itself.
template <class State>
struct band_step {
    double time;
    State  low;
    State  high;
};

/// Quantile bands of the runs of an ensemble.
template <class State>
class ensemble_bands {
public:
    using state_type = State;

    /// The state below each of whose numbers a share q of the members lie at a time, each number by
    /// itself; nothing if no member arrived. A time that is no output is refused.
    [[nodiscard]] std::optional<State> quantile(
        double q, double time, std::source_location where = std::source_location::current()) const
    {
        for (std::size_t i = 0; i < times_.size(); ++i)
            if (std::abs(times_[i] - time) <= 1e-9 * (times_.back() - times_.front()))
                return quantile_at(q, i);
        refuse(parameter_error{"must be one of the times at which there are bands", time, where});
    }

    /// That at each of the times: the line below which a share q of the members lie.
    [[nodiscard]] std::vector<step<State, double>> line(double q) const
    {
        std::vector<step<State, double>> through;
        for (std::size_t i = 0; i < times_.size(); ++i)
            if (const auto x = quantile_at(q, i)) through.push_back({times_[i], *x});
        return through;
    }

    /// Between which a share of the members lie, as many above as below: `band(0.9)` from 5 to 95 per
    /// cent.
    [[nodiscard]] std::vector<band_step<State>> band(double share) const
    {
        std::vector<band_step<State>> through;
        for (std::size_t i = 0; i < times_.size(); ++i) {
            const auto low  = quantile_at((1 - share) / 2, i);
            const auto high = quantile_at((1 + share) / 2, i);
            if (low && high) through.push_back({times_[i], *low, *high});
        }
        return through;
    }

    /// The times at which there are bands.
    [[nodiscard]] const std::vector<double>& times() const { return times_; }

    /// Members that were run, failed ones included: always the first so many.
    [[nodiscard]] std::uint64_t members() const { return record_.done; }

    /// Whether that is all that was asked; not if an observer ended it.
    [[nodiscard]] bool complete() const { return record_.done == asked_; }

    /// The members without an output: parameters that break a rule together, runs that fail.
    [[nodiscard]] const failures& failed() const { return record_.known.failed; }

    /// The largest relative error of a quantile, besides that of its being a sample.
    [[nodiscard]] double error() const
    {
        double worst = 0;
        for (const auto& one : record_.known.sketches) worst = std::fmax(worst, one.error());
        return worst;
    }

    friend bool operator==(const ensemble_bands&, const ensemble_bands&) = default;

    /// What `ensemble` makes.
    ensemble_bands(const ensemble_options& options, ensemble_record known)
        : record_{std::move(known)}, asked_{options.members}
    {
        for (std::size_t i = 0; i < options.outputs; ++i) times_.push_back(options.output_time(i));
    }

    /// What they are made of, and `save` keeps.
    [[nodiscard]] const ensemble_record& record() const { return record_; }

private:
    static constexpr std::size_t fields = dimension<State, double>;

    [[nodiscard]] std::optional<State> quantile_at(double q, std::size_t output) const
    {
        std::array<double, fields> x{};
        for (std::size_t n = 0; n < fields; ++n) {
            const auto of_field = record_.known.sketches[output * fields + n].quantile(q);
            if (!of_field) return std::nullopt;
            x[n] = *of_field;
        }
        return from_array<State>(x);
    }

    ensemble_record     record_;
    std::uint64_t       asked_;
    std::vector<double> times_;
};

} // namespace orgscale
