#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <vector>

#include <orgscale/fit/detail/constant_level.hpp>
#include <orgscale/fit/detail/curve_fitter.hpp>
#include <orgscale/fit/detail/growth_component.hpp>
#include <orgscale/fit/detail/growth_series.hpp>
#include <orgscale/fit/detail/integrated_likelihood.hpp>
#include <orgscale/fit/detail/law_family.hpp>
#include <orgscale/fit/detail/linear_regression.hpp>
#include <orgscale/fit/detail/shape_scan.hpp>
#include <orgscale/fit/detail/smoothing_spline.hpp>
#include <orgscale/fit/detail/structural_break.hpp>
#include <orgscale/fit/growth_law.hpp>
#include <orgscale/fit/growth_verdict.hpp>

namespace orgscale::detail {

/// Probabilities of growth laws, given a series: each law's likelihood, integrated over its coefficients, its shape and
/// its noise, times its prior. Noise is in the sizes or in their logarithms, equally likely a priori.
class growth_posterior {
public:
    growth_posterior(const growth_series& data, unsigned laws, double tolerance) : likelihood_{data}
    {
        shape_scan scan{likelihood_, tolerance, components_, ceilings_};
        for (const bool logs : {false, true}) {
            if (logs && !data.positive) continue;
            curve_fitter fitter{data, logs};
            for (const auto& family : law_families(laws, likelihood_.smallest_size()))
                scan(family, fitter, logs);
            if (among(laws, growth_law::level)) add_constant_levels(likelihood_, logs, components_);
            if (among(laws, growth_law::broken)) add_breaks(likelihood_, logs, broken_);
            if (among(laws, growth_law::none)) add_smooth_curves(logs);
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
    /// Any other smooth curve, as a smoothing spline.
    void add_smooth_curves(bool logs)
    {
        const auto&       data   = likelihood_.data();
        const std::size_t n      = data.count();
        const auto&       y      = logs ? data.logs : data.sizes;
        constexpr int     widths = 6; // smaller ratios hardly bend
        for (int width = 0; width < widths; ++width) {
            const double ratio = std::pow(10.0, 3 + width); // of the walk's variance to the noise's
            const smoothing_spline spline{data, logs, ratio};
            const auto             fit = regress(spline.columns(), spline.sizes());
            if (fit.coefficients.empty()) continue;
            double value = likelihood_.of_squares(fit.squares, fit.log_determinant, 2, logs) -
                           spline.log_determinant() / 2;
            const double noise =
                std::sqrt((std::max)(fit.squares, likelihood_.smallest_squares(logs)) /
                          static_cast<double>(n - 2));
            double to = 0;
            if (!logs)
                to = -std::log((std::max)({y.front(), likelihood_.smallest_size(), noise})) -
                     std::log((std::max)({y.back(), likelihood_.smallest_size(), noise}));
            value += to - likelihood_.excess(2 * std::log(noise) - fit.log_determinant / 2 + to);
            growth_component one{growth_law::none, growth_verdict::undecided};
            one.logs        = logs;
            one.curve.shape = ratio;
            one.log_mass    = value + std::log(0.8 / 2 / widths);
            components_.push_back(one);
        }
    }

    /// Normalizes the probabilities; the part of a curve's probability in which it falls is a decline.
    void settle()
    {
        constexpr double none = -std::numeric_limits<double>::infinity();
        double           top  = broken_.log_mass;
        for (const auto& one : components_) top = (std::max)(top, one.log_mass);
        if (!(top > none)) return;
        double       sum = 0;
        const double nu  = static_cast<double>(likelihood_.data().count()) - 2;
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
            const double s  = (std::max)(one.fit.squares, likelihood_.smallest_squares(one.logs));
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

    integrated_likelihood         likelihood_;
    std::vector<growth_component> components_;
    std::vector<ceiling_profile>  ceilings_;
    broken_growth                 broken_;
    const growth_component*       best_ = nullptr;
    std::array<double, 9>         of_kind_{};
    std::array<double, 11>        of_law_{};
    double                        total_ = 0;
};

} // namespace orgscale::detail
