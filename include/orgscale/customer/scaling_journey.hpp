#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/flows.hpp>
#include <orgscale/core/growth_model.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/core/staging.hpp>
#include <orgscale/customer/stage.hpp>

namespace orgscale {

/// The journey from product-market fit to scaled operations: the condition for each stage.
///
///     1 product-market fit    inflow > (1-ε) lost, capacity > q customers
///     2 repeatable sales      customers > r
///     3 reliable delivery     inflow > (1-ε) won, capacity > (1-ε) customers, (1-ε) wait < least wait
///     4 shared decisions      won > (1-ε) demand, and people > s or customers > k
///     5 economies of scale    ċ/c - ṅ/n > -ε (inflow/c + hired/n)    for c customers, n people
///     6 scaled operations     customers > m, decide > b sell   after decisions for upkeep
///
/// A stage is reached if its condition and all earlier ones hold; journey() requires in addition that they hold for
/// holding_time. Rates are the model's flows at that moment. ε is the shortage tolerated: where hiring follows
/// sales, staff is always slightly short. In 3, the least wait is that while nothing is short; for models whose
/// experience reports both (operated). In 4, one person can no longer decide alone about more people than a span of
/// control or more customers than one can know (about 150 [1]). In 5, customers per person may fall by ε of the
/// turnover, so a hierarchy whose customers per person fall with an elasticity beyond 2 ε/(1+ε) stops there.
///
/// Conditions and defaults are the library's own choice (see stage.hpp); set your own, or write your own staging. A
/// model with limits but no flows is assumed to decide about everything it could sell and to serve everybody; a
/// model without people, to have constant customers per person. Not for a model whose state has no customers.
///
/// [1] Dunbar, R. I. M. (1993). Coevolution of neocortical size, group size and language in humans.
///     Behavioral and Brain Sciences 16(4), 681-694. doi:10.1017/S0140525X00032325
template <real Real = double>
struct scaling_journey {
    using real_type  = Real;
    using stage_type = stage;

    static constexpr std::array stages{stage::product_market_fit, stage::repeatable_sales,
                                       stage::reliable_delivery,  stage::shared_decisions,
                                       stage::economies_of_scale, stage::scaled_operations};

    fraction_below_one<Real>  shortfall{Real(0.05)};   ///< ε, shortage that is tolerated       [-]
    fraction<Real>            served_share{Real(0.5)}; ///< q, customers served, at the least   [-]
    finite_non_negative<Real> repeated_sales{10};      ///< r, for repeatable sales      [customers]
    finite_non_negative<Real> span_of_control{7};      ///< s, direct reports per manager  [people]
    finite_non_negative<Real> customers_known{150};    ///< k, one person can know       [customers]
    finite_non_negative<Real> scale{1000};             ///< m, for operations at scale   [customers]
    at_least_one<Real> decision_reserve{2}; ///< b, decisions possible over decisions demanded [-]
    finite_non_negative<Real> holding_time{0}; ///< h, for which a stage must hold            [time]

    /// The margin of each condition, 1 to 6, by itself [customers/time, customers, ...].
    template <growth_model Model>
        requires requires(const typename Model::state_type& x) { x.customers; }
    [[nodiscard]] constexpr std::array<Real, 6> conditions(const Model& model, const Real& t,
                                                           const typename Model::state_type& x) const
    {
        const auto rates = flows(model, t, x);
        const auto now   = moment_of(rates, model.derivative(t, x), x);
        const Real most  = 1 - shortfall;

        const Real known  = excess(x.customers, Real{customers_known});
        Real       beyond = known, per_person = Real(1), reserve = Real(1);
        if constexpr (requires { x.people; }) {
            beyond            = greatest(known, excess(x.people, Real{span_of_control}));
            const Real turned = now.inflow * x.people + now.hired * x.customers;
            per_person        = now.customers_change * x.people - now.people_change * x.customers +
                         shortfall * turned;
        }
        if constexpr (requires { rates.limits.decide, rates.limits.sell; })
            reserve = excess(rates.limits.decide, Real(decision_reserve * rates.limits.sell));

        Real delivered = select(now.won > 0, excess(now.inflow, Real(most * now.won)), Real(1));
        if constexpr (requires { model.experience(t, x).least_wait; }) {
            const auto felt = model.experience(t, x);
            delivered       = least(delivered, excess(felt.least_wait, Real(most * felt.wait)));
        }
        return {least(excess(now.inflow, Real(most * now.lost)),
                      excess(now.capacity, Real(served_share * x.customers))),
                excess(x.customers, Real{repeated_sales}),
                least(delivered, excess(now.capacity, Real(most * x.customers))),
                least(excess(now.won, Real(most * now.demand)), beyond),
                per_person,
                least(reserve, excess(x.customers, Real{scale}))};
    }

