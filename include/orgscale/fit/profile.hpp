#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/calibration.hpp>
#include <orgscale/fit/detail/constrained_evaluator.hpp>
#include <orgscale/fit/profile_options.hpp>
#include <orgscale/fit/value_interval.hpp>

namespace orgscale {

/// A value of what is profiled, and the best fit with it.
struct profile_point {
    double                   value;
    double                   rise;      ///< of -2 ln L above its least
    std::vector<double>      estimates; ///< of all parameters
    std::vector<std::string> on_bound;  ///< parameters at an end of their range
};

/// How well data determine a parameter or an answer: PL(v), the least -2 ln L with it at v, and the interval where it
/// rises by no more than a threshold.
struct profile_result {
    double         estimate;
    value_interval interval{};  ///< an end that is missing is unbounded
    bool   low_at_end  = false; ///< the interval reaches the lower end of the parameter's range
    bool   high_at_end = false;
    double threshold   = 0;              ///< of the rise
    std::vector<profile_point> points{}; ///< by value
    std::vector<std::string>
         on_bound{}; ///< parameters that are at an end of their range somewhere inside the interval
    bool restarted =
        false; ///< a better optimum than the fit's was found: estimate and interval are its
    bool complete = true; ///< every point's fit passed its tests
};

namespace detail {

/// Follows a profile from its least to both sides.
///
/// `rise_at(v, near)` returns the point at v, its fit started from the estimates `near`.
class profile_walk {
public:
    using rise_type = std::function<profile_point(double, const std::vector<double>&)>;

    /// `share` is the error of an end, of half the interval's width.
    profile_walk(rise_type rise_at, profile_result& result, double low, double high, bool proved,
                 double share)
        : rise_at_{std::move(rise_at)}, result_{result}, low_{low}, high_{high}, proved_{proved},
          share_{share}
    {}

    /// Walks from the estimate; the first step is about half an interval.
    void run(const std::vector<double>& estimates, double step,
             const std::optional<double>& low_limit, const std::optional<double>& high_limit)
    {
        const profile_point centre{result_.estimate, 0, estimates, {}};
        result_.points   = {centre};
        result_.interval = {};
        walk(-1, centre, step, low_limit, result_.interval.low, result_.low_at_end);
        walk(1, centre, step, high_limit, result_.interval.high, result_.high_at_end);
        std::sort(result_.points.begin(), result_.points.end(),
                  [](const profile_point& a, const profile_point& b) { return a.value < b.value; });
        for (const profile_point& point : result_.points)
            if (point.rise <= result_.threshold * (1 + 1e-9))
                for (const std::string& name : point.on_bound)
                    if (std::find(result_.on_bound.begin(), result_.on_bound.end(), name) ==
                        result_.on_bound.end())
                        result_.on_bound.push_back(name);
    }

private:
    void walk(int side, const profile_point& centre, double step,
              const std::optional<double>& limit, std::optional<double>& end, bool& at_end)
    {
        if (limit && *limit <= result_.threshold) return; // the limit is no worse: unbounded
        const double wall = side < 0 ? low_ : high_;
        if (!(side * (wall - centre.value) > 0)) {
            end    = wall;
            at_end = true;
            return;
        }
        profile_point inside = centre;
        double        before = 0, shrinking = 0;
        constexpr int most       = 200;
        int           approaches = 0;
        for (int k = 0; k < most; ++k) {
            double next = inside.value + side * step;
            bool   last = false;
            if (side * (wall - next) <=
                0) { // the range ends first: its end, then nearer and nearer to it
                last               = approaches == 0;
                next               = last ? wall : wall - (wall - inside.value) / 8;
                const double left  = std::abs(wall - inside.value);
                const double whole = std::abs(wall - result_.estimate);
                if (++approaches > 40 || (proved_ && left < 1e-6 * whole)) {
                    end    = wall;
                    at_end = true;
                    return;
                }
            }
            profile_point point = rise_at_(next, inside.estimates);
            if (last && !(point.rise < std::numeric_limits<double>::infinity()))
                continue; // not of the range
            result_.points.push_back(point);
            if (!(point.rise < result_.threshold)) {
                end = root(inside, std::move(point));
                return;
            }
            if (last) {
                end    = wall;
                at_end = true;
                return;
            }
            // Beyond all scales of the parameter, what it still rises shrinks by half or more with each doubling.
            const double gain    = point.rise - before;
            const double distant = std::abs(next - centre.value) /
                                   (std::abs(centre.value) + first_step(step, k));
            shrinking = distant > 30 && 4 * std::abs(gain) < result_.threshold - point.rise
                            ? shrinking + 1
                            : 0;
            if (!limit && shrinking >= 4) return; // unbounded
            before = point.rise;
            inside = std::move(point);
            step *= 2;
        }
        result_.complete = false;
    }

