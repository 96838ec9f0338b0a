#pragma once

// Longer than others: one state of a run, which explicit and implicit steps share with their control.

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/solve/detail/change_search.hpp>
#include <orgscale/solve/detail/collocation.hpp>
#include <orgscale/solve/detail/error_norm.hpp>
#include <orgscale/solve/detail/jacobian.hpp>
#include <orgscale/solve/detail/margins.hpp>
#include <orgscale/solve/detail/next_stop.hpp>
#include <orgscale/solve/detail/piece.hpp>
#include <orgscale/solve/detail/smooth_stretch.hpp>
#include <orgscale/solve/detail/step_control.hpp>
#include <orgscale/solve/detail/stiffness.hpp>
#include <orgscale/solve/ending.hpp>
#include <orgscale/solve/options.hpp>

namespace orgscale::detail {

/// Integrates a model forward, one accepted step at a time, with error control.
///
/// The tolerance selects the pair: Verner 7(6), or Tsitouras 5(4) at tolerances looser than 1e-4 for a
/// dense solution (its interpolant is free) and looser than 1e-3 where only the end is needed (measured:
/// bench/README.md). At tolerances looser than 1e-6 an explicit step also stays below the model's shortest
/// time constant, since a long step can jump over a limit that binds briefly.
///
/// Where stability rather than the error bounds the steps (see stiffness.hpp), it goes on with the implicit
/// Radau IIA method of order 13, until that no longer pays. Of the L-stable methods this one has a dense
/// solution as accurate, at steps as long, as Verner's where the default tolerance asks for 1e-9.
///
/// Step control is computed in `double`, whatever the number type.
///
/// [1] Hairer, E., Nørsett, S. P., Wanner, G. (1993). Solving Ordinary Differential Equations I.
///     Springer, sections II.4 and IV.2. doi:10.1007/978-3-540-78862-1
template <class Model>
class integrator {
public:
    using real_type = typename Model::real_type;
    using numbers   = numbers_of<Model>;

    static constexpr double loosest_dense    = 1e-4; ///< loosest tolerance for Verner 7(6)
    static constexpr double loosest_end_only = 1e-3; ///< the same, if only the end is needed
    static constexpr double loosest_unbound =
        1e-6; ///< loosest without a bound by the shortest time constant

    integrator(const Model& model, const real_type& time, const numbers& x,
               const real_type& relative, const real_type& absolute, const real_type& max_step,
               bool dense = true)
        : model_{model}, time_{time}, x_{x}, begin_{time}, before_{x}, width_{real_type(0)},
          norm_{plain(relative), plain(absolute)}, max_step_{plain(max_step)},
          most_explicit_{max_step_},
          loose_{norm_.relative > (dense ? loosest_dense : loosest_end_only)}
    {
        if constexpr (requires { model.shortest_time(); }) {
            const double shortest = plain(real_type(model.shortest_time()));
            if (norm_.relative > loosest_unbound && shortest < max_step_) most_explicit_ = shortest;
        }
    }

    /// Takes one accepted step, to `limit` at most; false if that fails (see reason).
    [[nodiscard]] bool advance(const real_type& limit, std::int64_t& budget)
    {
        if (is_implicit_) return advance_by<radau_13>(limit, budget);
        return loose_ ? advance_by<tsitouras_5>(limit, budget)
                      : advance_by<verner_7>(limit, budget);
    }

    /// Restarts from another state, after an event or a breakpoint.
    void restart(const real_type& time, const numbers& x)
    {
        time_  = time;
        x_     = x;
        slope_ = rates_now::unknown;
        margins_.zero.fill(false);
        is_continued_ = false;
        stretch_.restart();
    }

    /// The interpolant of the last step.
    [[nodiscard]] piece<Model> through() const
    {
        const bool known = slope_ == rates_now::ahead && !changes_between(model_, begin_, time_);
        return interpolant(method_, model_, norm_, begin_, width_, before_, k_,
                           known ? &ahead_ : nullptr);
    }

