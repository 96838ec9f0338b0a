#pragma once

#include <cmath>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Volunteers who answer one another's questions: a race for each question, and time for so many.
///
///     race(V)        = 1 - e^(-V θ w)        one of V has answered within w
///     answered(V, x) = min(race(V), x)       x answers they have time for, for each question
///     median(V)      = ln 2/(V θ)            until the first answer
///
/// Each comes upon a given question and answers it at a rate θ, independent of the others, so the first
/// answer takes an exponential time with rate V θ. A community twice as large is twice as fast and
/// leaves the square of what was left. With the time it has it merely keeps pace: V g answers for a
/// number of questions that grows like V.
///
///     community_answering<>::of_share(200, 0.71, 72).median_first_answer(200);               // 40.3
///
/// That is Mozilla Support in 2023: 71 percent of questions answered within 72 hours, by some 200
/// contributors a month [1]. Stack Overflow: 11 minutes in the median [2]. Not for volunteers who tire,
/// wait for one another, or answer what is easy.
///
/// [1] Mozilla Support (22 December 2023). 2023 in a nutshell. The SUMO blog.
/// [2] Mamykina, L., Manoim, B., Mittal, M., Hripcsak, G., Hartmann, B. (2011). Design lessons from the
///     fastest Q&A site in the west. CHI '11, 2857-2866. doi:10.1145/1978942.1979366
template <real Real = double>
struct community_answering {
    using real_type = Real;

    finite_non_negative<Real> answering_rate; ///< θ, of one volunteer for one question [1/time]
    finite_positive<Real>     window;         ///< w, after which an answer is too late [time]

    /// Of a community in which a question waits so long for its first answer, in the median.
    [[nodiscard]] static community_answering of_median(const Real& volunteers, const Real& median,
                                                       const Real& window)
    {
        using std::log;
        return {.answering_rate = Real(log(Real(2)) / (volunteers * median)), .window = window};
    }

    /// Of a community that answers such a share of its questions, below 1, within the window.
    [[nodiscard]] static community_answering of_share(const Real& volunteers, const Real& share,
                                                      const Real& window)
    {
        using std::log1p;
        return {.answering_rate = Real(-log1p(Real(-share)) / (volunteers * window)),
                .window         = window};
    }

    /// 1 - e^(-V θ w) [-].
    [[nodiscard]] Real race(const Real& volunteers) const
    {
        using std::expm1;
        return -expm1(Real(-answers_in_window(volunteers)));
    }

    /// Share of questions with an answer in time, of V >= 0 volunteers with time for x >= 0 answers to
    /// each question [-].
    [[nodiscard]] Real answered(const Real& volunteers, const Real& capacity) const
    {
        return least(race(volunteers), capacity);
    }

    /// The rest, without a difference where the race sets it [-].
    [[nodiscard]] Real unanswered(const Real& volunteers, const Real& capacity) const
    {
        using std::exp;
        return greatest(Real(exp(Real(-answers_in_window(volunteers)))), Real(1 - capacity));
    }

    /// V θ w, answers that a question would get in time if all came, on average [-].
    [[nodiscard]] constexpr Real answers_in_window(const Real& volunteers) const
    {
        return volunteers * answering_rate * window;
    }

    /// Infinite if nobody answers [time].
    [[nodiscard]] Real median_first_answer(const Real& volunteers) const
    {
        using std::log;
        return log(Real(2)) / Real(volunteers * answering_rate);
    }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"answering_rate", "θ", "1/time",
                                    "of one volunteer for one question",
                                    &community_answering::answering_rate},
                          parameter{"window", "w", "time", "after which an answer is too late",
                                    &community_answering::window}};
    }
};

static_assert(fully_described<community_answering<>>);

} // namespace orgscale
