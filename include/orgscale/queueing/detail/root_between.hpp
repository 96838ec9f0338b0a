#pragma once

#include <cstdint>
#include <limits>

#include <boost/math/tools/toms748_solve.hpp>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// Where f, of any number type, is 0 between two numbers at which its signs differ, with the slopes of
/// that place; where roundings make the signs the same, the end at which f is smaller.
template <ordered_real Real, class Function>
[[nodiscard]] Real root_between(const Function& f, const passive_t<Real>& from,
                                const passive_t<Real>& to)
{
    using Passive          = passive_t<Real>;
    const auto     value   = [&](const Passive& x) { return Passive(passive(f(Real(x)))); };
    const Passive  at_from = value(from), at_to = value(to);
    std::uintmax_t most = 500;
    const auto     size = [](const Passive& x) { return x < 0 ? Passive(-x) : x; };
    Passive        root = size(at_from) <= size(at_to) ? from : to;
    if ((at_from < 0 && at_to > 0) || (at_from > 0 && at_to < 0)) {
        const auto ends = boost::math::tools::toms748_solve(
            value, from, to, at_from, at_to,
            boost::math::tools::eps_tolerance<Passive>(std::numeric_limits<Passive>::digits), most);
        root = ends.first + (ends.second - ends.first) / 2;
    }
    if constexpr (has_derivatives<Real>) {
        Real x(root); // each step of Newton's method doubles the order of the slopes that are right
        for (int order = 0; order < 2; ++order) {
            const auto along = f(dual<Real, 1>::variable(x));
            // The number itself stays: derivatives change no bit of it.
            const Real moved = along.value() - Real(passive(along.value()));
            x                = x - moved / along.slope();
        }
        return x;
    } else {
        return root;
    }
}

} // namespace orgscale::detail
