#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

#include <orgscale/core/customer_service.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/design/design_options.hpp>
#include <orgscale/design/designed.hpp>
#include <orgscale/design/detail/cash_in_run.hpp>
#include <orgscale/design/detail/evaluation.hpp>
#include <orgscale/design/detail/places_in.hpp>
#include <orgscale/design/parameter_range.hpp>
#include <orgscale/design/promise.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale::detail {

/// Evaluates organisations of a box: runs each and computes the margins of a promise.
template <class Model, class Start, class Cost>
class evaluator {
public:
    using Real = typename Model::real_type;

    evaluator(const promise<Real>& wanted, const Model& model, const Start& start,
              const std::vector<parameter_range<Real>>& box, const design_options<Real>& options,
              const Cost& cost)
        : wanted_{wanted}, model_{model}, start_{start}, box_{box}, options_{options}, cost_{cost}
    {
        if (wanted.by < options.from)
            refuse(parameter_error{"must not lie before the start of the run",
                                   plain(Real{wanted.by}), "by"});
        if (wanted.since < options.from)
            refuse(parameter_error{"must not lie before the start of the run",
                                   plain(Real{wanted.since}), "since"});
        if (!has_customer_wait<Model> && wanted.asks(promise_part::wait))
            refuse(parameter_error{"is promised, but the model does not report it", "wait"});
        if (!has_served_share<Model> && wanted.asks(promise_part::share))
            refuse(parameter_error{"is promised, but the model does not report it", "share"});
        if (!has_people && wanted.asks(promise_part::people))
            refuse(parameter_error{"are promised, but the model does not report them", "people"});
        if (!has_cash && wanted.asks(promise_part::cash))
            refuse(parameter_error{"is promised, but the model does not report it", "cash"});
        place_ = places_in(box, model);
    }

    [[nodiscard]] std::size_t  dimensions() const noexcept { return box_.size(); }
    [[nodiscard]] std::int64_t runs() const noexcept { return runs_; }

    /// Which coordinates of the cube are whole numbers.
    [[nodiscard]] std::vector<bool> whole() const
    {
        std::vector<bool> of_box;
        for (const auto& range : box_) of_box.push_back(range.whole);
        return of_box;
    }

    /// The value of a parameter at a share of the way through its range.
    [[nodiscard]] Real value(std::size_t d, const Real& share) const { return box_[d].at(share); }

    /// The organisation at a point of the unit cube. Refused if a rule between parameters is broken there.
    [[nodiscard]] Model at(const std::vector<Real>& point) const
    {
        std::size_t index = 0;
        return with_parameters(
            model_, [&](const parameter_path&, const auto&, const auto& old) -> Real {
                const std::size_t place = place_[index++];
                return place == no_place ? static_cast<Real>(old) : box_[place].at(point[place]);
            });
    }

    /// Evaluates a point as far as the objective needs: the cost of an infeasible point may be skipped.
    [[nodiscard]] evaluation<Real> operator()(std::vector<Real> point, const Real& relative,
                                              const objective<Real>& wanted) const
    {
        evaluation<Real> result{
            std::move(point), infinity<Real>(), {}, run_outcome::no_organisation};
        static_cast<void>(accepted([&] { // a rule between parameters may be broken here
            const Model changed = at(result.at);
            evaluate_run(changed, start_of(changed), relative, result,
                         [&] { return wanted.asks_cost(result); });
        }));
        return result;
    }

    /// The complete evaluation at the full tolerance.
    [[nodiscard]] designed<Model> in_full(const evaluation<Real>& result) const
    {
        const Model     changed = at(result.at);
        const auto      start   = start_of(changed);
        designed<Model> made{changed, {}, run_options(Real{options_.relative}), start, start,
                             {},      {}};
        for (std::size_t n = 0; n < box_.size(); ++n)
            made.chosen.push_back({box_[n].name, box_[n].at(result.at[n])});
        evaluation<Real> again = result;
        made.end = evaluate_run(changed, start, Real{options_.relative}, again, [] { return true; });
        made.cost    = again.cost;
        made.margins = again.margins;
        return made;
    }

private:
    using state_type = typename Model::state_type;

