#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <span>
#include <utility>
#include <vector>

#include <orgscale/fit/detail/curve_fitter.hpp>
#include <orgscale/fit/detail/growth_component.hpp>
#include <orgscale/fit/detail/growth_series.hpp>
#include <orgscale/fit/detail/linear_regression.hpp>
#include <orgscale/fit/growth_law.hpp>
#include <orgscale/fit/growth_verdict.hpp>

/// Probabilities of growth laws from their integrated likelihoods.
///
/// The likelihood of each law is integrated over its numbers: over the fitted first and last size, flat in their
/// logarithms, and the spread of the noise by 1/σ in closed form (Laplace's approximation), over the shape (power,
/// ceiling, saturation point) numerically, flat on a bounded range of the power or of the logarithm. All is stated
/// as a density of the sizes, so that noise in the size and in its logarithm compare. One class, long as it is: all of
/// its parts share that integral, its priors and the scale of the data.
namespace orgscale::detail {

[[nodiscard]] inline double log_of_sum(double a, double b)
{
    if (a < b) std::swap(a, b);
    return b == -std::numeric_limits<double>::infinity() ? a : a + std::log1p(std::exp(b - a));
}

class growth_posterior {
public:
    growth_posterior(const growth_series& data, unsigned laws, double tolerance)
        : data_{data}, laws_{laws}, tolerance_{tolerance}
    {
        // Figures that lie on a line far more closely than rounding would leave them are not rounded.
        const double n        = static_cast<double>(data.count());
        double       rounding = data.rounding;
        const auto   line     = regress(
            std::vector<std::vector<double>>{std::vector<double>(data.count(), 1.0), data.times},
            data.sizes);
        if (line.squares < n * rounding * rounding / 1200) rounding = 0;
        for (const double x : data.sizes) {
            sum_logs_ += std::log(x);
            const double share = rounding / x;
            floor_of_logs_ += share * share / 12;
        }
        // Figures in double precision are no better known than by some roundings.
        constexpr double least = 64 * std::numeric_limits<double>::epsilon();
        floor_                 = n * (rounding * rounding / 12 + least * least);
        floor_of_logs_ += n * least * least;
        range_ = 1;
        if (data.positive) {
            const auto ends = std::minmax_element(data.logs.begin(), data.logs.end());
            range_ += *ends.second - *ends.first;
        }
        for (const bool logs : {false, true}) {
            if (logs && !data.positive) continue;
            look(logs);
        }
        settle();
    }

    [[nodiscard]] const std::vector<growth_component>& components() const { return components_; }
    [[nodiscard]] const std::vector<ceiling_profile>&  ceilings() const { return ceilings_; }
    [[nodiscard]] const broken_growth&                 broken() const { return broken_; }

    /// Probability of a component's log mass.
    [[nodiscard]] double share(double log_mass) const { return std::exp(log_mass - total_); }

    [[nodiscard]] double of_kind(growth_verdict kind) const
    {
        return of_kind_[static_cast<std::size_t>(kind)];
    }
    [[nodiscard]] double of_law(growth_law law) const
    {
        return of_law_[static_cast<std::size_t>(law)];
    }

    /// The likeliest component; nothing with fewer than four points.
    [[nodiscard]] const growth_component* best() const { return best_; }

    /// The likeliest component of a law.
    [[nodiscard]] const growth_component* best_of(growth_law law) const
    {
        const growth_component* found = nullptr;
        for (const auto& one : components_)
            if (one.law == law && (!found || one.log_mass > found->log_mass)) found = &one;
        return found;
    }

private:
    struct family {
        growth_law          law;
        curve_family        curve;
        double              shape; ///< fixed, unless the family runs over shapes
        bool                over_tops;
        double              log_prior;
        std::vector<double> grid; ///< of shapes, or of logarithms of ceilings
    };

    struct scanned {
        double        z, log_density;
        growth_curve  curve;
        fitted_growth fit;
    };

    [[nodiscard]] bool wanted(growth_law law) const
    {
        return (laws_ >> static_cast<unsigned>(law) & 1U) != 0;
    }

