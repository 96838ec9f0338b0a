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

/// The outputs of an ensemble's members: quantiles, and how many members have none.
class ensemble_outputs {
public:
    /// The q-quantile over all members, counting a missing output as the largest: a date that never comes
    /// is later than any other. Empty if the quantile itself is missing.
    [[nodiscard]] std::optional<double> quantile(double q) const
    {
        const auto at = sketch().quantile(q);
        return at && *at < std::numeric_limits<double>::infinity() ? at : std::nullopt;
    }

    /// The same over the members that have an output.
    [[nodiscard]] std::optional<double> quantile_if_any(double q) const
    {
        return sketch().quantile_of_finite(q);
    }

    /// The share of members with an output of x or less, such as the probability that the wall comes
    /// before a date. Empty if there are no members.
    [[nodiscard]] std::optional<double> share_up_to(double x) const
    {
        return sketch().share_up_to(x);
    }

    /// The share of members without an output: no wall before the horizon, a crossover that never comes.
    /// Failed members don't count.
    [[nodiscard]] double share_never() const
    {
        const auto asked = static_cast<double>(sketch().count());
        return asked == 0 ? 0 : static_cast<double>(sketch().never()) / asked;
    }

    /// Members done, failed ones included; always the first ones.
    [[nodiscard]] std::uint64_t members() const { return record_.done; }

    /// Whether all members are done; false if an observer ended it early.
    [[nodiscard]] bool complete() const { return record_.done == asked_; }

    /// The members whose parameters are refused, or whose output reports a failed run.
    [[nodiscard]] const failures& failed() const { return record_.known.failed; }

    /// The largest relative error of a quantile, apart from sampling error [-].
    [[nodiscard]] double error() const { return sketch().error(); }

    friend bool operator==(const ensemble_outputs&, const ensemble_outputs&) = default;

    /// For `ensemble_of`.
    ensemble_outputs(const output_options& options, ensemble_record known)
        : record_{std::move(known)}, asked_{options.members}
    {}

    /// The underlying record, which `save` writes.
    [[nodiscard]] const ensemble_record& record() const { return record_; }

private:
    [[nodiscard]] const quantile_sketch& sketch() const { return record_.known.sketches[0]; }

    ensemble_record record_;
    std::uint64_t   asked_;
};

} // namespace orgscale
