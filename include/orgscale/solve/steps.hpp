#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <ranges>

#include <range/v3/view/facade.hpp>

#include <orgscale/core/check_start.hpp>
#include <orgscale/core/state.hpp>
#include <orgscale/solve/detail/recorder.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale {

/// The steps of a model from a start, lazily and without end. A range-v3 view that also works with
/// `std::ranges`.
///
///     steps(firm, start, {}) | ranges::views::take_while([](const auto& s) { return s.time < 60; })
///
/// It ends only where a run cannot continue: at a step that needs more than ten thousand attempts, or at
/// a state that is not finite. `solve` reports which.
template <solvable Model>
    requires std::copyable<Model>
class step_view : public ranges::view_facade<step_view<Model>> {
public:
    using real_type  = typename Model::real_type;
    using state_type = detail::state_of<Model>;

    step_view() = default;

    step_view(const Model& model, const state_type& start, const step_options<real_type>& options)
        : integrator_{
              detail::integrator<Model>{model, real_type{options.from}, to_array<real_type>(start),
                                        real_type{options.relative}, real_type{options.absolute},
                                        real_type{options.max_step}}}
    {
        check_start(start, options.where);
    }

private:
    friend ranges::range_access;

    static constexpr std::int64_t max_tries = 10'000; ///< for one step

    [[nodiscard]] step<state_type, real_type> read() const
    {
        return {integrator_->time(), from_array<state_type>(integrator_->state())};
    }

    void next()
    {
        const auto stop =
            detail::next_stop(integrator_->model(), integrator_->time(), infinity<real_type>());
        std::int64_t budget = max_tries;
        ended_              = !integrator_->advance(stop, budget);
        if (integrator_->time() == stop)
            integrator_->restart(integrator_->time(), integrator_->state());
    }

    [[nodiscard]] bool equal(ranges::default_sentinel_t) const { return ended_; }

    std::optional<detail::integrator<Model>> integrator_;
    bool                                     ended_ = false;
};

/// The steps of a model, lazily and without end.
template <solvable Model>
    requires std::copyable<Model>
[[nodiscard]] step_view<Model> steps(const Model& model, const detail::state_of<Model>& start,
                                     const step_options<typename Model::real_type>& options = {})
{
    return {model, start, options};
}

} // namespace orgscale

template <class Model>
inline constexpr bool std::ranges::enable_view<orgscale::step_view<Model>> = true;
