#pragma once

#include <tuple>

#include <orgscale/core/breakpoints.hpp>
#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/improvement_policy.hpp>
#include <orgscale/core/observation_policy.hpp>
#include <orgscale/improvement/continuous_improvement.hpp>
#include <orgscale/improvement/reorganization.hpp>
#include <orgscale/observation/dashboard.hpp>
#include <orgscale/observation/shop_floor.hpp>

// The policies of a scenario are chosen while the program runs, the library's are types. These two hold
// them all, so that one type of organisation serves every choice; what wasn't chosen has no effect.

namespace plan {

/// What is seen at once, in reports and at the front, each weighed by the share of it that one goes by.
template <orgscale::real Real = double>
struct chosen_observation {
    using real_type = Real;

    orgscale::fraction<Real>  by_reports{0};   ///< share seen in reports [-]
    orgscale::fraction<Real>  at_the_front{0}; ///< share seen at the front, late as that is [-]
    orgscale::dashboard<Real> reports{.reporting_interval = 1};
    orgscale::shop_floor<Real> visits{.visit_interval = 1, .sample = 1, .noise = 0, .volatility = 1};

    [[nodiscard]] Real reporting_delay(const Real& layers) const
    {
        return by_reports * reports.reporting_delay(layers) +
               at_the_front * visits.reporting_delay(layers);
    }

    [[nodiscard]] Real signal_retention(const Real& layers) const
    {
        return 1 - by_reports * Real(1 - reports.signal_retention(layers));
    }

    static constexpr auto parameters()
    {
        using orgscale::parameter;
        return std::tuple{
            parameter{"by_reports", "", "-", "share seen in reports",
                      &chosen_observation::by_reports},
            parameter{"at_the_front", "", "-", "share seen at the front",
                      &chosen_observation::at_the_front},
            parameter{"reports", "", "", "what is seen in reports", &chosen_observation::reports},
            parameter{"visits", "", "", "what is seen at the front", &chosen_observation::visits}};
    }
};

static_assert(orgscale::delayed_observation<chosen_observation<>, double>);
static_assert(orgscale::fully_described<chosen_observation<>>);

/// Continuous improvement and a reorganisation, of which one does nothing.
template <orgscale::real Real = double>
struct chosen_improvement {
    using real_type = Real;

    orgscale::continuous_improvement<Real> continuous{};
    orgscale::reorganization<Real>         reorganized{};

    [[nodiscard]] Real productivity(const Real& time) const
    {
        return continuous.productivity(time) * reorganized.productivity(time);
    }

    [[nodiscard]] Real defects(const Real& time) const
    {
        return continuous.defects(time) + reorganized.defects(time);
    }

    [[nodiscard]] constexpr auto breakpoints() const
    {
        return orgscale::joined_breakpoints(continuous.breakpoints(), reorganized.breakpoints());
    }

    static constexpr auto parameters()
    {
        using orgscale::parameter;
        return std::tuple{
            parameter{"continuous", "", "", "many small steps", &chosen_improvement::continuous},
            parameter{"reorganized", "", "", "one big one", &chosen_improvement::reorganized}};
    }
};

static_assert(orgscale::improvement_policy<chosen_improvement<>, double>);
static_assert(orgscale::fully_described<chosen_improvement<>>);

} // namespace plan
