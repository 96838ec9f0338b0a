#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include <orgscale/ensemble/relative_bins.hpp>

namespace orgscale {

/// A quantile sketch: counts of numbers in bins of nearly equal relative width. Memory is bounded, and
/// results are bit-identical for any order of adding and merging.
///
/// A quantile lies in the same bin as the exact one, so its relative error is at most `error()`: 2^-10 if
/// the numbers span up to some 16 powers of 2, otherwise a multiple of it up to 2^-2 (see
/// relative_bins.hpp); for subnormal numbers the error is relative to 2^-1022. The minimum, the maximum
/// and zero are exact. Infinity is counted separately (a date that never comes); minus infinity and NaN
/// are ignored.
class quantile_sketch {
public:
    void add(double x)
    {
        constexpr double infinite = std::numeric_limits<double>::infinity();
        if (!(x > -infinite)) return;
        ++count_;
        if (x == infinite) {
            ++never_;
            return;
        }
        x += 0.0; // no negative zero
        least_    = x < least_ ? x : least_;
        greatest_ = x > greatest_ ? x : greatest_;
        if (x == 0) {
            ++zeros_;
        } else {
            bins_.add(x);
        }
    }

    /// Adds everything the other has counted.
    void merge(const quantile_sketch& other)
    {
        bins_.merge(other.bins_);
        count_ += other.count_;
        never_ += other.never_;
        zeros_ += other.zeros_;
        least_    = (std::min)(least_, other.least_);
        greatest_ = (std::max)(greatest_, other.greatest_);
    }

    [[nodiscard]] std::uint64_t count() const { return count_; }

    /// The number of infinities.
    [[nodiscard]] std::uint64_t never() const { return never_; }

    /// The q-quantile, q in [0, 1]: the number of rank nearest to q (count - 1), counted from 0, with
    /// infinity as the largest. Empty if nothing was counted.
    [[nodiscard]] std::optional<double> quantile(double q) const { return among(count_, q); }

    /// The same among finite numbers.
    [[nodiscard]] std::optional<double> quantile_of_finite(double q) const
    {
        return among(count_ - never_, q);
    }

    /// The share of numbers at or below x, with all numbers in the bin of x among them: exact where numbers
    /// repeat, as whole numbers do, and otherwise exact for a number that exceeds x by at most `error()`.
    /// Empty if nothing was counted, or x is NaN.
    [[nodiscard]] std::optional<double> share_up_to(double x) const
    {
        if (count_ == 0 || !(x == x)) return std::nullopt;
        double below = 0;
        if (x >= greatest_) {
            below = static_cast<double>(count_ - never_);
        } else if (x >= least_) {
            bool first = true;
            for (const auto& [low, high, number] : in_order()) {
                // A bin holds the end that is nearer to 0; the first is cut off at the minimum.
                if (x < low || (x <= low && high < 0 && !first)) break;
                below += static_cast<double>(number);
                first = false;
            }
        }
        return below / static_cast<double>(count_);
    }

    /// The largest relative error of a quantile [-].
    [[nodiscard]] double error() const { return bins_.width(); }

    friend bool operator==(const quantile_sketch&, const quantile_sketch&) = default;

    /// What a file stores; everything else follows from it.
    struct content {
        std::uint64_t             never    = 0;
        std::uint64_t             zeros    = 0;
        double                    least    = 0; ///< of the finite numbers, if there are any
        double                    greatest = 0;
        int                       level    = 0;
        std::vector<relative_bin> bins; ///< bins in use, in ascending order
    };

    [[nodiscard]] content contents() const
    {
        return {never_, zeros_, least_, greatest_, bins_.level(), bins_.in_order()};
    }

    /// From the contents of a file; empty if they are invalid.
    [[nodiscard]] static std::optional<quantile_sketch> of(const content& kept)
    {
        const auto      bins = relative_bins::of(kept.level, kept.bins);
        quantile_sketch made;
        if (!bins) return std::nullopt;
        made.bins_  = *bins;
        made.never_ = kept.never;
        made.zeros_ = kept.zeros;
        made.count_ = kept.never + kept.zeros;
        for (const auto& one : kept.bins) {
            made.count_ += one.count;
            if (made.count_ < one.count) return std::nullopt; // overflow
        }
        if (made.count_ > made.never_) {
            if (!(kept.least <= kept.greatest)) return std::nullopt;
            made.least_    = kept.least;
            made.greatest_ = kept.greatest;
        }
        return made;
    }

private:
    struct piece {
        double        low;
        double        high;
        std::uint64_t count;
    };

    /// The bins in use in ascending order, zero included, clipped to the minimum and the maximum.
    [[nodiscard]] std::vector<piece> in_order() const
    {
        std::vector<piece> all;
        bool               zero_is_due = zeros_ > 0;
        for (const auto& one : bins_.in_order()) {
            const auto [low, high] = bins_.ends_of(one.key);
            if (zero_is_due && low >= 0) {
                all.push_back({0, 0, zeros_});
                zero_is_due = false;
            }
            all.push_back({(std::max)(low, least_), (std::min)(high, greatest_), one.count});
        }
        if (zero_is_due) all.push_back({0, 0, zeros_});
        return all;
    }

    [[nodiscard]] std::optional<double> among(std::uint64_t count, double q) const
    {
        if (count == 0 || !(q >= 0 && q <= 1)) return std::nullopt;
        const double rank   = std::floor(q * static_cast<double>(count - 1) + 0.5);
        const auto   finite = static_cast<double>(count_ - never_);
        if (rank == 0 && finite > 0) return least_;
        if (rank == finite - 1) return greatest_;
        double below = 0;
        for (const auto& [low, high, number] : in_order()) {
            const auto here = static_cast<double>(number);
            if (rank < below + here) // interpolate within the bin
                return low + (high - low) * ((rank - below + 0.5) / here);
            below += here;
        }
        return std::numeric_limits<double>::infinity();
    }

    relative_bins bins_;
    std::uint64_t count_    = 0;
    std::uint64_t never_    = 0;
    std::uint64_t zeros_    = 0;
    double        least_    = std::numeric_limits<double>::infinity();
    double        greatest_ = -std::numeric_limits<double>::infinity();
};

} // namespace orgscale
