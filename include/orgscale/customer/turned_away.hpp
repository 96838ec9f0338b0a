#pragma once

#include <orgscale/core/description.hpp>
#include <orgscale/core/intake_policy.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// The neutral intake: customers who can't be taken on when they are won go elsewhere at once.
///
///     given_up(w) = infinity, w > 0
///
/// So nobody waits longer than the onboarding and the decisions take, however short the capacity. Not for
/// services that people wait for: see waiting_list.
template <real Real = double>
struct turned_away {
    using real_type = Real;

    /// Nobody waits: at once all of them [customers/time].
    [[nodiscard]] constexpr Real given_up(const Real& waiting) const
    {
        return select(waiting > 0, infinity<Real>(), Real(0));
    }

    static constexpr auto parameters() { return description<>{}; }
};

static_assert(intake_policy<turned_away<>, double>);

} // namespace orgscale