    [[nodiscard]] growth_curve curve_of(const family& of, double z) const
    {
        if (of.over_tops) return {of.curve, of.shape, std::exp(z)};
        if (of.curve == curve_family::parallelized) return {of.curve, std::exp(z)};
        if (of.curve == curve_family::affine) return {of.curve, least_ * (1 - std::exp(z))};
        return {of.curve, z};
    }

    [[nodiscard]] std::vector<family> families()
    {
        least_ = HUGE_VAL;
        for (const double x : data_.sizes)
            if (x > 0) least_ = (std::min)(least_, x);
        const std::vector<double> tops{-0.25, -0.1, -0.03, 0.001, 0.03, 0.09, 0.2, 0.4,
                                       0.7,   1.1,  1.6,   2.2,   3.2,  4.5,  6.5, 9.2};
        const std::vector<double> orders{-4,  -2.8, -1.9, -1.2, -0.7, -0.35, -0.1, 0.1,
                                         0.3, 0.5,  0.7,  0.85, 0.97, 1.1,   1.3,  2};
        std::vector<double>       turns, parts;
        for (int i = 0; i <= 11; ++i)
            turns.push_back(std::log(least_) - 1.5 +
                            i * (4.5 - std::log(least_)) / 11); // to e³ times the largest
        for (int i = 0; i <= 9; ++i) parts.push_back(-5 + i);
        std::vector<family> all;
        const auto          add = [&](growth_law law, curve_family curve, double shape, bool over,
                             double prior, const std::vector<double>& grid) {
            if (wanted(law)) all.push_back({law, curve, shape, over, std::log(prior), grid});
        };
        add(growth_law::linear, curve_family::power, 0, false, 1, {0});
        add(growth_law::exponential, curve_family::power, 1, false, 1, {1});
        add(growth_law::power, curve_family::power, 0, false, 1, orders);
        add(growth_law::parallelized, curve_family::parallelized, 0, false, 1, turns);
        add(growth_law::none, curve_family::affine, 0, false, 0.2, parts);
        add(growth_law::logistic, curve_family::bass, 0, true, 1, tops);
        add(growth_law::gompertz, curve_family::gompertz, 0, true, 1, tops);
        for (const double shape : {0.3, 0.6, 2.0, 4.0})
            add(growth_law::richards, curve_family::richards, shape, true, 0.25, tops);
        for (const double shape : {0.01, 0.03, 0.1, 0.3, 1.0})
            add(growth_law::bass, curve_family::bass, shape, true, 0.2, tops);
        return all;
    }

    void look(bool logs)
    {
        curve_fitter         fitter{data_, logs};
        std::vector<scanned> white;
        for (const auto& one : families()) {
            white.clear();
            scan(one, fitter, logs, growth_noise::white, white);
            scan(one, fitter, logs, growth_noise::correlated, white);
            if (data_.positive) scan(one, fitter, logs, growth_noise::process, white);
        }
        if (wanted(growth_law::level)) level(logs);
        if (wanted(growth_law::broken)) breaks(logs);
        if (wanted(growth_law::none)) smooth(logs);
    }

    [[nodiscard]] double floor_of(bool logs) const { return logs ? floor_of_logs_ : floor_; }

    /// ln of the integral over `numbers` numbers and σ, for flat priors, apart from the noise's own terms.
    [[nodiscard]] double integrated(double squares, double log_determinant, std::size_t numbers,
                                    bool logs) const
    {
        const double nu = static_cast<double>(data_.count()) - static_cast<double>(numbers);
        const double s  = (std::max)(squares, floor_of(logs));
        return std::lgamma(nu / 2) - nu / 2 * std::log(std::numbers::pi * s) - log_determinant / 2 -
               (logs ? sum_logs_ : 0);
    }

