#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/detail/growth_posterior.hpp>
#include <orgscale/fit/detail/growth_series.hpp>
#include <orgscale/fit/detail/random_stream.hpp>
#include <orgscale/fit/detail/smooth_ahead.hpp>
#include <orgscale/fit/identify.hpp>
#include <orgscale/fit/interval_score.hpp>

namespace orgscale {

struct forecast_options {
    fraction_below_one<double> level{0.9};   ///< of the bands [-]
    std::size_t                draws = 2000; ///< members of the forecast
    std::uint64_t              seed  = 1;    ///< of the draws
    identify_options           identify{};   ///< laws, tolerance, rounding, fewest figures
};

/// What to expect at a time. A missing end is unbounded: laws that reach infinity before that time are too likely.
struct forecast_band {
    double                time;
    double                median; ///< infinite if half of the draws are [units of the sizes]
    double                low;
    std::optional<double> high{};
};

namespace detail {

/// Draws of the future of a series.
class drawn_future {
public:
    drawn_future(const growth_series& data, const growth_posterior& of,
                 const std::vector<double>& ahead)
        : data_{data}, of_{of}, ahead_{ahead}
    {
        double sum = 0;
        for (const auto& one : of.components()) {
            sum += of.share(one.log_mass);
            below_.push_back(sum);
        }
        if (of.broken().log_mass > -std::numeric_limits<double>::infinity())
            sum += of.share(of.broken().log_mass);
        total_ = sum;
        smooth_.resize(below_.size());
    }

    /// One future, in units of the series.
    [[nodiscard]] std::vector<double> draw(random_stream& stream)
    {
        const double u = stream.uniform() * total_;
        const auto at = static_cast<std::size_t>(std::upper_bound(below_.begin(), below_.end(), u) -
                                                 below_.begin());
        if (at >= below_.size()) return after_break(stream);
        const auto& one = of_.components()[at];
        if (!one.fit.found()) return smooth(at, stream);
        const double freedom = static_cast<double>(data_.count()) - 2;
        return along(one, std::sqrt(one.fit.squares / chi_squared(freedom, stream)), stream);
    }

private:
    [[nodiscard]] static double chi_squared(double freedom, random_stream& stream)
    {
        double sum = 0;
        for (double i = 0.5; i < freedom; ++i) {
            const double z = stream.normal();
            sum += z * z;
        }
        return sum;
    }

    [[nodiscard]] static double size_or_end(double x)
    {
        return std::isnan(x) ? std::numeric_limits<double>::infinity() : (std::max)(x, 0.0);
    }

    [[nodiscard]] double noisy(double x, bool logs, double error) const
    {
        return size_or_end(logs ? x * std::exp(error) : x + error);
    }

    [[nodiscard]] std::vector<double> along(const growth_component& one, double spread,
                                            random_stream& stream) const
    {
        std::vector<double> path;
        const double        shift    = spread * one.fit.slope_error * stream.normal();
        const double        b        = one.fit.b + shift;
        double              shortest = 1;
        for (std::size_t i = 1; i < data_.count(); ++i)
            shortest = (std::min)(shortest, data_.times[i] - data_.times[i - 1]);
        double now = 1, x = data_.sizes.back();
        if (one.noise == growth_noise::process) {
            for (const double t : ahead_) {
                const double gap = t - now;
                const double to  = x < one.curve.top * (1 - 1e-9)
                                       ? one.curve.size(one.curve.link(x) + b * gap)
                                       : x + b * gap * one.curve.pace(x);
                x                = noisy(size_or_end(to), one.logs,
                                         spread * std::sqrt(gap / shortest) * stream.normal());
                if (!(x > 0)) x = 1e-300;
                now = t;
                path.push_back(x);
            }
            return path;
        }
        const double a = one.fit.a - one.fit.cross / one.fit.weight * shift +
                         spread / std::sqrt(one.fit.weight) * stream.normal();
        const double wide = spread / std::sqrt(1 - one.fit.rho * one.fit.rho);
        const double last = one.curve.size(one.fit.a + one.fit.b);
        double       off  = one.logs ? std::log(x / last) : x - last;
        for (const double t : ahead_) {
            const double keep = one.fit.rho > 0 ? std::pow(one.fit.rho, (t - now) / shortest) : 0;
            off               = keep * off + wide * std::sqrt(1 - keep * keep) * stream.normal();
            now               = t;
            path.push_back(noisy(size_or_end(one.curve.size(a + b * t)), one.logs, off));
        }
        return path;
    }

