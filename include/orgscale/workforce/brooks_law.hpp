#pragma once

#include <cmath>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/dynamics.hpp>
#include <orgscale/workforce/detail/divided_exponential.hpp>
#include <orgscale/workforce/overhead_policy.hpp>
#include <orgscale/workforce/project_state.hpp>

namespace orgscale {

/// Brooks's law [1]: adding people to a late project makes it later. Madachy's model of it [2].
///
///     rate    = k (1 - share(W + E)) (w W + e (E - m W))
///     dQ/dt   = -rate,    dW/dt = -W/τ,    dE/dt = W/τ
///
/// W new and E experienced people work off the requirements Q. Experienced people train the new ones,
/// and everybody communicates with everybody, which is the overhead. People are added between runs or
/// by an event.
///
/// Published values [2]: Q = 500 function points, E = 20, k = 0.1 per person and day, τ = 20 days,
/// w = 0.8, e = 1.2, m = 0.25, tabulated_overhead.
///
///     const auto project = brooks_law<tabulated_overhead>::published();
///     project.finished(brooks_law<tabulated_overhead>::published_start());             // day 274.1
///
/// The project ends at Q = 0, at finished(). Stop a run there: the equations continue below 0. Not for more new
/// people than the experienced can train (m W > E), nor for work that can be divided without
/// communication.
///
/// [1] Brooks, F. P. (1975). The Mythical Man-Month. Addison-Wesley. Chapter 2.
/// [2] Madachy, R. J. (2008). Software Process Dynamics. Wiley. Chapter 1.
///     doi:10.1002/9780470192719
template <template <class> class Overhead, real Real = double>
    requires overhead_policy<Overhead<Real>, Real>
struct brooks_law {
    using real_type  = Real;
    using state_type = project_state<Real>;

    [[no_unique_address]] Overhead<Real> overhead{}; ///< time lost to communication

    finite_positive<Real>     nominal_productivity; ///< k, without overhead [work/person/time]
    finite_positive<Real>     assimilation_time;    ///< τ, from new to experienced [time]
    finite_non_negative<Real> new_productivity{1};  ///< w, relative to nominal [-]
    finite_non_negative<Real> experienced_productivity{1}; ///< e, relative to nominal [-]
    finite_non_negative<Real> training{0}; ///< m, experienced people per new person to train [-]

    /// Madachy's values, in function points and days [2].
    [[nodiscard]] static constexpr brooks_law published()
    {
        return {.nominal_productivity     = Real(0.1),
                .assimilation_time        = Real(20),
                .new_productivity         = Real(0.8),
                .experienced_productivity = Real(1.2),
                .training                 = Real(0.25)};
    }

    /// Madachy's project on its first day [2].
    [[nodiscard]] static constexpr state_type published_start()
    {
        return {.requirements = Real(500), .new_people = Real(0), .experienced_people = Real(20)};
    }

    /// Work completed per unit time [work/time].
    [[nodiscard]] constexpr Real development_rate(const state_type& x) const
    {
        const Real free = x.experienced_people - training * x.new_people;
        return speed(x) * (new_productivity * x.new_people + experienced_productivity * free);
    }

    [[nodiscard]] constexpr state_type derivative(const Real&, const state_type& x) const
    {
        const Real learned = x.new_people / assimilation_time;
        return {-development_rate(x), -learned, learned};
    }

    /// The project at time t after state x; exact while nobody is added.
    [[nodiscard]] state_type after(const state_type& x, const Real& time) const
    {
        using std::exp, std::expm1;
        const Real decay   = -(time / assimilation_time);
        const Real learned = -expm1(decay) * x.new_people;
        // Time worked by new and by experienced people [people * time].
        const Real as_new = x.new_people * (time * detail::divided_exponential(Real(0), decay));
        const Real as_experienced =
            x.experienced_people * time -
            x.new_people * (time * (decay * detail::divided_exponential(Real(0), Real(0), decay)));
        const Real free = as_experienced - training * as_new;
        const Real done = speed(x) * (new_productivity * as_new + experienced_productivity * free);
        return {x.requirements - done, x.new_people * exp(decay), x.experienced_people + learned};
    }

    /// When the project that stands at x now is finished, if nobody else is added; 0 if it is already, nothing
    /// if it never is [time from now].
    [[nodiscard]] std::optional<Real> finished(const state_type& x) const
        requires ordered_real<Real>
    {
        const auto open = [&](const Real& time) { return after(x, time).requirements > 0; };
        if (!open(Real(0))) return Real(0);
        // The rate tends to that of a team of experienced people, from one side; within 64 assimilation
        // times, to rounding.
        const bool lasting = development_rate({x.requirements, Real(0),
                                               Real(x.new_people + x.experienced_people)}) > 0;
        Real       before(0), done(assimilation_time);
        while (open(done)) {
            if (!lasting && done >= 64 * assimilation_time) return std::nullopt;
            before = done;
            done   = 2 * done;
        }
        before = Real(passive(before)); // the search itself carries no derivatives
        done   = Real(passive(done));
        for (Real half = before + (done - before) / 2; before < half && half < done;
             half      = before + (done - before) / 2)
            (open(half) ? before : done) = half;
        for (int step = 0; step < 2; ++step) { // of Newton's, to carry derivatives of two orders
            const state_type there = after(x, done);
            done                   = done + there.requirements / development_rate(there);
        }
        return done;
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"overhead", "", "", "time lost to communication", &brooks_law::overhead},
            parameter{"nominal_productivity", "k", "work/person/time",
                      "output per person without overhead", &brooks_law::nominal_productivity},
            parameter{"assimilation_time", "τ", "time", "time until a new hire is experienced",
                      &brooks_law::assimilation_time},
            parameter{"new_productivity", "w", "-",
                      "productivity of a new person relative to nominal",
                      &brooks_law::new_productivity},
            parameter{"experienced_productivity", "e", "-",
                      "productivity of an experienced person relative to nominal",
                      &brooks_law::experienced_productivity},
            parameter{"training", "m", "-", "experienced people occupied by training one new person",
                      &brooks_law::training}};
    }

private:
    /// k (1 - share(n)); learning does not change the team's size n.
    [[nodiscard]] constexpr Real speed(const state_type& x) const
    {
        return nominal_productivity *
               (1 - overhead.share(Real(x.new_people + x.experienced_people)));
    }
};

} // namespace orgscale