    /// What a fit of correlated errors adds: the spread of the innovations and the width of ρ.
    [[nodiscard]] double of_correlation(const fitted_growth& fit) const
    {
        const double n = static_cast<double>(data_.count()), keep = 1 - fit.rho * fit.rho;
        double       sum = std::log(keep) / 2;
        if (fit.rho > 0)
            for (std::size_t i = 1; i < data_.count(); ++i)
                if (data_.gaps[i] != 1)
                    sum -= std::log((1 - std::pow(fit.rho, 2 * data_.gaps[i])) / keep) / 2;
        return sum + (std::min)(0.0, std::log(2 * std::numbers::pi * keep / n) / 2);
    }

    [[nodiscard]] double log_density(const growth_curve& curve, const fitted_growth& fit, bool logs,
                                     growth_noise noise) const
    {
        constexpr double none = -std::numeric_limits<double>::infinity();
        if (!fit.found() || !(fit.log_determinant > none)) return none;
        const double nu     = static_cast<double>(data_.count()) - 2;
        const double s      = (std::max)(fit.squares, floor_of(logs)) / nu;
        double       to     = std::log(curve.pace(data_.sizes.back()) / data_.sizes.back());
        double       volume = 0; // of the numbers, in logarithms of sizes, in units of σ²
        double       value  = integrated(fit.squares, fit.log_determinant, 2, logs);
        if (noise == growth_noise::process) {
            const double last = curve.size(fit.a + fit.b);
            if (last > 0) to = std::log(std::abs(curve.pace(last)) / last);
            volume = std::log(s) / 2 - fit.log_determinant / 2 + to;
            value += to - (logs ? 0 : data_.logs.front());
            for (std::size_t i = 1; i < data_.count(); ++i)
                if (data_.gaps[i] != 1) value -= std::log(data_.gaps[i]) / 2;
        } else {
            const double first = curve.size(fit.a), last = curve.size(fit.a + fit.b);
            to = std::log(std::abs(curve.pace(first)) / first) +
                 std::log(std::abs(curve.pace(last)) / last);
            volume = std::log(s) - fit.log_determinant / 2 + to;
            value += to;
            if (noise == growth_noise::correlated) value += of_correlation(fit);
        }
        if (!(value < -none)) return none;
        return value - beyond(volume);
    }

    /// How much larger than possible the volume is over which a law is integrated, in logarithms of sizes: ends that
    /// the figures hardly determine may lie apart by no more than some decades, further numbers by the range.
    [[nodiscard]] double beyond(double volume, double further = 0) const
    {
        return (std::max)(0.0, volume - 1 - further * std::log(range_));
    }

    [[nodiscard]] scanned look_at(const family& of, double z, curve_fitter& fitter, bool logs,
                                  growth_noise noise, const scanned* nearby)
    {
        scanned       one{z, 0, curve_of(of, z), {}};
        fitted_growth start;
        bool          known = false; // the same curve with white noise
        if (nearby && nearby->fit.found() && nearby->z == z && nearby->fit.rho == 0) {
            start = nearby->fit;
            known = noise == growth_noise::correlated;
        } else if (nearby && nearby->fit.found() && noise != growth_noise::process) {
            // The similar curve between the same ends.
            const double most  = one.curve.top * (1 - 1e-6);
            const double first = (std::min)(nearby->curve.size(nearby->fit.a), most);
            const double last = (std::min)(nearby->curve.size(nearby->fit.a + nearby->fit.b), most);
            start.a           = one.curve.link(first);
            start.b           = one.curve.link(last) - start.a;
            if (std::abs(start.a) < 1e6 && std::abs(start.b) < 1e6) start.squares = 0;
        }
        if (noise == growth_noise::process) {
            one.fit = fitter.process(one.curve);
        } else {
            one.fit = known ? start : fitter.level(one.curve, 0, start);
            if (noise == growth_noise::correlated && one.fit.found() &&
                one.fit.squares > floor_of(logs))
                one.fit = fitter.correlated(one.curve, one.fit);
        }
        one.log_density = log_density(one.curve, one.fit, logs, noise);
        return one;
    }

