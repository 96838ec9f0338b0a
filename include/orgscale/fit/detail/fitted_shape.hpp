#pragma once

#include <algorithm>
#include <cmath>

#include <orgscale/fit/detail/curve_fitter.hpp>
#include <orgscale/fit/detail/fitted_growth.hpp>
#include <orgscale/fit/detail/growth_curve.hpp>
#include <orgscale/fit/detail/integrated_likelihood.hpp>
#include <orgscale/fit/detail/law_family.hpp>

namespace orgscale::detail {

/// A curve of a family, its fit, and ln of its integrated likelihood.
struct fitted_shape {
    double        z, log_density; ///< z: place on the family's grid
    growth_curve  curve;
    fitted_growth fit;
};

/// Fits the curves of a family under one kind of noise.
struct shape_fitter {
    const law_family&            family;
    const integrated_likelihood& likelihood;
    curve_fitter&                fitter;
    bool                         logs;
    growth_noise                 noise;

    /// The fit at z, started from `nearby`, if not null, a fit of a similar shape or of the same one with white noise.
    [[nodiscard]] fitted_shape operator()(double z, const fitted_shape* nearby) const
    {
        fitted_shape  one{z, 0, family.at(z, likelihood.smallest_size()), {}};
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
            one.fit = fitter.process.fit(one.curve);
        } else {
            one.fit = known ? start : fitter.level.fit(one.curve, 0, start);
            if (noise == growth_noise::correlated && one.fit.found() &&
                one.fit.squares > likelihood.smallest_squares(logs))
                one.fit = fitter.level.correlated(one.curve, one.fit);
        }
        one.log_density = likelihood.of_curve(one.curve, one.fit, logs, noise);
        return one;
    }
};

} // namespace orgscale::detail
