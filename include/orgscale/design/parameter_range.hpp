#pragma once

#include <cmath>
#include <string>

#include <orgscale/core/checked.hpp>

namespace orgscale {

/// A parameter to choose, by its full name, and its range.
///
///     parameter_range<>{"governance.span_of_control", 3, 15}
///     parameter_range<>{"units", 1, 8, true}                        whole numbers only
///
/// A range whose ends are positive and a factor of 100 or more apart is sampled on a logarithmic scale,
/// any other on a linear one. Not for a choice between kinds of organisation: design each and compare
/// their costs.
template <real Real = double>
struct parameter_range {
    std::string        name;
    finite_value<Real> low;
    finite_value<Real> high;
    bool               whole = false; ///< whether the value must be a whole number

    [[no_unique_address]] agreed in_order{low <= high, "low must not lie above high"};
    [[no_unique_address]] agreed has_whole{!whole || std::ceil(static_cast<double>(low)) <=
                                                         std::floor(static_cast<double>(high)),
                                           "there must be a whole number from low to high"};

    /// The value at a share of the way from low to high.
    [[nodiscard]] Real at(const Real& share) const
        requires ordered_real<Real>
    {
        using std::ceil, std::exp, std::floor, std::log, std::round;
        const Real first = whole ? Real(ceil(Real{low})) : Real{low};
        const Real last  = whole ? Real(floor(Real{high})) : Real{high};
        if (!(share > 0)) return first;
        if (!(share < 1)) return last;
        const bool by_magnitude = first > 0 && last >= 100 * first;
        const Real value   = by_magnitude ? Real(first * exp(Real(share * log(Real(last / first)))))
                                          : Real(first + share * (last - first));
        const Real nearest = whole ? Real(round(value)) : value;
        if (nearest < first) return first;
        return nearest < last ? nearest : last;
    }
};

} // namespace orgscale
