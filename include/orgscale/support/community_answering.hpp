#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Volunteers who answer one another's questions: limited by how soon one replies and by their time.
///
///     race(V)        = 1 - e^(-V θ w)        at least one of V volunteers answers within w
///     answered(V, x) = min(race(V), x)       x: answers they have time for, per question
///     median(V)      = ln 2/(V θ)            time to the first answer
///
/// Each volunteer answers a given question at rate θ, independently of the others, so the time to the
/// first answer is exponential with rate V θ. A community twice as large is twice as fast, and the share
/// it leaves unanswered is squared. Its capacity only keeps pace: V g answers for a number of questions
/// that grows in proportion to V.
///
///     community_answering<>::of_share(200, 0.71, 72).median_first_answer(200);               // 40.3
///
/// That is Mozilla Support in 2023: 71 percent of questions answered within 72 hours by some 200
/// contributors a month [1]. Stack Overflow: a median of 11 minutes [2]. Not for volunteers who tire,
/// wait for one another, or answer only the easy questions.
///
/// [1] Mozilla Support (22 December 2023). 2023 in a nutshell. The SUMO blog.
/// [2] Mamykina, L., Manoim, B., Mittal, M., Hripcsak, G., Hartmann, B. (2011). Design lessons from the
///     fastest Q&A site in the west. CHI '11, 2857-2866. doi:10.1145/1978942.1979366
template <real Real = double>
struct community_answering {
    using real_type = Real;

    finite_non_negative<Real>
        answering_rate; ///< θ, rate at which a volunteer answers a given question [1/time]
    finite_positive<Real> window; ///< w, after which an answer is too late [time]

    /// The community in which the median time to the first answer is `median`.
    [[nodiscard]] static community_answering of_median(const Real& volunteers, const Real& median,
                                                       const Real& window)
    {
        using std::log;
        return {.answering_rate = Real(log(Real(2)) / (volunteers * median)), .window = window};
    }

    /// The community that answers `share` < 1 of its questions within `window`.
    [[nodiscard]] static community_answering of_share(const Real& volunteers, const Real& share,
                                                      const Real& window)
    {
        using std::log1p;
        return {.answering_rate = Real(-log1p(Real(-share)) / (volunteers * window)),
                .window         = window};
    }

    /// 1 - e^(-V θ w), probability that a question is answered in time if capacity is no limit [-].
    [[nodiscard]] Real race(const non_negative<Real>& volunteers) const
    {
        return in_time(Real{volunteers});
    }

    /// Share of questions answered in time by V >= 0 volunteers with capacity for x >= 0 answers per
    /// question [-].
    [[nodiscard]] Real answered(const Real& volunteers, const Real& capacity) const
    {
        return least(in_time(volunteers), capacity);
    }

    /// 1 - answered(V, x), computed without cancellation where the race is the limit [-].
    [[nodiscard]] Real unanswered(const Real& volunteers, const Real& capacity) const
    {
        using std::exp;
        return greatest(Real(exp(Real(-answers_of(volunteers)))), Real(1 - capacity));
    }

    /// V θ w, mean number of answers to a question within the window if nobody stopped at the first [-].
    [[nodiscard]] constexpr Real answers_in_window(const non_negative<Real>& volunteers) const
    {
        return answers_of(Real{volunteers});
    }

    /// ln 2/(V θ); infinite if nobody answers [time].
    [[nodiscard]] Real median_first_answer(const non_negative<Real>& volunteers) const
    {
        using std::log;
        return log(Real(2)) / Real(Real{volunteers} * answering_rate);
    }

    static constexpr auto parameters()
    {
        return description{parameter{"answering_rate", "θ", "1/time",
                                     "rate at which a volunteer answers a given question",
                                     &community_answering::answering_rate},
                           parameter{"window", "w", "time", "time after which an answer is too late",
                                     &community_answering::window}};
    }

private:
    /// As a run asks it, of a number that may not be one of volunteers: below 0 as of none.
    [[nodiscard]] constexpr Real answers_of(const Real& volunteers) const
    {
        return greatest(volunteers, Real(0)) * answering_rate * window;
    }

    [[nodiscard]] Real in_time(const Real& volunteers) const
    {
        using std::expm1;
        return -expm1(Real(-answers_of(volunteers)));
    }
};

static_assert(fully_described<community_answering<>>);

} // namespace orgscale
