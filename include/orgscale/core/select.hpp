#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// Whether a comparison holds, in every lane where the numbers have lanes.
///
/// A mask that is not a `bool` has `all_of(mask)`, found by argument-dependent lookup, as the masks of
/// `std::experimental::simd` have.
template <class Mask>
[[nodiscard]] constexpr bool every(const Mask& mask)
{
    if constexpr (std::convertible_to<Mask, bool>) {
        return mask;
    } else {
        return all_of(mask);
    }
}

/// `yes` where the mask holds, else `no`: the conditional operator of models, lane by lane.
///
/// Both values are computed; the one not chosen may be anything, even NaN.
template <class Mask, real Real>
[[nodiscard]] constexpr Real select(const Mask& mask, const Real& yes, const Real& no)
{
    if constexpr (std::convertible_to<Mask, bool>) {
        return mask ? yes : no;
    } else {
        Real chosen         = no;
        where(mask, chosen) = yes;
        return chosen;
    }
}

/// The smaller of two numbers; NaN if the first is NaN. Write the computed value first and the bound
/// second.
template <real Real>
[[nodiscard]] constexpr Real least(const Real& value, const Real& bound)
{
    return select(bound < value, bound, value);
}

/// The larger of two numbers; NaN if the first is NaN. Write the computed value first and the bound
/// second.
template <real Real>
[[nodiscard]] constexpr Real greatest(const Real& value, const Real& bound)
{
    return select(value < bound, bound, value);
}

} // namespace orgscale
