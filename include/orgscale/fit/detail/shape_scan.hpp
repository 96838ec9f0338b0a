#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

#include <orgscale/fit/detail/curve_fitter.hpp>
#include <orgscale/fit/detail/fitted_shape.hpp>
#include <orgscale/fit/detail/growth_component.hpp>
#include <orgscale/fit/detail/integrated_likelihood.hpp>
#include <orgscale/fit/detail/law_family.hpp>
#include <orgscale/fit/detail/log_of_sum.hpp>

namespace orgscale::detail {

/// Scans a law's shapes and ceilings: the integrated likelihood on a grid, refined around its best, and the probability
/// of each point from the integral over the shape.
class shape_scan {
public:
    shape_scan(const integrated_likelihood& likelihood, double tolerance,
               std::vector<growth_component>& components, std::vector<ceiling_profile>& ceilings)
        : likelihood_{likelihood}, tolerance_{tolerance}, components_{components},
          ceilings_{ceilings}
    {}

    /// A family with every kind of noise; its components and profiles over ceilings are appended.
    void operator()(const law_family& family, curve_fitter& fitter, bool logs)
    {
        std::vector<fitted_shape> white; // on the grid
        for (const auto noise :
             {growth_noise::white, growth_noise::correlated, growth_noise::process})
            if (noise != growth_noise::process || likelihood_.data().positive)
                scan({family, likelihood_, fitter, logs, noise}, white);
    }

private:
    /// The likelihoods along a family under one kind of noise.
    void scan(const shape_fitter& fit_at, std::vector<fitted_shape>& white)
    {
        const auto&               of    = fit_at.family;
        const auto                noise = fit_at.noise;
        constexpr double          none  = -std::numeric_limits<double>::infinity();
        std::vector<fitted_shape> all;
        for (std::size_t i = 0; i < of.grid.size(); ++i) {
            const fitted_shape* nearby = all.empty() ? nullptr : &all.back();
            if (noise == growth_noise::correlated) nearby = &white[i];
            all.push_back(fit_at(of.grid[i], nearby));
        }
        if (noise == growth_noise::white) white = all;
        const double noise_prior = noise == growth_noise::white ? 0.5 : 0.25;
        const double prior       = of.log_prior + std::log(noise_prior / 2);
        if (all.size() == 1) {
            take(fit_at, all[0], prior + all[0].log_density);
            return;
        }
        const auto better = [](const fitted_shape& a, const fitted_shape& b) {
            return a.log_density < b.log_density;
        };
        auto best = std::max_element(all.begin(), all.end(), better) - all.begin();
        if (!(all[static_cast<std::size_t>(best)].log_density > none)) return;
        const auto at = static_cast<std::size_t>(best);
        if (worth_refining(all, at, fit_at.logs))
            refine(fit_at, all, at > 0 ? at - 1 : 0, (std::min)(at + 1, all.size() - 1));
        // The integral over each cell between two shapes, of an exponential through both densities.
        const double        length = of.grid.back() - of.grid.front();
        std::vector<double> log_mass(all.size(), none);
        ceiling_profile     profile{of.law, fit_at.logs, noise, {}, none};
        for (std::size_t i = 0; i + 1 < all.size(); ++i) {
            const double one = all[i].log_density, two = all[i + 1].log_density;
            const double top = (std::max)(one, two), gap = std::abs(one - two);
            if (!(top > none)) continue;
            const double width = (all[i + 1].z - all[i].z) / length;
            const double mean  = gap < 1e-6 ? 1.0 : gap < HUGE_VAL ? -std::expm1(-gap) / gap : 0.0;
            if (!(width > 0) || !(mean > 0)) continue;
            const double mass = prior + top + std::log(width * mean);
            // Shared between the ends in proportion to their densities.
            const double share = 1 / (1 + std::exp((std::max)(-50.0, (std::min)(50.0, two - one))));
            log_mass[i]        = log_of_sum(log_mass[i], mass + std::log(share));
            log_mass[i + 1]    = log_of_sum(log_mass[i + 1], mass + std::log1p(-share));
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            take(fit_at, all[i], log_mass[i]);
            if (!of.over_ceilings || !all[i].fit.found()) continue;
            profile.points.push_back(
                {all[i].z,
                 (std::max)(all[i].fit.squares, likelihood_.smallest_squares(fit_at.logs))});
            profile.log_mass = log_of_sum(profile.log_mass, log_mass[i]);
        }
        if (of.over_ceilings && !profile.points.empty()) ceilings_.push_back(std::move(profile));
    }

    /// Whether the least squares of a parabola through three points promise a density near the best so far.
    [[nodiscard]] bool worth_refining(const std::vector<fitted_shape>& all, std::size_t best,
                                      bool logs)
    {
        const double nu    = static_cast<double>(likelihood_.data().count()) - 2;
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
        least             = (std::max)(least, likelihood_.smallest_squares(logs));
        const double hope = all[best].log_density + nu / 2 * std::log(here / least);
        return hope > best_density_ - 8;
    }

    /// Adds points around the maximum between two points, closer together than the grid's.
    void refine(const shape_fitter& fit_at, std::vector<fitted_shape>& all, std::size_t left,
                std::size_t right)
    {
        const auto& grid = fit_at.family.grid;
        double      low = all[left].z, high = all[right].z;
        const auto  at = [&](double z) {
            const fitted_shape* nearby = nullptr;
            for (const auto& one : all)
                if (!nearby || std::abs(one.z - z) < std::abs(nearby->z - z)) nearby = &one;
            return fit_at(z, nearby);
        };
        constexpr double golden       = 0.6180339887498949;
        double           low_density  = all[left].log_density;
        double           high_density = all[right].log_density;
        auto             c = at(high - golden * (high - low)), d = at(low + golden * (high - low));
        // Golden section, until the density falls by less than 1 to both sides.
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
        const double most = (grid.back() - grid.front()) / 4;
        // A width over which the log density falls by 0.3 or more.
        for (int i = 0; i < 60 && wide < most; ++i) {
            const double falls = top.log_density - at(top.z + wide).log_density;
            if (falls > 0.3) break;
            wide *= 2;
        }
        best_density_ = (std::max)(best_density_, top.log_density);
        for (const double side : {-3.6, -2.2, -1.1, 0.0, 1.1, 2.2, 3.6}) {
            const double z = top.z + side * wide;
            if (z < grid.front() || z > grid.back()) continue;
            all.push_back(side == 0 ? top : at(z));
        }
        std::sort(all.begin(), all.end(),
                  [](const fitted_shape& a, const fitted_shape& b) { return a.z < b.z; });
    }

    void take(const shape_fitter& of, const fitted_shape& one, double log_mass)
    {
        if (!(log_mass > -std::numeric_limits<double>::infinity())) return;
        const auto [kind, early] = verdict_on(of.family.law, one.curve, one.fit, tolerance_);
        components_.push_back(
            {of.family.law, kind, early, of.logs, of.noise, one.curve, one.fit, log_mass});
    }

    const integrated_likelihood&   likelihood_;
    double                         tolerance_;
    std::vector<growth_component>& components_;
    std::vector<ceiling_profile>&  ceilings_;
    double                         best_density_ = -std::numeric_limits<double>::infinity();
};

} // namespace orgscale::detail
