#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/detail/calibration_problem.hpp>
#include <orgscale/fit/fit_reason.hpp>
#include <orgscale/fit/fit_verdict.hpp>
#include <orgscale/fit/inseparable.hpp>
#include <orgscale/fit/log_likelihood.hpp>
#include <orgscale/fit/residual_diagnostics.hpp>
#include <orgscale/fit/value_interval.hpp>

namespace orgscale {

/// An estimated parameter.
struct parameter_estimate {
    std::string           name;
    double                value;
    std::optional<double> standard_error; ///< none on a bound, or without a verdict
    bool at_low  = false; ///< at the lower end of its range, where data push it outwards
    bool at_high = false;
};

/// The result of calibrate(). Look at the verdict first: only `converged` and `on_bound` hold estimates to use.
///
/// The covariance is s² (JᵀJ)⁻¹ with s² = S/(n-p) where the size of the errors is unknown, and the inverse of the
/// information where it follows from the mean (counts); with dispersion, φ times that. Parameters on a bound have
/// neither, and the others' are those with it held there.
///
/// Of several series j with errors of unknown sizes σ_j, each has n_j points, of which the parameters take p_j, the
/// trace of its part of the hat matrix:
///
///     C = (Σ J_jᵀ J_j / s_j²)⁻¹,    s_j² = S_j/(n_j - p_j),    ν = c²/Σ c_j²/(n_j - p_j)
///
/// c_j is the part of a variance c that errors of series j cause, and ν its degrees of freedom [1].
///
/// [1] Satterthwaite, F. E. (1946). An approximate distribution of estimates of variance components. Biometrics
///     Bulletin 2(6), 110-114. doi:10.2307/3002019
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
    double           residual_sum       = 0; ///< S, weighted, of the likelihood's residuals
    std::size_t      degrees_of_freedom = 0; ///< n - p
    log_likelihood<> likelihood{};
    double           condition =
        std::numeric_limits<double>::infinity(); ///< of the Jacobian with columns of length 1
    std::vector<inseparable> inseparables;       ///< combinations that the data can't separate
    residual_diagnostics     diagnostics{};
    std::vector<least_squares_fit::optimum> optima; ///< distinct ones, the best first
    double              dispersion = 1;             ///< φ of counts: Pearson's statistic over n - p
    std::vector<double> noise; ///< the extra parameter of each series' noise; NaN for none

    calibration(std::shared_ptr<const Problem> problem, typename Problem::fitted_type found)
        : problem_{std::move(problem)}, found_{std::move(found)}
    {
        const least_squares_fit& fit = found_.fit;
        verdict                      = fit.verdict;
        reason                       = fit.reason;
        residual_sum                 = fit.residual_sum;
        condition                    = fit.condition();
        degrees_of_freedom           = fit.degrees_of_freedom();
        optima                       = fit.optima;
        if (found_.deviance == std::numeric_limits<double>::infinity() && *this) {
            verdict =
                fit_verdict::failed; // no likelihood: a residual that is exactly 0 everywhere is none
            reason = fit_reason::not_finite;
        }
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

    /// s; NaN without degrees of freedom. Of one series whose error size is unknown.
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
        const std::size_t   k = index_of(name);
        std::vector<double> unit(estimates.size());
        unit[k]           = 1;
        const double half = quantile_of(level, weight_of(unit).degrees_of_freedom) *
                            *one.standard_error;
        return value_interval{one.value - half, one.value + half};
    }

    /// How well a combination of estimates is known.
    struct weight {
        double degrees_of_freedom; ///< of its variance; infinite where the size of errors is known
        double ratio;              ///< of its variance to that by the largest likelihood
    };