    /// The least margin of the conditions up to a stage: above 0 exactly where the stage is reached.
    template <growth_model Model>
        requires requires(const typename Model::state_type& x) { x.customers; }
    [[nodiscard]] constexpr Real margin(stage reached, const Model& model, const Real& t,
                                        const typename Model::state_type& x) const
    {
        const auto above = conditions(model, t, x);
        Real       all   = above[0];
        for (std::size_t i = 1; i < static_cast<std::size_t>(reached); ++i)
            all = least(above[i], all);
        return all;
    }

    /// The last stage reached; empty before the first.
    template <growth_model Model>
        requires ordered_real<Real> &&
                 requires(const typename Model::state_type& x) { x.customers; }
    [[nodiscard]] constexpr std::optional<stage> of(const Model& model, const Real& t,
                                                    const typename Model::state_type& x) const
    {
        std::optional<stage> reached;
        for (const stage next_one : stages) {
            if (!(conditions(model, t, x)[static_cast<std::size_t>(next_one) - 1] > 0)) break;
            reached = next_one;
        }
        return reached;
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"shortfall", "ε", "-", "shortage that is tolerated, as a share",
                      &scaling_journey::shortfall},
            parameter{"served_share", "q", "-",
                      "share of customers that must be served at all stages",
                      &scaling_journey::served_share},
            parameter{"repeated_sales", "r", "customers",
                      "customers from which on sales count as repeatable",
                      &scaling_journey::repeated_sales},
            parameter{"span_of_control", "s", "people", "direct reports per manager",
                      &scaling_journey::span_of_control},
            parameter{"customers_known", "k", "customers", "customers one person can know",
                      &scaling_journey::customers_known},
            parameter{"scale", "m", "customers",
                      "customers from which on operations count as scaled", &scaling_journey::scale},
            parameter{"decision_reserve", "b", "-", "decisions possible over decisions demanded",
                      &scaling_journey::decision_reserve},
            parameter{"holding_time", "h", "time", "time for which a stage must hold to be reached",
                      &scaling_journey::holding_time}};
    }

private:
    /// A model's rates at a moment, with the assumptions above for flows it doesn't report.
    struct moment {
        Real inflow, demand, won, lost, hired, capacity, customers_change, people_change;
    };

    template <class Flows, class State>
    [[nodiscard]] static constexpr moment moment_of(const Flows& now, const State& change,
                                                    const State& x)
    {
        Real people_change(0);
        if constexpr (requires { change.people; }) people_change = change.people;
        if constexpr (requires { now.won, now.lost, now.hired, now.capacity; }) {
            return {now.inflow, now.demand,   now.won,          now.lost,
                    now.hired,  now.capacity, change.customers, people_change};
        } else {
            return {now.inflow,
                    now.demand,
                    now.demand,
                    Real(now.inflow - change.customers),
                    greatest(people_change, Real(0)),
                    x.customers,
                    change.customers,
                    people_change};
        }
    }

    /// a - b; for infinite b, 1 if a is infinite too and -infinity otherwise.
    [[nodiscard]] static constexpr Real excess(const Real& a, const Real& b)
    {
        const auto bounded = b < infinity<Real>();
        return select(bounded, Real(a - b),
                      select(a < infinity<Real>(), Real(-infinity<Real>()), Real(1)));
    }
};

static_assert(fully_described<scaling_journey<>>);

/// The stage of a growth model in a given state, by a staging of your own; empty before the first.
template <class Model, staging<Model> Staging>
[[nodiscard]] constexpr auto stage_of(const Staging& way, const Model& model,
                                      const typename Model::real_type&  t,
                                      const typename Model::state_type& x)
{
    return std::optional<typename Staging::stage_type>{way.of(model, t, x)};
}

/// The same by the default scaling_journey: `stage_of(firm, 36, run(36))`.
template <growth_model Model>
    requires staging<scaling_journey<typename Model::real_type>, Model>
[[nodiscard]] constexpr std::optional<stage> stage_of(const Model&                      model,
                                                      const typename Model::real_type&  t,
                                                      const typename Model::state_type& x)
{
    return scaling_journey<typename Model::real_type>{}.of(model, t, x);
}

} // namespace orgscale
