#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace orgscale {

/// Counts of numbers in bins of nearly equal relative width, from which quantiles are read: little
/// memory for any number of them, and the same bits in whatever order they came or were merged.
///
/// A bin is the numbers that agree in sign, exponent and the leading digits of the mantissa. At the
/// finest, 11 binary digits: a quantile is known to one part in 2^12 of itself, zero exactly. If more
/// than `most_bins` different bins are in use, all bins are joined in pairs, so the error doubles: an
/// answer's `error()` tells. Whether that happens depends on which numbers there are and not on their
/// order, since bins in use of a part are never more than those of the whole (the uniform collapse
/// of [1], on the bins of a binary number). Infinite numbers are counted apart (a date that never
/// comes), and what is no number is not counted.
///
/// [1] Epicoco, I., Melle, C., Cafaro, M., Pulimeno, M., Morleo, R. (2020). UDDSketch: accurate tracking
///     of quantiles in data streams. IEEE Access 8, 147604-147617. doi:10.1109/ACCESS.2020.3015599
class quantile_sketch {
public:
    static constexpr std::size_t most_bins = 4096;

    void add(double x)
    {
        if (!(x == x)) return;
        ++count_;
        if (x == std::numeric_limits<double>::infinity()) {
            ++never_;
        } else {
            add_to(key_of(x), 1);
        }
    }

    /// All that the other has counted.
    void merge(const quantile_sketch& other)
    {
        while (level_ < other.level_) join_pairs();
        for (const bin& one : other.bins_)
            if (one.count > 0) add_to(one.key >> (level_ - other.level_), one.count);
        count_ += other.count_;
        never_ += other.never_;
    }

    [[nodiscard]] std::uint64_t count() const { return count_; }

    /// How many were infinite.
    [[nodiscard]] std::uint64_t never() const { return never_; }

    /// The number below which a share q in [0, 1] of all lie, infinity counted as the largest; infinite if
    /// it lies among those. Nothing if none was counted.
    [[nodiscard]] std::optional<double> quantile(double q) const
    {
        if (count_ == 0 || !(q >= 0 && q <= 1)) return std::nullopt;
        const double rank   = q * static_cast<double>(count_ - 1);
        const auto   sorted = in_order();
        double       below  = 0;
        for (const auto& [key, number] : sorted) {
            const auto here = static_cast<double>(number);
            if (rank < below + here) { // evenly spread within its bin
                const auto [low, high] = ends_of(key);
                return low + (high - low) * ((rank - below + 0.5) / here);
            }
            below += here;
        }
        return std::numeric_limits<double>::infinity();
    }

    /// The largest relative error that a quantile can have.
    [[nodiscard]] double error() const { return 0x1p-11 * static_cast<double>(1ULL << level_); }

    /// The bins in use, each with how many it has, from the smallest numbers to the largest; what a file
    /// keeps.
    [[nodiscard]] std::vector<std::pair<std::int64_t, std::uint64_t>> in_order() const
    {
        std::vector<std::pair<std::int64_t, std::uint64_t>> sorted;
        for (const bin& one : bins_)
            if (one.count > 0) sorted.emplace_back(one.key, one.count);
        std::sort(sorted.begin(), sorted.end());
        return sorted;
    }

    [[nodiscard]] int level() const { return level_; }

    /// From what a file kept.
    [[nodiscard]] static quantile_sketch of(
        int level, std::uint64_t never,
        const std::vector<std::pair<std::int64_t, std::uint64_t>>& bins)
    {
        quantile_sketch made;
        made.level_ = level;
        made.never_ = never;
        made.count_ = never;
        for (const auto& [key, number] : bins) {
            made.add_to(key, number);
            made.count_ += number;
        }
        return made;
    }

    [[nodiscard]] friend bool operator==(const quantile_sketch& a, const quantile_sketch& b)
    {
        return a.level_ == b.level_ && a.count_ == b.count_ && a.never_ == b.never_ &&
               a.in_order() == b.in_order();
    }

private:
    static constexpr int kept_digits = 11;

    struct bin {
        std::int64_t  key   = 0;
        std::uint64_t count = 0; ///< 0: not in use
    };

    /// A whole number that rises with x: its leading bits, those of a negative one turned around.
    [[nodiscard]] std::int64_t key_of(double x) const
    {
        if (x == 0) return 0; // also the negative one
        const auto bits = static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(x < 0 ? -x : x) >>
                                                    (52 - kept_digits));
        return (x < 0 ? -1 - bits : bits) >> level_;
    }

    /// The smallest and the largest number of a bin; zero's is zero.
    [[nodiscard]] std::pair<double, double> ends_of(std::int64_t key) const
    {
        const auto number = [](std::int64_t fine) {
            const std::int64_t bits = fine < 0 ? -fine : fine;
            const double       size =
                std::bit_cast<double>(static_cast<std::uint64_t>(bits) << (52 - kept_digits));
            const double finite = size < std::numeric_limits<double>::max()
                                      ? size
                                      : std::numeric_limits<double>::max();
            return fine < 0 ? -finite : finite;
        };
        const std::int64_t width = std::int64_t{1} << level_;
        if (key == 0 && level_ == 0) return {0, 0}; // nothing between zero and the least number
        return {number(key * width), number((key + 1) * width)};
    }

    void add_to(std::int64_t key, std::uint64_t number)
    {
        if (bins_.empty()) bins_.resize(64);
        bin& here = bins_[place_of(key)];
        if (here.count == 0) {
            here.key = key;
            ++used_;
        }
        here.count += number;
        while (used_ > most_bins) join_pairs();
        if (2 * used_ > bins_.size()) rehash(2 * bins_.size(), 0);
    }

    /// Where the bin is, or belongs: open addressing.
    [[nodiscard]] std::size_t place_of(std::int64_t key) const
    {
        const std::size_t mask = bins_.size() - 1;
        std::size_t at = (static_cast<std::uint64_t>(key) * 0x9e3779b97f4a7c15ULL >> 32) & mask;
        while (bins_[at].count != 0 && bins_[at].key != key) at = (at + 1) & mask;
        return at;
    }

    void join_pairs()
    {
        ++level_;
        if (!bins_.empty()) rehash(bins_.size(), 1);
    }

    void rehash(std::size_t size, int shift)
    {
        std::vector<bin> old(size);
        old.swap(bins_);
        used_ = 0;
        for (const bin& one : old) {
            if (one.count == 0) continue;
            bin& here = bins_[place_of(one.key >> shift)];
            if (here.count == 0) {
                here.key = one.key >> shift;
                ++used_;
            }
            here.count += one.count;
        }
    }

    std::vector<bin> bins_;
    std::size_t      used_  = 0;
    std::uint64_t    count_ = 0;
    std::uint64_t    never_ = 0;
    int              level_ = 0;
};

} // namespace orgscale