    /// Of Σ gradient_k estimate_k.
    [[nodiscard]] weight weight_of(const std::vector<double>& gradient) const
    {
        const auto n    = static_cast<double>(residuals.size()),
                   left = static_cast<double>(degrees_of_freedom);
        if (shares_.empty()) return {left, left > 0 ? n / left : 1};
        const auto variance = [&](const std::vector<double>& matrix) {
            double            sum = 0;
            const std::size_t all = gradient.size();
            for (std::size_t i = 0; i < all; ++i)
                for (std::size_t j = 0; j < all; ++j)
                    sum += gradient[i] * matrix[i * all + j] * gradient[j];
            return sum;
        };
        const double whole = variance(covariance_);
        double       sum   = 0;
        for (const series_share& one : shares_) {
            const double part = variance(one.covariance);
            sum += part * part / one.left;
        }
        if (!(whole > 0) || !(sum > 0)) return {left, left > 0 ? n / left : 1};
        return {whole * whole / sum, whole / variance(by_likelihood_)};
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
        bool        unknown = false, counts = false, dispersed = false;
        std::size_t from = 0, extra = 0;
        const auto  look = [&](const auto& series, const auto& chosen) {
            using noise_type = std::remove_cvref_t<decltype(chosen)>;
            for (std::size_t i = 0; i < series.values.size(); ++i)
                residuals[from + i] = series.values[i] - expected[from + i];
            from += series.values.size();
            extra += noise_type::parameters;
            unknown = unknown || noise_type::unknown_scale;
            if constexpr (requires { chosen.pearson(0.0, 0.0, 0.0); }) counts = true;
            if constexpr (requires { chosen.dispersed; }) dispersed = dispersed || chosen.dispersed;
            if constexpr (requires { chosen.extra(); }) {
                noise.push_back(chosen.extra());
            } else {
                noise.push_back(none);
            }
        };
        [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            (look(std::get<Index>(problem_->series()), std::get<Index>(found_.noises)), ...);
        }(std::make_index_sequence<std::tuple_size_v<decltype(found_.noises)>>{});
        likelihood = {-found_.deviance / 2, rows, fit.free.size() + extra};

        // Of counts, the information is that of the expected numbers, not of the residuals whose squares are the loss.
        least_squares_fit informed = fit;
        if (counts && *this) {
            std::vector<double> r(rows), jacobian(rows * all);
            if (evaluate.information(fit.estimates.data(), r.data(), jacobian.data())) {
                const std::size_t   p = fit.free.size();
                std::vector<double> columns(rows * p), diagonal(p), beta(p);
                for (std::size_t j = 0; j < p; ++j)
                    std::copy_n(jacobian.data() + fit.free[j] * rows, rows,
                                columns.data() + j * rows);
                detail::factorize(columns.data(), rows, p, diagonal.data(), beta.data());
                for (std::size_t j = 0; j < p; ++j) {
                    for (std::size_t i = 0; i < j; ++i)
                        informed.triangle[j * p + i] = columns[j * rows + i];
                    informed.triangle[j * p + j] = diagonal[j];
                }
                dispersion = degrees_of_freedom > 0 ? detail::dot(r.data(), r.data(), rows) /
                                                          static_cast<double>(degrees_of_freedom)
                                                    : none;
            }
        }
        counts_        = counts && !unknown;
        known_scale_   = !unknown && !dispersed;
        const double s = unknown ? fit.residual_deviation() : dispersed ? std::sqrt(dispersion) : 1;
        covariance_    = informed.covariance(s);
        if constexpr (std::tuple_size_v<decltype(found_.noises)> > 1)
            if (unknown && !counts && *this && degrees_of_freedom > 0) share_out(evaluate);
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
        if (rows > 2 && !fit.residuals.empty())
            diagnostics = residual_diagnostics::of(fit.residuals, fit.free.size());
        if (degrees_of_freedom > 0 && !fit.triangle.empty()) name_inseparables(informed, s);
    }

