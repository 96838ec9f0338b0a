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

#include <orgscale/ensemble/ensemble_part.hpp>
#include <orgscale/ensemble/failures.hpp>
#include <orgscale/ensemble/quantile_sketch.hpp>
#include <orgscale/ensemble/relative_bins.hpp>

/// Conversion of a part of an ensemble to and from text, for files and other processes.
namespace orgscale::detail {

inline void write(std::ostream& out, const ensemble_part& of)
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
        std::int64_t before = 0; // keys are stored as differences, which are shorter
        for (const relative_bin& each : kept.bins) {
            out << ' ' << each.key - before << ' ' << each.count;
            before = each.key;
        }
        out << '\n';
    }
}

[[nodiscard]] inline std::string text_of(const ensemble_part& one)
{
    std::ostringstream text;
    text.imbue(std::locale::classic());
    write(text, one);
    return std::move(text).str();
}

/// Empty if the text is not a part with the given number of sketches.
[[nodiscard]] inline std::optional<ensemble_part> read_part(std::istream& in, std::size_t numbers)
{
    constexpr std::size_t max_reasons = failures::max_reasons + 1; // and the others
    constexpr std::size_t max_bins    = relative_bins::max_pages * 64;
    std::size_t           reasons = 0, listed = 0, sketches = 0;
    if (!(in >> reasons >> listed >> sketches) || reasons > max_reasons ||
        listed > failures::max_listed || sketches != numbers)
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
    for (std::size_t i = 0; i < listed; ++i) {
        if (!counted(count, reason)) return std::nullopt;
        first.push_back({count, reason});
    }
    ensemble_part made{numbers};
    made.failed = failures::of(std::move(counts), std::move(first));
    for (quantile_sketch& one : made.sketches) {
        quantile_sketch::content kept;
        std::size_t              used = 0;
        if (!(in >> kept.never >> kept.zeros >> kept.level >> used) || used > max_bins)
            return std::nullopt;
        if (kept.zeros + used > 0) {
            std::uint64_t least = 0, greatest = 0;
            if (!(in >> least >> greatest)) return std::nullopt;
            kept.least    = std::bit_cast<double>(least);
            kept.greatest = std::bit_cast<double>(greatest);
        }
        kept.bins.resize(used);
        std::int64_t key = 0;
        for (relative_bin& each : kept.bins) {
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
