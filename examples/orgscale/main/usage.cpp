#include "main/usage.hpp"

#include <fmt/core.h>

namespace program {

std::string usage_of(const command& one, const std::string& between)
{
    auto       text  = fmt::format("usage: orgscale {} {}", one.name, one.operand);
    const auto shown = [](const command_option& option) {
        return option.name + (option.value.empty() ? "" : " ") + option.value;
    };
    for (const auto& option : one.options)
        if (option.required) text += " " + shown(option);
    for (const auto& option : one.options)
        if (!option.alone && !option.required) text += fmt::format(" [{}]", shown(option));
    for (const auto& option : one.options)
        if (option.alone) text += fmt::format("{}orgscale {} {}", between, one.name, shown(option));
    return text;
}

} // namespace program
