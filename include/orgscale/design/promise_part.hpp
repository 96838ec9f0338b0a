#pragma once

#include <array>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// The parts of a promise, each kept or broken by itself.
enum class promise_part { customers, wait, share, people, cost, cash };

/// All parts, in order.
inline constexpr std::array promise_parts{promise_part::customers, promise_part::wait,
                                          promise_part::share,     promise_part::people,
                                          promise_part::cost,      promise_part::cash};

/// The name of a part, for tables and messages.
[[nodiscard]] constexpr const char* name(promise_part part) noexcept
{
    switch (part) {
    case promise_part::customers: return "customers";
    case promise_part::wait: return "wait";
    case promise_part::share: return "share";
    case promise_part::people: return "people";
    case promise_part::cost: return "cost";
    case promise_part::cash: return "cash";
    }
    return "unknown";
}

} // namespace orgscale
