#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <source_location>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/bootstrap.hpp>
#include <orgscale/ensemble/detail/evaluate_points.hpp>
#include <orgscale/ensemble/detail/morris_walk.hpp>
#include <orgscale/ensemble/failures.hpp>
#include <orgscale/ensemble/interval_estimate.hpp>
#include <orgscale/ensemble/random_seed.hpp>
#include <orgscale/ensemble/sensitivity_method.hpp>
#include <orgscale/ensemble/sensitivity_reason.hpp>

namespace orgscale {

/// How the inputs are moved one at a time.
enum class morris_design {
    trajectory, ///< each input moves from the point the previous one reached [1]
    radial      ///< each input moves from the same base point [3]
};

/// Options of a study of elementary effects. Trajectories and seed are required.
struct morris_options {
    std::uint64_t         trajectories; ///< r; k inputs take r (k + 1) evaluations
    random_seed           seed;         ///< seed of the draws
    std::uint64_t         levels = 4;   ///< p, even: inputs take their quantiles at (j + 1/2)/p
    morris_design         design = morris_design::trajectory;
    fraction<double>      step{0.3819660112501051}; ///< |d|, above 0 and at most 1/2 of the range
    std::optional<double> never_counts_as{};        ///< number that replaces missing outputs
    fraction_below_one<double> level{0.95};         ///< confidence level of the intervals [-]
    std::size_t                resamples = 1000;    ///< bootstrap resamples for the intervals

    [[no_unique_address]] agreed has_trajectories{trajectories >= 2,
                                                  "trajectories must be 2 or more"};
    [[no_unique_address]] agreed has_levels{levels >= 2 && levels % 2 == 0,
                                            "levels must be even and 2 or more"};
    [[no_unique_address]] agreed stays_inside{step > 0 && step <= 0.5,
                                              "step must be greater than 0 and at most 1/2"};
    [[no_unique_address]] agreed has_resamples{resamples >= 2, "resamples must be 2 or more"};
};

/// The effect of an input, in units of the output over the input's whole range.
struct morris_effect {
    std::string       name;
    interval_estimate mean;      ///< μ, mean effect; positive and negative effects may cancel
    interval_estimate mean_size; ///< μ*, mean absolute effect, for ranking inputs
    interval_estimate deviation; ///< σ, standard deviation: non-linearity and interactions
};

/// A study of elementary effects: its sample and the effects estimated from it.
class morris_study {
public:
    /// Whether there are effects, and if not, why; effects() is then empty. The effects on a constant
    /// output are 0.
    [[nodiscard]] bool               found() const { return reason() == sensitivity_reason::found; }
    [[nodiscard]] sensitivity_reason reason() const { return reason_; }

    /// In the order of the inputs.
    [[nodiscard]] const std::vector<morris_effect>& effects() const { return effects_; }

    /// The effect of one input, by name.
    [[nodiscard]] const morris_effect& of(
        std::string_view name, std::source_location where = std::source_location::current()) const
    {
        for (const morris_effect& one : effects_)
            if (one.name == name) return one;
        refuse(parameter_error{("there is no effect of " + std::string{name}).c_str(), where});
    }

    /// Whether all trajectories are done. If an observer ended the study early, the effects are those of
    /// the complete trajectories.
    [[nodiscard]] bool complete() const { return evaluations() == wanted_; }

    /// Evaluations made, how many had no output, and which failed.
    [[nodiscard]] std::uint64_t   evaluations() const { return outputs_.numbers.size(); }
    [[nodiscard]] std::uint64_t   never() const { return outputs_.never; }
    [[nodiscard]] const failures& failed() const { return outputs_.failed; }

    /// The sample: input names, and elementary effects, with that of input i in trajectory t at
    /// t * names().size() + i.
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
    [[nodiscard]] const std::vector<double>&      elementary() const { return elementary_; }

