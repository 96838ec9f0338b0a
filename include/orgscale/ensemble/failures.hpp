#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <orgscale/solve/ending.hpp>

namespace orgscale {

/// A member of an ensemble that has no answer.
struct failed_member {
    std::uint64_t index;
    std::string   reason; ///< in words

    friend bool operator==(const failed_member&, const failed_member&) = default;
};

/// The members without an answer: how many, and the first of them with their reasons. They are in no
/// quantile.
class failures {
public:
    static constexpr std::size_t most_told = 32;

    void add(std::uint64_t index, std::string reason)
    {
        ++count_;
        told_.push_back({index, std::move(reason)});
        shorten();
    }

    void merge(const failures& other)
    {
        count_ += other.count_;
        told_.insert(told_.end(), other.told_.begin(), other.told_.end());
        shorten();
    }

    [[nodiscard]] std::uint64_t                     count() const { return count_; }
    [[nodiscard]] const std::vector<failed_member>& first() const { return told_; }

    /// From what a file kept.
    [[nodiscard]] static failures of(std::uint64_t count, std::vector<failed_member> told)
    {
        failures made;
        made.count_ = count;
        made.told_  = std::move(told);
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

    std::uint64_t              count_ = 0;
    std::vector<failed_member> told_;
};

} // namespace orgscale
