#pragma once

#include <cmath>
#include <limits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// Integrates by the double exponential rule, for numbers with more digits than a `double`: calls
/// `add(v, weight)` for each node of the integral from `begin` to `end`. The number of nodes depends on
/// the digits alone, about seven for each decimal digit.
///
/// Takahasi, H., Mori, M. (1974). Double exponential formulas for numerical integration. Publications of
/// the Research Institute for Mathematical Sciences 9(3), 721-741. doi:10.2977/prims/1195192451
template <ordered_real Real, class Add>
void tanh_sinh(const Real& begin, const Real& end, const Add& add)
{
    using std::exp, std::log;
    using Passive        = passive_t<Real>;
    const Passive digits = 2 - log(std::numeric_limits<Passive>::epsilon()); // natural ones
    const Passive quarter_turn =
        static_cast<Passive>(1.57079632679489661923L); // any such scale will do
    const Passive furthest = log(Passive(digits / quarter_turn + 1)) + Passive(0.5);
    const Passive step     = 3 / digits;
    const Real    length   = end - begin;
    for (Passive t = 0; t <= furthest; t = t + step) {
        const Passive grown = exp(t), sinh = (grown - 1 / grown) / 2,
                      cosh   = (grown + 1 / grown) / 2;
        const Passive fallen = exp(Passive(-2 * quarter_turn * sinh));
        const Passive beyond = fallen / (1 + fallen); // share of the length that is beyond the node
        const Passive weight = step * 2 * quarter_turn * cosh * fallen /
                               ((1 + fallen) * (1 + fallen));
        add(Real(end - length * beyond), Real(length * weight));
        if (t > 0) add(Real(begin + length * beyond), Real(length * weight));
    }
}

} // namespace orgscale::detail
