#pragma once

#include <orgscale/fit/detail/growth_curve.hpp>

namespace orgscale {

/// The best curve of a law that `identify` compared, at any time: sizes in the units of the figures. Beyond the time
/// at which a law faster than exponential becomes infinite it is NaN.
class identified_curve {
public:
    identified_curve(detail::growth_curve curve, double a, double b, double begin, double length,
                     double unit)
        : curve_{curve}, a_{a}, b_{b}, begin_{begin}, length_{length}, unit_{unit}
    {}

    [[nodiscard]] double operator()(double time) const
    {
        return unit_ * curve_.size(a_ + b_ * ((time - begin_) / length_));
    }

private:
    detail::growth_curve curve_;
    double               a_, b_, begin_, length_, unit_;
};

} // namespace orgscale
