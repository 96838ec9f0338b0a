#pragma once

// Longer than others: one published model with its tables of numbers.

#include <array>
#include <cmath>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/dynamics.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/organization/detail/market_growth_parameters.hpp>
#include <orgscale/organization/market_growth_state.hpp>
#include <orgscale/organization/table_function.hpp>

namespace orgscale {

/// Market growth as influenced by capital investment: a firm that funds its sales force from deliveries,
/// in a market that responds to the delivery delay [1]. Once capacity binds, the delay grows until a
/// salesman sells just enough to pay for himself, and growth stops although the market is unlimited.
/// Ordering capacity in response to the delay sustains growth, unless the goal for the delay drifts
/// towards the actual delay.
///
///     dS/dt    = (DRA RS/SS - S)/SAT       OB   = (SW1 S + (1 - SW1) SCT) SE
///     dBL/dt   = OB - DR                   DR   = PC T_PCF(BL/PC)
///     dDRA/dt  = (DR - DRA)/DRAT           SE   = SEM (SW2 T_SEDM(DDRM) + (1 - SW2) SED)
///     dDDRC/dt = (BL/DRA - DDRC)/TDDRC     SED  = SEDI before SEDCT, SEDF from then on
///     dDDRM/dt = (DDRC - DDRM)/TDDRM       PCO  = PC SW3 T_CEF(DDRC/DDOG - DDB)
///     dDDT/dt  = (DDRC - DDT)/TDDT         DDOG = DDW DDT + (1 - DDW) DDMG
///     dL1/dt   = PCO - L1/q                q    = PCRD/3
///     dL2/dt   = (L1 - L2)/q               PCOO = L1 + L2 + L3
///     dL3/dt   = (L2 - L3)/q
///     dPC/dt   = L3/q
///
/// Symbols are those of the 1968 listing. Its switches SW1, SW2, SW3 close a loop at 1 and open it at 0;
/// values in between, an extension of the library, are a share of the sales force, of the market and of
/// the capacity requested. Time is in months, as on the paper's axes and in its tables, although its text
/// sometimes says weeks. Capacity on order can be negative: a firm that delivers faster than its goal
/// gives up capacity.
///
/// For positive backlog, deliveries and capacity. Not for markets that saturate or have competitors: a
/// salesman's sales never fall with past sales.
///
/// [1] Forrester, J. W. (1968). Market growth as influenced by capital investment. Industrial
///     Management Review 9(2), 83-105; its runs are in market_growth_1968.hpp.
template <real Real = double>
struct market_growth {
    using real_type  = Real;
    using state_type = market_growth_state<Real>;

    fraction<Real>            sales_loop{1};            ///< SW1, 1: deliveries fund sales [-]
    fraction<Real>            delay_loop{1};            ///< SW2, 1: sales respond to the delay [-]
    fraction<Real>            capacity_loop{1};         ///< SW3, 1: capacity is ordered [-]
    finite_non_negative<Real> constant_salesmen{0};     ///< SCT, with SW1 = 0 [people]
    finite_positive<Real>     revenue_to_sales;         ///< RS, spent on selling [$/unit]
    finite_positive<Real>     salesman_salary;          ///< SS [$/person/month]
    finite_positive<Real>     salesman_adjustment_time; ///< SAT, to hire or dismiss [month]
    finite_positive<Real>     delivery_averaging_time;  ///< DRAT, for the budget [month]
    finite_positive<Real>     company_recognition_time; ///< TDDRC, until the firm sees it [month]
    finite_positive<Real>     market_recognition_time;  ///< TDDRM, until the market does [month]
    finite_positive<Real>     tradition_time;           ///< TDDT, to get used to a delay [month]
    finite_positive<Real>     sales_per_salesman;       ///< SEM, maximum [units/person/month]
    finite_non_negative<Real> effectiveness_before{1};  ///< SEDI, of sales, with SW2 = 0 [-]
    finite_non_negative<Real> effectiveness_after{1};   ///< SEDF, after the change [-]
    finite_value<Real>        effectiveness_change{0};  ///< SEDCT, time of the change [month]
    finite_positive<Real>     management_goal;          ///< DDMG, for the delivery delay [month]
    fraction<Real>            tradition_weight{0};      ///< DDW, of tradition in the goal [-]
    finite_value<Real>        delay_bias;               ///< DDB, tolerated delay over goal [-]
    finite_positive<Real>     capacity_receiving_delay; ///< PCRD, order to arrival [month]