    /// The likelihoods along a family, more closely around the best.
    void scan(const family& of, curve_fitter& fitter, bool logs, growth_noise noise,
              std::vector<scanned>& white)
    {
        constexpr double     none = -std::numeric_limits<double>::infinity();
        std::vector<scanned> all;
        for (std::size_t i = 0; i < of.grid.size(); ++i) {
            const scanned* nearby = all.empty() ? nullptr : &all.back();
            if (noise == growth_noise::correlated) nearby = &white[i];
            all.push_back(look_at(of, of.grid[i], fitter, logs, noise, nearby));
        }
        if (noise == growth_noise::white) white = all;
        const double noise_prior = noise == growth_noise::white ? 0.5 : 0.25;
        const double prior       = of.log_prior + std::log(noise_prior / 2);
        if (all.size() == 1) {
            take(of, all[0], logs, noise, prior + all[0].log_density);
            return;
        }
        const auto better = [](const scanned& a, const scanned& b) {
            return a.log_density < b.log_density;
        };
        auto best = std::max_element(all.begin(), all.end(), better) - all.begin();
        if (!(all[static_cast<std::size_t>(best)].log_density > none)) return;
        const auto at = static_cast<std::size_t>(best);
        if (worth_refining(all, at, logs))
            refine(of, fitter, logs, noise, all, at > 0 ? at - 1 : 0,
                   (std::min)(at + 1, all.size() - 1));
        // The integral over each cell between two shapes, of exponentials, half to each end.
        const double        length = of.grid.back() - of.grid.front();
        std::vector<double> log_mass(all.size(), none);
        ceiling_profile     profile{of.law, logs, noise, {}, none};
        for (std::size_t i = 0; i + 1 < all.size(); ++i) {
            const double one = all[i].log_density, two = all[i + 1].log_density;
            const double top = (std::max)(one, two), gap = std::abs(one - two);
            if (!(top > none)) continue;
            const double width = (all[i + 1].z - all[i].z) / length;
            const double mean  = gap < 1e-6 ? 1.0 : gap < HUGE_VAL ? -std::expm1(-gap) / gap : 0.0;
            if (!(width > 0) || !(mean > 0)) continue;
            const double mass = prior + top + std::log(width * mean);
            // All of it to the likelier end where they differ much.
            const double share = 1 / (1 + std::exp((std::max)(-50.0, (std::min)(50.0, two - one))));
            log_mass[i]        = log_of_sum(log_mass[i], mass + std::log(share));
            log_mass[i + 1]    = log_of_sum(log_mass[i + 1], mass + std::log1p(-share));
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            take(of, all[i], logs, noise, log_mass[i]);
            if (!of.over_tops || !all[i].fit.found()) continue;
            profile.points.push_back({all[i].z, (std::max)(all[i].fit.squares, floor_of(logs))});
            profile.log_mass = log_of_sum(profile.log_mass, log_mass[i]);
        }
        if (of.over_tops && !profile.points.empty()) ceilings_.push_back(std::move(profile));
    }

    /// Whether a parabola through the squares promises a density near the best so far.
    [[nodiscard]] bool worth_refining(const std::vector<scanned>& all, std::size_t best, bool logs)
    {
        const double nu    = static_cast<double>(data_.count()) - 2;
        const double here  = all[best].fit.squares;
        double       least = here;
        if (best > 0 && best + 1 < all.size() && all[best - 1].fit.found() &&
            all[best + 1].fit.found()) {
            const double x0 = all[best - 1].z, x1 = all[best].z, x2 = all[best + 1].z;
            const double d1   = (here - all[best - 1].fit.squares) / (x1 - x0);
            const double d2   = (all[best + 1].fit.squares - here) / (x2 - x1);
            const double bend = (d2 - d1) / (x2 - x0);
            if (bend > 0) {
                const double slope = d1 + bend * (x1 - x0);
                least              = here - slope * slope / (4 * bend);
            }
            least = (std::min)(least, here / 4);
        }
        best_density_     = (std::max)(best_density_, all[best].log_density);
        const double low  = best > 0 ? all[best - 1].log_density : all[best].log_density;
        const double high = best + 1 < all.size() ? all[best + 1].log_density
                                                  : all[best].log_density;
        if (all[best].log_density - (std::min)(low, high) < 1) return false; // the grid shows it
        least             = (std::max)(least, floor_of(logs));
        const double hope = all[best].log_density + nu / 2 * std::log(here / least);
        return hope > best_density_ - 8;
    }

