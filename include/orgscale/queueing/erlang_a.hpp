#pragma once

// Longer than a header should be: what is asked of all customers is asked of those who wait, or are
// served, as well.

#include <cmath>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/queueing/detail/carried_odds.hpp>
#include <orgscale/queueing/detail/log1p_minus.hpp>
#include <orgscale/queueing/detail/patience_sums.hpp>
#include <orgscale/queueing/detail/spare_servers.hpp>

namespace orgscale {

/// Palm's queue: a customer who finds every server busy waits, and leaves when patience ends (M/M/c+M)
/// [1][2].
///
///     x = c p/τ,  y = λ p,  A = 1 + y/(x+1) + y^2/((x+1)(x+2)) + ...,  B that of erlang_b
///     P(wait)           = A B / (1 + (A-1) B)
///     P(leave | wait)   = 1 - x/y (1 - 1/A)        mean wait p P(leave), queue λ p P(leave)
///     wait offered      density e^{-x u + y (1 - e^{-u})} of u = t/p over its integral A/x
///
/// Never without an end: what is too much leaves. Between erlang_b (p -> 0) and erlang_c (p -> infinite);
/// at p = τ the number there is Poisson's. All sums are of positive terms. Also between whole numbers
/// of servers. In `double` it takes no more time for heavy loads, in longer numbers as sqrt(λ p).
///
///     const erlang_a<> desk{.arrival_rate = 48, .service_time = 1, .patience = 2, .servers = 50};
///     desk.abandonment();                                                         // 0.0309
///
/// One number at a time, not lanes. Not for customers who call again, nor for patience that ends at a
/// message or a known time.
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

    /// a = λ τ, servers that would be busy if all were served [erlang].
    [[nodiscard]] Real load() const { return arrival_rate * service_time; }

    /// P(W > 0), share of the customers who wait.
    [[nodiscard]] Real delay_probability() const
        requires ordered_real<Real>
    {
        return 1 / (1 + free_odds(sums()));
    }

    /// Share of the customers who leave before they are served.
    [[nodiscard]] Real abandonment() const
        requires ordered_real<Real>
    {
        const auto all = sums();
        return leaving(all) / (1 + free_odds(all));
    }

    /// The same of those who wait.
    [[nodiscard]] Real abandonment_of_delayed() const
        requires ordered_real<Real>
    {
        return leaving(sums());
    }

    /// Mean wait of all customers, those who do not wait and those who leave among them [time].
    [[nodiscard]] Real mean_wait() const
        requires ordered_real<Real>
    {
        return patience * abandonment();
    }

    /// Mean wait of those who do, until they are served or leave [time].
    [[nodiscard]] Real mean_wait_of_delayed() const
        requires ordered_real<Real>
    {
        return patience * abandonment_of_delayed();
    }

    /// Mean number of those who wait, λ times the mean wait by Little's law [customers].
    [[nodiscard]] Real mean_queue() const
        requires ordered_real<Real>
    {
        return arrival_rate * mean_wait();
    }

    /// Share of a server's time that is worked.
    [[nodiscard]] Real utilization() const
        requires ordered_real<Real>
    {
        return load() / servers * served(sums());
    }

    /// P(W > t), share of the customers who wait longer than that, whether they are served then or leave.
    [[nodiscard]] Real wait_tail(const Real& time) const
        requires ordered_real<Real>
    {
        using std::exp;
        const auto all  = sums();
        const auto then = after(time, all);
        return exp(Real(-(time / patience))) * then.weight * (then.sums.all() / all.all()) /
               (1 + free_odds(all));
    }

    /// Share of all customers who are served within that time: who left was not.
    [[nodiscard]] Real service_level(const Real& time) const
        requires ordered_real<Real>
    {
        return in_time(time, sums());
    }

    /// Share of those who are served in the end who are within that time: who left is not counted.
    [[nodiscard]] Real service_level_of_served(const Real& time) const
        requires ordered_real<Real>
    {
        const auto all = sums();
        return least(Real(in_time(time, all) / served(all)), Real(1));
    }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"arrival_rate", "λ", "customers/time", "customers that arrive",
                      &erlang_a::arrival_rate},
            parameter{"service_time", "τ", "time", "mean time to serve one",
                      &erlang_a::service_time},
            parameter{"patience", "p", "time", "mean wait until one leaves", &erlang_a::patience},
            parameter{"servers", "c", "servers", "servers", &erlang_a::servers}};
    }

private:
    using sums_type = detail::patience_sums<Real>;

    [[nodiscard]] Real x() const { return servers * (patience / service_time); }
    [[nodiscard]] Real y() const { return arrival_rate * patience; }

    [[nodiscard]] Real spare() const
    {
        return detail::spare_servers(Real{servers}, Real{arrival_rate}, Real{service_time});
    }

    [[nodiscard]] sums_type sums() const
    {
        return detail::patience_sums_of(x(), y(), Real(spare() * (patience / service_time)));
    }

    /// What is left of those who wait after a time.
    struct later {
        sums_type sums;
        Real      weight; ///< of these sums over those at the beginning
    };

    /// y e^{-u} takes the place of y at u = t/p, and the density is then that of u = 0 times
    /// e^{-x u + y (1 - e^{-u})}.
    [[nodiscard]] later after(const Real& time, const sums_type& all) const
    {
        using std::exp, std::expm1;
        const Real u = time / patience, gone = -expm1(Real(-u));
        const Real apart = spare() * (patience / service_time); // x - y
        const Real then  = apart + y() * gone;                  // x - y e^{-u}
        const auto sums  = detail::patience_sums_of(x(), Real(y() * exp(Real(-u))), then);
        Real       grown = sums.folded - all.folded;
        if (all.power > 0) {
            // Both over the same peak, as long as it is still ahead.
            const Real m = all.power, over = m - x();
            grown = grown + over * u;
            if (!(sums.power > 0))
                grown = grown + m * detail::log1p_minus(Real(-(over + then) / m));
        } else {
            const Real bend = gone < Real(0.3) ? detail::log1p_minus(Real(-gone)) : Real(gone - u);
            grown           = grown + y() * bend - apart * u;
        }
        return {sums, exp(grown)};
    }

    /// (1 - P(wait))/P(wait) = (1/B - 1)/A
    [[nodiscard]] Real free_odds(const sums_type& all) const
    {
        using std::exp;
        return detail::carried_odds(Real{servers}, load(), spare()) *
               (exp(Real(-all.folded - all.peak)) / all.all());
    }

    /// P(leave | wait)
    [[nodiscard]] Real leaving(const sums_type& all) const
    {
        return all.weighted / (y() * all.all());
    }

    /// Of a share of those who wait and one that need not, with these odds.
    [[nodiscard]] static Real blended(const Real& odds, const Real& of_delayed)
    {
        return odds < infinity<Real>() ? Real((odds + of_delayed) / (1 + odds)) : Real(1);
    }

    /// 1 - P(leave)
    [[nodiscard]] Real served(const sums_type& all) const
    {
        return blended(free_odds(all), Real(x() / y() * (all.rest / all.all())));
    }

    [[nodiscard]] Real in_time(const Real& time, const sums_type& all) const
    {
        const auto then = after(time, all);
        const Real kept = (all.rest - then.weight * then.sums.rest) / all.all();
        return blended(free_odds(all), greatest(Real(x() / y() * kept), Real(0)));
    }
};

static_assert(fully_described<erlang_a<>>);

} // namespace orgscale
