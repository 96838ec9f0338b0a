#pragma once

// Longer than others: one type, the result of a fit with everything that follows from its estimates.

#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/detail/calibration_problem.hpp>
#include <orgscale/fit/detail/errors_by_series.hpp>
#include <orgscale/fit/detail/information_of_counts.hpp>
#include <orgscale/fit/detail/inseparables.hpp>
#include <orgscale/fit/detail/noise_properties.hpp>
#include <orgscale/fit/detail/student.hpp>
#include <orgscale/fit/fit_reason.hpp>
#include <orgscale/fit/fit_verdict.hpp>
#include <orgscale/fit/inseparable.hpp>
#include <orgscale/fit/log_likelihood.hpp>
#include <orgscale/fit/parameter_estimate.hpp>
#include <orgscale/fit/residual_diagnostics.hpp>
#include <orgscale/fit/value_interval.hpp>

namespace orgscale {

/// The result of calibrate(). Only the verdicts `converged` and `on_bound` come with estimates to use.
///
/// The covariance is s² (JᵀJ)⁻¹ with s² = S/(n-p) where the size of the errors is unknown, and the inverse of the
/// information where it follows from the mean (counts); with dispersion, φ times that. A parameter on its bound has no
/// covariance; that of the others is with it held there. Of several series, each has errors of its own size (see
/// detail/errors_by_series.hpp).
template <class Problem>
class calibration {
public:
    using model_type = typename Problem::model_type;
    using start_type = typename Problem::start_type;

    fit_verdict                     verdict = fit_verdict::failed;
    fit_reason                      reason  = fit_reason::not_finite;
    std::vector<parameter_estimate> estimates;
    std::vector<double>             residuals; ///< observed less expected, in units of each series
    std::vector<double>             expected;
    double                   residual_sum       = 0; ///< S, weighted, of the likelihood's residuals
    std::size_t              degrees_of_freedom = 0; ///< n - p
    log_likelihood<>         likelihood{};
    std::vector<inseparable> inseparables;          ///< combinations that the data can't separate
    std::vector<least_squares_fit::optimum> optima; ///< distinct ones, the best first
    double              dispersion = 1;             ///< φ of counts: Pearson's statistic over n - p
    std::vector<double> noise; ///< the extra parameter of each series' noise; NaN for none

    calibration(std::shared_ptr<const Problem> problem, typename Problem::fitted_type found)
        : problem_{std::move(problem)}, found_{std::move(found)}
    {
        found_.fail_without_likelihood();
        const least_squares_fit& fit = found_.fit;
        verdict                      = fit.verdict;
        reason                       = fit.reason;
        residual_sum                 = fit.residual_sum;
        degrees_of_freedom           = fit.degrees_of_freedom();
        optima                       = fit.optima;
        describe();
    }

    /// Whether there are estimates to use.
    explicit operator bool() const
    {
        return verdict == fit_verdict::converged || verdict == fit_verdict::on_bound;
    }

    /// The model with the estimates.
    [[nodiscard]] model_type model() const
    {
        return problem_->evaluator().template model_with<double>(found_.fit.estimates.data());
    }

    /// The start with the estimates.
    [[nodiscard]] auto start() const
        requires(Problem::evaluator_type::runs)
    {
        return problem_->evaluator().template start_with<double>(model(),
                                                                 found_.fit.estimates.data());
    }

    [[nodiscard]] const parameter_estimate& operator[](std::string_view name) const
    {
        return estimates[index_of(name)];
    }

    [[nodiscard]] double covariance(std::size_t i, std::size_t j) const
    {
        return covariance_[i * estimates.size() + j];
    }

    [[nodiscard]] double correlation(std::string_view one, std::string_view other) const
    {
        const std::size_t i = index_of(one), j = index_of(other);
        return covariance(i, j) / std::sqrt(covariance(i, i) * covariance(j, j));
    }

    /// The condition of the Jacobian with columns of length 1; infinite if it doesn't have full rank.
    [[nodiscard]] double condition() const { return found_.fit.condition(); }

    /// Patterns in the residuals of the likelihood. Without residuals every p is 1.
    [[nodiscard]] residual_diagnostics diagnostics() const
    {
        return found_.fit.residuals.size() > 2
                   ? residual_diagnostics::of(found_.fit.residuals, found_.fit.free.size())
                   : residual_diagnostics{{0, 1}, {2, 1}, {0, 1}, {0, 1}};
    }

    /// s, of one series whose error size is unknown; NaN without degrees of freedom.
    [[nodiscard]] double residual_deviation() const
    {
        return degrees_of_freedom > 0
                   ? std::sqrt(residual_sum / static_cast<double>(degrees_of_freedom))
                   : std::numeric_limits<double>::quiet_NaN();
    }

    /// The symmetric interval, by Student's t where the size of the errors was estimated. Nothing without a standard
    /// error. Use profile() where the curve is far from linear in the parameter: with few points, or a wide interval.
    [[nodiscard]] std::optional<value_interval> interval(std::string_view name,
                                                         double           level = 0.95) const
    {
        const parameter_estimate& one = (*this)[name];
        if (!one.standard_error) return std::nullopt;
        std::vector<double> unit(estimates.size());
        unit[index_of(name)] = 1;
        const double half    = quantile_of(level, weight_of(unit).degrees_of_freedom) *
                            *one.standard_error;
        return value_interval{one.value - half, one.value + half};
    }

    /// How well a combination of estimates is known.
    struct weight {
        double degrees_of_freedom; ///< of its variance
        double ratio;              ///< of its variance to that by the largest likelihood
    };

