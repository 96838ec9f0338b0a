#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include <orgscale/ensemble/ensemble_options.hpp>
#include <orgscale/ensemble/ensemble_record.hpp>
#include <orgscale/ensemble/failures.hpp>
#include <orgscale/ensemble/quantile_sketch.hpp>

namespace orgscale {

/// The outputs of the members of an ensemble: quantiles, and how many have none.
class ensemble_outputs {
public:
    /// The output below which a share q of all members lie, a missing one counted as the largest: a date
    /// that never comes is later than all. Nothing where that is such a one.
    [[nodiscard]] std::optional<double> quantile(double q) const
    {
        const auto at = sketch().quantile(q);
        return at && *at < std::numeric_limits<double>::infinity() ? at : std::nullopt;
    }

    /// The same of those members alone that have an output.
    [[nodiscard]] std::optional<double> quantile_if_any(double q) const
    {
        return sketch().quantile_of_finite(q);
    }

    /// The share of members whose output is x or less: how likely the wall comes before a date. Nothing if
    /// none was asked.
    [[nodiscard]] std::optional<double> share_up_to(double x) const
    {
        return sketch().share_up_to(x);
    }

    /// The share of members that have no output: no wall before the horizon, a crossover that never
    /// comes. Failed members are not counted here.
    [[nodiscard]] double share_never() const
    {
        const auto asked = static_cast<double>(sketch().count());
        return asked == 0 ? 0 : static_cast<double>(sketch().never()) / asked;
    }

    /// Members that were asked, failed ones included: always the first so many.
    [[nodiscard]] std::uint64_t members() const { return record_.done; }

    /// Whether that is all that was wanted; not if an observer ended it.
    [[nodiscard]] bool complete() const { return record_.done == asked_; }

    /// The members whose parameters are refused, or whose output says that its run failed.
    [[nodiscard]] const failures& failed() const { return record_.known.failed; }

    /// The largest relative error of a quantile, besides that of its being a sample.
    [[nodiscard]] double error() const { return sketch().error(); }

    friend bool operator==(const ensemble_outputs&, const ensemble_outputs&) = default;

    /// What `ensemble_of` makes.
    ensemble_outputs(const output_options& options, ensemble_record known)
        : record_{std::move(known)}, asked_{options.members}
    {}

    /// What they are made of, and `save` keeps.
    [[nodiscard]] const ensemble_record& record() const { return record_; }

private:
    [[nodiscard]] const quantile_sketch& sketch() const { return record_.known.sketches[0]; }

    ensemble_record record_;
    std::uint64_t   asked_;
};

} // namespace orgscale
