#pragma once

#include <cstddef>
#include <random>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/transition.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/growth/parallel_growth.hpp>
#include <orgscale/solve/batch.hpp>

// Different firms and networks for batches: member i of each kind, the same in every program.

template <class Real> using gradual =
    orgscale::transition<orgscale::hierarchy<Real>, orgscale::meritocracy<Real>>;

/// A pseudo-random number for member i, from low to high.
[[nodiscard]] inline double spread(std::size_t i, std::size_t parameter, double low, double high)
{
    std::mt19937_64 generator{1000 * i + parameter};
    return std::uniform_real_distribution<>{low, high}(generator);
}

template <class Real>
[[nodiscard]] auto governance_of(std::size_t, const orgscale::frictionless<Real>*)
{
    return orgscale::frictionless<Real>{};
}

template <class Real>
[[nodiscard]] auto governance_of(std::size_t i, const orgscale::hierarchy<Real>*)
{
    return orgscale::hierarchy<Real>{.span_of_control       = spread(i, 1, 4, 9),
                                     .control_retention     = 0.95,
                                     .escalation            = spread(i, 2, 0.2, 0.8),
                                     .decisions_per_manager = 40};
}

template <class Real>
[[nodiscard]] auto governance_of(std::size_t i, const orgscale::meritocracy<Real>*)
{
    return orgscale::meritocracy<Real>{
        .alignment = spread(i, 1, 0.6, 0.9), .autonomy = 0.95, .time_per_hop = 0.05};
}

template <class Real>
[[nodiscard]] auto governance_of(std::size_t i, const gradual<Real>*)
{
    return gradual<Real>{
        .from     = governance_of(i, static_cast<const orgscale::hierarchy<Real>*>(nullptr)),
        .to       = governance_of(i, static_cast<const orgscale::meritocracy<Real>*>(nullptr)),
        .start    = spread(i, 5, 5, 30),
        .duration = spread(i, 6, 5, 20),
        .dip      = 0.2};
}

template <template <class> class Governance>
[[nodiscard]] auto member(std::size_t i, const orgscale::linear_growth<Governance>*)
{
    return orgscale::linear_growth<Governance>{
        .governance           = governance_of(i, static_cast<const Governance<double>*>(nullptr)),
        .sales_rate           = spread(i, 10, 15, 25),
        .sales_per_person     = 0.05,
        .hiring_rate          = spread(i, 11, 2, 5),
        .customers_per_person = 5,
        .churn                = 0.01};
}

template <template <class> class Governance>
[[nodiscard]] auto member(std::size_t i, const orgscale::parallel_growth<Governance>*)
{
    return orgscale::parallel_growth<Governance>{
        .governance           = governance_of(i, static_cast<const Governance<double>*>(nullptr)),
        .sales_rate           = spread(i, 10, 5, 9),
        .units                = spread(i, 12, 1, 8),
        .contention           = 0.03,
        .coherency            = 0.001,
        .hiring_rate          = spread(i, 11, 2, 5),
        .customers_per_person = 5,
        .attrition            = 0.01};
}

template <template <class> class Governance>
[[nodiscard]] auto member(std::size_t i, const orgscale::network_growth<Governance>*)
{
    return orgscale::network_growth<Governance>{
        .governance           = governance_of(i, static_cast<const Governance<double>*>(nullptr)),
        .innovation           = 1e-4,
        .imitation            = spread(i, 10, 0.1, 0.3),
        .potential            = 1e5,
        .participation        = 0.1,
        .customers_per_node   = spread(i, 12, 2, 12),
        .hiring_rate          = 3,
        .customers_per_person = 50};
}

template <class Model>
[[nodiscard]] orgscale::batch_member<Model> firm(std::size_t i)
{
    return {member(i, static_cast<const Model*>(nullptr)),
            {spread(i, 20, 3, 8), spread(i, 21, 10, 20)}};
}

/// x' = r x (1 - x / K), without its closed form.
template <class Real>
struct crowd {
    using real_type = Real;

    orgscale::finite_value<Real> rate_of_growth; ///< if negative, x may diverge to minus infinity
    orgscale::finite_positive<Real> room;

    [[nodiscard]] Real rate(const Real& x) const { return rate_of_growth * x * (1 - x / room); }

    static constexpr auto parameters()
    {
        return orgscale::description{
            orgscale::parameter{"rate_of_growth", "r", "1/time", "", &crowd::rate_of_growth},
            orgscale::parameter{"room", "K", "-", "", &crowd::room}};
    }
};

[[nodiscard]] inline orgscale::batch_member<crowd<double>> mild(std::size_t i)
{
    return {{.rate_of_growth = spread(i, 1, 0.2, 0.9), .room = spread(i, 2, 50, 200)},
            spread(i, 3, 1, 9)};
}
