#pragma once

#include <cmath>

#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale::detail {

/// The root to which Newton's steps descend from above: iterates until a step no longer decreases x.
template <real Real, class Step>
[[nodiscard]] Real fallen(Real x, const Step& nearer)
{
    for (int step = 0; step < 64; ++step) { // each doubles the digits: about ten suffice
        const Real next = nearer(x);
        if (every(next >= x)) break;
        x = least(next, x);
    }
    return x;
}

/// One manager and the workers whose questions fill the manager's time.
template <real Real>
struct knowledge_team {
    Real workers;  ///< n, workers of the manager
    Real worker;   ///< λ z0, knowledge of each worker
    Real manager;  ///< λ z1, knowledge of the manager beyond the workers'
    Real unsolved; ///< e^{-λ z1}, share of the questions that the manager cannot answer
};

/// The cheapest team for Q, its output times h/A, given λ/c, h, Q and 1 - Q.
///
/// With d the unsolved share, e^{λ z0} = Q + d and d (1 + λ/c + ln(Q + d)) = h, which is convex in d and
/// not below 0 at h c/(λ + c). At z0 = 0 where z0 would be negative, that is where d = 1 - Q is larger.
template <real Real>
[[nodiscard]] knowledge_team<Real> best_team(const Real& rarity, const Real& help,
                                             const Real& asked, const Real& not_asked)
{
    using std::exp, std::expm1, std::log, std::log1p;
    const Real most      = help / (1 + rarity);
    const auto unskilled = not_asked >= most;
    const auto few       = asked < Real(0.5); // Q is accurate there, 1 - Q elsewhere
    const Real inside    = select(unskilled, Real(1 - most), asked); // where z0 leaves 0
    const Real outside   = select(unskilled, most, not_asked);
    const Real root      = fallen(most, [&](const Real& d) {
        const Real part = d / (inside + d);
        return Real((help + d * part) / (1 + rarity + log(Real(inside + d)) + part));
    });

    // The same equation in t = λ z0, accurate where t is small and for derivatives of two orders:
    // e^t - h/(1 + λ/c + t) = Q.
    const auto nearer = [&](const Real& t) {
        const Real worth = 1 + rarity + t;
        const Real over  = expm1(t) + select(few, Real((1 - help + rarity + t) / worth - inside),
                                             Real(outside - help / worth));
        return Real(t - over / (exp(t) + help / (worth * worth)));
    };
    const Real skilled  = greatest(nearer(nearer(Real(log(Real(inside + root))))), Real(0));
    const Real unsolved = select(unskilled, not_asked, Real(help / (1 + rarity + skilled)));

    // -ln d where d = 1 - Q.
    const auto bottom = unskilled && few;
    const Real known =
        select(bottom, Real(-log1p(Real(-select(bottom, asked, Real(0))))), Real(-log(unsolved)));
    return {Real(select(unskilled, Real(1), Real(inside + unsolved)) / help),
            select(unskilled, Real(0), skilled),
            select(unskilled, known, Real(log1p(Real(rarity + skilled)) - log(help))), unsolved};
}

} // namespace orgscale::detail