    [[nodiscard]] std::vector<double> smooth(std::size_t at, random_stream& stream)
    {
        const auto& one = of_.components()[at];
        if (!smooth_[at]) smooth_[at] = continue_smoothly(data_, one.logs, one.curve.shape, ahead_);
        const double        freedom = static_cast<double>(data_.count()) - 2;
        const double        spread = std::sqrt(smooth_[at]->squares / chi_squared(freedom, stream));
        const double        z      = stream.normal();
        std::vector<double> path;
        for (std::size_t i = 0; i < ahead_.size(); ++i) {
            const double x = smooth_[at]->means[i] +
                             spread * std::sqrt(smooth_[at]->variances[i]) * z;
            path.push_back(size_or_end(one.logs ? std::exp(x) : x));
        }
        return path;
    }

    /// The line, or exponential, since a break, whose date is drawn too.
    [[nodiscard]] std::vector<double> after_break(random_stream& stream) const
    {
        const auto&  broken = of_.broken();
        const double u      = stream.uniform();
        double       below  = 0;
        std::size_t  from   = data_.count() - 3;
        for (std::size_t i = 0; i < broken.log_mass_after.size(); ++i) {
            below += std::exp(broken.log_mass_after[i] - broken.log_mass);
            if (below >= u) {
                from = (std::min)(i + 1, data_.count() - 3);
                break;
            }
        }
        const auto&                      y = broken.logs ? data_.logs : data_.sizes;
        std::vector<std::vector<double>> columns(2);
        std::vector<double>              values;
        for (std::size_t i = from; i < data_.count(); ++i) {
            columns[0].push_back(1);
            columns[1].push_back(data_.times[i] - 1);
            values.push_back(y[i]);
        }
        const auto   line = regress(columns, values);
        const double spread =
            std::sqrt(line.squares / chi_squared(static_cast<double>(values.size()) - 2, stream));
        const double        z = stream.normal();
        std::vector<double> path;
        for (const double t : ahead_) {
            const double gap      = t - 1;
            const double variance = line.inverse[0] + 2 * gap * line.inverse[1] +
                                    gap * gap * line.inverse[3];
            const double x = line.coefficients[0] + gap * line.coefficients[1] +
                             spread * (std::sqrt(variance) * z + stream.normal());
            path.push_back(size_or_end(broken.logs ? std::exp(x) : x));
        }
        return path;
    }