    /// The rates at the end of the last step, with which the next one begins.
    [[nodiscard]] const numbers& rates_at_end()
    {
        if (slope_ == rates_now::in_last_stage) return k_[tsitouras_5::stages - 1];
        if (slope_ != rates_now::ahead) {
            look_ahead(time_, x_);
            slope_ = rates_now::ahead;
        }
        return ahead_;
    }

    /// The rates now, where no step has been taken.
    [[nodiscard]] numbers rates_here() const { return rates(model_, time_, x_); }

    [[nodiscard]] const Model&            model() const { return model_; }
    [[nodiscard]] const real_type&        time() const { return time_; }
    [[nodiscard]] const numbers&          state() const { return x_; }
    [[nodiscard]] const real_type&        begin() const { return begin_; }
    [[nodiscard]] const numbers&          before() const { return before_; }
    [[nodiscard]] const real_type&        width() const { return width_; }
    [[nodiscard]] const stages_of<Model>& stages() const { return k_; }
    [[nodiscard]] step_method             method() const { return method_; }
    [[nodiscard]] double                  relative() const { return norm_.relative; }
    [[nodiscard]] double                  absolute() const { return norm_.absolute; }
    [[nodiscard]] ending                  reason() const { return reason_; }

    /// The estimated error of the last step, in units of the tolerance.
    [[nodiscard]] double error() const { return error_; }

private:
    template <class Method>
    static constexpr bool is_explicit = !std::is_same_v<Method, radau_13>;

    template <class Method>
    [[nodiscard]] bool advance_by(const real_type& limit, std::int64_t& budget)
    {
        if (slope_ == rates_now::unknown) k_[0] = noted(0, time_, x_);
        if (slope_ == rates_now::in_last_stage) {
            k_[0]          = k_[tsitouras_5::stages - 1];
            margins_.at[0] = margins_.at[tsitouras_5::stages - 1];
        }
        if (slope_ == rates_now::ahead) {
            k_[0]          = ahead_;
            margins_.at[0] = margins_.at.back();
        }
        slope_ = rates_now::known;
        if (!all_finite(x_) || !all_finite(k_[0])) return fails(ending::not_finite);
        if (proposed_ == 0) proposed_ = first_width<Method>(limit);
        const double most = is_explicit<Method> ? most_explicit_ : max_step_;

        bool                 refused      = false;
        bool                 was_infinite = false;
        change_search<Model> seek;
        while (true) {
            if (budget-- <= 0) return fails(ending::step_limit_reached);

            const real_type left  = limit - time_;
            double          width = proposed_ < most ? proposed_ : most;
            if (seek.is_on) width = seek.width;
            const bool lands = !seek.is_on && width >= 0.99 * plain(left);
            if (!seek.is_on && !lands && width > 0.5 * plain(left)) width = 0.5 * plain(left);
            const real_type h = lands ? left : real_type(width);
            if (!(time_ + h > time_)) {
                if (seek.is_on) { // what binds changes now
                    seek.is_on        = false;
                    seek.is_abandoned = true;
                    continue;
                }
                return fails(was_infinite ? ending::not_finite : ending::step_too_small);
            }

            const numbers next  = attempt_to<Method>(h, lands);
            const double  error = error_of_step<Method>(h, next);
            const double  tried = plain(h);
            if constexpr (margin_count<Model> > 0) {
                if (error < std::numeric_limits<double>::infinity() &&
                    goes_on<Method>(seek, h, next, error <= 1))
                    continue;
            }
            if (error <= 1) {
                margins_.zero.fill(false);
                if constexpr (margin_count<Model> > 0) {
                    if (seek.is_on) margins_.zero[seek.which] = true;
                }
                error_             = error;
                begin_             = time_;
                before_            = x_;
                width_             = h;
                time_              = lands ? limit : time_ + h;
                x_                 = next;
                method_            = method_of<Method>;
                slope_             = Method::reuses_last ? rates_now::in_last_stage
                                     : seek.is_on        ? rates_now::ahead
                                                         : rates_now::unknown;
                const double wider = tried *
                                     control_.template growth<Method::estimate>(error, refused);
                proposed_ = lands && proposed_ > wider ? proposed_ : wider;
                if (seek.is_on && seek.before > proposed_) proposed_ = seek.before;
                choose_method<Method>(tried, plain(left), seek.is_on);
                return true;
            }
            seek.is_on = false;
            if (!is_explicit<Method> && !is_solved_) {
                if (explicit_would_do(tried)) {
                    change_method(false);
                    return advance(limit, budget);
                }
                was_infinite = !implicit_.is_finite;
                proposed_    = 0.3 * tried;
                refused      = true;
                continue;
            }
            was_infinite = !(error < std::numeric_limits<double>::infinity());
            proposed_    = tried *
                        (was_infinite ? 0.1 : step_control::shrinkage<Method::estimate>(error));
            refused = true;
        }
    }

