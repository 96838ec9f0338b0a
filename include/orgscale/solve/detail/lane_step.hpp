#pragma once

#include <array>
#include <cstddef>

#include <orgscale/core/lanes.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/solve/detail/lane_control.hpp>
#include <orgscale/solve/detail/runge_kutta.hpp>

namespace orgscale::detail {

/// One step of Verner's pair in every lane, and its error.
template <class Many>
struct lane_step {
    using real_type = typename Many::real_type;
    using numbers   = numbers_of<Many>;
    using method    = verner_7;

    stages_of<Many> k;
    numbers         next;

    /// From x, whose rates are in k[0].
    void attempt(const Many& model, const real_type& begin, const real_type& width, const numbers& x)
    {
        evaluate<method, 1, method::stages>(model, begin, width, x, k);
        next = moved(x, width, weighted<row_of<method, method::stages>>(k));
    }

    /// The estimated error in units of the tolerance; hopeless if anything is not finite.
    [[nodiscard]] real_type error(const real_type& width, const numbers& x, double relative,
                                  double absolute) const
    {
        using std::abs;
        const numbers estimate = weighted<error_of<method>>(k);
        real_type     worst(0);
        real_type     whole(0);
        for (std::size_t n = 0; n < x.size(); ++n) {
            const real_type size  = greatest(real_type(abs(next[n])), real_type(abs(x[n])));
            const real_type scale = absolute + relative * size;
            const real_type ratio = abs(width * estimate[n]) / scale;
            worst                 = greatest(least(real_type(hopeless_error), ratio), worst);
            whole                 = whole + size;
        }
        return select(whole < infinity<real_type>(), worst, real_type(hopeless_error));
    }
};

} // namespace orgscale::detail
