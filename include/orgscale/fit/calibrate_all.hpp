#pragma once

#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/on_one_thread.hpp>
#include <orgscale/fit/calibrate.hpp>
#include <orgscale/fit/detail/without_effect.hpp>
#include <orgscale/fit/fit_reason.hpp>
#include <orgscale/fit/fit_verdict.hpp>

namespace orgscale {

/// The results of calibrating many series, in columns: about a hundred bytes a series with three parameters.
class calibration_table {
public:
    calibration_table(std::uint64_t count, std::size_t parameters)
        : parameters_{parameters}, verdicts_(count, fit_verdict::failed),
          reasons_(count, fit_reason::not_finite),
          sums_(count, std::numeric_limits<double>::quiet_NaN()),
          estimates_(count * parameters, std::numeric_limits<double>::quiet_NaN()),
          errors_(count * parameters, std::numeric_limits<double>::quiet_NaN())
    {}

    [[nodiscard]] std::uint64_t size() const { return verdicts_.size(); }
    [[nodiscard]] fit_verdict   verdict(std::uint64_t series) const { return verdicts_[series]; }
    [[nodiscard]] fit_reason    reason(std::uint64_t series) const { return reasons_[series]; }
    [[nodiscard]] double        residual_sum(std::uint64_t series) const { return sums_[series]; }
    [[nodiscard]] double        value(std::uint64_t series, std::size_t parameter) const
    {
        return estimates_[series * parameters_ + parameter];
    }
    [[nodiscard]] std::optional<double> standard_error(std::uint64_t series,
                                                       std::size_t   parameter) const
    {
        const double error = errors_[series * parameters_ + parameter];
        return error == error ? std::optional{error} : std::nullopt;
    }

    /// How many have this verdict.
    [[nodiscard]] std::uint64_t count(fit_verdict verdict) const
    {
        std::uint64_t found = 0;
        for (const fit_verdict one : verdicts_) found += one == verdict ? 1 : 0;
        return found;
    }

    /// Writes the result of one series. Different series may be written by different threads.
    void set(std::uint64_t series, const least_squares_fit& fit)
    {
        verdicts_[series] = fit.verdict;
        reasons_[series]  = fit.reason;
        sums_[series]     = fit.residual_sum;
        if (fit.estimates.empty()) return;
        const bool                usable = static_cast<bool>(fit) && fit.degrees_of_freedom() > 0;
        const std::vector<double> c      = usable ? fit.covariance() : std::vector<double>{};
        for (std::size_t k = 0; k < parameters_; ++k) {
            estimates_[series * parameters_ + k] = fit.estimates[k];
            if (usable && fit.on_bound[k] == 0)
                errors_[series * parameters_ + k] = std::sqrt(c[k * parameters_ + k]);
        }
    }

    friend bool operator==(const calibration_table& a, const calibration_table& b)
    {
        const auto same = [](const std::vector<double>& x, const std::vector<double>& y) {
            for (std::size_t i = 0; i < x.size(); ++i)
                if (!(x[i] <= y[i] && x[i] >= y[i]) && (x[i] == x[i] || y[i] == y[i])) return false;
            return x.size() == y.size();
        };
        return a.verdicts_ == b.verdicts_ && a.reasons_ == b.reasons_ && same(a.sums_, b.sums_) &&
               same(a.estimates_, b.estimates_) && same(a.errors_, b.errors_);
    }

private:
    std::size_t              parameters_;
    std::vector<fit_verdict> verdicts_;
    std::vector<fit_reason>  reasons_;
    std::vector<double>      sums_, estimates_, errors_;
};

namespace detail {

/// The part of a thread: all write into one table, each series at its own place.
struct table_part {
    calibration_table* table;

    [[nodiscard]] table_part empty_copy() const { return *this; }
    void                     merge(const table_part&) {}
};

} // namespace detail

/// Calibrates one law to many series: a census.
///
///     const auto found = calibrate_all(
///         [](std::uint64_t i) { return bass<>{...}; },                       // or one law to start each from
///         companies, [&](std::uint64_t i) { return observe(per_interval(), years, sales[i]); },
///         {estimate("innovation"), estimate("imitation"), estimate("potential")}, {}, on_threads{});
///     found.count(fit_verdict::converged);
///
/// `data_of(i)` reads series i when its turn comes, in any order and from several threads, so that they needn't be in
/// memory together. Series are independent: results have the same bits on any executor, and are those of calibrate(),
/// which finds parameters without effect. One series of Gaussian or log-normal noise each; for other noises and profiles
/// use calibrate() for each.
template <class Law, class DataOf, class Executor = on_one_thread>
[[nodiscard]] calibration_table calibrate_all(const Law& law, std::uint64_t count,
                                              const DataOf&                           data_of,
                                              const std::vector<estimated_parameter>& estimates,
                                              const calibrate_options&                options  = {},
                                              const Executor&                         executor = {})
{
    const auto law_of = [&](std::uint64_t series) {
        if constexpr (std::invocable<const Law&, std::uint64_t>) {
            return law(series);
        } else {
            return law;
        }
    };
    using model_type  = std::remove_cvref_t<decltype(law_of(0))>;
    using series_type = std::remove_cvref_t<decltype(data_of(std::uint64_t{0}))>;
    static_assert(calibratable<model_type>);
    static_assert(series_type::noise_type::unknown_scale &&
                      !detail::is_searched<typename series_type::noise_type>,
                  "many series have Gaussian or log-normal noise");

    calibration_table       table{count, estimates.size()};
    constexpr std::uint64_t in_block = 64;
    detail::table_part      part{&table};
    const auto              work = [&](detail::table_part& into, std::uint64_t block) {
        using problem_type = detail::calibration_problem<model_type, detail::no_start, series_type>;
        const std::uint64_t first   = block * in_block;
        const auto          problem = std::make_shared<problem_type>(
            law_of(first), detail::no_start{}, together(data_of(first)), estimates, options);
        for (std::uint64_t i = first; i < count && i < first + in_block; ++i) {
            if (i > first) problem->replace(law_of(i), together(data_of(i)));
            auto found = problem->solve_from(problem->first(), options.starts, problem->low(),
                                                          problem->high());
            found.fail_without_likelihood();
            if (options.starts > 1 && found.fit && found.fit.degrees_of_freedom() > 0)
                if (auto other = detail::without_effect<problem_type>{problem, found}())
                    found = std::move(*other);
            into.table->set(i, found.fit);
        }
    };
    static_cast<void>(executor(std::uint64_t{0}, (count + in_block - 1) / in_block, part, work,
                               [](std::uint64_t) { return true; }));
    return table;
}

} // namespace orgscale