    /// After an accepted step, with `left` to go when it began: whether the next is explicit or implicit.
    template <class Method>
    void choose_method(double tried, double left, bool ends_at_change)
    {
        if constexpr (is_explicit<Method>) {
            const bool may_begin = stiffness_.looks();
            if (ends_at_change) stretch_.restart();
            if (stiffness::is_long(left / tried) && stretch_.adds(plain(time_), x_, norm_) &&
                tried < 0.98 * most_explicit_ &&
                stiffness_.begins_smoothly(width_times_eigenvalue<Method>(k_, x_, norm_))) {
                proposed_ = 0.5 * static_cast<double>(stretch_.steps) * tried;
                return change_method(true);
            }
            if (!may_begin) return;
            const bool is_capped = most_explicit_ < max_step_ && tried > 0.98 * most_explicit_;
            if (stiffness_.begins(((is_capped || ends_at_change) && stiffness::is_idle(error_)) ||
                                      width_times_eigenvalue<Method>(k_, x_, norm_) >
                                          0.7 * Method::stable,
                                  error_))
                change_method(true);
        } else {
            is_continued_ = !ends_at_change;
            if (is_continued_) last_ = through();
            if (stiffness_.ends(tried * spectral_radius(slopes_))) change_method(false);
        }
    }

    void change_method(bool to_implicit)
    {
        stiffness_.change(to_implicit);
        is_implicit_  = to_implicit;
        is_continued_ = false;
        stretch_.restart();
        if (to_implicit && slope_ == rates_now::in_last_stage) {
            ahead_             = k_[tsitouras_5::stages - 1];
            margins_.at.back() = margins_.at[tsitouras_5::stages - 1];
            slope_             = rates_now::ahead;
        }
    }

    /// Whether an explicit step of this width would be stable.
    [[nodiscard]] bool explicit_would_do(double width) const
    {
        return width * spectral_radius(slopes_) < 1;
    }

    /// The rates at a time and state; their margins go to that row.
    [[nodiscard]] numbers noted(std::size_t row, const real_type& time, const numbers& x)
    {
        if constexpr (margin_count<Model> > 0) {
            return rates(noting<Model>{model_, &margins_.at[row]}, time, x);
        } else {
            return rates(model_, time, x);
        }
    }

    void look_ahead(const real_type& time, const numbers& x)
    {
        ahead_ = noted(margins_.at.size() - 1, time, x);
    }

    /// After a step was tried: whether another width shall be, at which what binds changes; it is located
    /// to a tenth of the tolerance.
    template <class Method>
    [[nodiscard]] bool goes_on(change_search<Model>& seek, const real_type& h, const numbers& next,
                               bool is_accurate)
    {
        const double tried        = plain(h);
        const double close_enough = (0.1 * norm_.relative > 1e-13 ? 0.1 * norm_.relative : 1e-13) *
                                        tried +
                                    4 * rounding_of<real_type> * std::abs(plain(time_));
        return seek.template goes_on<Method>(margins_, tried, is_accurate, negligible(tried),
                                             close_enough, [&]() -> const margins_of<Model>& {
                                                 look_ahead(time_ + h, next);
                                                 return margins_.at.back();
                                             });
    }