    /// T_PCF: share of capacity in use, by months of work in the backlog, BL/PC.
    static constexpr table_function<11> capacity_in_use{
        .first   = 0,
        .spacing = 0.5,
        .values  = {0, 0.25, 0.5, 0.67, 0.8, 0.87, 0.93, 0.95, 0.97, 0.98, 1}};

    /// T_SEDM: share of a salesman's maximum sales, by the delay in months.
    static constexpr table_function<11> sales_left{
        .first   = 0,
        .spacing = 1,
        .values  = {1, 0.97, 0.87, 0.73, 0.53, 0.38, 0.25, 0.15, 0.08, 0.03, 0.02}};

    /// T_CEF: capacity ordered per month as a share of capacity, by the delay over its goal, less DDB.
    static constexpr table_function<6> expansion{
        .first = 0, .spacing = 0.5, .values = {-0.07, -0.02, 0, 0.02, 0.07, 0.15}};

    [[nodiscard]] constexpr state_type derivative(const Real& t, const state_type& x) const
    {
        const Real deliveries = delivery_rate(x);
        const Real indicated  = x.backlog / x.delivery_average;
        const Real stage      = capacity_receiving_delay / 3;
        return {.salesmen         = hiring(x),
                .backlog          = orders_booked(t, x) - deliveries,
                .delivery_average = Real(deliveries - x.delivery_average) / delivery_averaging_time,
                .company_delay    = Real(indicated - x.company_delay) / company_recognition_time,
                .market_delay = Real(x.company_delay - x.market_delay) / market_recognition_time,
                .traditional_delay = Real(x.company_delay - x.traditional_delay) / tradition_time,
                .ordered           = capacity_ordering(x) - x.ordered / stage,
                .under_way         = (x.ordered - x.under_way) / stage,
                .arriving          = (x.under_way - x.arriving) / stage,
                .capacity          = x.arriving / stage};
    }

    /// SH, salesmen hired less those dismissed [people/month].
    [[nodiscard]] constexpr Real hiring(const state_type& x) const
    {
        const Real paid_for = x.delivery_average * revenue_to_sales / salesman_salary;
        return Real(paid_for - x.salesmen) / salesman_adjustment_time;
    }

    /// OB, orders booked [units/month].
    [[nodiscard]] constexpr Real orders_booked(const Real& t, const state_type& x) const
    {
        return (sales_loop * x.salesmen + (1 - sales_loop) * constant_salesmen) *
               sales_effectiveness(t, x);
    }

    /// SE, sales per salesman [units/person/month].
    [[nodiscard]] constexpr Real sales_effectiveness(const Real& t, const state_type& x) const
    {
        const Real given =
            select(t < effectiveness_change, Real{effectiveness_before}, Real{effectiveness_after});
        const Real share = delay_loop * sales_left(x.market_delay) + (1 - delay_loop) * given;
        return sales_per_salesman * share;
    }

    /// DR, deliveries [units/month].
    [[nodiscard]] constexpr Real delivery_rate(const state_type& x) const
    {
        return x.capacity * capacity_in_use(Real(x.backlog / x.capacity));
    }

    /// DDOG, the operating goal for the delivery delay [month].
    [[nodiscard]] constexpr Real operating_goal(const state_type& x) const
    {
        return tradition_weight * x.traditional_delay + (1 - tradition_weight) * management_goal;
    }

    /// PCO, capacity ordered; given up where negative [units/month/month].
    [[nodiscard]] constexpr Real capacity_ordering(const state_type& x) const
    {
        const Real condition = Real(x.company_delay / operating_goal(x)) - delay_bias;
        return x.capacity * capacity_loop * expansion(condition);
    }

    /// Initial values, from which the rest of the initial state follows.
    struct opening {
        Real salesmen; ///< [people]
        Real backlog;  ///< [units]
        Real capacity; ///< PCI [units/month]
    };

