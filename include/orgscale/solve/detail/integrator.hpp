#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/solve/detail/margins.hpp>
#include <orgscale/solve/detail/piece.hpp>
#include <orgscale/solve/detail/step_control.hpp>
#include <orgscale/solve/ending.hpp>
#include <orgscale/solve/options.hpp>

namespace orgscale::detail {

/// Integrates a model forward, one accepted step at a time, with error control.
///
/// The tolerance selects the pair: Verner 7(6), or Tsitouras 5(4) at tolerances looser than 1e-4 for a
/// dense solution (its interpolant is free) and looser than 1e-3 where only the end is needed (measured:
/// bench/README.md). At tolerances looser than 1e-6 a step also stays below the model's shortest time
/// constant, since a long step can jump over a limit that binds briefly.
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
          relative_{plain(relative)}, absolute_{plain(absolute)}, max_step_{plain(max_step)},
          loose_{relative_ > (dense ? loosest_dense : loosest_end_only)}
    {
        if constexpr (requires { model.shortest_time(); }) {
            const double shortest = plain(real_type(model.shortest_time()));
            if (relative_ > loosest_unbound && shortest < max_step_) max_step_ = shortest;
        }
    }

    /// Takes one accepted step, to `limit` at most; false if that fails (see reason).
    [[nodiscard]] bool advance(const real_type& limit, std::int64_t& budget)
    {
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
    }

