#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// A bin in use: the numbers whose leading bits equal the key.
struct relative_bin {
    std::int64_t  key   = 0;
    std::uint64_t count = 0;

    friend bool operator==(const relative_bin&, const relative_bin&) = default;
};

/// Counts of non-zero finite numbers in bins of nearly equal relative width.
///
/// A bin holds the numbers with the same sign, exponent and 10 leading bits of the mantissa: its relative
/// width is 2^-10. Bins are stored in pages of 64 neighbours. If more than `max_pages` pages are in use,
/// all bins are joined in pairs and the width doubles (the uniform collapse of [1], applied to binary
/// numbers): level 1, and so on. At level 8 the width is 2^-2 and all numbers of type `double` fit.
///
/// The level depends only on the set of numbers, not on the order of adding and merging: it is the lowest
/// at which the pages of all numbers fit. It is never higher, since a subset needs no more pages than the
/// whole set; nor lower, since in the end all pages are in use.
///
/// [1] Epicoco, I., Melle, C., Cafaro, M., Pulimeno, M., Morleo, R. (2020). UDDSketch: accurate
///     tracking of quantiles in data streams. IEEE Access 8, 147604-147617.
///     doi:10.1109/ACCESS.2020.3015599
class relative_bins {
public:
    static constexpr std::size_t max_pages  = 256;
    static constexpr int         last_level = 8;

    void add(double x) { add_to(key_of(x) >> level_, 1); }

    void merge(const relative_bins& other)
    {
        while (level_ < other.level_) join_pairs();
        for (const relative_bin& one : other.in_order())
            add_to(one.key >> (level_ - other.level_), one.count);
    }

    /// Relative width of a bin [-].
    [[nodiscard]] double width() const { return 0x1p-10 * static_cast<double>(1ULL << level_); }
    [[nodiscard]] int    level() const { return level_; }

    /// The bins in use in ascending order.
    [[nodiscard]] std::vector<relative_bin> in_order() const
    {
        std::vector<relative_bin> sorted;
        for (std::size_t page = 0; page < pages_.size(); ++page)
            for (std::size_t i = 0; i < page_size; ++i)
                if (const auto count = counts_[page * page_size + i]; count > 0)
                    sorted.push_back(
                        {pages_[page] * signed_size + static_cast<std::int64_t>(i), count});
        std::sort(sorted.begin(), sorted.end(),
                  [](const relative_bin& a, const relative_bin& b) { return a.key < b.key; });
        return sorted;
    }

    /// The smallest and the largest number of a bin.
    [[nodiscard]] std::pair<double, double> ends_of(std::int64_t key) const
    {
        const std::int64_t joined = std::int64_t{1} << level_;
        return {number_at(key * joined), number_at((key + 1) * joined)};
    }

    /// From the bins in a file, in ascending order; empty if they are invalid.
    [[nodiscard]] static std::optional<relative_bins> of(int                              level,
                                                         const std::vector<relative_bin>& kept)
    {
        if (level < 0 || level > last_level) return std::nullopt;
        relative_bins made;
        made.level_             = level;
        constexpr auto infinite = static_cast<std::int64_t>(0x7ffULL << kept_digits);
        const auto     last     = (infinite - 1) >> level;
        const auto     first    = -infinite >> level;
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (kept[i].count == 0 || kept[i].key < first || kept[i].key > last)
                return std::nullopt;
            if (i > 0 && kept[i].key <= kept[i - 1].key) return std::nullopt;
            made.add_to(kept[i].key, kept[i].count);
        }
        if (made.level_ != level) return std::nullopt;
        return made;
    }

    friend bool operator==(const relative_bins& a, const relative_bins& b)
    {
        return a.level_ == b.level_ && a.in_order() == b.in_order();
    }

private:
    static constexpr int           kept_digits = 10;
    static constexpr std::size_t   page_size   = 64;
    static constexpr std::int64_t  signed_size = 64;
    static constexpr std::uint16_t none        = 0xffff;

    /// An integer that increases with x: its leading bits, negated for negative x.
    [[nodiscard]] static std::int64_t key_of(double x)
    {
        const auto bits = static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(x < 0 ? -x : x) >>
                                                    (52 - kept_digits));
        return x < 0 ? -1 - bits : bits;
    }

    /// The number at which a bin of level 0 starts.
    [[nodiscard]] static double number_at(std::int64_t key)
    {
        const auto   bits = static_cast<std::uint64_t>(key < 0 ? -key : key);
        const double size = (std::min)(std::bit_cast<double>(bits << (52 - kept_digits)),
                                       (std::numeric_limits<double>::max)());
        return key < 0 ? -size : size;
    }

    void add_to(std::int64_t key, std::uint64_t number)
    {
        const std::int64_t page = key >> 6;
        const auto         at   = static_cast<std::size_t>(key & (signed_size - 1));
        counts_[slot_of(page) * page_size + at] += number;
        while (pages_.size() > max_pages) join_pairs();
    }

    /// The slot of a page, appended if it is new.
    [[nodiscard]] std::size_t slot_of(std::int64_t page)
    {
        if (2 * (pages_.size() + 1) > table_.size()) widen();
        const std::size_t mask = table_.size() - 1;
        std::size_t       at   = hash_of(page);
        while (table_[at &= mask] != none) {
            if (pages_[table_[at]] == page) return table_[at];
            ++at;
        }
        if (pages_.size() == pages_.capacity()) { // by a few, not twofold: there are many sketches
            pages_.reserve(pages_.size() + 8);
            counts_.reserve((pages_.size() + 8) * page_size);
        }
        table_[at] = static_cast<std::uint16_t>(pages_.size());
        pages_.push_back(page);
        counts_.resize(counts_.size() + page_size);
        return pages_.size() - 1;
    }

    [[nodiscard]] static std::size_t hash_of(std::int64_t page)
    {
        return static_cast<std::size_t>(static_cast<std::uint64_t>(page) * 0x9e3779b97f4a7c15ULL >>
                                        40);
    }

    void widen()
    {
        table_.assign(std::max<std::size_t>(16, 2 * table_.size()), none);
        const std::size_t mask = table_.size() - 1;
        for (std::size_t slot = 0; slot < pages_.size(); ++slot) {
            std::size_t at = hash_of(pages_[slot]);
            while (table_[at &= mask] != none) ++at;
            table_[at] = static_cast<std::uint16_t>(slot);
        }
    }

    void join_pairs()
    {
        relative_bins joined;
        joined.level_ = level_ + 1;
        for (const relative_bin& one : in_order())
            joined.add_to(one.key >> (joined.level_ - level_), one.count);
        *this = std::move(joined);
    }

    std::vector<std::int64_t>  pages_;  ///< number of each page in use
    std::vector<std::uint64_t> counts_; ///< counts of the bins, page by page
    std::vector<std::uint16_t> table_;  ///< hash table (open addressing) of page slots
    int                        level_ = 0;
};

} // namespace orgscale
