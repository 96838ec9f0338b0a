#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <orgscale/fit/calibration.hpp>
#include <orgscale/fit/detail/householder.hpp>
#include <orgscale/fit/detail/profile_threshold.hpp>
#include <orgscale/fit/fit_reason.hpp>
#include <orgscale/fit/fit_verdict.hpp>
#include <orgscale/fit/profile_options.hpp>

namespace orgscale::detail {

/// Looks beside an optimum for a fit in which a parameter has no effect, and which its profile doesn't exclude (at 95
/// percent; of runs at 99.9, since any of several limits may not bind): a limit so wide that it never binds, a ceiling so high that nothing shows of it. The data don't
/// determine such a parameter, although the optimum has a gradient of zero and a finite standard error.
template <class Problem>
class without_effect {
public:
    explicit without_effect(const calibration<Problem>& fit)
        : without_effect{fit.shared_problem(), fit.found(), unknown_errors{}}
    {
        given_ = &fit;
        for (std::size_t k = 0; k < errors_.size(); ++k)
            errors_[k] = fit.estimates[k].standard_error.value_or(none);
    }

    /// The same from one series of Gaussian or log-normal noise, whose calibration is made only where it is needed.
    without_effect(std::shared_ptr<const Problem>       problem,
                   const typename Problem::fitted_type& found)
        : without_effect{std::move(problem), found, unknown_errors{}}
    {
        const std::vector<double> c   = best_.fit.covariance();
        const std::size_t         all = errors_.size();
        for (std::size_t k = 0; k < all; ++k)
            if (best_.fit.on_bound[k] == 0) errors_[k] = std::sqrt(c[k * all + k]);
    }

    /// The likeliest such fit; nothing if every parameter's effect shows.
    [[nodiscard]] std::optional<typename Problem::fitted_type> operator()()
    {
        std::optional<typename Problem::fitted_type> found;
        for (const std::size_t k : best_.fit.free)
            for (const bool up : {true, false})
                if (auto other = towards(k, up);
                    other && (!found || other->deviance < found->deviance))
                    found = std::move(other);
        return found;
    }

private:
    struct unknown_errors {};

    without_effect(std::shared_ptr<const Problem>       problem,
                   const typename Problem::fitted_type& found, unknown_errors)
        : problem_{std::move(problem)}, evaluate_{problem_->evaluator()}, best_{found},
          here_(evaluate_.rows()), there_(evaluate_.rows()),
          errors_(found.fit.estimates.size(), none)
    {
        evaluate_.noises = best_.noises;
        evaluate_.scales = best_.scales;
        spread_          = best_.fit.residual_deviation();
    }

    static constexpr bool   steps = Problem::evaluator_type::steps;
    static constexpr double none  = std::numeric_limits<double>::infinity();

    /// A value of parameter k far out on one side, within its domain: of runs a thousandfold, which they can still
    /// follow.
    [[nodiscard]] double far_out(std::size_t k, bool up) const
    {
        constexpr double factor  = steps ? 1e3 : 1e8;
        const Problem&   problem = *problem_;
        const double     value   = best_.fit.estimates[k],
                     size        = std::abs(value) > 0 ? std::abs(value) : 1;
        const bool   ranged      = !problem.low().empty();
        const double low         = ranged ? problem.low()[k] : -none,
                     high        = ranged ? problem.high()[k] : none;
        const int open           = problem.open()[k];
        if (up) {
            if (!(high < none)) return value > 0 ? value * factor : value + size * factor;
            return (open & 2) != 0 ? high - (high - value) / factor : high;
        }
        if (!(low > -none)) return value < 0 ? value * factor : value - size * factor;
        return (open & 1) != 0 ? low + (value - low) / factor : low;
    }

