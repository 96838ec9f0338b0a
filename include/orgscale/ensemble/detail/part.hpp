#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/failures.hpp>
#include <orgscale/ensemble/quantile_sketch.hpp>

namespace orgscale::detail {

/// Members that are solved together: enough to fill lanes, few enough to share among threads.
inline constexpr std::uint64_t block_size = 512;

/// What an ensemble knows of some of its members: counts of each number that is asked, and who failed.
/// Merging is adding of whole numbers, so the order does not matter.
struct part {
    std::vector<quantile_sketch> sketches;
    failures                     failed;

    [[nodiscard]] part empty_copy() const
    {
        return {std::vector<quantile_sketch>(sketches.size()), {}};
    }

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
    out << of.sketches.size() << ' ' << of.failed.count() << ' ' << of.failed.first().size()
        << '\n';
    for (const auto& one : of.failed.first()) out << one.index << ' ' << one.reason << '\n';
    for (const quantile_sketch& one : of.sketches) {
        const auto bins = one.in_order();
        out << one.level() << ' ' << one.never() << ' ' << bins.size();
        for (const auto& [key, count] : bins) out << ' ' << key << ' ' << count;
        out << '\n';
    }
}

/// Nothing if the text is not that of a part.
[[nodiscard]] inline std::optional<part> read_part(std::istream& in)
{
    std::size_t   sketches = 0, told = 0;
    std::uint64_t count = 0;
    if (!(in >> sketches >> count >> told) || told > failures::most_told || sketches > 10'000'000)
        return std::nullopt;
    part                       made;
    std::vector<failed_member> first;
    for (std::size_t i = 0; i < told; ++i) {
        failed_member one;
        if (!(in >> one.index) || in.get() != ' ' || !std::getline(in, one.reason))
            return std::nullopt;
        first.push_back(std::move(one));
    }
    made.failed = failures::of(count, std::move(first));
    for (std::size_t i = 0; i < sketches; ++i) {
        int           level = 0;
        std::uint64_t never = 0;
        std::size_t   used  = 0;
        if (!(in >> level >> never >> used) || used > quantile_sketch::most_bins || level < 0 ||
            level > 60)
            return std::nullopt;
        std::vector<std::pair<std::int64_t, std::uint64_t>> bins(used);
        for (auto& [key, number] : bins)
            if (!(in >> key >> number) || number == 0) return std::nullopt;
        made.sketches.push_back(quantile_sketch::of(level, never, bins));
    }
    return made;
}

/// What `make()` answers, or the reason why a parameter is refused.
template <class Make>
[[nodiscard]] auto made_or_refused(const Make& make, std::string& reason)
    -> std::optional<decltype(make())>
{
#if defined(__cpp_exceptions)
    try {
        return make();
    } catch (const parameter_error& error) {
        reason = error.what();
        return std::nullopt;
    }
#else
    static_cast<void>(reason);
    return make();
#endif
}

} // namespace orgscale::detail
