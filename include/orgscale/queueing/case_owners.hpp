#pragma once

#include <optional>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/queueing/detail/product_over.hpp>
#include <orgscale/queueing/detail/root_between.hpp>
#include <orgscale/queueing/detail/time_left.hpp>
#include <orgscale/queueing/erlang_c.hpp>

namespace orgscale {

/// One owner for each case, k of whom share one queue, beside the silos that they'd be as k desks one
/// behind the other, each with its part of the work.
///
///     owners  T = S + C(k, λS)/(k/S - λ)               M/M/k, each does all of the work S [1]
///     silos   T = S/(1 - λS/k)                         k M/M/1 in tandem, S/k each        [2]
///
/// Alike where nothing waits and for k = 1; at full load silos take k times as long. An owner of all
/// crafts may be slower than k who know one each: up to the break-even slow-down, by which T of the
/// owners is what the silos take, owning is the faster.
///
///     const case_owners<> desk{.arrival_rate = 0.8, .work = 3, .owners = 3};
///     *desk.time();                                                               // 6.236
///     *desk.silo_time();                                                          // 15
///
/// One number at a time, not lanes. The owners' times are taken for exponential; a sum of k parts
/// varies less, and owners then wait less than this. Not for work that several must do at the same
/// time.
///
/// [1] Smith, D. R., Whitt, W. (1981). Resource sharing for efficiency in traffic systems. Bell System
///     Technical Journal 60(1), 39-55.
/// [2] Jackson, J. R. (1957). Networks of waiting lines. Operations Research 5(4), 518-521.
///     doi:10.1287/opre.5.4.518
template <real Real = double>
struct case_owners {
    using real_type = Real;

    finite_positive<Real> arrival_rate; ///< λ, cases that come in            [cases/time]
    finite_positive<Real> work;         ///< S, mean work on a case             [time]
    at_least_one<Real>    owners;       ///< k                                  [people]

    /// T of a case with one owner; nothing where they can't keep up [time].
    [[nodiscard]] std::optional<Real> time() const
        requires ordered_real<Real>
    {
        const auto waits = waiting();
        if (!waits) return std::nullopt;
        return Real(work + *waits);
    }

    /// Of it, what a case waits for an owner; nothing where they can't keep up [time].
    [[nodiscard]] std::optional<Real> waiting() const
        requires ordered_real<Real>
    {
        return erlang_c<Real>{
            .arrival_rate = Real{arrival_rate}, .service_time = Real{work}, .servers = Real{owners}}
            .mean_wait();
    }

    /// T of a case that goes from desk to desk; nothing where they can't keep up [time].
    [[nodiscard]] std::optional<Real> silo_time() const
        requires ordered_real<Real>
    {
        const Real left = detail::servers_left(Real{owners}, Real{arrival_rate}, Real{work});
        if (!(left > 0)) return std::nullopt;
        return detail::product_over(Real{work}, Real{owners}, left);
    }

    /// How many times as long an owner may work on a case for it to take what it does in silos; nothing
    /// where these can't keep up, beside whom no owner is too slow [-].
    [[nodiscard]] std::optional<Real> break_even_slowdown() const
        requires ordered_real<Real>
    {
        const auto silos = silo_time();
        if (!silos) return std::nullopt;
        // By S/T, which ends at 0 where owners can no longer keep up. T is at least the slow-down times S.
        const auto faster = [&]<class Number>(const Number& slowdown) {
            const Number                  whole(Real{work}), count(Real{owners}), rate(Real{arrival_rate});
            const case_owners<Number>     slower{.arrival_rate = rate,
                                                 .work         = Number(slowdown * whole),
                                                 .owners       = count};
            const auto                    takes = slower.time();
            const Number                  left  = detail::servers_left(count, rate, whole);
            return Number((takes ? Number(whole / *takes) : Number(0)) - left / count);
        };
        const Real left = detail::servers_left(Real{owners}, Real{arrival_rate}, Real{work});
        const passive_t<Real> full = passive(Real(owners / Real(arrival_rate * work)));
        const passive_t<Real> slow = passive(Real(owners / left));
        return detail::root_between<Real>(faster, passive_t<Real>(1), full < slow ? full : slow);
    }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"arrival_rate", "λ", "cases/time", "cases that come in",
                      &case_owners::arrival_rate},
            parameter{"work", "S", "time", "mean work on a case", &case_owners::work},
            parameter{"owners", "k", "people", "people who own cases", &case_owners::owners}};
    }
};

static_assert(fully_described<case_owners<>>);

} // namespace orgscale