    /// Of Σ gradient_k estimate_k.
    [[nodiscard]] weight weight_of(const std::vector<double>& gradient) const
    {
        if (const auto found = by_series_.weight_of(gradient)) return {found->first, found->second};
        const auto n    = static_cast<double>(residuals.size());
        const auto left = static_cast<double>(degrees_of_freedom);
        return {left, left > 0 ? n / left : 1};
    }

    /// The two-sided quantile for intervals of this level.
    [[nodiscard]] double quantile_of(double level) const
    {
        return quantile_of(level, static_cast<double>(degrees_of_freedom));
    }

    /// The same for a variance with other degrees of freedom.
    [[nodiscard]] double quantile_of(double level, double freedom) const
    {
        if (!(level > 0) || !(level < 1))
            refuse(parameter_error{"must lie between 0 and 1", level, "level"});
        const double tail = (1 + level) / 2;
        return known_scale_ ? quantile(boost::math::normal_distribution<double>{}, tail)
                            : quantile(boost::math::students_t_distribution<double>{freedom}, tail);
    }

    /// Whether standard errors follow from the likelihood alone, without an estimated size of errors.
    [[nodiscard]] bool known_scale() const { return known_scale_; }

    /// Whether all data are counts.
    [[nodiscard]] bool counts() const { return counts_; }

    [[nodiscard]] std::size_t index_of(std::string_view name) const
    {
        for (std::size_t k = 0; k < estimates.size(); ++k)
            if (estimates[k].name == name) return k;
        refuse(parameter_error{"is not an estimated parameter", std::string{name}.c_str()});
    }

    [[nodiscard]] const Problem&                        problem() const { return *problem_; }
    [[nodiscard]] const typename Problem::fitted_type&  found() const { return found_; }
    [[nodiscard]] const std::shared_ptr<const Problem>& shared_problem() const { return problem_; }

private:
    void describe()
    {
        auto              evaluate = problem_->evaluator();
        const auto&       fit      = found_.fit;
        const std::size_t all = problem_->names().size(), rows = evaluate.rows();
        constexpr double  none = std::numeric_limits<double>::quiet_NaN();
        evaluate.noises        = found_.noises;

        expected.assign(rows, none);
        residuals.assign(rows, none);
        if (!fit.estimates.empty())
            static_cast<void>(evaluate.expected(fit.estimates.data(), expected.data()));
        std::apply(
            [&, i = std::size_t{0}](const auto&... series) mutable {
                const auto add = [&](const auto& values) {
                    for (const double value : values) {
                        residuals[i] = value - expected[i];
                        ++i;
                    }
                };
                (add(series.values), ...);
            },
            problem_->series());
        const auto used = detail::properties_of(found_.noises);
        noise           = used.extra;
        likelihood      = {-found_.deviance / 2, rows, fit.free.size() + used.parameters};

        std::optional<least_squares_fit> of_counts;
        if (used.counts && *this) {
            of_counts = fit;
            if (const auto squares = detail::inform(*of_counts, evaluate))
                dispersion = degrees_of_freedom > 0
                                 ? *squares / static_cast<double>(degrees_of_freedom)
                                 : none;
        }
        counts_                           = used.counts && !used.unknown_scale;
        known_scale_                      = !used.unknown_scale && !used.dispersed;
        const double             s        = used.unknown_scale ? fit.residual_deviation()
                                            : used.dispersed   ? std::sqrt(dispersion)
                                                               : 1;
        const least_squares_fit& informed = of_counts ? *of_counts : fit;
        covariance_                       = informed.covariance(s);
        if constexpr (std::tuple_size_v<decltype(found_.noises)> > 1)
            if (used.unknown_scale && !used.counts && *this && degrees_of_freedom > 0) {
                evaluate.scales = found_.scales;
                by_series_      = {evaluate, fit, problem_->series()};
                if (!by_series_.covariance.empty()) covariance_ = by_series_.covariance;
            }
        estimates.reserve(all);
        for (std::size_t k = 0; k < all; ++k) {
            parameter_estimate one{problem_->names()[k],
                                   fit.estimates.empty() ? problem_->first()[k] : fit.estimates[k],
                                   std::nullopt};
            const char         held = fit.on_bound.empty() ? char{0} : fit.on_bound[k];
            one.at_low              = held == 1;
            one.at_high             = held == 2;
            const double variance   = covariance_[k * all + k];
            if (*this && held == 0 && variance >= 0) one.standard_error = std::sqrt(variance);
            estimates.push_back(std::move(one));
        }
        if (degrees_of_freedom > 0 && !fit.triangle.empty() && !separated(informed))
            inseparables =
                detail::inseparables_of(informed, problem_->names(), s * quantile_of(0.95));
    }

    /// Whether the relative standard errors are so small that no combination can be inseparable: the smallest singular
    /// value is at least 1 over the Frobenius norm of the inverse.
    [[nodiscard]] bool separated(const least_squares_fit& fit) const
    {
        const auto       freedom = static_cast<double>(degrees_of_freedom);
        constexpr double z = 1.959963984540054, of_one = 12.71; // quantiles at 95 percent
        const double     t = freedom < 3 ? of_one : 1.02 * detail::student_from_normal(z, freedom);
        double           sum = 0;
        for (const std::size_t k : fit.free) {
            const double size = std::abs(fit.estimates[k]);
            sum += covariance_[k * fit.estimates.size() + k] / (size > 0 ? size * size : 1);
        }
        return by_series_.covariance.empty() && t * t * sum < 1;
    }

    std::shared_ptr<const Problem> problem_;
    typename Problem::fitted_type  found_;
    std::vector<double>            covariance_;
    detail::errors_by_series       by_series_;
    bool                           known_scale_ = false;
    bool                           counts_      = false;
};

} // namespace orgscale