    /// Whether the curve at `at` changes, by more than a hundredth of the errors, as parameter k goes on from half of
    /// its way to `out`.
    [[nodiscard]] bool acts(std::vector<double> at, std::size_t k, double out)
    {
        const double value = best_.fit.estimates[k];
        at[k]              = out;
        if (!evaluate_.residuals(at.data(), there_.data())) return true;
        at[k] = std::abs(out) > 100 * std::abs(value) ? out / 2 : out - (out - value) / 16;
        if (!evaluate_.residuals(at.data(), here_.data())) return true;
        for (std::size_t i = 0; i < here_.size(); ++i) here_[i] -= there_[i];
        return !(norm(here_.data(), here_.size()) <= 1e-2 * spread_);
    }

    [[nodiscard]] std::optional<typename Problem::fitted_type> towards(std::size_t k, bool up)
    {
        const Problem& problem = *problem_;
        const double   value = best_.fit.estimates[k], out = far_out(k, up);
        if (!(up ? out > value : out < value)) return std::nullopt;
        // A law is smooth: an end, or the scale of a value without one, ten standard errors away is excluded.
        const double away = (std::min)(std::abs(out - value), std::abs(value));
        if (!steps && away > 10 * errors_[k]) return std::nullopt;
        if (acts(best_.fit.estimates, k, out)) return std::nullopt;
        std::vector<double> low = problem.low(), high = problem.high();
        if (low.empty()) {
            low.assign(best_.fit.estimates.size(), -none);
            high.assign(best_.fit.estimates.size(), none);
        }
        auto start = best_.fit.estimates;
        start[k] = low[k] = high[k] = out;
        auto there                  = problem.solve_from(start, 1, low, high);
        if (there.fit.estimates.empty() || acts(there.fit.estimates, k, out)) return std::nullopt;
        std::vector<double> unit(start.size());
        unit[k] = 1;
        const profile_options widely{.level = steps ? 0.999 : 0.95};
        const double          rise =
            given_ ? profile_threshold(*given_, widely, false, unit)
                            : profile_threshold(calibration<Problem>{problem_, best_}, widely, false, unit);
        if (!(there.deviance - best_.deviance <= rise)) return std::nullopt;
        return flat(std::move(there), k);
    }

    /// The fit with parameter k free, which has no effect there.
    [[nodiscard]] typename Problem::fitted_type flat(typename Problem::fitted_type there,
                                                     std::size_t                   k)
    {
        auto& fit   = there.fit;
        fit.verdict = fit_verdict::flat;
        fit.reason  = fit_reason::evaporated;
        fit.culprit = k;
        fit.iterations += best_.fit.iterations;
        fit.optima.insert(fit.optima.end(), best_.fit.optima.begin(), best_.fit.optima.end());
        fit.on_bound[k] = 0;
        fit.free.insert(std::lower_bound(fit.free.begin(), fit.free.end(), k), k);
        const std::size_t   rows = evaluate_.rows(), p = fit.free.size();
        std::vector<double> jacobian(rows * fit.estimates.size()), columns(rows * p), beta(p),
            diagonal(p);
        fit.triangle.assign(p * p, 0);
        if (!evaluate_.jacobian(fit.estimates.data(), there_.data(), jacobian.data())) return there;
        for (std::size_t j = 0; j < p; ++j)
            std::copy_n(jacobian.data() + fit.free[j] * rows, rows, columns.data() + j * rows);
        factorize(columns.data(), rows, p, diagonal.data(), beta.data());
        for (std::size_t j = 0; j < p; ++j) {
            for (std::size_t i = 0; i < j; ++i) fit.triangle[j * p + i] = columns[j * rows + i];
            fit.triangle[j * p + j] = diagonal[j];
        }
        return there;
    }

    std::shared_ptr<const Problem>       problem_;
    const calibration<Problem>*          given_ = nullptr;
    typename Problem::evaluator_type     evaluate_;
    const typename Problem::fitted_type& best_;
    std::vector<double>                  here_, there_, errors_; ///< errors_: standard ones
    double                               spread_ = 0;
};

} // namespace orgscale::detail
