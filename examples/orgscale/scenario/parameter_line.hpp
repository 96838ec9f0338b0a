#pragma once

#include <string>

namespace program {

/// One parameter of a composition as its description states it.
struct parameter_line {
    std::string name; ///< "governance.autonomy"
    std::string symbol;
    std::string unit;
    std::string meaning;
    double      value;
};

/// "autonomy" for "governance.autonomy".
[[nodiscard]] inline std::string without_prefix(const std::string& name)
{
    const auto dot = name.find('.');
    return dot == std::string::npos ? name : name.substr(dot + 1);
}

/// "governance" for "governance.autonomy"; empty for a parameter of the growth law.
[[nodiscard]] inline std::string prefix_of(const std::string& name)
{
    const auto dot = name.find('.');
    return dot == std::string::npos ? std::string{} : name.substr(0, dot);
}

} // namespace program