    /// For `morris`.
    template <class Function, class Executor, class Observer>
    morris_study(const Function& function, const morris_options& options, const Executor& executor,
                 Observer& observer)
        : names_{function.names()}
    {
        const std::size_t   inputs   = names_.size();
        const std::uint64_t points   = inputs + 1;
        const auto          point_of = [&](std::uint64_t asked, std::span<double> point) {
            const detail::morris_walk taken{options.seed.value, asked / points, inputs,
                                            options.levels, options.step};
            const auto                step = static_cast<std::size_t>(asked % points);
            for (std::size_t i = 0; i < inputs; ++i) {
                const bool moved = options.design == morris_design::radial
                                                ? step > 0 && taken.order[step - 1] == i
                                                : taken.place_of(i) < step;
                point[i]         = taken.from[i] + (moved ? taken.way[i] : 0);
            }
        };
        wanted_  = options.trajectories * points;
        outputs_ = detail::evaluate_points(function, inputs, wanted_, point_of, executor, observer);
        reason_  = detail::completed(outputs_, options.never_counts_as,
                                     2 * static_cast<std::size_t>(points));
        if (reason_ == sensitivity_reason::constant_output) reason_ = sensitivity_reason::found;
        if (found()) estimate(options);
    }

private:
    void estimate(const morris_options& options)
    {
        const std::size_t inputs = names_.size();
        const std::size_t walks  = outputs_.numbers.size() / (inputs + 1);
        elementary_.resize(walks * inputs);
        for (std::size_t t = 0; t < walks; ++t) {
            const detail::morris_walk taken{options.seed.value, t, inputs, options.levels,
                                            options.step};
            const double*             at = &outputs_.numbers[t * (inputs + 1)];
            for (std::size_t step = 1; step <= inputs; ++step) {
                const std::size_t i = taken.order[step - 1];
                const double base = options.design == morris_design::radial ? at[0] : at[step - 1];
                elementary_[t * inputs + i] = (at[step] - base) / taken.way[i];
            }
        }
        const auto moments = [&](const std::vector<double>& times) {
            std::vector<double> all;
            const auto          n = static_cast<double>(walks);
            for (std::size_t i = 0; i < inputs; ++i) {
                double sum = 0, size = 0, squares = 0;
                for (std::size_t t = 0; t < walks; ++t) {
                    sum += times[t] * elementary_[t * inputs + i];
                    size += times[t] * std::abs(elementary_[t * inputs + i]);
                }
                for (std::size_t t = 0; t < walks; ++t) {
                    const double off = elementary_[t * inputs + i] - sum / n;
                    squares += times[t] * off * off;
                }
                all.insert(all.end(), {sum / n, size / n, std::sqrt(squares / (n - 1))});
            }
            return all;
        };
        const auto found = bootstrap(
            moments, walks,
            {.seed = options.seed, .level = options.level, .resamples = options.resamples});
        for (std::size_t i = 0; i < inputs; ++i)
            effects_.push_back({names_[i], found[3 * i], found[3 * i + 1], found[3 * i + 2]});
    }

    std::vector<std::string>   names_;
    std::uint64_t              wanted_ = 0;
    detail::evaluated_points   outputs_;
    sensitivity_reason         reason_ = sensitivity_reason::found;
    std::vector<double>        elementary_;
    std::vector<morris_effect> effects_;
};

/// Screening: which uncertain inputs matter at all, from few evaluations, by elementary effects [1].
///
///     effect of input i  = (f(u + d e_i) - f(u)) / d,    |d| = (3 - sqrt(5))/2, u: quantile levels
///     μ, μ*, σ           = mean, mean absolute value [2] and standard deviation over r random points
///
/// Effects are in units of the output over the input's whole range, from its lowest to its highest
/// quantile, so inputs with different units compare. An input with small μ* hardly matters; σ as large
/// as μ* means an effect that changes sign or depends on other inputs. u takes p levels inside (0, 1),
/// so the extreme tails don't count. The step is the golden section of the range: a step of 1/m would miss
/// any effect that repeats m times over the range. Intervals are by bootstrap over the trajectories.
///
///     morris(firm, {vary("hiring_rate", uniform(2, 6)), vary("churn", uniform(0.01, 0.03))},
///            [](const auto& drawn) { return scaling_wall(drawn, {.people = 10, .customers = 40}, {.to = 240}); },
///            {.trajectories = 20, .seed = 7, .never_counts_as = 240}).of("churn").mean_size.value;
///
/// For the ways to call it, and the outputs allowed, see sensitivity_method.
///
/// [1] Morris, M. D. (1991). Factorial sampling plans for preliminary computational experiments.
///     Technometrics 33(2), 161-174. doi:10.1080/00401706.1991.10484804
/// [2] Campolongo, F., Cariboni, J., Saltelli, A. (2007). An effective screening design for sensitivity
///     analysis of large models. Environmental Modelling & Software 22(10), 1509-1518.
///     doi:10.1016/j.envsoft.2006.10.004
/// [3] Campolongo, F., Saltelli, A., Cariboni, J. (2011). From screening to quantitative sensitivity
///     analysis. Computer Physics Communications 182(4), 978-988. doi:10.1016/j.cpc.2010.12.039 (radial)
inline constexpr sensitivity_method<morris_study, morris_options> morris{};

} // namespace orgscale
