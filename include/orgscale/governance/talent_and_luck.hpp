#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace orgscale {

/// Talent and luck: a lucky event doubles a person's capital with a probability that is his talent, an unlucky one halves
/// it. The expectations of Pluchino, Biondo and Rapisarda's model if its steps were independent:
///
///     mean(T)      = C0 ((1 + t q) (1 - q/2))^T         q, an event of either kind in a step
///     doublings(T) = T q (t - 1)                        E log2(C/C0): the typical person of any talent loses
///
/// The mean is made by few: it grows for t > 1/(2 - q) while the typical capital falls. In the model events move slowly,
/// so that those who meet one meet it again, and results vary still more. encounter(events, area) is the probability q of
/// its space: 1 - (1 - a)^n for n events, each covering a share a.
///
/// Pluchino, A., Biondo, A. E., Rapisarda, A. (2018). Talent versus luck: the role of randomness in success and failure.
/// Advances in Complex Systems 21, 1850014. doi:10.1142/S0219525918500145
template <real Real = double>
struct talent_and_luck {
    using real_type = Real;

    fraction<Real>        talent;            ///< t, a lucky event is used                   [-]
    fraction<Real>        event_probability; ///< q, an event of either kind in a step [1/step]
    finite_positive<Real> capital{1};        ///< C0, at the start                       [money]

    /// Mean capital after that many steps [money].
    [[nodiscard]] Real mean(const non_negative<Real>& steps) const
    {
        using std::exp, std::log1p;
        return capital * exp(Real(steps * (log1p(Real(talent * event_probability)) +
                                           log1p(Real(-(event_probability / 2))))));
    }

    /// Mean number of doublings less halvings after that many steps, log2 of the typical capital over that at the
    /// start [-].
    [[nodiscard]] constexpr Real doublings(const non_negative<Real>& steps) const
    {
        return -(steps * event_probability * Real(1 - talent));
    }

    /// t from which on the mean grows, 1/(2 - q) [-].
    [[nodiscard]] constexpr Real growing_talent() const { return 1 / (2 - event_probability); }

    /// q of `events` events in a space of which each covers a share [-].
    [[nodiscard]] static Real encounter(const non_negative<Real>&       events,
                                        const fraction_below_one<Real>& share)
    {
        using std::expm1, std::log1p;
        return -expm1(Real(events * log1p(Real(-Real{share}))));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"talent", "t", "-", "probability that a lucky event is used",
                      &talent_and_luck::talent},
            parameter{"event_probability", "q", "1/step",
                      "probability of an event of either kind in a step",
                      &talent_and_luck::event_probability},
            parameter{"capital", "C0", "money", "capital at the start", &talent_and_luck::capital}};
    }
};

static_assert(fully_described<talent_and_luck<>>);

} // namespace orgscale