    /// The initial state in which averages, delays and capacity orders have settled at the initial values,
    /// as in the listing.
    [[nodiscard]] constexpr state_type start(const opening& with) const
    {
        state_type x{with.salesmen, with.backlog, Real(0), Real(0), Real(0),
                     Real(0),       Real(0),      Real(0), Real(0), with.capacity};
        x.delivery_average  = delivery_rate(x);
        x.company_delay     = x.backlog / x.delivery_average;
        x.market_delay      = x.company_delay;
        x.traditional_delay = x.company_delay;
        x.ordered           = capacity_ordering(x) * capacity_receiving_delay / 3;
        x.under_way         = x.ordered;
        x.arriving          = x.ordered;
        return x;
    }

    /// The equilibrium at constant capacity (SW1 = 1, SW2 > 0, SW3 = 0): a salesman sells SS/RS, just
    /// enough to pay for himself, whatever the capacity. More money for selling therefore lengthens the
    /// delay, and deliveries stay within capacity. Nothing where the delay would be 2 months or less, for
    /// which T_PCF does not determine the backlog. Implies nothing about convergence: run E of the paper
    /// takes hundreds of months to settle, and with steps of half a month never does.
    [[nodiscard]] constexpr std::optional<state_type> equilibrium(const Real& capacity) const
        requires ordered_real<Real>
    {
        if (sales_loop < 1 || capacity_loop > 0 || !(delay_loop > 0)) return std::nullopt;
        const Real pays  = salesman_salary / revenue_to_sales / sales_per_salesman;
        const Real left  = Real(pays - (1 - delay_loop) * effectiveness_after) / delay_loop;
        const auto delay = sales_left.last_meeting(left, Real(0));
        if (!delay || !(*delay > 2)) return std::nullopt;
        const Real work    = *capacity_in_use.last_meeting(Real(0), Real(1 / *delay));
        const Real backlog = work * capacity;
        const Real rate    = backlog / *delay;
        return state_type{.salesmen          = rate * revenue_to_sales / salesman_salary,
                          .backlog           = backlog,
                          .delivery_average  = rate,
                          .company_delay     = *delay,
                          .market_delay      = *delay,
                          .traditional_delay = *delay,
                          .ordered           = Real(0),
                          .under_way         = Real(0),
                          .arriving          = Real(0),
                          .capacity          = capacity};
    }

    /// λ, the growth rate of loop 1 alone (SW1 = 1, SW2 = 0) at an effectiveness SED, while the backlog is
    /// at most a month's work; negative where a salesman does not pay for himself [1/month]. The
    /// largest root of
    ///
    ///     (λ + 1/SAT) (λ + 1/2) (λ + 1/DRAT) = SED SEM RS/SS / (2 SAT DRAT)
    ///
    /// in which 1/2 is the slope of T_PCF there.
    [[nodiscard]] Real growth_rate(const Real& effectiveness) const
    {
        using std::cbrt;
        const Real sales = 1 / salesman_adjustment_time, delivery = 1 / delivery_averaging_time;
        const Real squared = sales + delivery + Real(0.5);
        const Real linear  = sales * delivery + (sales + delivery) / 2;
        const Real gain = (effectiveness * sales_per_salesman * revenue_to_sales - salesman_salary) /
                          salesman_salary * sales * delivery / 2;
        // From above, where the curve is convex, Newton's steps descend to the largest root.
        Real rate = select(gain > 0, least(Real(gain / linear), Real(cbrt(gain))), Real(0));
        for (int step = 0; step < 60; ++step)
            rate = rate - (((rate + squared) * rate + linear) * rate - gain) /
                              ((3 * rate + 2 * squared) * rate + linear);
        return rate;
    }

    /// The shortest time constant, for the solver [month].
    [[nodiscard]] constexpr Real shortest_time() const
    {
        Real shortest = capacity_receiving_delay / 3;
        for (const auto* time :
             {&salesman_adjustment_time, &delivery_averaging_time, &company_recognition_time,
              &market_recognition_time, &tradition_time})
            shortest = least(Real{*time}, shortest);
        return shortest;
    }

    /// The times at which the equations change, for the solver [month].
    [[nodiscard]] constexpr std::array<Real, 1> breakpoints() const
    {
        return {Real{effectiveness_change}};
    }

    static constexpr auto parameters() { return detail::market_growth_parameters<market_growth>(); }
};

static_assert(dynamics<market_growth<>>);
static_assert(fully_described<market_growth<>>);

} // namespace orgscale
