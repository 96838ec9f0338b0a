#pragma once

#include <source_location>
#include <string>
#include <string_view>

namespace orgscale::detail {

/// The name of a type as a reader knows it, without its namespace and its template arguments; nothing
/// where the compiler doesn't tell.
template <class Type>
[[nodiscard]] std::string type_name()
{
    // "std::string orgscale::detail::type_name() [with Type = boost::math::normal_distribution<>; ...]"
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

} // namespace orgscale::detail
