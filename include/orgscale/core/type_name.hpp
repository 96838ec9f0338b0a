#pragma once

#include <source_location>
#include <string>
#include <string_view>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// The name of a type without namespace and template arguments; empty if the compiler does not report it.
///
///     type_name<network_growth<meritocracy>>()                          // "network_growth"
template <class Type>
[[nodiscard]] std::string type_name()
{
    // "std::string orgscale::type_name() [with Type = orgscale::hierarchy<double>; ...]"
    const std::string_view text  = std::source_location::current().function_name();
    const std::string_view mark  = "Type = ";
    const auto             start = text.find(mark);
    if (start == std::string_view::npos) return {};
    std::string_view name = text.substr(start + mark.size());
    name                  = name.substr(0, name.find_first_of("<;]"));
    if (const auto scope = name.rfind("::"); scope != std::string_view::npos)
        name.remove_prefix(scope + 2);
    return std::string{name};
}

} // namespace orgscale