    /// The covariance from each series' own size of errors, and which part of it each series causes.
    void share_out(typename Problem::evaluator_type& evaluate)
    {
        const least_squares_fit& fit  = found_.fit;
        const std::size_t        rows = evaluate.rows(), all = problem_->names().size(),
                          p = fit.free.size();
        std::vector<double> r(rows), jacobian(rows * all);
        evaluate.scales = found_.scales;
        if (p == 0 || !evaluate.jacobian(fit.estimates.data(), r.data(), jacobian.data())) return;
        // Q = J R⁻¹, and R⁻¹.
        std::vector<double> q(rows * p), inverse(p * p);
        for (std::size_t j = 0; j < p; ++j) {
            std::copy_n(jacobian.data() + fit.free[j] * rows, rows, q.data() + j * rows);
            for (std::size_t k = 0; k < j; ++k)
                for (std::size_t i = 0; i < rows; ++i)
                    q[j * rows + i] -= fit.triangle[j * p + k] * q[k * rows + i];
            for (std::size_t i = 0; i < rows; ++i) q[j * rows + i] /= fit.triangle[j * p + j];
            inverse[j * p + j] = 1 / fit.triangle[j * p + j];
            for (std::size_t i = 0; i < j; ++i) {
                double sum = 0;
                for (std::size_t k = i; k < j; ++k)
                    sum += inverse[k * p + i] * fit.triangle[j * p + k];
                inverse[j * p + i] = -sum * inverse[j * p + j];
            }
        }
        struct part {
            std::vector<double> gram; // QᵀQ/a of its rows
            double              left;
        };
        std::vector<part>   parts;
        std::vector<double> whole(p * p);
        std::size_t         from = 0;
        std::apply(
            [&](const auto&... series) {
                const auto look = [&]<class One>(const One& one) {
                    const std::size_t n = one.values.size();
                    part              mine{std::vector<double>(p * p), 0};
                    double            taken = 0;
                    for (std::size_t i = 0; i < p; ++i)
                        for (std::size_t j = 0; j < p; ++j)
                            mine.gram[i * p + j] = detail::dot(q.data() + i * rows + from,
                                                               q.data() + j * rows + from, n);
                    for (std::size_t i = 0; i < p; ++i) taken += mine.gram[i * p + i];
                    mine.left = (std::max)(static_cast<double>(n) - taken, 1e-9);
                    double a  = 1;
                    if constexpr (One::noise_type::unknown_scale)
                        a = detail::dot(r.data() + from, r.data() + from, n) / mine.left;
                    else
                        mine.left = std::numeric_limits<double>::infinity();
                    for (double& each : mine.gram) each /= a;
                    for (std::size_t i = 0; i < p * p; ++i) whole[i] += mine.gram[i];
                    from += n;
                    if (n > 0) parts.push_back(std::move(mine));
                };
                (look(series), ...);
            },
            problem_->series());
        // B = R⁻¹ (Σ QᵀQ/a)⁻¹, by Gauss-Jordan: the matrix is near the identity.
        std::vector<double> b(p * p);
        for (std::size_t i = 0; i < p; ++i) b[i * p + i] = 1;
        for (std::size_t k = 0; k < p; ++k) {
            const double pivot = whole[k * p + k];
            if (!(pivot > 0)) return;
            for (std::size_t j = 0; j < p; ++j) whole[k * p + j] /= pivot, b[k * p + j] /= pivot;
            for (std::size_t i = 0; i < p; ++i) {
                const double times = i == k ? 0 : whole[i * p + k];
                for (std::size_t j = 0; j < p; ++j)
                    whole[i * p + j] -= times * whole[k * p + j],
                        b[i * p + j] -= times * b[k * p + j];
            }
        }
        std::vector<double> back(p * p); // row-major B
        for (std::size_t i = 0; i < p; ++i)
            for (std::size_t j = 0; j < p; ++j)
                for (std::size_t k = i; k < p; ++k)
                    back[i * p + j] += inverse[k * p + i] * b[k * p + j];
        by_likelihood_ = fit.covariance(1);
        covariance_.assign(all * all, 0);
        for (const part& one : parts) {
            series_share share{std::vector<double>(all * all), one.left};
            for (std::size_t i = 0; i < p; ++i)
                for (std::size_t j = 0; j < p; ++j) {
                    double sum = 0;
                    for (std::size_t k = 0; k < p; ++k)
                        for (std::size_t m = 0; m < p; ++m)
                            sum += back[i * p + k] * one.gram[k * p + m] * back[j * p + m];
                    share.covariance[fit.free[i] * all + fit.free[j]] = sum;
                    covariance_[fit.free[i] * all + fit.free[j]] += sum;
                }
            shares_.push_back(std::move(share));
        }
    }

    /// Directions of J diag(θ) along which a change by the parameters' own size moves the curve less than its noise
    /// allows to see.
    void name_inseparables(const least_squares_fit& fit, double s)
    {
        const double visible = s * quantile_of(0.95);
        const auto   split   = fit.sensitivities();
        const auto   p       = fit.free.size();
        for (std::size_t k = p; k-- > 0;) {
            if (split.values[k] >= visible) break;
            inseparable              one{{}, visible > 0 ? split.values[k] / visible : 0};
            const double* const      v = split.vectors.data() + k * p;
            std::vector<std::size_t> order(p);
            for (std::size_t i = 0; i < p; ++i) order[i] = i;
            std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
                return std::abs(v[a]) > std::abs(v[b]) ||
                       (std::abs(v[a]) >= std::abs(v[b]) && a < b);
            });
            for (const std::size_t i : order)
                if (std::abs(v[i]) >= 0.1 * std::abs(v[order[0]]))
                    one.parts.push_back({problem_->names()[fit.free[i]], v[i] / v[order[0]]});
            inseparables.push_back(std::move(one));
        }
    }

    std::shared_ptr<const Problem> problem_;
    typename Problem::fitted_type  found_;
    std::vector<double>            covariance_;
    struct series_share {
        std::vector<double> covariance;
        double              left; ///< degrees of freedom of the series' size of errors
    };
    std::vector<series_share> shares_; ///< of several series with errors of unknown size
    std::vector<double>       by_likelihood_;
    bool                      known_scale_ = false;
    bool                      counts_      = false;
};

} // namespace orgscale