    void refine(const family& of, curve_fitter& fitter, bool logs, growth_noise noise,
                std::vector<scanned>& all, std::size_t left, std::size_t right)
    {
        double     low = all[left].z, high = all[right].z;
        const auto at = [&](double z) {
            const scanned* nearby = nullptr;
            for (const auto& one : all)
                if (!nearby || std::abs(one.z - z) < std::abs(nearby->z - z)) nearby = &one;
            return look_at(of, z, fitter, logs, noise, nearby);
        };
        constexpr double golden       = 0.6180339887498949;
        double           low_density  = all[left].log_density;
        double           high_density = all[right].log_density;
        auto             c = at(high - golden * (high - low)), d = at(low + golden * (high - low));
        // Until it falls by no more than a little to both sides.
        for (int i = 0; i < 60 && high - low > 1e-13; ++i) {
            const double top = (std::max)(c.log_density, d.log_density);
            if (top - (std::min)(low_density, high_density) < 1) break;
            if (c.log_density > d.log_density) {
                high         = d.z;
                high_density = d.log_density;
                d            = c;
                c            = at(high - golden * (high - low));
            } else {
                low         = c.z;
                low_density = c.log_density;
                c           = d;
                d           = at(low + golden * (high - low));
            }
        }
        const auto   top  = c.log_density > d.log_density ? c : d;
        double       wide = (high - low) / 4;
        const double most = (of.grid.back() - of.grid.front()) / 4;
        // A width over which the density falls by a third or more.
        for (int i = 0; i < 60 && wide < most; ++i) {
            const double falls = top.log_density - at(top.z + wide).log_density;
            if (falls > 0.3) break;
            wide *= 2;
        }
        best_density_ = (std::max)(best_density_, top.log_density);
        for (const double side : {-3.6, -2.2, -1.1, 0.0, 1.1, 2.2, 3.6}) {
            const double z = top.z + side * wide;
            if (z < of.grid.front() || z > of.grid.back()) continue;
            all.push_back(side == 0 ? top : at(z));
        }
        std::sort(all.begin(), all.end(),
                  [](const scanned& a, const scanned& b) { return a.z < b.z; });
    }

    /// The kind that a fitted curve amounts to over the figures.
    [[nodiscard]] std::pair<growth_verdict, bool> kind_of(const family& of, const scanned& one) const
    {
        double first = one.curve.size(one.fit.a), last = one.curve.size(one.fit.a + one.fit.b);
        if (!(first > 0) || !(last > 0)) return {growth_verdict::undecided, false};
        const double end = (std::max)(first, last);
        if (first > last) std::swap(first, last);
        double low = one.curve.order(first), high = low;
        for (int part = 1; part <= 8; ++part) {
            const double order = one.curve.order(first * std::pow(last / first, part / 8.0));
            low                = (std::min)(low, order);
            high               = (std::max)(high, order);
        }
        if (low >= -tolerance_ && high <= tolerance_) return {growth_verdict::linear, false};
        if (low >= 1 - tolerance_ && high <= 1 + tolerance_)
            return {growth_verdict::exponential, false};
        if (of.law == growth_law::none) return {growth_verdict::undecided, false};
        if (one.curve.has_ceiling())
            return {growth_verdict::saturating, !(end >= one.curve.top / 2)};
        if (one.curve.family == curve_family::power && one.curve.shape < 0)
            return {growth_verdict::sublinear, false};
        return {growth_verdict::superlinear, false};
    }

