#pragma once

#include <orgscale/core/description.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/core/workforce_policy.hpp>

namespace orgscale {

/// The neutral workforce: people are as productive on the day they are hired as they will ever be.
///
///     at_work(n, r)  = n
///     assimilated(r) = infinity, r > 0
///
/// Not for work that takes time to learn, nor for growth that is fast beside that time: see rookies.
template <real Real = double>
struct ready_at_once {
    using real_type = Real;

    /// n, everybody [people].
    [[nodiscard]] constexpr Real at_work(const Real& people, const Real&) const { return people; }

    /// Nobody stays a newcomer [people/time].
    [[nodiscard]] constexpr Real assimilated(const Real& rookies) const
    {
        return select(rookies > 0, infinity<Real>(), Real(0));
    }

    /// Nobody is a newcomer [people].
    [[nodiscard]] constexpr Real opening(const Real&, const Real&) const { return Real(0); }

    /// 0: nothing is to be learned [time].
    [[nodiscard]] constexpr Real learning_time() const { return Real(0); }

    static constexpr auto parameters() { return description<>{}; }
};

static_assert(workforce_policy<ready_at_once<>, double>);

} // namespace orgscale
