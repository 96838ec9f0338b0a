#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <istream>
#include <locale>
#include <map>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <orgscale/ensemble/failures.hpp>
#include <orgscale/ensemble/quantile_sketch.hpp>

namespace orgscale::detail {

/// What an ensemble knows of some of its members: counts of each number that is asked, and who failed.
/// Merging is adding of whole numbers, so the order does not matter.
struct part {
    std::vector<quantile_sketch> sketches;
    failures                     failed;

    part() = default;
    explicit part(std::size_t numbers) : sketches(numbers) {}

    /// One that knows of no member yet.
    [[nodiscard]] part empty_copy() const { return part{sketches.size()}; }

    void merge(const part& other)
    {
        for (std::size_t i = 0; i < sketches.size(); ++i) sketches[i].merge(other.sketches[i]);
        failed.merge(other.failed);
    }

    friend bool operator==(const part&, const part&) = default;
};

/// As lines of text, for a file or another process.
inline void write(std::ostream& out, const part& of)
{
    out << of.failed.by_reason().size() << ' ' << of.failed.first().size() << ' '
        << of.sketches.size() << '\n';
    for (const auto& [reason, count] : of.failed.by_reason()) out << count << ' ' << reason << '\n';
    for (const auto& one : of.failed.first()) out << one.index << ' ' << one.reason << '\n';
    for (const quantile_sketch& one : of.sketches) {
        const auto kept = one.contents();
        out << kept.never << ' ' << kept.zeros << ' ' << kept.level << ' ' << kept.bins.size();
        if (kept.zeros + kept.bins.size() > 0)
            out << ' ' << std::bit_cast<std::uint64_t>(kept.least) << ' '
                << std::bit_cast<std::uint64_t>(kept.greatest);
        std::int64_t before = 0; // each key as its distance from the last: shorter
        for (const bin& each : kept.bins) {
            out << ' ' << each.key - before << ' ' << each.count;
            before = each.key;
        }
        out << '\n';
    }
}

[[nodiscard]] inline std::string text_of(const part& one)
{
    std::ostringstream text;
    text.imbue(std::locale::classic());
    write(text, one);
    return std::move(text).str();
}

/// Nothing if the text is not that of a part with so many numbers.
[[nodiscard]] inline std::optional<part> read_part(std::istream& in, std::size_t numbers)
{
    constexpr std::size_t most_reasons = failures::most_reasons + 1; // and the others
    constexpr std::size_t most_bins    = bins::most_pages * 64;
    std::size_t           reasons = 0, told = 0, sketches = 0;
    if (!(in >> reasons >> told >> sketches) || reasons > most_reasons ||
        told > failures::most_told || sketches != numbers)
        return std::nullopt;
    const auto counted = [&](std::uint64_t& count, std::string& words) {
        return in >> count && in.get() == ' ' && std::getline(in, words);
    };
    std::map<std::string, std::uint64_t> counts;
    std::vector<failed_member>           first;
    std::uint64_t                        count = 0;
    std::string                          reason;
    for (std::size_t i = 0; i < reasons; ++i) {
        if (!counted(count, reason)) return std::nullopt;
        counts[reason] = count;
    }
    for (std::size_t i = 0; i < told; ++i) {
        if (!counted(count, reason)) return std::nullopt;
        first.push_back({count, reason});
    }
    part made{numbers};
    made.failed = failures::of(std::move(counts), std::move(first));
    for (quantile_sketch& one : made.sketches) {
        quantile_sketch::content kept;
        std::size_t              used = 0;
        if (!(in >> kept.never >> kept.zeros >> kept.level >> used) || used > most_bins)
            return std::nullopt;
        if (kept.zeros + used > 0) {
            std::uint64_t least = 0, greatest = 0;
            if (!(in >> least >> greatest)) return std::nullopt;
            kept.least    = std::bit_cast<double>(least);
            kept.greatest = std::bit_cast<double>(greatest);
        }
        kept.bins.resize(used);
        std::int64_t key = 0;
        for (bin& each : kept.bins) {
            std::int64_t step = 0;
            if (!(in >> step >> each.count)) return std::nullopt;
            each.key = key += step;
        }
        const auto read = quantile_sketch::of(kept);
        if (!read) return std::nullopt;
        one = *read;
    }
    return made;
}

} // namespace orgscale::detail