    [[nodiscard]] static double first_step(double step, int doublings)
    {
        return std::ldexp(step, -doublings);
    }

    /// Where the profile crosses the threshold, on the scale of the root of its rise, which is nearly linear.
    [[nodiscard]] double root(profile_point inside, profile_point outside)
    {
        const double goal = std::sqrt(result_.threshold);
        const auto   off  = [&](const profile_point& point) {
            return std::sqrt((std::max)(point.rise, 0.0)) - goal;
        };
        double inner = off(inside), outer = off(outside);
        for (int k = 0; k < 80; ++k) {
            const double width = std::abs(outside.value - inside.value);
            if (width <= 1e-12 * (std::abs(inside.value) + std::abs(outside.value))) break;
            // Secants, with a bisection every third time and where an end has no finite rise.
            double share = outer < std::numeric_limits<double>::infinity() && k % 3 != 2
                               ? inner / (inner - outer)
                               : 0.5;
            share        = std::clamp(share, 1e-3, 1 - 1e-3);
            if (k % 3 != 2 && std::abs(last_) < 1e-4)
                share = std::clamp(inner / (inner - outer), 1e-9, 1 - 1e-9);
            profile_point middle =
                rise_at_(inside.value + share * (outside.value - inside.value), inside.estimates);
            const double here = off(middle);
            result_.points.push_back(middle);
            last_ = here / goal;
            if (std::abs(here) <= share_ * goal) return middle.value;
            if (here < 0) {
                inside = std::move(middle);
                inner  = here;
            } else {
                outside = std::move(middle);
                outer   = here;
            }
        }
        last_ = 1;
        return inside.value +
               (outside.value - inside.value) * (outer < 1e300 ? inner / (inner - outer) : 0.5);
    }

