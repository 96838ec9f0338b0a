#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace program {

/// A value of the file that is known only by its distribution.
struct unknown {
    std::string place;  ///< line and column
    std::string path;   ///< "organisation.churn"
    std::string name;   ///< "churn"
    double      value;  ///< what one run is computed with: its own, else the median
    double      p10;    ///< one run of ten lies below
    double      p90;    ///< one run of ten lies above
    std::string words;  ///< "anything from 0.01 to 0.03"
    std::string source; ///< empty where none is stated

    struct use {
        std::size_t composition; ///< index in composition_names
        std::string parameter;   ///< full name there
    };
    std::vector<use> uses{}; ///< where it stands
};

/// Two values of the file that are correlated.
struct dependence {
    std::size_t first; ///< index in uncertainty::values
    std::size_t second;
    double      value; ///< of the Gaussian copula, in (-1, 1)
};

/// What of a scenario is known only by its distribution, and how many runs are drawn.
struct uncertainty {
    std::vector<unknown>    values; ///< in the order in which compositions need them
    std::vector<dependence> together;
    std::uint64_t           members = 0;
    std::uint64_t           seed    = 0;

    [[nodiscard]] bool none() const { return values.empty(); }

    /// How many of the values a composition has.
    [[nodiscard]] std::size_t count_in(std::size_t composition) const
    {
        std::size_t count = 0;
        for (const auto& one : values)
            for (const auto& use : one.uses)
                if (use.composition == composition) ++count;
        return count;
    }
};

} // namespace program
