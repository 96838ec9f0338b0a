#pragma once

// Longer than others: one distribution in three regimes, which share their numbers.

#include <cmath>
#include <limits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/queueing/detail/carried_odds.hpp>
#include <orgscale/queueing/detail/log1p_minus.hpp>
#include <orgscale/queueing/detail/mills_ratio.hpp>
#include <orgscale/queueing/detail/patience_sums.hpp>
#include <orgscale/queueing/detail/product_over.hpp>
#include <orgscale/queueing/detail/time_left.hpp>

namespace orgscale::detail {

/// The waits in Palm's queue of those who wait, for any rates and times that a number type holds.
///
/// With x = c p/τ and y = λ p, the offered wait has at u = t/p the density e^{-x u + y (1 - e^{-u})} over its integral
/// A/x. It is computed by patience_sums, except for
///
///     x beyond 256/eps^2    a normal distribution of u about 0, truncated there, or about ln(y/x), exact to rounding
///     y far beyond x        y/Y times as many customers are offered ln(y/Y) more time, where Y is so large that
///                           nobody finds a free server
///
/// so that neither sums nor exponents grow with x, y or their ratio.
template <real Real>
class impatient_wait {
public:
    using Passive = passive_t<Real>;

    impatient_wait(const Real& arrival_rate, const Real& service_time, const Real& patience,
                   const Real& servers)
        : rate_{arrival_rate}, service_{service_time}, patience_{patience}, servers_{servers},
          spare_{servers_left(servers, arrival_rate, service_time)},
          density_{product_over(arrival_rate, service_time, servers)},
          x_{product_over(servers, patience, service_time)}, y_{arrival_rate * patience}
    {
        using std::log;
        if (passive(x_) > beyond()) {
            prepare_normal();
        } else if (const Passive most = busy_from(passive(x_)); passive(y_) > most) {
            const bool fits = passive(y_) <= (Limits::max)();
            shift_ = (fits ? Real(log(y_)) : Real(log(rate_) + log(patience_))) - log(most);
            way_   = way::shifted;
            y_     = Real(most);
            apart_ = x_ - y_;
            sums_  = patience_sums_of(x_, y_, apart_);
            odds_  = Real(0);
            leave_ = overflowing();
            serve_ = 1 / density_;
            wait_  = patience_ * leave_;
        } else {
            using std::exp;
            apart_ = -passive(spare_) <= (Limits::max)() ? product_over(spare_, patience_, service_)
                                                         : Real(x_ - y_);
            sums_  = patience_sums_of(x_, y_, apart_);
            all_   = sums_.all(y_);
            odds_  = carried_odds(servers_, rate_, service_, spare_) *
                    (exp(Real(-sums_.folded - sums_.peak)) / all_);
            leave_ = least(Real(sums_.weighted / all_), Real(1));
            serve_ = least(Real(x_ * (sums_.rest / all_)), Real(1));
            wait_  = patience_ * leave_;
        }
        if (way_ == way::shifted) all_ = sums_.all(y_);
        if (way_ == way::sums) scale_parts();
    }

    /// (1 - P(wait))/P(wait)
    [[nodiscard]] const Real& free_odds() const { return odds_; }

    /// The share of a server's time spent working.
    [[nodiscard]] Real utilization() const
    {
        if (!(odds_ < infinity<Real>())) return least(density_, Real(1));
        if (scaled_) return least(Real((free_ + taken_) / (1 + odds_)), Real(1));
        if (!(density_ < infinity<Real>())) return Real(1);
        return least(Real((density_ * odds_ + density_ * serve_) / (1 + odds_)), Real(1));
    }

    /// The numbers of those served who find a free server and who wait, in a common unit.
    struct of_served {
        Real at_once, later;
    };

    [[nodiscard]] of_served served_parts() const
    {
        if (!(odds_ < infinity<Real>())) return {Real(1), Real(0)};
        if (scaled_) return {free_, taken_};
        return odds_ + serve_ > 0 ? of_served{odds_, serve_} : of_served{Real(0), Real(1)};
    }

