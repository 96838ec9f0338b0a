#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include <boost/math/tools/minima.hpp>

#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale::detail {

/// Where a function that turns between two times comes nearest to zero. It is of one sign at both; distances from zero
/// are negative where it is of the other.
template <class Function, real Real>
class nearest_to_zero {
public:
    struct end {
        Real time;
        Real value; ///< of the function
    };

    /// `sign` is that of the function at both ends.
    nearest_to_zero(const Function& function, int sign, const end& first, const end& last)
        : function_{function}, sign_(static_cast<Real>(sign)), first_{first}, last_{last}
    {}

    /// The time, and the distance then, to half of the digits.
    [[nodiscard]] std::pair<Real, Real> find() const
    {
        std::uintmax_t most = 100;
        return boost::math::tools::brent_find_minima(
            [&](const Real& time) { return distance(time); }, first_.time, last_.time,
            std::numeric_limits<Real>::digits / 2, most);
    }

    /// Whether it may come nearer than was found: about a corner or a cusp it is steep, and at a touch flatter than
    /// a parabola it is almost zero.
    [[nodiscard]] bool is_sharp(const Real& time, const Real& found) const
    {
        const Real one = sign_ * first_.value, other = sign_ * last_.value;
        if (found * 1000 < least(one, other)) return true;
        const Real aside = (last_.time - first_.time) / 10000;
        const Real rises = greatest(distance(greatest(Real(time - aside), first_.time)),
                                    distance(least(Real(time + aside), last_.time))) -
                           found;
        return rises * 100000 > greatest(one, other) - found;
    }

    /// The same as find() to the last digit, around where that found it: a corner, or a touch flatter than a parabola.
    /// By golden sections.
    [[nodiscard]] std::pair<Real, Real> sharpened(const Real& guess) const
    {
        const Real golden = Real(0.6180339887498949);
        const Real around = (last_.time - first_.time) / 1000;
        Real       low    = greatest(Real(guess - around), first_.time);
        Real       high   = least(Real(guess + around), last_.time);
        Real       inner = high - golden * (high - low), outer = low + golden * (high - low);
        Real       at_inner = distance(inner), at_outer = distance(outer);
        for (int section = 0; section < 200 && low < inner && inner < outer && outer < high;
             ++section) {
            if (at_inner < at_outer) {
                high     = outer;
                outer    = inner;
                at_outer = at_inner;
                inner    = high - golden * (high - low);
                at_inner = distance(inner);
            } else {
                low      = inner;
                inner    = outer;
                at_inner = at_outer;
                outer    = low + golden * (high - low);
                at_outer = distance(outer);
            }
        }
        return at_inner < at_outer ? std::pair{inner, at_inner} : std::pair{outer, at_outer};
    }

private:
    [[nodiscard]] Real distance(const Real& time) const { return Real(sign_ * function_(time)); }

    const Function& function_;
    Real            sign_;
    end             first_;
    end             last_;
};

} // namespace orgscale::detail
