#pragma once

#include <orgscale/core/real.hpp>

namespace orgscale {

/// A law of what a network of n members is worth: sarnoff, metcalfe, odlyzko_tilly, reed.
///
///     value(n)                 V(n)                             [value]
///     log2_value(n)            log2 of it, in every size
///     merger_gain(a, b)        V(a+b) - V(a) - V(b), what two networks gain by becoming one [value]
///     log2_merger_gain(a, b)   log2 of it, in every size
///
/// Laws are compared in log2: on that scale the largest is still a number. For n, a, b >= 1.
template <class Law>
concept value_law =
    real<typename Law::real_type> &&
    requires(const Law& law, const typename Law::real_type& n, typename Law::real_type answer) {
        answer = law.value(n);
        answer = law.log2_value(n);
        answer = law.merger_gain(n, n);
        answer = law.log2_merger_gain(n, n);
    };

} // namespace orgscale
