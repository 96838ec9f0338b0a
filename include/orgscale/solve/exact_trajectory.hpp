#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <source_location>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/solve/ending.hpp>
#include <orgscale/solve/step.hpp>

namespace orgscale {

/// The run of a law with a closed form: exact at any time, without steps. As a range it has two elements,
/// the start and the end.
template <closed_form Law>
class exact_trajectory {
public:
    using model_type = Law;
    using real_type  = typename Law::real_type;
    using state_type = real_type;
    using step_type  = step<state_type, real_type>;

    exact_trajectory(const Law& model, const real_type& start, const real_type& from,
                     const real_type& to)
        : model_{model},
          steps_{step_type{from, start},
                 step_type{to, static_cast<real_type>(model.after(start, real_type(to - from)))}}
    {}

    /// The state at a time in [from(), to()]. Any other time is refused.
    [[nodiscard]] state_type operator()(
        const real_type& time, std::source_location where = std::source_location::current()) const
    {
        if (!(from() <= time && time <= to()))
            refuse(parameter_error{"time must lie between the start and the end of the run",
                                   plain(time), where});
        return model_.after(steps_[0].state, real_type(time - from()));
    }

    /// Itself, for programs that read any run through a cursor.
    [[nodiscard]] exact_trajectory cursor() const { return *this; }

    [[nodiscard]] auto             begin() const noexcept { return steps_.begin(); }
    [[nodiscard]] auto             end() const noexcept { return steps_.end(); }
    [[nodiscard]] std::size_t      size() const noexcept { return steps_.size(); }
    [[nodiscard]] const step_type& front() const { return steps_.front(); }
    [[nodiscard]] const step_type& back() const { return steps_.back(); }
    [[nodiscard]] const real_type& from() const { return steps_.front().time; }
    [[nodiscard]] const real_type& to() const { return steps_.back().time; }
    [[nodiscard]] bool   complete() const noexcept { return reason() == ending::reached_end; }
    [[nodiscard]] ending reason() const noexcept
    {
        const double last = plain(back().state);
        return last - last == 0 ? ending::reached_end : ending::not_finite;
    }
    [[nodiscard]] const Law& model() const { return model_; }
    [[nodiscard]] real_type  relative() const { return std::numeric_limits<real_type>::epsilon(); }
    [[nodiscard]] real_type  absolute() const { return real_type(0); }

private:
    Law                      model_;
    std::array<step_type, 2> steps_;
};

} // namespace orgscale
