#pragma once

#include <orgscale/core/real.hpp>

namespace orgscale {

/// Value law: the value of a network of n members. Models: sarnoff, metcalfe, odlyzko_tilly, reed.
///
///     value(n)                 V(n)                                                [value]
///     log2_value(n)            its log2, also where V(n) overflows                 [-]
///     merger_gain(a, b)        V(a+b) - V(a) - V(b), the gain of merging networks  [value]
///     log2_merger_gain(a, b)   its log2, also where the gain overflows             [-]
///
/// Laws are compared in log2, where even the largest values are finite. For n, a, b >= 1.
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