    /// The interpolant of the last step.
    [[nodiscard]] piece<Model> through() const
    {
        constexpr bool changes = requires { model_.breakpoints(); };
        const bool     known   = !changes && slope_ == rates_now::ahead;
        return interpolant(loose_, model_, {relative_, absolute_}, begin_, width_, before_, k_,
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
    [[nodiscard]] bool                    loose() const { return loose_; }
    [[nodiscard]] double                  relative() const { return relative_; }
    [[nodiscard]] double                  absolute() const { return absolute_; }
    [[nodiscard]] ending                  reason() const { return reason_; }

    /// The estimated error of the last step, in units of the tolerance.
    [[nodiscard]] double error() const { return error_; }

private:
    template <class Method>
    [[nodiscard]] bool advance_by(const real_type& limit, std::int64_t& budget)
    {
        if (slope_ == rates_now::unknown) k_[0] = noted(0, time_, x_);
        if (slope_ == rates_now::in_last_stage) {
            k_[0]          = k_[Method::stages - 1];
            margins_.at[0] = margins_.at[Method::stages - 1];
        }
        if (slope_ == rates_now::ahead) {
            k_[0]          = ahead_;
            margins_.at[0] = margins_.at.back();
        }
        slope_ = rates_now::known;
        if (!all_finite(x_) || !all_finite(k_[0])) return fails(ending::not_finite);
        if (proposed_ == 0) proposed_ = first_width<Method>(limit);

        bool        refused      = false;
        bool        was_infinite = false;
        change_seek seek;
        while (true) {
            if (budget-- <= 0) return fails(ending::step_limit_reached);

            const real_type left  = limit - time_;
            double          width = proposed_ < max_step_ ? proposed_ : max_step_;
            if (seek.is_on) width = seek.width;
            const bool lands = !seek.is_on && width >= 0.99 * plain(left);
            if (!seek.is_on && !lands && width > 0.5 * plain(left)) width = 0.5 * plain(left);
            const real_type h = lands ? left : real_type(width);
            if (!(time_ + h > time_)) {
                if (seek.is_on) { // what binds changes now
                    seek.is_on     = false;
                    seek.abandoned = true;
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
                slope_             = Method::reuses_last ? rates_now::in_last_stage
                                     : seek.is_on        ? rates_now::ahead
                                                         : rates_now::unknown;
                const double wider = tried *
                                     control_.template growth<Method::order>(error, refused);
                proposed_ = lands && proposed_ > wider ? proposed_ : wider;
                if (seek.is_on && seek.before > proposed_) proposed_ = seek.before;
                return true;
            }
            seek.is_on   = false;
            was_infinite = !(error < std::numeric_limits<double>::infinity());
            proposed_    = tried *
                        (was_infinite ? 0.1 : step_control::shrinkage<Method::order>(error));
            refused = true;
        }
    }

    /// The search for the width of a step that ends where what binds changes.
    struct change_seek {
        bool        is_on      = false;
        bool        abandoned  = false;
        std::size_t which      = 0;
        double      width      = 0;
        double      before     = 0; ///< the width that was tried when the change was met
        int         tries      = 0;
        bool        has_last   = false;
        double      last_width = 0, last_margin = 0;
    };

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

    /// After a step was tried: whether another width shall be tried, at which what binds changes. A change
    /// met by a stage is approached by secants, until the width is known to a tenth of the tolerance.
    template <class Method>
    [[nodiscard]] bool goes_on(change_seek& seek, const real_type& h, const numbers& next,
                               bool is_accurate)
    {
        constexpr int    most_tries = 8;
        constexpr double beginning  = 1e-7; // of the step: before that it is at its beginning
        const double     tried      = plain(h);
        const auto       turn_to    = [&](std::size_t which, double part) {
            seek.is_on    = true;
            seek.which    = which;
            seek.width    = part * tried;
            seek.has_last = false;
            ++seek.tries;
            return true;
        };
        if (seek.abandoned || seek.tries >= most_tries) {
            seek.is_on = false;
            return false;
        }
        if (!seek.is_on) {
            if (!margins_.template may_change<Method::stages>()) return false;
            const auto first =
                margins_.template first_change<Method>(negligible(tried), margin_count<Model>);
            if (!(first.part < 1 - 1e-6) || !(first.part > beginning)) return false;
            seek.before = tried;
            return turn_to(first.which, first.part);
        }
        if (!is_accurate) return false;
        const auto other = margins_.template first_change<Method>(negligible(tried), seek.which);
        if (other.part < 1 - 1e-6 && other.part > beginning)
            return turn_to(other.which, other.part);

        look_ahead(time_ + h, next);
        constexpr std::size_t middle = Method::stages == verner_7::stages ? 5 : 2;
        const double          part   = static_cast<double>(Method::c[middle]);
        const double          margin = margins_.at.back()[seek.which];
        const double          inside = margins_.at[middle][seek.which];
        const double          early  = (inside - margins_.at[0][seek.which]) / part;
        const double          late   = (margin - inside) / (1 - part);
        double                slope  = (late + (late - early) * (1 - part)) / tried;
        if (seek.has_last && std::abs(tried - seek.last_width) > 1e-9 * tried)
            slope = (margin - seek.last_margin) / (tried - seek.last_width);
        const double off          = -margin / slope;
        const double close_enough = (0.1 * relative_ > 1e-13 ? 0.1 * relative_ : 1e-13) * tried +
                                    4 * rounding_of<real_type> * std::abs(plain(time_));
        if (std::abs(off) <= close_enough) return false; // there
        if (!(tried + off > 0) || !(tried + off < seek.before)) {
            seek.is_on = false;
            return false;
        }
        seek.has_last    = true;
        seek.last_width  = tried;
        seek.last_margin = margin;
        seek.width       = tried + off;
        ++seek.tries;
        return true;
    }

    /// A margin that throughout a step of this width changes nothing within the tolerance.
    [[nodiscard]] double negligible(double width) const
    {
        double largest = 0;
        for (const auto& x : x_) {
            const double size = std::abs(plain(x));
            largest           = size > largest ? size : largest;
        }
        return 1e-3 * (absolute_ + relative_ * largest) / width;
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
        if constexpr (Method::reuses_last) {
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

    /// The estimated error in units of the tolerance; infinite if any number is not finite.
    template <class Method>
    [[nodiscard]] double error_of_step(const real_type& width, const numbers& next) const
    {
        const numbers    estimate  = weighted<detail::error_of<Method>>(k_);
        constexpr double unbounded = std::numeric_limits<double>::infinity();
        double           worst     = 0;
        for (std::size_t n = 0; n < next.size(); ++n) {
            const double before = std::abs(plain(x_[n]));
            const double after  = std::abs(plain(next[n]));
            const double scale  = absolute_ + relative_ * (before < after ? after : before);
            const double error  = std::abs(plain(width) * plain(estimate[n])) / scale;
            if (!(error < unbounded) || !(after < unbounded)) return unbounded;
            if (error > worst) worst = error;
            if constexpr (has_derivatives<real_type>) {
                const double slope = largest_slope(estimate[n], next[n], scale) * plain(width);
                if (slope > worst) worst = slope;
            }
        }
        return worst;
    }

    /// The largest error of a derivative, in units of the tolerance at the size of the derivative or of
    /// the number, whichever is larger. At a kink a number can be accurate while its derivative is not.
    /// NaN derivatives are ignored.
    template <has_derivatives Number>
    [[nodiscard]] double largest_slope(const Number& error, const Number& there, double scale) const
    {
        using inner      = typename Number::value_type;
        double     worst = 0;
        const auto one   = [&](const inner& of_error, const inner& of_there) {
            double found = 0;
            if constexpr (has_derivatives<inner>) found = largest_slope(of_error, of_there, scale);
            const double own   = absolute_ + relative_ * std::abs(plain(of_there));
            const double share = std::abs(plain(of_error)) / (own > scale ? own : scale);
            if (share > found && share < std::numeric_limits<double>::infinity()) found = share;
            if (found > worst) worst = found;
        };
        if constexpr (has_derivatives<inner>)
            worst = largest_slope(error.value(), there.value(), scale);
        for (std::size_t k = 0; k < error.end_of_slopes() || k < there.end_of_slopes(); ++k)
            one(error.slope(k), there.slope(k));
        return worst;
    }

    /// An initial width from the sizes of the state, its rates and their change [1, II.4].
    template <class Method>
    [[nodiscard]] double first_width(const real_type& limit) const
    {
        const double whole = plain(real_type(limit - time_));
        const double size  = norm(x_);
        const double slope = norm(k_[0]);
        double       guess = size < 1e-5 || slope < 1e-5 ? 1e-6 : 0.01 * size / slope;
        if (!(guess < whole)) guess = whole;
        const numbers there =
            rates(model_, real_type(time_ + real_type(guess)), moved(x_, real_type(guess), k_[0]));
        numbers change = there;
        for (std::size_t n = 0; n < change.size(); ++n) change[n] = change[n] - k_[0][n];
        const double bend    = norm(change) / guess;
        const double largest = slope < bend ? bend : slope;
        double       width   = largest <= 1e-15
                                   ? (guess * 1e-3 < 1e-6 ? 1e-6 : guess * 1e-3)
                                   : std::pow(0.01 / largest, 1.0 / static_cast<double>(Method::order));
        if (!(width < 100 * guess) || width == 0) width = 100 * guess;
        const double least = 4 * std::abs(plain(time_)) *
                             rounding_of<real_type>; // must advance the time
        if (width < least) width = least;
        return width < whole ? width : whole;
    }

    /// The norm of some numbers in units of the tolerance at the present state.
    [[nodiscard]] double norm(const numbers& numbers_) const
    {
        double worst = 0;
        for (std::size_t n = 0; n < numbers_.size(); ++n) {
            const double scale = absolute_ + relative_ * std::abs(plain(x_[n]));
            const double size  = std::abs(plain(numbers_[n])) / scale;
            if (!(size <= worst)) worst = size;
        }
        return worst;
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
    double              relative_;
    double              absolute_;
    double              max_step_;
    double              proposed_ = 0;
    double              error_    = 0;
    step_margins<Model> margins_{};
    step_control        control_;
    bool                loose_;
    rates_now           slope_  = rates_now::unknown;
    ending              reason_ = ending::reached_end;
};

} // namespace orgscale::detail