    void take(const family& of, const scanned& one, bool logs, growth_noise noise, double log_mass)
    {
        if (!(log_mass > -std::numeric_limits<double>::infinity())) return;
        const auto [kind, early] = kind_of(of, one);
        components_.push_back({of.law, kind, early, logs, noise, one.curve, one.fit, log_mass});
    }

    /// No growth at all: a constant with independent or correlated errors, or a walk without drift. Growth by a factor
    /// of e^±1.5 is as likely beforehand as none.
    void level(bool logs)
    {
        const std::size_t n     = data_.count();
        const auto&       y     = logs ? data_.logs : data_.sizes;
        const double      bonus = std::log(3.0);

        const auto put = [&](double value, growth_noise noise, double a, double squares,
                             double rho) {
            growth_component one{growth_law::level, growth_verdict::undecided};
            one.logs        = logs;
            one.noise       = noise;
            one.fit.a       = a;
            one.fit.squares = squares;
            one.fit.rho     = rho;
            one.log_mass    = value + bonus - std::log(2);
            components_.push_back(one);
        };
        const std::vector<double> rhos{0, 0.2, 0.4, 0.6, 0.8, 0.92};
        for (const double rho : rhos) {
            std::vector<double> ones(n), white(n);
            double              spread = -std::log1p(-rho * rho);
            for (std::size_t i = 0; i < n; ++i) {
                const double keep = i == 0 || rho == 0 ? rho : std::pow(rho, data_.gaps[i]);
                const double wide = i == 0 ? 1 / std::sqrt(1 - rho * rho)
                                           : std::sqrt((1 - keep * keep) / (1 - rho * rho));
                ones[i]           = (1 - (i > 0 ? keep : 0)) / wide;
                white[i]          = (y[i] - (i > 0 ? keep * y[i - 1] : 0)) / wide;
                if (i > 0) spread += 2 * std::log(wide);
            }
            const auto fit = regress(std::vector<std::vector<double>>{ones}, white);
            if (fit.coefficients.empty()) continue;
            const double value = integrated(fit.squares, fit.log_determinant, 1, logs) -
                                 spread / 2 -
                                 (logs ? 0 : std::log((std::max)(fit.coefficients[0], least_)));
            put(value + std::log(rho == 0 ? 0.5 : 0.25 / static_cast<double>(rhos.size() - 1)),
                rho == 0 ? growth_noise::white : growth_noise::correlated, fit.coefficients[0],
                fit.squares, rho);
        }
        if (!data_.positive) return;
        double squares = 0, gaps = 0;
        for (std::size_t i = 1; i < n; ++i) {
            squares += (y[i] - y[i - 1]) * (y[i] - y[i - 1]) / data_.gaps[i];
            gaps += std::log(data_.gaps[i]) / 2;
        }
        put(integrated(squares, 0, 1, logs) - gaps - (logs ? 0 : data_.logs.front()) +
                std::log(0.25),
            growth_noise::process, y.back(), squares, 0);
    }

