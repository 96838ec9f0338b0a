#pragma once

#include <string>

#include <orgscale/ensemble/distribution.hpp>

#include "format/section.hpp"
#include "scenario/uncertainty.hpp"

namespace program {

/// A value of the file that is known only by its distribution, and that.
struct uncertain_value {
    unknown                what;
    orgscale::distribution law;
};

/// Whether the value is a list or an object, and so a distribution.
[[nodiscard]] bool is_uncertain(const section& from, const std::string& name);

/// Reads `[low, high]` or {"distribution": "normal", ...}, with "value" and "source" if they are stated;
/// refuses (bad_input) any other, naming the place and what is allowed.
///
///     uniform      from, to
///     triangular   from, mode, to
///     normal       mean, deviation
///     lognormal    p10, p90: one run of ten lies below, one above
///     beta         mean, deviation; between 0 and 1
///     mixture      parts: a list of these, each with its share
///
/// A normal, lognormal or beta one is cut off by "from" and "to" if they are stated.
[[nodiscard]] uncertain_value read_unknown(const section& from, const std::string& name);

/// Refuses a distribution that leaves the domain of its parameter, both named.
[[noreturn]] void refuse_domain(const std::string& rule, const section& from,
                                const uncertain_value& one);

/// The number, or of a distribution what one run is computed with.
[[nodiscard]] double number_or_middle(const section& from, const std::string& name);

} // namespace program