    /// Of those who wait, the shares that leave and that are served.
    [[nodiscard]] const Real& leaving() const { return leave_; }
    [[nodiscard]] const Real& served() const { return serve_; }

    /// Their mean wait [time].
    [[nodiscard]] const Real& mean() const { return wait_; }

    /// Of those who wait, the share offered a wait longer than a given time; and of those of them who are served, the
    /// share served after it.
    struct later {
        Real offered, late;
    };

    [[nodiscard]] later after(const Real& time) const
    {
        const Real u = time / patience_;
        const Real one(1);
        const auto found = way_ == way::normal ? after_in_normal(time, u)
                           : way_ == way::sums ? after_in_sums(u)
                           : u > shift_        ? after_in_sums(Real(u - shift_))
                                               : later{one, one};
        return {least(found.offered, one), least(found.late, one)}; // rounding may exceed 1
    }

private:
    using Limits = std::numeric_limits<Passive>;

    enum class way { sums, shifted, normal };

    [[nodiscard]] static Passive beyond() { return 256 / Limits::epsilon() / Limits::epsilon(); }

    /// Y, from which on e^{-(Y - x - x ln(Y/x))}, about the share that finds a free server, is less than
    /// the smallest number: Y/x - 1 = v with v - ln(1+v) at least v^2/(2 + 4v/3).
    [[nodiscard]] static Passive busy_from(const Passive& x)
    {
        using std::log, std::sqrt;
        Passive depth = 40 - log((Limits::min)());
        if (depth > 20000) depth = 20000;
        return x + sqrt(Passive(2 * depth * x)) + 4 * depth / 3;
    }

    /// 1 - c/a, the share that leaves of a queue that is always full.
    [[nodiscard]] Real overflowing() const
    {
        const Real load = rate_ * service_;
        return passive(load) <= (Limits::max)() ? Real(-spare_ / load) : Real(1 - 1 / density_);
    }

    /// Under a load far beyond the servers, the odds of a free server and the share served of those who wait may
    /// underflow: both are computed times a/c.
    void scale_parts()
    {
        using std::exp;
        const bool heavy = servers_ >= 1 || 8 * passive(Real(rate_ * service_)) >= 1;
        if (!heavy || !(passive(odds_) < least_odds<Real>())) return;
        scaled_ = true;
        free_   = carried_odds_by_density(servers_, rate_, service_, spare_) *
                (exp(Real(-sums_.folded - sums_.peak)) / all_);
        taken_ = y_ * (sums_.rest / all_);
    }

    void prepare_normal()
    {
        using std::sqrt, std::log, std::log1p;
        way_  = way::normal;
        root_ = sqrt(servers_) * sqrt(patience_) / sqrt(service_);
        if (!(passive(root_) <= (Limits::max)())) root_ = Real((Limits::max)());
        const Real free = spare_ / servers_; // 1 - a/c
        margin_         = passive(spare_) == 0 ? Real(0) : Real(root_ * free);
        const Passive z = passive(margin_);
        if (z < -most_overload()) {
            centre_ = -free < Real(0.5) ? Real(log1p(Real(-free))) : Real(log(density_));
            odds_   = Real(0);
            leave_  = overflowing();
            wait_   = patience_ * leave_;
        } else if (z * z * Limits::epsilon() > 1) {
            odds_  = carried_odds(servers_, rate_, service_, spare_) * free;
            wait_  = service_ / spare_;
            leave_ = passive(wait_) > (Limits::min)() ? Real(wait_ / patience_)
                                                      : Real(service_ / patience_ / spare_);
        } else {
            odds_  = carried_odds(servers_, rate_, service_, spare_) / root_ / mills_ratio(margin_);
            wait_  = sqrt(patience_) * (sqrt(service_) / sqrt(servers_)) * hazard_excess(margin_);
            leave_ = wait_ / patience_;
        }
        serve_ = passive(leave_) > Passive(0.5) ? Real(1 / density_) : Real(1 - leave_);
    }