    rise_type       rise_at_;
    profile_result& result_;
    double          low_, high_;
    bool            proved_; ///< whether the estimate is one
    double          share_;
    double          last_ = 1;
};

/// To which share of its half width an interval is computed: where runs have errors, to a few digits.
template <class Problem>
inline constexpr double profile_share = Problem::evaluator_type::steps ? 1e-4 : 1e-11;

/// The rise that ends an interval.
template <class Problem>
[[nodiscard]] double profile_threshold(const calibration<Problem>& fit,
                                       const profile_options& options, bool on_bound,
                                       const std::vector<double>& gradient)
{
    if (!(options.level > 0) || !(options.level < 1))
        refuse(parameter_error{"must lie between 0 and 1", options.level, "level"});
    if (on_bound && !(options.level > 0.5))
        refuse(parameter_error{"must lie above 0.5 for an estimate on its bound", options.level,
                               "level"});
    // At a bound the rise is 0 half of the time, and chi-squared the other half: the one-sided quantile.
    const double tail  = on_bound ? options.level : (1 + options.level) / 2;
    const auto   known = fit.weight_of(gradient);
    const double left  = known.degrees_of_freedom;
    const bool   by_t  = options.criterion == profile_criterion::student_t ||
                      (options.criterion == profile_criterion::automatic && !fit.known_scale());
    if (!by_t) {
        const boost::math::chi_squared_distribution<double> one{1};
        return quantile(one, 2 * tail - 1);
    }
    if (!(left > 0)) refuse(parameter_error{"a profile needs more points than parameters", "data"});
    const double t = quantile(boost::math::students_t_distribution<double>{left}, tail);
    return fit.counts() ? fit.dispersion * t * t : known.ratio * left * std::log1p(t * t / left);
}

template <class Problem>
[[nodiscard]] std::vector<std::string> names_on_bound(const Problem&           problem,
                                                      const std::vector<char>& held,
                                                      std::size_t              except)
{
    std::vector<std::string> names;
    for (std::size_t k = 0; k < held.size(); ++k)
        if (k != except && held[k] != 0) names.push_back(problem.names()[k]);
    return names;
}

} // namespace detail

/// The profile of a parameter, by name [1].
///
///     const auto ceiling = profile(fit, "ceiling", {.level = 0.95});
///     ceiling.interval.high    // nothing: the data allow any ceiling, however high
///
/// Intervals are those of Student's t by the sum of squares [2] where the size of errors is estimated: the chi-squared
/// form is far too short with few points. An estimate on its bound has a one-sided interval [3]. The fit may be flat:
/// its profile then shows what the data do say. A profile that meets a better optimum than the fit's is walked again
/// from there.
///
/// [1] Raue, A. et al. (2009). Structural and practical identifiability analysis of partially observed dynamical models
///     by exploiting the profile likelihood. Bioinformatics 25(15), 1923-1929. doi:10.1093/bioinformatics/btp358
/// [2] Bates, D. M., Watts, D. G. (1988). Nonlinear Regression Analysis and Its Applications. Wiley, section 6.1.
/// [3] Self, S. G., Liang, K.-Y. (1987). Asymptotic properties of maximum likelihood estimators and likelihood ratio
///     tests under nonstandard conditions. Journal of the American Statistical Association 82(398), 605-610.
///     doi:10.1080/01621459.1987.10478472
template <class Problem>
[[nodiscard]] profile_result profile(const calibration<Problem>& fit, std::string_view name,
                                     const profile_options& options = {})
{
    const Problem&    problem = fit.problem();
    const std::size_t which   = fit.index_of(name);
    constexpr double  none    = std::numeric_limits<double>::infinity();
    auto              found   = fit.found();
    if (found.fit.estimates.empty() || !(found.deviance < none))
        refuse(parameter_error{"a profile needs a fit", std::string{name}.c_str()});

    std::vector<double> low = problem.low(), high = problem.high();
    if (low.empty()) {
        low.assign(problem.names().size(), -none);
        high.assign(problem.names().size(), none);
    }
    const double   lowest = low[which], highest = high[which];
    profile_result result{.estimate = found.fit.estimates[which]};
    constexpr int  most = 4;
    for (int restart = 0; restart < most; ++restart) {
        const bool held  = found.fit.on_bound[which] != 0;
        result           = {.estimate = found.fit.estimates[which]};
        result.restarted = restart > 0;
        std::vector<double> unit(problem.names().size());
        unit[which]      = 1;
        result.threshold = detail::profile_threshold(fit, options, held, unit);
        std::optional<typename Problem::fitted_type> better;
        const auto rise_at = [&](double value, const std::vector<double>& nearby) {
            auto start   = nearby;
            start[which] = low[which] = high[which] = value;
            auto there                              = problem.solve_from(start, 1, low, high);
            if (there.fit.verdict == fit_verdict::failed) { // once more, from the optimum
                start        = found.fit.estimates;
                start[which] = value;
                if (auto again = problem.solve_from(start, 1, low, high);
                    again.deviance < there.deviance)
                    there = std::move(again);
                if (there.fit.verdict == fit_verdict::failed && there.deviance < none)
                    result.complete = false;
            }
            if (there.deviance < found.deviance - 1e-6 &&
                (!better || there.deviance < better->deviance))
                better = there;
            profile_point point{value, there.deviance - found.deviance, there.fit.estimates,
                                detail::names_on_bound(problem, there.fit.on_bound, which)};
            if (point.estimates.empty()) point = {value, none, nearby, {}};
            return point;
        };
        const auto&  one  = fit.estimates[which];
        const double size = std::abs(result.estimate);
        const double step = one.standard_error && restart == 0
                                ? *one.standard_error * std::sqrt(result.threshold)
                                : (size > 0 ? size : 1) / 10;
        const auto   rise = [&](const std::optional<double>& limit) {
            return limit ? std::optional<double>{*limit - found.deviance} : std::nullopt;
        };
        detail::profile_walk{rise_at,
                             result,
                             lowest,
                             highest,
                             static_cast<bool>(found.fit),
                             detail::profile_share<Problem>}
            .run(found.fit.estimates, step, rise(options.low_limit), rise(options.high_limit));
        if (!better) break;
        low[which]  = lowest;
        high[which] = highest;
        found       = problem.solve_from(better->fit.estimates, 1, problem.low(), problem.high());
        if (better->deviance < found.deviance) found = std::move(*better);
    }
    return result;
}

/// The profile of an answer that follows from the model: a ceiling, the date of a wall, customers in 2030.
///
///     profile(fit, [](const auto& model) { return model.law.peak()->units; })
///     profile(fit, [](const auto& model, const auto& start) { return solve(model, start, {.to = 90})(90).customers; })
///
/// The callable takes any number type, since it is called with dual numbers. It may return an optional, which is empty
/// where there is no answer. Each point is the best fit with the answer at that value, exactly: by multipliers, with
/// noise held at its estimates.
template <class Problem, class Answer>
    requires(!std::convertible_to<const Answer&, std::string_view>)
[[nodiscard]] profile_result profile(const calibration<Problem>& fit, const Answer& answer,
                                     const profile_options& options = {})
{
    const Problem&   problem = fit.problem();
    constexpr double none    = std::numeric_limits<double>::infinity();
    const auto&      found   = fit.found();
    if (found.fit.estimates.empty() || !(found.deviance < none))
        refuse(parameter_error{"a profile needs a fit", "answer"});

    auto base            = problem.evaluator();
    base.noises          = found.noises;
    base.scales          = found.scales;
    using evaluator_type = detail::constrained_evaluator<typename Problem::evaluator_type, Answer>;
    evaluator_type      constrained{base, answer};
    const std::size_t   all = problem.names().size();
    std::vector<double> gradient(all);
    const auto          here = constrained.answer_at(found.fit.estimates.data(), gradient.data());
    if (!here) refuse(parameter_error{"has no value at the estimates", "answer"});

    // The standard error by the delta method, for the first step and the weight of the constraint.
    double variance = 0;
    for (std::size_t i = 0; i < all; ++i)
        for (std::size_t j = 0; j < all; ++j)
            variance += gradient[i] * fit.covariance(i, j) * gradient[j];
    const double s =
        fit.known_scale()
            ? 1
            : std::sqrt(found.fit.residual_sum /
                        static_cast<double>((std::max<std::size_t>)(fit.degrees_of_freedom, 1)));
    const double error = variance > 0 ? std::sqrt(variance)
                                      : (std::abs(*here) > 0 ? std::abs(*here) : 1) / 10;

    profile_result result{.estimate = *here};
    result.threshold   = detail::profile_threshold(fit, options, false, gradient);
    const auto n       = static_cast<double>(fit.residuals.size());
    const auto rise_of = [&](double sum) {
        return fit.known_scale() || fit.counts() ? sum - found.fit.residual_sum
                                                 : n * std::log(sum / found.fit.residual_sum);
    };
    detail::search_space  space;
    least_squares_options search;
    search.low            = problem.low();
    search.high           = problem.high();
    search.starts         = 1;
    search.max_iterations = problem.options().max_iterations;
    const auto rise_at    = [&](double value, const std::vector<double>& nearby) {
        constrained.goal       = value;
        constrained.shift      = 0;
        constrained.weight     = 10 * s / error;
        std::vector<double> at = nearby;
        least_squares_fit   there;
        bool                met = false;
        for (int round = 0; round < 60 && !met; ++round) {
            there = detail::many_starts<evaluator_type>{constrained, search, space, 0,
                                                        problem.open().data()}
                        .run(at.data());
            if (there.residuals.empty() || !(there.residual_sum < none)) break;
            at                = there.estimates;
            const double miss = there.residuals.back() / constrained.weight +
                                constrained.shift; // g - v
            met = std::abs(miss) <= 1e-10 * (error + std::abs(value));
            constrained.shift -= miss;
            // Far from the estimate the curve may stiffen: a heavier weight where the multiplier is slow.
            if (round % 10 == 9) constrained.weight *= 10;
        }
        if (!met) {
            result.complete = result.complete && there.residuals.empty();
            if (there.residuals.empty()) return profile_point{value, none, nearby, {}};
        }
        const double last = there.residuals.back();
        return profile_point{value, rise_of(there.residual_sum - last * last), at,
                             detail::names_on_bound(problem, there.on_bound, all)};
    };
    const auto rise = [&](const std::optional<double>& limit) {
        return limit ? std::optional<double>{*limit - found.deviance} : std::nullopt;
    };
    detail::profile_walk{
        rise_at, result, -none, none, static_cast<bool>(fit), detail::profile_share<Problem>}
        .run(found.fit.estimates, error * std::sqrt(result.threshold), rise(options.low_limit),
             rise(options.high_limit));
    return result;
}

} // namespace orgscale
