#pragma once

#include <cmath>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/queueing/detail/carried_odds.hpp>
#include <orgscale/queueing/detail/product_over.hpp>
#include <orgscale/queueing/detail/time_left.hpp>

namespace orgscale {

/// Erlang's delay formula: a customer who finds all servers busy waits for as long as it takes (M/M/c)
/// [1].
///
///     a = λ τ,   C = c B / (c - a (1-B))        share that waits; B that of erlang_b
///     P(W > t) = C e^{-(c-a) t/τ}               mean wait C τ/(c-a), of those who wait τ/(c-a)
///
/// c need not be an integer: B is continued between integers. For a >= c the queue grows without bound, and
/// every function returns an empty optional. c - a is computed with a single rounding. Rates and times may
/// have any magnitude, and the load may leave the range of the number type.
///
///     const erlang_c<> desk{.arrival_rate = 100.0 / 1800, .service_time = 180, .servers = 14};
///     *desk.service_level(20);                                                    // 0.888
///
/// No lanes. Not for customers who lose patience (erlang_a), arrivals in bursts, or service times far from
/// exponential.
///
/// [1] Erlang, A. K. (1917). Solution of some problems in the theory of probabilities of significance
///     in automatic telephone exchanges. Post Office Electrical Engineers' Journal 10, 189-197.
template <real Real = double>
struct erlang_c {
    using real_type = Real;

    finite_positive<Real> arrival_rate; ///< λ [customers/time]
    finite_positive<Real> service_time; ///< τ, mean [time]
    finite_positive<Real> servers;      ///< c [servers]

    /// a, servers busy on average if the queue is stable [erlang].
    [[nodiscard]] Real load() const { return arrival_rate * service_time; }

    /// Whether the servers keep up, a < c.
    [[nodiscard]] bool stable() const
        requires ordered_real<Real>
    {
        return spare() > 0;
    }

    /// C, the share of customers who wait.
    [[nodiscard]] std::optional<Real> delay_probability() const
        requires ordered_real<Real>
    {
        return if_stable([&](const Real& left) { return delayed(left); });
    }

    /// Mean wait of all customers, including those who don't wait [time].
    [[nodiscard]] std::optional<Real> mean_wait() const
        requires ordered_real<Real>
    {
        return if_stable([&](const Real& left) {
            return detail::product_over(delayed(left), Real{service_time}, left);
        });
    }

    /// Mean wait of those who wait [time].
    [[nodiscard]] std::optional<Real> mean_wait_of_delayed() const
        requires ordered_real<Real>
    {
        return if_stable([&](const Real& left) { return service_time / left; });
    }

    /// Mean number of customers waiting, λ times the mean wait (Little's law) [customers].
    [[nodiscard]] std::optional<Real> mean_queue() const
        requires ordered_real<Real>
    {
        return if_stable([&](const Real& left) {
            return delayed(left) *
                   detail::product_over(Real{arrival_rate}, Real{service_time}, left);
        });
    }

    /// Share of a server's time spent working.
    [[nodiscard]] std::optional<Real> utilization() const
        requires ordered_real<Real>
    {
        return if_stable([&](const Real&) {
            return detail::product_over(Real{arrival_rate}, Real{service_time}, Real{servers});
        });
    }

    /// P(W > t), the share of customers who wait longer than t.
    [[nodiscard]] std::optional<Real> wait_tail(const non_negative<Real>& time) const
        requires ordered_real<Real>
    {
        using std::exp;
        return if_stable([&](const Real& left) {
            return delayed(left) *
                   exp(Real(-detail::product_over(left, Real{time}, Real{service_time})));
        });
    }

    /// P(W <= t), the share of customers whose service starts within t.
    [[nodiscard]] std::optional<Real> service_level(const non_negative<Real>& time) const
        requires ordered_real<Real>
    {
        using std::expm1;
        // 1 - C, plus the part of C that waits no longer than t
        return if_stable([&](const Real& left) {
            const Real odds = spare_odds(left);
            const Real ended =
                -expm1(Real(-detail::product_over(left, Real{time}, Real{service_time})));
            return odds < infinity<Real>() ? Real((odds + ended) / (1 + odds)) : Real(1);
        });
    }

    /// The quantile of the wait, t with P(W <= t) = share: 0 if that many don't wait at all, infinite for a
    /// share of 1 [time].
    [[nodiscard]] std::optional<Real> wait_quantile(const fraction<Real>& share) const
        requires ordered_real<Real>
    {
        using std::log;
        return if_stable([&](const Real& left) {
            const Real late = 1 - share, waiting = delayed(left);
            if (!(waiting > late)) return Real(0);
            if (!(late > 0)) return infinity<Real>();
            return detail::product_over(Real(log(Real(waiting / late))), Real{service_time}, left);
        });
    }

    static constexpr auto parameters()
    {
        return description{parameter{"arrival_rate", "λ", "customers/time", "customers that arrive",
                                     &erlang_c::arrival_rate},
                           parameter{"service_time", "τ", "time", "mean time to serve one",
                                     &erlang_c::service_time},
                           parameter{"servers", "c", "servers", "servers", &erlang_c::servers}};
    }

private:
    [[nodiscard]] Real spare() const
    {
        return detail::servers_left(Real{servers}, Real{arrival_rate}, Real{service_time});
    }

    template <class Answer>
    [[nodiscard]] std::optional<Real> if_stable(const Answer& answer) const
    {
        const Real left = spare();
        if (!(left > 0)) return std::nullopt;
        return Real(answer(left));
    }

    /// (1 - C)/C
    [[nodiscard]] Real spare_odds(const Real& left) const
    {
        return left / servers *
               detail::carried_odds(Real{servers}, Real{arrival_rate}, Real{service_time}, left);
    }

    [[nodiscard]] Real delayed(const Real& left) const { return 1 / (1 + spare_odds(left)); }
};

static_assert(fully_described<erlang_c<>>);

} // namespace orgscale
