#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace orgscale {

/// A member of an ensemble that has no answer.
struct failed_member {
    std::uint64_t index;
    std::string   reason; ///< in words

    friend bool operator==(const failed_member&, const failed_member&) = default;
};

/// The members without an answer: how many for which reason, and the first of them, to be replayed.
/// They are in no quantile.
class failures {
public:
    static constexpr std::size_t most_told = 32;

    void add(std::uint64_t index, const std::string& reason)
    {
        ++counts_[reason];
        told_.push_back({index, reason});
        shorten();
    }

    void merge(const failures& other)
    {
        for (const auto& [reason, count] : other.counts_) counts_[reason] += count;
        told_.insert(told_.end(), other.told_.begin(), other.told_.end());
        shorten();
    }

    [[nodiscard]] std::uint64_t count() const
    {
        std::uint64_t sum = 0;
        for (const auto& [reason, count] : counts_) sum += count;
        return sum;
    }

    [[nodiscard]] const std::map<std::string, std::uint64_t>& by_reason() const { return counts_; }

    /// Those with the lowest numbers, at most 32.
    [[nodiscard]] const std::vector<failed_member>& first() const { return told_; }

    /// From what a file kept.
    [[nodiscard]] static failures of(std::map<std::string, std::uint64_t> counts,
                                     std::vector<failed_member>           told)
    {
        failures made;
        made.counts_ = std::move(counts);
        made.told_   = std::move(told);
        return made;
    }

    friend bool operator==(const failures&, const failures&) = default;

private:
    void shorten()
    {
        std::sort(told_.begin(), told_.end(),
                  [](const auto& a, const auto& b) { return a.index < b.index; });
        if (told_.size() > most_told) told_.resize(most_told);
    }

    std::map<std::string, std::uint64_t> counts_;
    std::vector<failed_member>           told_;
};

} // namespace orgscale
