#pragma once

#include <string>
#include <vector>

#include <orgscale/ensemble/distribution.hpp>

#include "section.hpp"

namespace plan {

/// A value of the file that is known only by its distribution.
struct unknown {
    std::string            place; ///< line and column
    std::string            path;  ///< "organisation.churn"
    std::string            name;  ///< "churn"
    orgscale::distribution law;
    double                 value;  ///< what one run reckons with: its own, else the median
    std::string            words;  ///< "anything from 0.01 to 0.03"
    std::string            source; ///< empty where none is told

    struct use {
        std::size_t composition; ///< index in composition::names
        std::string parameter;   ///< full name there
    };
    std::vector<use> uses{}; ///< where it stands
};

/// Whether the value is a list or an object, and so a distribution.
[[nodiscard]] bool is_uncertain(const section& from, const std::string& name);

/// Reads `[low, high]` or {"distribution": "normal", ...}, with "value" and "source" if they are told;
/// refuses (bad_input) any other, naming the place and what is allowed.
///
///     uniform      from, to
///     triangular   from, mode, to
///     normal       mean, deviation
///     lognormal    p10, p90: one case of ten lies below, one above
///     beta         mean, deviation; between 0 and 1
///     mixture      parts: a list of these, each with its share
///
/// A normal, lognormal or beta one is cut off by "from" and "to" if they are told.
[[nodiscard]] unknown read_unknown(const section& from, const std::string& name);

/// Refuses a distribution that leaves the domain of its parameter, both named.
[[noreturn]] void refuse_domain(const std::string& rule, const section& from, const unknown& one);

/// The number, or of a distribution what one run reckons with.
[[nodiscard]] double number_or_middle(const section& from, const std::string& name);

} // namespace plan
