#pragma once

#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/queueing/detail/product_over.hpp>
#include <orgscale/queueing/detail/root_between.hpp>
#include <orgscale/queueing/detail/time_left.hpp>
#include <orgscale/queueing/erlang_c.hpp>

namespace orgscale {

/// One owner per case, with k owners sharing a queue, compared with k desks in series that each do a k-th of
/// the work.
///
///     owners  T = S + C(k, λS)/(k/S - λ)               M/M/k, each does all of the work S [1]
///     silos   T = S/(1 - λS/k)                         k M/M/1 in tandem, S/k each        [2]
///
/// Both take the same time without waiting and for k = 1; at full load the silos take k times as long. A
/// generalist may work more slowly than k specialists: ownership is faster up to the break-even slow-down, at
/// which both take the same time.
///
///     const case_owners<> desk{.arrival_rate = 0.8, .work = 3, .owners = 3};
///     *desk.time();                                                               // 6.236
///     *desk.silo_time();                                                          // 15
///
/// No lanes. Owners' times are assumed to be exponential; a sum of k parts varies less, so real owners wait less
/// than this. Not for work that several people must do at the same time.
///
/// [1] Smith, D. R., Whitt, W. (1981). Resource sharing for efficiency in traffic systems. Bell System
///     Technical Journal 60(1), 39-55.
/// [2] Jackson, J. R. (1957). Networks of waiting lines. Operations Research 5(4), 518-521.
///     doi:10.1287/opre.5.4.518
template <real Real = double>
struct case_owners {
    using real_type = Real;

    finite_positive<Real> arrival_rate; ///< λ, cases that arrive             [cases/time]
    finite_positive<Real> work;         ///< S, mean work on a case             [time]
    at_least_one<Real>    owners;       ///< k                                  [people]

    /// T of a case with one owner; empty if the owners can't keep up [time].
    [[nodiscard]] std::optional<Real> time() const
        requires ordered_real<Real>
    {
        const auto waits = waiting();
        if (!waits) return std::nullopt;
        return Real(work + *waits);
    }

    /// The part of it spent waiting for an owner; empty if the owners can't keep up [time].
    [[nodiscard]] std::optional<Real> waiting() const
        requires ordered_real<Real>
    {
        return erlang_c<Real>{
            .arrival_rate = Real{arrival_rate}, .service_time = Real{work}, .servers = Real{owners}}
            .mean_wait();
    }

    /// T of a case that goes from desk to desk; empty if the desks can't keep up [time].
    [[nodiscard]] std::optional<Real> silo_time() const
        requires ordered_real<Real>
    {
        const Real left = detail::servers_left(Real{owners}, Real{arrival_rate}, Real{work});
        if (!(left > 0)) return std::nullopt;
        return detail::product_over(Real{work}, Real{owners}, left);
    }

    /// How many times as long an owner may work on a case before it takes longer than in silos, at least 1. Empty
    /// if the silos can't keep up [-].
    [[nodiscard]] std::optional<Real> break_even_slowdown() const
        requires ordered_real<Real>
    {
        const auto silos = silo_time();
        if (!silos) return std::nullopt;
        // In S/T, which is 0 where the owners can't keep up. T is at least S times the slow-down.
        const auto faster = [&]<class Number>(const Number& slowdown) {
            const Number whole(Real{work}), count(Real{owners}), rate(Real{arrival_rate});
            const case_owners<Number> slower{
                .arrival_rate = rate, .work = Number(slowdown * whole), .owners = count};
            const auto   takes = slower.time();
            const Number left  = detail::servers_left(count, rate, whole);
            return Number((takes ? Number(whole / *takes) : Number(0)) - left / count);
        };
        const Real left = detail::servers_left(Real{owners}, Real{arrival_rate}, Real{work});
        const passive_t<Real> full = passive(Real(owners / Real(arrival_rate * work)));
        const passive_t<Real> slow = passive(Real(owners / left));
        return detail::root_between<Real>(faster, passive_t<Real>(1), full < slow ? full : slow);
    }

    static constexpr auto parameters()
    {
        return description{parameter{"arrival_rate", "λ", "cases/time", "cases that arrive",
                                     &case_owners::arrival_rate},
                           parameter{"work", "S", "time", "mean work on a case", &case_owners::work},
                           parameter{"owners", "k", "people", "owners", &case_owners::owners}};
    }
};

static_assert(fully_described<case_owners<>>);

} // namespace orgscale