    /// The largest number of standard deviations to the peak of the wait for which its Mills ratio is finite.
    [[nodiscard]] static Passive most_overload()
    {
        using std::log, std::sqrt;
        Passive depth = log((Limits::max)()) * 4 / 5;
        if (depth > 600) depth = 600;
        return sqrt(Passive(2 * depth));
    }

    [[nodiscard]] later after_in_normal(const Real& time, const Real& u) const
    {
        using std::exp, std::atan, std::sqrt;
        Real share;
        if (passive(margin_) < -most_overload()) {
            const Real ahead = u - centre_;
            const Real away  = passive(ahead) == 0 ? Real(0) : Real(ahead * root_);
            share            = normal_tail(away);
        } else {
            // e^{-z s - s^2/2} M(z + s)/M(z)
            const Real s      = sqrt(servers_) / sqrt(service_) * (time / sqrt(patience_));
            const Real fallen = exp(Real(-product_over(spare_, time, service_) - s * s / 2));
            if (passive(fallen) > 0) {
                const Passive z = passive(margin_);
                share           = z * z * Limits::epsilon() > 1
                                      ? fallen
                                      : Real(fallen * mills_ratio(Real(margin_ + s)) / mills_ratio(margin_));
            } else {
                share = Real(0);
            }
        }
        return {share, share};
    }

    /// 1 - Φ(x)
    [[nodiscard]] static Real normal_tail(const Real& x)
    {
        using std::exp, std::atan, std::sqrt;
        const Real size = x < 0 ? Real(-x) : x;
        const Real tail = exp(Real(-size * size / 2)) / sqrt(Real(8 * atan(Real(1)))) *
                          mills_ratio(size);
        return x < 0 ? Real(1 - tail) : tail;
    }

    /// y e^{-u} takes the place of y at u, and the density is then that of u = 0 times
    /// e^{-x u + y (1 - e^{-u})}.
    [[nodiscard]] later after_in_sums(const Real& u) const
    {
        using std::exp, std::expm1, std::log;
        const Real left = exp(Real(-u)), gone = -expm1(Real(-u)), q = y_ * left;
        if (!(passive(q) > (Limits::min)())) return nobody_is_offered_more(u);
        const Real then  = apart_ + y_ * gone; // x - y e^{-u}
        const auto sums  = patience_sums_of(x_, q, then);
        Real       grown = sums.folded - sums_.folded;
        if (sums_.power > 0) {
            // Both relative to the same peak, while it is still ahead.
            const Real m = sums_.power, over = m - x_;
            grown = grown + over * u;
            if (!(sums.power > 0)) {
                const Real past = (over + then) / m; // 1 - q/m
                grown           = grown + m * (past > Real(0.5) ? Real(log(Real(q / m)) + past)
                                                                : log1p_minus(Real(-past)));
            }
        } else {
            const Real bend = gone < Real(0.3) ? log1p_minus(Real(-gone)) : Real(gone - u);
            grown           = grown + y_ * bend - apart_ * u;
        }
        const Real weight = exp(grown);
        if (!(passive(weight) > 0)) return {Real(0), Real(0)};
        return {Real(weight * (sums.all(q) / all_)), Real(weight * left * (sums.rest / sums_.rest))};
    }

    /// Without further arrivals: servers become free at the rate x.
    [[nodiscard]] later nobody_is_offered_more(const Real& u) const
    {
        using std::exp;
        const Real log_share = y_ - x_ * u - sums_.folded - sums_.peak;
        if (!(passive(u) <= (Limits::max)())) return {Real(0), Real(0)};
        const Real share = exp(log_share) / all_;
        return {share, Real(exp(Real(log_share - u)) / ((x_ + 1) * sums_.rest))};
    }

    Real                rate_, service_, patience_, servers_, spare_, density_, x_, y_;
    way                 way_    = way::sums;
    bool                scaled_ = false;
    patience_sums<Real> sums_{};
    Real                apart_{}, all_{}, shift_{}, root_{}, margin_{}, centre_{};
    Real                odds_{}, leave_{}, serve_{}, wait_{}, free_{}, taken_{};
};

} // namespace orgscale::detail
