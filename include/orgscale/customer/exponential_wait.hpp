#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// How waits spread about their mean: the share of customers who start within a time, if only the mean wait is known.
///
///     P(wait > t) = C e^{-C (t-l)/(W-l)}        t >= l; before l nobody starts
///
/// It assumes that a share C of customers waits for longer than the least wait l, each for an exponential time more.
/// That is exact for M/M/c queues (erlang_c), with C the share that waits and l = 0, and for a waiting_list while its
/// rates are constant and whoever waits is as likely to be next as any other (C = 1, l = 0): W is then the wait of
/// experience(). Where those come first who have waited longest, waits spread less, and the share is larger from the
/// mean on.
///
///     exponential_wait<>{.mean = 2}.share_within(6);                                        // 0.950
///
/// A promise to start within t for a share of customers is one of the mean wait, as `design` takes it:
///
///     promise<>{.by = 36, .wait = exponential_wait<>::mean_for(0.95, 6)}                    // a mean of 2.00
///
/// Not for customers who give up: those who start have waited less than W, as only the patient wait long.
///
/// Derived from the exponential law of Erlang, A. K. (1917). Solution of some problems in the theory of
/// probabilities of significance in automatic telephone exchanges. Post Office Electrical Engineers'
/// Journal 10, 189-197.
template <real Real = double>
struct exponential_wait {
    using real_type = Real;

    non_negative<Real>        mean;       ///< W, of all customers                     [time]
    positive_fraction<Real>   waiting{1}; ///< C, share that waits longer than the least  [-]
    finite_non_negative<Real> least{0};   ///< l, that everybody waits                 [time]

    [[no_unique_address]] agreed mean_is_more{Real{least} <= Real{mean},
                                              "least must be at most mean"};

    /// P(wait <= t), the share of customers who start within t [-].
    [[nodiscard]] Real share_within(const non_negative<Real>& time) const
    {
        using std::exp, std::expm1;
        const Real beyond = mean - least;
        const auto spread = beyond > 0;
        const auto starts = spread && beyond < infinity<Real>();
        const Real later  = greatest(Real(Real{time} - least), Real(0));
        const Real passed =
            select(starts, Real(waiting * later / select(starts, beyond, Real(1))), Real(0));
        // 1 - C and what of C has started, without cancellation.
        const Real started = (1 - waiting) - waiting * expm1(Real(-passed));
        return select(Real{time} < least, Real(0), select(spread, started, Real(1)));
    }

    /// The time within which a share of customers starts; infinite for all of them, if some wait [time].
    [[nodiscard]] Real time_for(const fraction<Real>& share) const
    {
        const Real mean_waits = excess_waits(waiting, Real{share});
        const Real beyond     = mean - least;
        const auto spread     = beyond > 0 && mean_waits > 0;
        return least + select(spread, Real(select(spread, beyond, Real(1)) * mean_waits), Real(0));
    }

    /// The largest mean wait with which a share of customers starts within t; infinite if that many don't wait, and 0
    /// for a t below the least wait [time].
    [[nodiscard]] static Real mean_for(const fraction<Real>& share, const non_negative<Real>& time,
                                       const positive_fraction<Real>&   waiting = Real(1),
                                       const finite_non_negative<Real>& least   = Real(0))
    {
        const Real mean_waits = excess_waits(waiting, Real{share});
        const auto some_wait  = mean_waits > 0;
        const Real beyond     = Real{time} - least;
        return select(beyond < 0, Real(0),
                      select(some_wait,
                             Real(least + beyond / select(some_wait, mean_waits, Real(1))),
                             infinity<Real>()));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"mean", "W", "time", "mean wait of all customers", &exponential_wait::mean},
            parameter{"waiting", "C", "-", "share of customers who wait longer than the least",
                      &exponential_wait::waiting},
            parameter{"least", "l", "time", "wait that everybody has", &exponential_wait::least}};
    }

private:
    /// ln(C/(1-s))/C, in mean waits beyond the least; 0 or less if a share s does not wait.
    [[nodiscard]] static Real excess_waits(const Real& waiting, const Real& share)
    {
        using std::log, std::log1p;
        const auto all  = share >= 1;
        const Real some = select(all, Real(0), share);
        return select(all, infinity<Real>(), Real((log(waiting) - log1p(Real(-some))) / waiting));
    }
};

static_assert(fully_described<exponential_wait<>>);

} // namespace orgscale
