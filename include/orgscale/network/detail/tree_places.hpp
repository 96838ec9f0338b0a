#pragma once

#include <cmath>
#include <cstdint>

#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale::detail {

/// People of a tree of `levels` levels, `branching` reports to each manager; 0 where these are more than 2^40,
/// levels < 1 or branching < 1. Numbered level by level: the head is 0, and the reports of i are b i + 1 to
/// b i + b.
[[nodiscard]] constexpr std::int64_t people_of_tree(std::int64_t branching, std::int64_t levels)
{
    constexpr std::int64_t most   = std::int64_t{1} << 40;
    std::int64_t           people = levels < 1 || branching < 1 ? 0 : 1;
    if (branching == 1) return levels < 1 || levels > most ? 0 : levels;
    for (std::int64_t level = 1; level < levels && people > 0; ++level) {
        if (people > (most - 1) / branching) return 0;
        people = 1 + branching * people;
    }
    return people;
}

/// The manager of i > 0.
[[nodiscard]] constexpr std::int64_t manager_of(std::int64_t person, std::int64_t branching)
{
    return (person - 1) / branching;
}

/// e^(-x/reach) for x = sqrt(up² + down² - 2), 0 between neighbours and next to them; 1 at x = 0 and for infinite
/// reach, 0 at x > 0 for no reach. `up` and `down` are the levels of two people below their lowest common
/// manager.
template <real Real>
[[nodiscard]] Real nearness(std::int64_t up, std::int64_t down, const Real& reach)
{
    using std::exp, std::sqrt;
    const std::int64_t square = up * up + down * down - 2;
    if (square <= 0) return Real(1);
    const auto some = reach > 0;
    const Real away = sqrt(Real(static_cast<double>(square))) / select(some, reach, Real(1));
    return select(some, Real(exp(Real(-away))), Real(0));
}

} // namespace orgscale::detail