    static constexpr bool has_people = requires(const state_type& x) { x.people; };
    static constexpr bool has_cash = requires(state_type& x, const Real& money) { x.cash = money; };
    static constexpr int  looks_between = 32; ///< from `since` to `by`

    [[nodiscard]] state_type start_of(const Model& changed) const
    {
        if constexpr (std::is_invocable_v<const Start&, const Model&>) {
            return start_(changed);
        } else {
            return start_;
        }
    }

    [[nodiscard]] solve_options<Real> run_options(const Real& relative) const
    {
        const Real absolute = (std::max)(Real{options_.absolute},
                                         Real(options_.absolute * (relative / options_.relative)));
        return {.from      = Real{options_.from},
                .to        = Real{wanted_.by},
                .relative  = relative,
                .absolute  = absolute,
                .max_steps = options_.max_steps};
    }

    state_type evaluate_run(const Model& changed, const state_type& start, const Real& relative,
                            evaluation<Real>& result, const auto& asks_cost) const
    {
        ++runs_;
        const auto run = solve(changed, start, run_options(relative));
        result.outcome = run.complete() ? run_outcome::ran : run_outcome::ended_early;
        const auto end = run.back().state;
        if (!run.complete()) return end;

        using margins  = promise_margins<Real>;
        result.margins = {};
        if (wanted_.asks(promise_part::customers))
            result.margins.customers = margins::more(end.customers, Real{wanted_.customers});
        if constexpr (has_people)
            if (wanted_.asks(promise_part::people))
                result.margins.people = -margins::more(end.people, Real{wanted_.people});
        if constexpr (has_cash)
            if (wanted_.asks(promise_part::cash)) {
                const auto [lowest, largest] = cash_of_run(changed, run);
                const Real size              = (std::max)(largest, std::abs(Real{wanted_.cash}));
                result.margins.cash = size > 0 ? Real((lowest - wanted_.cash) / size) : Real(0);
                result.margins.cash = std::clamp(result.margins.cash, Real(-1), Real(1));
            }
        service_level(changed, Real{wanted_.by}, end, result.margins);
        if (wanted_.since < wanted_.by) {
            auto       state = run.cursor();
            const Real pace  = (wanted_.by - wanted_.since) / looks_between;
            for (int n = 0; n < looks_between; ++n) {
                const Real time = wanted_.since + pace * Real(n);
                service_level(changed, time, state(time), result.margins);
            }
        }
        if (!asks_cost()) return end;
        result.cost = Real(cost_(changed, run));
        if (!(result.cost == result.cost)) result.cost = infinity<Real>();
        if (wanted_.asks(promise_part::cost))
            result.margins.cost = -margins::more(result.cost, Real{wanted_.cost});
        return end;
    }

    void service_level(const Model& changed, const Real& time, const state_type& x,
                       promise_margins<Real>& margins) const
    {
        if constexpr (has_customer_wait<Model>)
            if (wanted_.asks(promise_part::wait))
                margins.wait = (std::min)(
                    margins.wait,
                    Real(-margins.more(customer_wait(changed, time, x), Real{wanted_.wait})));
        if constexpr (has_served_share<Model>)
            if (wanted_.asks(promise_part::share))
                margins.share =
                    (std::min)(margins.share,
                               margins.more(served_share(changed, time, x), Real{wanted_.share}));
    }

    const promise<Real>&                      wanted_;
    const Model&                              model_;
    const Start&                              start_;
    const std::vector<parameter_range<Real>>& box_;
    const design_options<Real>&               options_;
    const Cost&                               cost_;
    std::vector<std::size_t>                  place_;
    mutable std::int64_t                      runs_ = 0;
};

} // namespace orgscale::detail
