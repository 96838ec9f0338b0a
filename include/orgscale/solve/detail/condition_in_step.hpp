#pragma once

#include <cmath>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/core/state.hpp>
#include <orgscale/solve/detail/condition.hpp>
#include <orgscale/solve/detail/integrator.hpp>
#include <orgscale/solve/detail/sign_of.hpp>

namespace orgscale::detail {

/// The condition of an event along the last step of a run, and which of its signs count.
///
/// Signs count beyond the error of the run: the errors of its steps, at least rounding, at most what the
/// tolerance leads to expect. A value that is infinite or has no bound counts too.
template <class Model, class Event>
class condition_in_step {
public:
    using real_type  = typename Model::real_type;
    using state_type = state_of<Model>;
    using number     = passive_t<real_type>;

    /// Of a run whose steps had these errors, in units of the tolerance.
    condition_in_step(const integrator<Model>& step, const piece<Model>& through,
                      const Event& event, double errors)
        : step_{step}, through_{through}, event_{event}, begin_{passive(step.begin())},
          end_{passive(step.time())}, expected_{static_cast<number>(4 * errors < 1e-3 ? 1e-3
                                                                    : 4 * errors > 20 ? 20
                                                                                      : 4 * errors)}
    {}

    [[nodiscard]] const number& begin() const { return begin_; }
    [[nodiscard]] const number& end() const { return end_; }

    [[nodiscard]] state_type state_at(const real_type& time) const
    {
        return from_array<state_type>(
            !(time < end_)     ? through_.at_node(step_.time(), step_.state(), time)
            : !(begin_ < time) ? through_.at_node(step_.begin(), step_.before(), time)
                               : through_(time));
    }

    /// Its value, with derivatives if the numbers have any.
    [[nodiscard]] real_type distance(const real_type& time) const
    {
        return condition_value(event_, time, state_at(time));
    }

    /// Its value, without derivatives.
    [[nodiscard]] number operator()(const number& time) const
    {
        return number(passive(distance(real_type(time))));
    }

    /// The error that the tolerance leaves it.
    [[nodiscard]] number bound(const number& time) const
    {
        return error(time, step_.absolute(), step_.relative());
    }

    /// The error that rounding leaves it.
    [[nodiscard]] number rounding(const number& time) const
    {
        return error(time, 0, 256 * rounding_of<real_type>);
    }

    /// Whether its sign counts.
    [[nodiscard]] bool certain(const number& time) const
    {
        using std::abs;
        const number here = (*this)(time);
        return sign_of(here) != 0 && !(abs(here) <= expected_ * bound(time));
    }

    /// Whether it would leave a zero within a step's width.
    [[nodiscard]] bool steep(const number& zero) const
    {
        using std::abs;
        const number width = end_ - begin_, away = width / 4096;
        const number back = greatest(number(zero - away), begin_);
        const number past = back < zero ? back : least(number(zero + away), end_);
        if (past == zero) return false;
        const number change = abs(number((*this)(past) - (*this)(zero)));
        return !(change * (width / abs(number(past - zero))) <= expected_ * bound(zero));
    }

private:
    [[nodiscard]] number error(const number& time, double absolute, double relative) const
    {
        const real_type at(time);
        return condition_error(event_, at, state_at(at), absolute, relative);
    }

    const integrator<Model>& step_;
    const piece<Model>&      through_;
    const Event&             event_;
    number                   begin_;
    number                   end_;
    number                   expected_; ///< error of the run, in bounds of the condition
};

} // namespace orgscale::detail