    const growth_series&                     data_;
    const growth_posterior&                  of_;
    const std::vector<double>&               ahead_;
    std::vector<double>                      below_;
    std::vector<std::optional<smooth_ahead>> smooth_;
    double                                   total_ = 0;
};

} // namespace detail

/// Prediction bands for sizes at later times: draws of the law by its probability (see `identify`), of its numbers
/// and the spread of its noise from the fit, and of the noise itself, carried forward where it is serially correlated
/// or part of the growth. "None of these" goes on as a line with an integrated random walk, a broken law along its
/// last part; that there may be further breaks is not included.
///
/// `ahead` must increase and lie after the last figure. Empty if there are not enough data. The same seed gives the
/// same bands. Bands of good methods hold less often than they say when the future differs from the past: see
/// `back_test`.
[[nodiscard]] inline std::vector<forecast_band> forecast(std::span<const double> times,
                                                         std::span<const double> sizes,
                                                         std::span<const double> ahead,
                                                         const forecast_options& options = {})
{
    if (times.size() != sizes.size())
        refuse(parameter_error{"must be as many as the sizes", "times"});
    std::vector<double> when, size;
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (std::isnan(sizes[i])) continue;
        if (!std::isfinite(sizes[i]) || sizes[i] < 0)
            refuse(parameter_error{"must be finite and not negative", sizes[i], "sizes"});
        if (!std::isfinite(times[i]) || (!when.empty() && !(times[i] > when.back())))
            refuse(parameter_error{"must increase", times[i], "times"});
        when.push_back(times[i]);
        size.push_back(sizes[i]);
    }
    const double rounding = options.identify.rounding.value_or(detail::recognized_rounding(size));
    const auto   data = detail::make_series(when, size, detail::most_figures_compared, rounding);
    std::vector<forecast_band> bands;
    if (data.count() < options.identify.fewest || data.count() < 6) return bands;
    std::vector<double> at;
    double              before = when.back();
    for (const double t : ahead) {
        if (!(t > before))
            refuse(parameter_error{"must increase after the last figure", t, "ahead"});
        before = t;
        at.push_back((t - data.begin) / data.length);
    }
    const detail::growth_posterior   of{data, options.identify.laws.bits(),
                                      options.identify.tolerance};
    detail::drawn_future             future{data, of, at};
    std::vector<std::vector<double>> drawn(at.size());
    for (std::size_t i = 0; i < options.draws; ++i) {
        detail::random_stream stream{options.seed, i};
        const auto            path = future.draw(stream);
        for (std::size_t h = 0; h < at.size(); ++h) drawn[h].push_back(path[h] * data.unit);
    }
    for (std::size_t h = 0; h < at.size(); ++h) {
        auto& all = drawn[h];
        std::sort(all.begin(), all.end());
        const auto quantile = [&](double share) {
            return all[static_cast<std::size_t>(share * static_cast<double>(all.size() - 1) + 0.5)];
        };
        const double high = quantile((1 + options.level) / 2);
        forecast_band band{ahead[h], quantile(0.5), quantile((1 - options.level) / 2), std::nullopt};
        if (high < std::numeric_limits<double>::infinity()) band.high = high;
        bands.push_back(band);
    }
    return bands;
}

struct back_test_options {
    std::size_t      steps = 1; ///< figures ahead
    forecast_options forecast{};
};

/// What would have been forecast earlier, and what came.
struct back_tested {
    struct origin {
        double        made_at; ///< time of the last figure that was used
        forecast_band band;
        double        actual;
        bool          inside;
    };
    std::vector<origin> origins;
    double              nominal  = 0;
    double              coverage = 0; ///< share of bands that held; 0 without any
    double              score    = 0; ///< mean interval score; infinite if a band is unbounded
};

/// Forecasts from every earlier origin with enough figures, for the figure so many steps later, beside what came.
/// Everything is fitted again to the figures up to the origin alone. Errors at different origins overlap, so that the
/// coverage is less certain than their number suggests.
[[nodiscard]] inline back_tested back_test(std::span<const double>  times,
                                           std::span<const double>  sizes,
                                           const back_test_options& options = {})
{
    back_tested all;
    all.nominal = options.forecast.level;
    if (options.steps == 0) refuse(parameter_error{"must be one or more", "steps"});
    std::vector<double> when, size;
    for (std::size_t i = 0; i < times.size() && i < sizes.size(); ++i)
        if (!std::isnan(sizes[i])) {
            when.push_back(times[i]);
            size.push_back(sizes[i]);
        }
    double inside = 0, score = 0;
    for (std::size_t count = options.forecast.identify.fewest; count + options.steps <= when.size();
         ++count) {
        const std::size_t target = count + options.steps - 1;
        const double      ahead[]{when[target]};
        const auto bands = forecast(std::span{when}.first(count), std::span{size}.first(count),
                                    ahead, options.forecast);
        if (bands.empty()) continue;
        const auto& band = bands[0];
        const bool  held = band.low <= size[target] && (!band.high || size[target] <= *band.high);
        all.origins.push_back({when[count - 1], band, size[target], held});
        inside += held ? 1 : 0;
        score += interval_score(band.low,
                                band.high.value_or(std::numeric_limits<double>::infinity()),
                                size[target], 1 - options.forecast.level);
    }
    if (!all.origins.empty()) {
        all.coverage = inside / static_cast<double>(all.origins.size());
        all.score    = score / static_cast<double>(all.origins.size());
    }
    return all;
}

} // namespace orgscale
