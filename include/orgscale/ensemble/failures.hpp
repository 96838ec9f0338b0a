#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// A member of an ensemble that failed.
struct failed_member {
    std::uint64_t index;
    std::string   reason; ///< in words

    friend bool operator==(const failed_member&, const failed_member&) = default;
};

/// The failed members: how many for each reason, and the first of them, for replay. Quantiles leave them
/// out.
///
/// Beyond 64 distinct reasons (messages may contain numbers) the alphabetically first 64 are counted
/// separately and the others together, independent of the order in which they occur.
class failures {
public:
    static constexpr std::size_t max_listed    = 32;
    static constexpr std::size_t max_reasons   = 64;
    static constexpr const char* other_reasons = "other reasons";

    void add(std::uint64_t index, const std::string& reason)
    {
        const std::string line = one_line(reason);
        ++counts_[line];
        listed_.push_back({index, line});
        shorten();
    }

    void merge(const failures& other)
    {
        for (const auto& [reason, count] : other.counts_) counts_[reason] += count;
        listed_.insert(listed_.end(), other.listed_.begin(), other.listed_.end());
        shorten();
    }

    [[nodiscard]] std::uint64_t count() const
    {
        std::uint64_t sum = 0;
        for (const auto& [reason, count] : counts_) sum += count;
        return sum;
    }

    [[nodiscard]] const std::map<std::string, std::uint64_t>& by_reason() const { return counts_; }

    /// The failed members with the lowest indices, at most 32.
    [[nodiscard]] const std::vector<failed_member>& first() const { return listed_; }

    /// From the contents of a file.
    [[nodiscard]] static failures of(std::map<std::string, std::uint64_t> counts,
                                     std::vector<failed_member>           listed)
    {
        failures made;
        made.counts_ = std::move(counts);
        made.listed_ = std::move(listed);
        return made;
    }

    friend bool operator==(const failures&, const failures&) = default;

private:
    /// Without line breaks, as files need it.
    [[nodiscard]] static std::string one_line(std::string text)
    {
        std::replace_if(
            text.begin(), text.end(), [](char letter) { return letter == '\n' || letter == '\r'; },
            ' ');
        return text;
    }

    void shorten()
    {
        while (counts_.size() > max_reasons + counts_.count(other_reasons)) {
            auto last = std::prev(counts_.end());
            if (last->first == other_reasons) --last;
            const std::uint64_t count = last->second;
            counts_.erase(last);
            counts_[other_reasons] += count;
        }
        std::sort(listed_.begin(), listed_.end(),
                  [](const auto& a, const auto& b) { return a.index < b.index; });
        if (listed_.size() > max_listed) listed_.resize(max_listed);
    }

    std::map<std::string, std::uint64_t> counts_;
    std::vector<failed_member>           listed_;
};

} // namespace orgscale
