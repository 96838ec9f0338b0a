#pragma once

#include <cmath>
#include <vector>

#include <orgscale/fit/detail/growth_curve.hpp>
#include <orgscale/fit/growth_law.hpp>

namespace orgscale::detail {

/// The curves of one growth law that are compared: a grid over its shape, or over the logarithm of its ceiling.
struct law_family {
    growth_law          law;
    curve_family        curve;
    double              shape; ///< fixed where the grid is over ceilings
    bool                over_ceilings;
    double              log_prior;
    std::vector<double> grid;

    /// The curve at z, on the grid or between its points; sizes are in units of the largest.
    [[nodiscard]] growth_curve at(double z, double smallest_size) const
    {
        if (over_ceilings) return {curve, shape, std::exp(z)};
        if (curve == curve_family::parallelized) return {curve, std::exp(z)};
        if (curve == curve_family::affine) return {curve, smallest_size * (1 - std::exp(z))};
        return {curve, z};
    }
};

/// Whether a law is among those wanted, one bit each.
[[nodiscard]] inline bool among(unsigned laws, growth_law law)
{
    return (laws >> static_cast<unsigned>(law) & 1U) != 0;
}

/// The families of the wanted laws, for sizes in units of the largest.
[[nodiscard]] inline std::vector<law_family> law_families(unsigned laws, double smallest_size)
{
    const std::vector<double> ceilings{-0.25, -0.1, -0.03, 0.001, 0.03, 0.09, 0.2, 0.4,
                                       0.7,   1.1,  1.6,   2.2,   3.2,  4.5,  6.5, 9.2};
    const std::vector<double> orders{-4,  -2.8, -1.9, -1.2, -0.7, -0.35, -0.1, 0.1,
                                     0.3, 0.5,  0.7,  0.85, 0.97, 1.1,   1.3,  2};
    std::vector<double>       saturations, fixed_bases;
    for (int i = 0; i <= 11; ++i)
        saturations.push_back(std::log(smallest_size) - 1.5 +
                              i * (4.5 - std::log(smallest_size)) /
                                  11); // from e^-1.5 of the smallest size to e³ of the largest
    for (int i = 0; i <= 9; ++i) fixed_bases.push_back(-5 + i);
    std::vector<law_family> all;
    const auto add = [&](growth_law law, curve_family curve, double shape, bool over_ceilings,
                         double prior, const std::vector<double>& grid) {
        if (among(laws, law))
            all.push_back({law, curve, shape, over_ceilings, std::log(prior), grid});
    };
    add(growth_law::linear, curve_family::power, 0, false, 1, {0});
    add(growth_law::exponential, curve_family::power, 1, false, 1, {1});
    add(growth_law::power, curve_family::power, 0, false, 1, orders);
    add(growth_law::parallelized, curve_family::parallelized, 0, false, 1, saturations);
    add(growth_law::none, curve_family::affine, 0, false, 0.2, fixed_bases);
    add(growth_law::logistic, curve_family::bass, 0, true, 1, ceilings);
    add(growth_law::gompertz, curve_family::gompertz, 0, true, 1, ceilings);
    for (const double shape : {0.3, 0.6, 2.0, 4.0})
        add(growth_law::richards, curve_family::richards, shape, true, 0.25, ceilings);
    for (const double shape : {0.01, 0.03, 0.1, 0.3, 1.0})
        add(growth_law::bass, curve_family::bass, shape, true, 0.2, ceilings);
    return all;
}

} // namespace orgscale::detail
