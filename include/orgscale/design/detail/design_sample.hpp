#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <orgscale/design/design_options.hpp>
#include <orgscale/design/detail/evaluation.hpp>
#include <orgscale/design/detail/evaluator.hpp>
#include <orgscale/design/detail/evolve.hpp>
#include <orgscale/design/detail/unit_cube.hpp>
#include <orgscale/design/promise.hpp>

namespace orgscale::detail {

/// The parts that a promise asks for.
template <class Real>
[[nodiscard]] std::vector<promise_part> asked_of(const promise<Real>& wanted)
{
    std::vector<promise_part> asked;
    for (const promise_part part : promise_parts)
        if (wanted.asks(part)) asked.push_back(part);
    return asked;
}

/// Designs spread over the box of a search, each run at the search's tolerance, and searches that start from them.
template <class Model, class Start, class Cost>
class design_sample {
public:
    using Real      = typename Model::real_type;
    using candidate = evaluation<Real>;

    /// For every objective about the parts asked, some of them relaxed by this share.
    design_sample(const evaluator<Model, Start, Cost>& evaluate,
                  const design_options<Real>& options, const std::vector<promise_part>& asked,
                  Real relaxed)
        : evaluate_{evaluate}, options_{options}
    {
        const std::size_t size   = evaluate_.dimensions();
        const auto        points = size == 0 ? 1 : options_.sample;
        auto              any    = objective_for(asked, Real(0), true);
        any.relaxed.fill(relaxed);
        any.max_violation = max_penalty<Real>;
        for (std::int64_t n = 1; n <= points; ++n)
            points_.push_back(rough(halton_point<Real>(static_cast<std::uint64_t>(n), size), any));
        // And its corners, as the optimum often lies at one: all of them, or two where there are many.
        const bool        all     = size <= 6;
        const std::size_t corners = size == 0 ? 0 : all ? std::size_t{1} << size : 2;
        for (std::size_t corner = 0; corner < corners; ++corner) {
            std::vector<Real> point(size);
            for (std::size_t d = 0; d < size; ++d)
                point[d] = ((all ? corner >> d : corner) & 1U) != 0 ? Real(1) : Real(0);
            points_.push_back(rough(std::move(point), any));
        }
    }

    [[nodiscard]] const std::vector<candidate>& points() const { return points_; }

    [[nodiscard]] auto count(run_outcome outcome) const
    {
        return std::count_if(points_.begin(), points_.end(),
                             [&](const auto& one) { return one.outcome == outcome; });
    }

    /// The error allowed for in a run at the search's tolerance.
    [[nodiscard]] Real guard() const { return 20 * options_.search_relative; }

    [[nodiscard]] candidate rough(std::vector<Real> point, const objective<Real>& wanted) const
    {
        return evaluate_(std::move(point),
                         (std::max)(Real{options_.relative}, Real{options_.search_relative}),
                         wanted);
    }

    [[nodiscard]] objective<Real> objective_for(const std::vector<promise_part>& parts, Real guard,
                                                bool least_cost) const
    {
        objective<Real> wanted;
        for (const promise_part part : parts) {
            const auto n    = static_cast<std::size_t>(part);
            const Real most = greatest_margin(n);
            wanted.keeps[n] = true;
            if (most >= 0 && most < guard)
                wanted.relaxed[n] = guard; // no point has a larger margin
        }
        wanted.guard      = guard;
        wanted.least_cost = least_cost;
        return wanted;
    }

    /// A shorter search from the sample and a known good point; ends once the objective is met if `until_met`.
    [[nodiscard]] candidate searched(const objective<Real>&          wanted,
                                     const std::optional<candidate>& known, std::int64_t runs,
                                     bool until_met) const
    {
        auto from = points_;
        if (known) from.push_back(*known);
        return evolve(
            std::move(from), wanted, runs,
            [&](std::vector<Real> point, const objective<Real>& by) {
                return rough(std::move(point), by);
            },
            [&](const candidate& one) { return until_met && wanted.met(one); });
    }

private:
    /// The greatest margin of a part in the sample. A share of 1 can be kept by a margin of 0 at most.
    [[nodiscard]] Real greatest_margin(std::size_t part) const
    {
        Real most = -1;
        for (const candidate& one : points_)
            if (one.outcome == run_outcome::ran)
                most = (std::max)(most, to_array<Real>(one.margins)[part]);
        return most;
    }

    const evaluator<Model, Start, Cost>& evaluate_;
    const design_options<Real>&          options_;
    std::vector<candidate>               points_;
};

} // namespace orgscale::detail
