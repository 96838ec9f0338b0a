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

/// A band at one time: the interval of each state variable that holds a given share of the members.
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

    /// The q-quantile of each state variable at a time; empty if no member reached it. Refuses times that
    /// are not output times.
    [[nodiscard]] std::optional<State> quantile(
        double q, double time, std::source_location where = std::source_location::current()) const
    {
        for (std::size_t i = 0; i < times_.size(); ++i)
            if (std::abs(times_[i] - time) <= 1e-9 * (times_.back() - times_.front()))
                return quantile_at(q, i);
        refuse(parameter_error{"must be one of the times at which there are bands", time, where});
    }

    /// The q-quantile at each output time.
    [[nodiscard]] std::vector<step<State, double>> line(double q) const
    {
        std::vector<step<State, double>> through;
        for (std::size_t i = 0; i < times_.size(); ++i)
            if (const auto x = quantile_at(q, i)) through.push_back({times_[i], *x});
        return through;
    }

    /// The central band that holds a share of the members: `band(0.9)` from 5 to 95 percent.
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

    /// The output times.
    [[nodiscard]] const std::vector<double>& times() const { return times_; }

    /// Members done, failed ones included; always the first ones.
    [[nodiscard]] std::uint64_t members() const { return record_.done; }

    /// Whether all members are done; false if an observer ended it early.
    [[nodiscard]] bool complete() const { return record_.done == asked_; }

    /// The members without a result: parameters that break a joint rule, runs that fail.
    [[nodiscard]] const failures& failed() const { return record_.known.failed; }

    /// The largest relative error of a quantile, apart from sampling error [-].
    [[nodiscard]] double error() const
    {
        double worst = 0;
        for (const auto& one : record_.known.sketches) worst = std::fmax(worst, one.error());
        return worst;
    }

    friend bool operator==(const ensemble_bands&, const ensemble_bands&) = default;

    /// For `ensemble`.
    ensemble_bands(const ensemble_options& options, ensemble_record known)
        : record_{std::move(known)}, asked_{options.members}
    {
        for (std::size_t i = 0; i < options.outputs; ++i) times_.push_back(options.output_time(i));
    }

    /// The underlying record, which `save` writes.
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
