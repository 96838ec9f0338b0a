#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/flows.hpp>
#include <orgscale/core/growth_model.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/core/staging.hpp>
#include <orgscale/customer/stage.hpp>

namespace orgscale {

/// The journey from product-market fit to scaled operations: by what each stage is told.
///
///     1 product-market fit    inflow > (1-ε) lost, capacity > q customers
///     2 repeatable sales      customers > r
///     3 reliable delivery     inflow > (1-ε) won, capacity > (1-ε) customers
///     4 shared decisions      won > (1-ε) demand, and people > s or customers > k
///     5 economies of scale    ċ/c - ṅ/n > -ε (inflow/c + hired/n)    for c customers, n people
///     6 scaled operations     customers > m, decide > b sell   upkeep of customers settled before
///
/// Who is at a stage meets the conditions up to it; journey() counts a stage as reached when that has lasted
/// for holding_time. Rates are the model's own, of that moment. ε is
/// the shortage that counts for none: where hiring follows what is won, who serve are short from
/// moment to moment. In 4, people beyond the span of one or customers beyond those whom one can know
/// (about 150 [1]) can't all be decided about by one. In 5 customers per person may fall by ε of what
/// comes in, so a hierarchy that loses more than 2 ε/(1+ε) of its people's reach as it grows is held
/// up there.
///
/// Conditions and defaults are the library's own choice, see stage.hpp; set yours, or write a staging
/// of your own. A model that gives its limits and no flows is taken to decide about all it could sell and to
/// leave nobody unserved, one without people to have customers as many as each serves. Not for a model
/// whose state has no customers.
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

    fraction_below_one<Real> shortfall{Real(0.05)};   ///< ε, share that counts for no shortage [-]
    fraction<Real>           served_share{Real(0.5)}; ///< q, customers served for a fit at all  [-]
    finite_non_negative<Real> repeated_sales{10};     ///< r, no longer exceptions      [customers]
    finite_non_negative<Real> span_of_control{7};     ///< s, people one can lead          [people]
    finite_non_negative<Real> customers_known{150};   ///< k, whom one can know         [customers]
    finite_non_negative<Real> scale{1000};            ///< m, what counts as scale      [customers]
    at_least_one<Real> decision_reserve{2};    ///< b, decisions possible over those demanded [-]
    finite_non_negative<Real> holding_time{0}; ///< before a stage counts as reached         [time]

    /// How far above its line each condition is by itself, 1 to 6 [customers/time, customers, ...].
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

        const Real delivered =
            select(now.won > 0, excess(now.inflow, Real(most * now.won)), Real(1));
        return {least(excess(now.inflow, Real(most * now.lost)),
                      excess(now.capacity, Real(served_share * x.customers))),
                excess(x.customers, Real{repeated_sales}),
                least(delivered, excess(now.capacity, Real(most * x.customers))),
                least(excess(now.won, Real(most * now.demand)), beyond),
                per_person,
                least(reserve, excess(x.customers, Real{scale}))};
    }

    /// The least of the conditions up to a stage: above 0 where it is reached, and nowhere else.
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

    /// The last stage reached; nothing before the first.
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
        return std::tuple{
            parameter{"shortfall", "ε", "-", "share that counts for no shortage",
                      &scaling_journey::shortfall},
            parameter{"served_share", "q", "-", "share of customers served for a fit at all",
                      &scaling_journey::served_share},
            parameter{"repeated_sales", "r", "customers", "sales that are no longer exceptions",
                      &scaling_journey::repeated_sales},
            parameter{"span_of_control", "s", "people", "people whom one can lead",
                      &scaling_journey::span_of_control},
            parameter{"customers_known", "k", "customers", "customers whom one can know",
                      &scaling_journey::customers_known},
            parameter{"scale", "m", "customers", "what counts as scale", &scaling_journey::scale},
            parameter{"decision_reserve", "b", "-", "decisions possible over those demanded",
                      &scaling_journey::decision_reserve},
            parameter{"holding_time", "", "time", "how long a stage must last to count as reached",
                      &scaling_journey::holding_time}};
    }

private:
    /// What a growth model answers of a moment, and what a model whose flows say less is taken to mean.
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

    /// a - b, and where both are without limit enough.
    [[nodiscard]] static constexpr Real excess(const Real& a, const Real& b)
    {
        const auto bounded = b < infinity<Real>();
        return select(bounded, Real(a - b),
                      select(a < infinity<Real>(), Real(-infinity<Real>()), Real(1)));
    }
};

static_assert(fully_described<scaling_journey<>>);

/// The stage a growth model has reached in a state at a time, by a staging of the reader's own:
/// nothing, or a stage.
template <class Model, staging<Model> Staging>
[[nodiscard]] constexpr auto stage_of(const Staging& way, const Model& model,
                                      const typename Model::real_type&  t,
                                      const typename Model::state_type& x)
{
    return std::optional<typename Staging::stage_type>{way.of(model, t, x)};
}

/// The same by the library's conditions: `stage_of(firm, 36, run(36))`.
template <growth_model Model>
    requires staging<scaling_journey<typename Model::real_type>, Model>
[[nodiscard]] constexpr std::optional<stage> stage_of(const Model&                      model,
                                                      const typename Model::real_type&  t,
                                                      const typename Model::state_type& x)
{
    return scaling_journey<typename Model::real_type>{}.of(model, t, x);
}

} // namespace orgscale