    /// Lines and exponentials with a break after some point: a step, a bend, or both.
    void breaks(bool logs)
    {
        constexpr std::size_t shortest = 3;
        const std::size_t     n        = data_.count();
        if (n < 2 * shortest + 1) return;
        broken_.log_mass_after.resize(n, -std::numeric_limits<double>::infinity());
        std::vector<double>              y = logs ? data_.logs : data_.sizes;
        std::vector<std::vector<double>> columns{std::vector<double>(n, 1.0), data_.times};
        const double dates = std::log(static_cast<double>(n + 1 - 2 * shortest));
        for (std::size_t k = shortest - 1; k + shortest < n; ++k) {
            std::vector<double> step(n, 0.0), bend(n, 0.0);
            const double        at = data_.times[k];
            for (std::size_t i = k + 1; i < n; ++i) {
                step[i] = 1;
                bend[i] = (data_.times[i] - at) / (1 - at);
            }
            for (int form = 0; form < 3; ++form) {
                columns.resize(2);
                if (form != 1) columns.push_back(step);
                if (form != 0) columns.push_back(bend);
                const auto fit = regress(columns, y);
                if (fit.coefficients.empty()) continue;
                std::vector<double> fitted(n);
                for (std::size_t i = 0; i < n; ++i) fitted[i] = y[i] - fit.residuals[i];
                double value = integrated(fit.squares, fit.log_determinant, columns.size(), logs);
                const double more = static_cast<double>(columns.size() - 2);
                value -= more * std::log(range_);
                const double freedom = static_cast<double>(n - columns.size());
                const double noise   = std::sqrt((std::max)(fit.squares, floor_of(logs)) / freedom);
                double       to      = 0; // logarithms of sizes
                if (!logs) {
                    const auto size = [&](std::size_t i) { // the noise is the least that is seen
                        return std::log((std::max)({fitted[i], least_, noise}));
                    };
                    to = -(size(0) + size(n - 1) + more * size(k));
                }
                const double volume = (2 + more) * std::log(noise) - fit.log_determinant / 2 + to;
                value += to - beyond(volume, more);
                const double mass = value - dates + std::log(0.75 / 3 / 2);
                add_break(k, mass, logs, fitted);
            }
        }
        if (!logs) return;
        // The same with chance in the growth: rates differ before and after.
        std::vector<double> rate, whole, later;
        for (std::size_t k = shortest - 1; k + shortest < n; ++k) {
            rate.clear();
            whole.clear();
            later.clear();
            const double at   = data_.times[k];
            double       gaps = 0;
            for (std::size_t i = 1; i < n; ++i) {
                const double wide = std::sqrt(data_.gaps[i]);
                const double gap  = (data_.times[i] - data_.times[i - 1]) / wide;
                rate.push_back((data_.logs[i] - data_.logs[i - 1]) / wide);
                whole.push_back(gap);
                later.push_back(i > k ? gap / (1 - at) : 0);
                gaps += std::log(data_.gaps[i]) / 2;
            }
            const std::vector<std::vector<double>> both{whole, later};
            const auto                             fit = regress(both, rate);
            if (fit.coefficients.empty()) continue;
            const double spread = (std::max)(fit.squares, floor_of(true)) /
                                  static_cast<double>(n - 3);
            const double volume = std::log(spread) - fit.log_determinant / 2;
            const double value  = integrated(fit.squares, fit.log_determinant, 3, true) - gaps -
                                 std::log(range_) - beyond(volume, 1);
            std::vector<double> fitted(n, data_.logs[0]);
            for (std::size_t i = 1; i < n; ++i)
                fitted[i] = fitted[i - 1] + data_.logs[i] - data_.logs[i - 1] -
                            fit.residuals[i - 1] * std::sqrt(data_.gaps[i]);
            add_break(k, value - dates + std::log(0.25), true, fitted);
        }
    }

    void add_break(std::size_t k, double mass, bool logs, const std::vector<double>& fitted)
    {
        broken_.log_mass_after[k] = log_of_sum(broken_.log_mass_after[k], mass);
        broken_.log_mass          = log_of_sum(broken_.log_mass, mass);
        if (!(mass > broken_.log_best)) return;
        broken_.log_best = mass;
        broken_.logs     = logs;
        broken_.fitted   = fitted;
        if (logs)
            for (double& x : broken_.fitted) x = std::exp(x);
    }