    /// A margin that throughout a step of this width changes nothing within the tolerance.
    [[nodiscard]] double negligible(double width) const
    {
        double largest = 0;
        for (const auto& x : x_) {
            const double size = std::abs(plain(x));
            largest           = size > largest ? size : largest;
        }
        const double rounding =
            is_implicit_ ? 100 * rounding_of<real_type> * largest * spectral_radius(slopes_) : 0;
        return 1e-3 * (norm_.absolute + norm_.relative * largest) / width + rounding;
    }

    /// The width of a step that does not land on the limit has no derivatives.
    template <class Method>
    [[nodiscard]] numbers attempt_to(const real_type& width, [[maybe_unused]] bool lands)
    {
        if constexpr (std::is_arithmetic_v<passive_t<real_type>> && has_derivatives<real_type>) {
            if (!lands) return attempt<Method>(passive(width));
        }
        return attempt<Method>(width);
    }

    template <class Method, std::size_t First, std::size_t Last, real Width>
    void evaluate_noted(const Width& width)
    {
        if constexpr (margin_count<Model> > 0) {
            evaluate<Method, First, Last>(noting<Model>{model_, &margins_.at[First]}, time_, width,
                                          x_, k_);
        } else {
            evaluate<Method, First, Last>(model_, time_, width, x_, k_);
        }
    }

    /// Evaluates the stages of a step of this width; returns the state at its end.
    template <class Method, real Width>
    [[nodiscard]] numbers attempt(const Width& width)
    {
        if constexpr (!is_explicit<Method>) {
            return attempt_implicit(real_type(width));
        } else if constexpr (Method::reuses_last) {
            evaluate_noted<Method, 1, Method::stages - 1>(width);
            const numbers next = moved(x_, width, weighted<row_of<Method, Method::stages - 1>>(k_));
            k_[Method::stages - 1] =
                noted(Method::stages - 1, inside_end(time_, real_type(width)), next);
            return next;
        } else {
            evaluate_noted<Method, 1, Method::stages>(width);
            return moved(x_, width, weighted<row_of<Method, Method::stages>>(k_));
        }
    }

    /// The same by the implicit method. The derivatives of the rates are those a thousandth of a step
    /// ahead: at its beginning what binds may just be changing. If the iteration doesn't converge, what binds
    /// may change within the step, so it is tried again with those where it came farthest.
    [[nodiscard]] numbers attempt_implicit(const real_type& h)
    {
        const real_type last = inside_end(time_, h);
        const auto      when = [&](std::size_t i) {
            return i + 1 == radau_13::stages
                            ? last
                            : real_type(time_ + coefficient<real_type>(radau_13::c[i]) * h);
        };
        std::array<numbers, radau_13::degree> guess{};
        for (std::size_t i = 0; i < guess.size(); ++i) {
            guess[i].fill(real_type(0));
            if (!is_continued_ || plain(h) > 2 * plain(width_)) continue;
            const numbers there = last_(when(i + 1));
            for (std::size_t n = 0; n < there.size(); ++n) guess[i][n] = there[n] - x_[n];
        }
        const auto solve = [&](double close_enough, double good_enough) {
            is_solved_ = implicit_.solve(
                slopes_, h, x_, close_enough, good_enough, k_, norm_,
                [&](std::size_t i, const numbers& at) { return noted(i, when(i), at); });
        };
        const auto slopes_at = [&](const real_type& time, const numbers& x) {
            slopes_ = jacobian_(model_, time, x, norm_.absolute / norm_.relative);
        };
        const real_type ahead = h * real_type(1e-3);
        slopes_at(time_ + ahead, moved(x_, ahead, k_[0]));
        implicit_.inner = guess;
        solve(0.01, 0);
        if (!is_solved_ && all_finite(implicit_.farthest)) {
            slopes_at(when(implicit_.which), numbers{implicit_.farthest});
            implicit_.inner = guess;
            solve(0.01, 0);
        }
        if constexpr (margin_count<Model> > 0) {
            // Signs of margins are those of rates, which the iteration's error changes much more.
            if (is_solved_ && margins_.template may_change<radau_13::stages>()) solve(1e-6, 0.1);
        }
        return implicit_.next;
    }

