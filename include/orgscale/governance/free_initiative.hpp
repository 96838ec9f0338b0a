#pragma once

#include <array>
#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/governance/project_portfolio.hpp>

namespace orgscale {

/// Free initiative: an initiative is taken up if any one of a circle of c people wants to.
///
///     F(p) = 1 - (1-p)^min(c, n)
///
/// Sah and Stiglitz's polyarchy (see polyarchy.hpp): who is refused asks the next. Continued to any c >= 1; that a
/// circle has no more people than the organisation is the library's assumption. A screen for `screened`.
template <real Real = double>
struct free_initiative {
    using real_type = Real;

    at_least_one<Real> circle{1}; ///< c, people of whom one must want it [people]

    template <class Governance>
    [[nodiscard]] auto accepted(const Governance&, const Real& people,
                                const project_portfolio<Real>& initiatives) const
    {
        const Real asked = least(people, Real{circle});
        return typename project_portfolio<Real>::accepted_shares{
            wanted_by_any(Real{initiatives.accepts_good}, asked),
            wanted_by_any(Real{initiatives.accepts_bad}, asked)};
    }

    /// How far n people are from the size of the circle.
    [[nodiscard]] constexpr std::array<Real, 1> margins(const Real& people) const
    {
        return {people - circle};
    }

    static constexpr auto parameters()
    {
        return description{parameter{"circle", "c", "people",
                                     "people of whom one must want an initiative",
                                     &free_initiative::circle}};
    }

private:
    /// 1 - (1-p)^c, without cancellation where p is small.
    [[nodiscard]] static Real wanted_by_any(const Real& p, const Real& asked)
    {
        using std::expm1, std::log1p, std::pow;
        const auto rare  = p < Real(0.5);
        const Real below = select(rare, p, Real(0));
        return select(rare, Real(-expm1(Real(asked * log1p(Real(-below))))),
                      Real(1 - pow(Real(1 - p), asked)));
    }
};

static_assert(fully_described<free_initiative<>>);

} // namespace orgscale
