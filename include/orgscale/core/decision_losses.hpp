#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// What wrong decisions cost an organisation, as shares of what it could win. With its decision quality they make up
/// the whole: quality + lost + wasted = 1.
template <real Real = double>
struct decision_losses {
    Real lost;   ///< by good initiatives rejected, errors of omission           [-]
    Real wasted; ///< taken back by bad ones accepted, errors of commission      [-]
};

/// A governance that knows how its decisions go wrong: committee, screened, and a transition between two such. One of
/// your own needs `losses(people)` beside `decision_quality(people)`.
template <class Policy, class Real>
concept knows_decision_losses = requires(const Policy& policy, const Real& people) {
    { policy.losses(people) } -> std::convertible_to<decision_losses<Real>>;
};

} // namespace orgscale