    /// Any other smooth curve: a line and an integrated random walk, whose covariance is that of a cubic
    /// smoothing spline [Wahba 1978, doi:10.1111/j.2517-6161.1978.tb01050.x].
    void smooth(bool logs)
    {
        const std::size_t         n = data_.count();
        const auto&               t = data_.times;
        const std::vector<double> y = logs ? data_.logs : data_.sizes;
        std::vector<double>       root(n * n);
        constexpr int             widths = 6; // narrower ones hardly bend
        for (int width = 0; width < widths; ++width) {
            const double ratio = std::pow(10.0, 3 + width); // of its variance to the noise's
            double       log_v = 0;
            for (std::size_t i = 0; i < n; ++i)
                for (std::size_t j = 0; j <= i; ++j) {
                    double v = ratio * t[j] * t[j] * (3 * t[i] - t[j]) / 6 + (i == j ? 1 : 0);
                    for (std::size_t k = 0; k < j; ++k) v -= root[i * n + k] * root[j * n + k];
                    root[i * n + j] = i == j ? std::sqrt(v) : v / root[j * n + j];
                }
            std::vector<std::vector<double>> columns(2, std::vector<double>(n));
            std::vector<double>              white(n);
            for (std::size_t i = 0; i < n; ++i) {
                double one = 1, time = t[i], value = y[i];
                for (std::size_t k = 0; k < i; ++k) {
                    one -= root[i * n + k] * columns[0][k];
                    time -= root[i * n + k] * columns[1][k];
                    value -= root[i * n + k] * white[k];
                }
                const double scale = root[i * n + i];
                columns[0][i]      = one / scale;
                columns[1][i]      = time / scale;
                white[i]           = value / scale;
                log_v += 2 * std::log(scale);
            }
            const auto fit = regress(columns, white);
            if (fit.coefficients.empty()) continue;
            double       value = integrated(fit.squares, fit.log_determinant, 2, logs) - log_v / 2;
            const double noise =
                std::sqrt((std::max)(fit.squares, floor_of(logs)) / static_cast<double>(n - 2));
            double to = 0;
            if (!logs)
                to = -std::log((std::max)({y.front(), least_, noise})) -
                     std::log((std::max)({y.back(), least_, noise}));
            value += to - beyond(2 * std::log(noise) - fit.log_determinant / 2 + to);
            growth_component one{growth_law::none, growth_verdict::undecided};
            one.logs        = logs;
            one.curve.shape = ratio;
            one.log_mass    = value + std::log(0.8 / 2 / widths);
            components_.push_back(one);
        }
    }

    /// Sums up, with the part of each curve that falls as a decline.
    void settle()
    {
        constexpr double none = -std::numeric_limits<double>::infinity();
        double           top  = broken_.log_mass;
        for (const auto& one : components_) top = (std::max)(top, one.log_mass);
        if (!(top > none)) return;
        double       sum = 0;
        const double nu  = static_cast<double>(data_.count()) - 2;
        const auto   add = [&](growth_law law, growth_verdict kind, double mass) {
            of_kind_[static_cast<std::size_t>(kind)] += mass;
            of_law_[static_cast<std::size_t>(law)] += mass;
            sum += mass;
        };
        for (const auto& one : components_) {
            const double mass = std::exp(one.log_mass - top);
            if (!one.fit.found() || one.law == growth_law::level) {
                add(one.law, one.kind, mass);
                continue;
            }
            const double s  = (std::max)(one.fit.squares, floor_of(one.logs));
            const double z  = one.fit.b / (one.fit.slope_error * std::sqrt(s / nu));
            const double up = std::erfc(-z / std::numbers::sqrt2) / 2;
            add(one.law, one.kind, mass * up);
            add(one.law, growth_verdict::decline, mass * (1 - up));
        }
        if (broken_.log_mass > none)
            add(growth_law::broken, growth_verdict::regime_change, std::exp(broken_.log_mass - top));
        for (double& p : of_kind_) p /= sum;
        for (double& p : of_law_) p /= sum;
        total_ = top + std::log(sum);
        for (const auto& one : components_)
            if (one.fit.found() && one.law != growth_law::level &&
                (!best_ || one.log_mass > best_->log_mass))
                best_ = &one;
    }

    const growth_series&          data_;
    unsigned                      laws_;
    double                        tolerance_;
    std::vector<growth_component> components_;
    std::vector<ceiling_profile>  ceilings_;
    broken_growth                 broken_;
    const growth_component*       best_ = nullptr;
    std::array<double, 9>         of_kind_{};
    std::array<double, 11>        of_law_{};
    double sum_logs_ = 0, floor_ = 0, floor_of_logs_ = 0, range_ = 1, least_ = 0, total_ = 0;
    double best_density_ = -std::numeric_limits<double>::infinity();
};

} // namespace orgscale::detail
