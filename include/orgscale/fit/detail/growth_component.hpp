#pragma once

#include <limits>
#include <vector>

#include <orgscale/fit/detail/curve_fitter.hpp>
#include <orgscale/fit/detail/growth_curve.hpp>
#include <orgscale/fit/growth_law.hpp>
#include <orgscale/fit/growth_verdict.hpp>

namespace orgscale::detail {

/// A law with one shape and one kind of noise, and its share of the probability.
struct growth_component {
    growth_law     law;
    growth_verdict kind;
    bool           early = false; ///< below half of its ceiling
    bool           logs  = false;
    growth_noise   noise = growth_noise::white;
    growth_curve   curve{curve_family::power};
    fitted_growth  fit{};
    double         log_mass = -std::numeric_limits<double>::infinity();
};

/// How well each ceiling fits, for one law and one kind of noise.
struct ceiling_profile {
    struct point {
        double log_ceiling, squares;
    };
    growth_law         law;
    bool               logs;
    growth_noise       noise;
    std::vector<point> points; ///< rising
    double             log_mass = -std::numeric_limits<double>::infinity();
};

/// The best broken law, and how likely each date of its break is.
struct broken_growth {
    std::vector<double> log_mass_after; ///< of a break after point i
    double              log_mass = -std::numeric_limits<double>::infinity(), log_best = log_mass;
    bool                logs = false;
    std::vector<double> fitted; ///< sizes of the best one
};

} // namespace orgscale::detail
