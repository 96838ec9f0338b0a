#pragma once

#include <cmath>
#include <limits>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/queueing/detail/impatient_wait.hpp>
#include <orgscale/queueing/detail/root_between.hpp>

namespace orgscale {

/// Palm's queue: a customer who finds all servers busy waits, and leaves when patience runs out (M/M/c+M)
/// [1][2].
///
///     x = c p/τ,  y = λ p,  A = 1 + y/(x+1) + y^2/((x+1)(x+2)) + ...,  B that of erlang_b
///     P(wait)           = A B / (1 + (A-1) B)
///     P(leave | wait)   = 1 - x/y (1 - 1/A)        mean wait p P(leave), queue λ p P(leave)
///     wait offered      density e^{-x u + y (1 - e^{-u})} of u = t/p over its integral A/x
///
/// Always stable, since excess customers leave. It lies between erlang_b (p -> 0) and erlang_c (p ->
/// infinite); for p = τ the number of customers is Poisson distributed. c need not be an integer. All sums are
/// of positive terms. Rates and times may have any magnitude, and the cost doesn't grow with them: it is
/// bounded in every number type.
///
///     const erlang_a<> desk{.arrival_rate = 48, .service_time = 1, .patience = 2, .servers = 50};
///     desk.abandonment();                                                         // 0.0309
///
/// No lanes. Not for customers who call again, or whose patience depends on announcements.
///
/// [1] Palm, C. (1957). Research on telephone traffic carried by full availability groups. Tele 2.
/// [2] Mandelbaum, A., Zeltyn, S. (2007). Service engineering in action: the Palm/Erlang-A queue, with
///     applications to call centers. In: Advances in Services Innovations. Springer, 17-45.
template <real Real = double>
struct erlang_a {
    using real_type = Real;

    finite_positive<Real> arrival_rate; ///< λ [customers/time]
    finite_positive<Real> service_time; ///< τ, mean [time]
    finite_positive<Real> patience;     ///< p, mean wait until one leaves [time]
    finite_positive<Real> servers;      ///< c [servers]

    /// a = λ τ, servers busy if all customers were served [erlang].
    [[nodiscard]] Real load() const { return arrival_rate * service_time; }

    /// P(W > 0), the share of customers who wait.
    [[nodiscard]] Real delay_probability() const
        requires ordered_real<Real>
    {
        return 1 / (1 + waits().free_odds());
    }

    /// Share of customers who leave unserved.
    [[nodiscard]] Real abandonment() const
        requires ordered_real<Real>
    {
        const auto those = waits();
        return those.leaving() / (1 + those.free_odds());
    }

    /// Share of waiting customers who leave unserved.
    [[nodiscard]] Real abandonment_of_delayed() const
        requires ordered_real<Real>
    {
        return waits().leaving();
    }

    /// Mean wait of all customers, including those who don't wait and those who leave [time].
    [[nodiscard]] Real mean_wait() const
        requires ordered_real<Real>
    {
        const auto those = waits();
        return those.mean() / (1 + those.free_odds());
    }

    /// Mean wait of those who wait, until they are served or leave [time].
    [[nodiscard]] Real mean_wait_of_delayed() const
        requires ordered_real<Real>
    {
        return waits().mean();
    }

    /// Mean number of customers waiting, λ times the mean wait (Little's law) [customers].
    [[nodiscard]] Real mean_queue() const
        requires ordered_real<Real>
    {
        return arrival_rate * mean_wait();
    }

    /// Share of a server's time spent working.
    [[nodiscard]] Real utilization() const
        requires ordered_real<Real>
    {
        return waits().utilization();
    }

    /// P(W > t), the share of customers who wait longer than t, whether they are then served or leave.
    [[nodiscard]] Real wait_tail(const non_negative<Real>& time) const
        requires ordered_real<Real>
    {
        using std::exp;
        const auto those = waits();
        return exp(Real(-(time / patience))) * those.after(time).offered / (1 + those.free_odds());
    }

    /// Share of all customers whose service starts within t; those who leave are not served.
    [[nodiscard]] Real service_level(const non_negative<Real>& time) const
        requires ordered_real<Real>
    {
        return in_time(time, waits());
    }

    /// Share of served customers whose service starts within t; those who leave don't count.
    [[nodiscard]] Real service_level_of_served(const non_negative<Real>& time) const
        requires ordered_real<Real>
    {
        const auto those = waits();
        const auto parts = those.served_parts();
        return (parts.at_once + parts.later * (1 - those.after(time).late)) /
               (parts.at_once + parts.later);
    }

    /// The quantile of the wait, t with P(W <= t) = share, whether customers are then served or leave: 0 if that
    /// many don't wait at all, infinite for a share of 1 [time].
    [[nodiscard]] Real wait_quantile(const fraction<Real>& share) const
        requires ordered_real<Real>
    {
        using std::exp, std::log;
        using Passive   = passive_t<Real>;
        const Real late = 1 - share, waiting = delay_probability();
        if (!(waiting > late)) return Real(0);
        if (!(late > 0)) return infinity<Real>();
        // In ln t. P(W > t) falls from P(W > 0), and is at most that times e^{-t/p}.
        const auto excess = [&]<class Number>(const Number& log_time) {
            const erlang_a<Number> same{.arrival_rate = Number(Real{arrival_rate}),
                                        .service_time = Number(Real{service_time}),
                                        .patience     = Number(Real{patience}),
                                        .servers      = Number(Real{servers})};
            return Number(same.wait_tail(Number(exp(log_time))) / Number(late) - 1);
        };
        const Passive highest = log(passive(Real(patience * log(Real(waiting / late)))));
        const Passive lowest  = log((std::numeric_limits<Passive>::min)());
        Passive       from = highest, to = highest, step(1);
        while (!(passive(excess(Real(from))) > 0)) {
            if (!(from > lowest)) return Real(0); // below the number type's range
            to   = from;
            from = greatest(Passive(from - step), lowest);
            step = 2 * step;
        }
        return exp(detail::root_between<Real>(excess, from, to));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"arrival_rate", "λ", "customers/time", "customers that arrive",
                      &erlang_a::arrival_rate},
            parameter{"service_time", "τ", "time", "mean time to serve one",
                      &erlang_a::service_time},
            parameter{"patience", "p", "time", "mean wait until one leaves", &erlang_a::patience},
            parameter{"servers", "c", "servers", "servers", &erlang_a::servers}};
    }

private:
    using wait_type = detail::impatient_wait<Real>;

    [[nodiscard]] wait_type waits() const
    {
        return {Real{arrival_rate}, Real{service_time}, Real{patience}, Real{servers}};
    }

    [[nodiscard]] static Real in_time(const Real& time, const wait_type& those)
    {
        const Real odds = those.free_odds();
        if (!(odds < infinity<Real>())) return Real(1);
        return (odds + those.served() * (1 - those.after(time).late)) / (1 + odds);
    }
};

static_assert(fully_described<erlang_a<>>);

} // namespace orgscale
