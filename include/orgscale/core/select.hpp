#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// Whether a comparison holds, in every lane where the numbers have lanes.
///
/// A mask that is not a `bool` answers `all_of(mask)`, found by argument-dependent lookup, as the
/// masks of `std::experimental::simd` do.
template <class Mask>
[[nodiscard]] constexpr bool every(const Mask& mask)
{
    if constexpr (std::convertible_to<Mask, bool>) {
        return mask;
    } else {
        return all_of(mask);
    }
}

/// `yes` where the mask holds, else `no`: the conditional of model text, lane by lane.
///
/// Both values are computed, so the one that is not chosen may be anything, also not a number.
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

/// The smaller of two numbers. If the first is not a number, neither is the answer: write the
/// computed value first and the bound second.
template <real Real>
[[nodiscard]] constexpr Real least(const Real& value, const Real& bound)
{
    return select(bound < value, bound, value);
}

/// The larger of two numbers. If the first is not a number, neither is the answer: write the
/// computed value first and the bound second.
template <real Real>
[[nodiscard]] constexpr Real greatest(const Real& value, const Real& bound)
{
    return select(value < bound, bound, value);
}

} // namespace orgscale
