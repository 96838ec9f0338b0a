#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <orgscale/core/language.hpp>

namespace orgscale::detail {

/// The nth prime, from 2 at 0.
[[nodiscard]] constexpr std::uint64_t prime(std::size_t n)
{
    std::uint64_t candidate = 2;
    for (;; ++candidate) {
        bool divided = false;
        for (std::uint64_t by = 2; by * by <= candidate && !divided; ++by)
            divided = candidate % by == 0;
        if (!divided && n-- == 0) return candidate;
    }
}

/// The digits of an index in a base, mirrored about the radix point.
template <class Real>
[[nodiscard]] constexpr Real radical_inverse(std::uint64_t index, std::uint64_t base)
{
    Real sum   = 0;
    Real scale = 1;
    for (; index > 0; index /= base) {
        scale /= static_cast<Real>(base);
        sum += scale * static_cast<Real>(index % base);
    }
    return sum;
}

/// A point of Halton's low-discrepancy sequence in the unit cube [1].
///
/// [1] Halton, J. H. (1960). On the efficiency of certain quasi-random sequences of points in
///     evaluating multi-dimensional integrals. Numerische Mathematik 2, 84-90.
///     doi:10.1007/BF01386213
template <class Real>
[[nodiscard]] std::vector<Real> halton_point(std::uint64_t index, std::size_t size)
{
    std::vector<Real> point(size);
    for (std::size_t n = 0; n < size; ++n) point[n] = radical_inverse<Real>(index, prime(n));
    return point;
}

} // namespace orgscale::detail