    /// The estimated error in units of the tolerance; infinite if any number is not finite.
    template <class Method>
    [[nodiscard]] double error_of_step(const real_type& width, const numbers& next) const
    {
        if constexpr (is_explicit<Method>) {
            return norm_.error(plain(width), weighted<detail::error_of<Method>>(k_), x_, next);
        } else {
            return is_solved_ ? norm_.error(1, implicit_.estimate, x_, next)
                              : std::numeric_limits<double>::infinity();
        }
    }

    /// An initial width from the sizes of the state, its rates and their change [1, II.4].
    template <class Method>
    [[nodiscard]] double first_width(const real_type& limit) const
    {
        const double whole = plain(real_type(limit - time_));
        const double size  = norm_.size(x_, x_);
        const double slope = norm_.size(k_[0], x_);
        double       guess = size < 1e-5 || slope < 1e-5 ? 1e-6 : 0.01 * size / slope;
        if (!(guess < whole)) guess = whole;
        const numbers there =
            rates(model_, real_type(time_ + real_type(guess)), moved(x_, real_type(guess), k_[0]));
        numbers change = there;
        for (std::size_t n = 0; n < change.size(); ++n) change[n] = change[n] - k_[0][n];
        const double bend    = norm_.size(change, x_) / guess;
        const double largest = slope < bend ? bend : slope;
        double       width   = largest <= 1e-15
                                   ? (guess * 1e-3 < 1e-6 ? 1e-6 : guess * 1e-3)
                                   : std::pow(0.01 / largest, 1.0 / static_cast<double>(Method::estimate));
        if (!(width < 100 * guess) || width == 0) width = 100 * guess;
        const double least = 4 * std::abs(plain(time_)) *
                             rounding_of<real_type>; // must advance the time
        if (width < least) width = least;
        return width < whole ? width : whole;
    }

    bool fails(ending reason)
    {
        reason_ = reason;
        return false;
    }

    enum class rates_now { unknown, known, in_last_stage, ahead };

    Model               model_;
    real_type           time_;
    numbers             x_;
    real_type           begin_;
    numbers             before_;
    real_type           width_;
    stages_of<Model>    k_{};
    numbers             ahead_{}; ///< the rates at its end, where they were asked for
    error_norm          norm_;
    double              max_step_;
    double              most_explicit_; ///< longest explicit step
    double              proposed_ = 0;
    double              error_    = 0;
    step_margins<Model> margins_{};
    step_control        control_;
    bool                loose_;
    step_method         method_ = step_method::verner_7; ///< of the last step
    rates_now           slope_  = rates_now::unknown;
    ending              reason_ = ending::reached_end;

    stiffness                             stiffness_;
    smooth_stretch<size_of_state<Model>>  stretch_;
    bool                                  is_implicit_  = false; ///< whether the next step is
    bool                                  is_continued_ = false; ///< whether `last_` goes on
    bool                                  is_solved_    = true;
    collocation<Model>                    implicit_;
    jacobian<Model>                       jacobian_;
    piece<Model>                          last_ = piece<Model>::constant(real_type(0), numbers{});
    typename jacobian<Model>::matrix_type slopes_; ///< df/dx of the last implicit attempt
};

} // namespace orgscale::detail
