#pragma once

#include <limits>

#include <orgscale/fit/detail/growth_curve.hpp>

namespace orgscale {

/// The best curve of a growth law, as `identify` found it: x(t) over all times, also beyond the figures.
///
///     η(x) = a + b (t - t0)/T,    dx/dη = f(x)
///
/// with the law's f (see growth_law), t0 and T the first time and the span of the figures. Infinite where the law has
/// reached infinity before t, and 0 where it begins after t.
class growth_path {
public:
    /// `unit` is what the sizes are counted in.
    growth_path(const detail::growth_curve& curve, double at_first, double slope, double begin,
                double length, double unit)
        : curve_{curve}, a_{at_first}, b_{slope}, begin_{begin}, length_{length}, unit_{unit}
    {}

    [[nodiscard]] double at(double time) const
    {
        const double x = curve_.size(a_ + b_ * (time - begin_) / length_);
        if (!(x == x)) // a power of the time that ends, or begins, before or after this time
            return curve_.shape > 1 ? std::numeric_limits<double>::infinity() : 0;
        return x > 0 ? unit_ * x : 0;
    }

private:
    detail::growth_curve curve_;
    double               a_, b_, begin_, length_, unit_;
};

} // namespace orgscale
