#pragma once

#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include <orgscale/core/describe.hpp>

/// The description of an object, line by line, including nested types.
struct described_line {
    std::string    name;
    std::string    unit;
    std::string    meaning;
    std::uintptr_t address;
    double         value;
};

template <class Type>
std::vector<described_line> lines_of(const Type& object)
{
    std::vector<described_line> lines;
    orgscale::for_each_parameter(object, [&](const orgscale::parameter_path& path, const auto& line,
                                             const auto& value) {
        char name[orgscale::parameter_path::longest];
        path.copy(name, sizeof name);
        using number = typename std::remove_cvref_t<decltype(value)>::real_type;
        lines.push_back({name, line.unit, line.meaning, reinterpret_cast<std::uintptr_t>(&value),
                         static_cast<double>(static_cast<number>(value))});
    });
    return lines;
}

template <class Type>
std::vector<std::string> names_of(const Type& object)
{
    std::vector<std::string> names;
    for (const auto& line : lines_of(object)) names.push_back(line.name);
    return names;
}

template <class Type>
std::vector<double> values_of(const Type& object)
{
    std::vector<double> values;
    for (const auto& line : lines_of(object)) values.push_back(line.value);
    return values;
}

/// Empty if the description lists every member once, in order, with a name usable on a command line, a unit
/// and a meaning, and makes the same object again; otherwise what is wrong.
template <class Type>
std::string wrong_in_description(const Type& object)
{
    static_assert(std::is_empty_v<Type> || orgscale::fully_described<Type>);
    const auto lines = lines_of(object);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& [name, unit, meaning, address, value] = lines[i];
        if (name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.") != std::string::npos)
            return name + " is not a name for a command line";
        if (name.empty() || unit.empty() || meaning.empty())
            return name + " lacks a unit or a meaning";
        for (std::size_t j = 0; j < i; ++j) {
            if (lines[j].name == name) return name + " is listed twice";
            if (lines[j].address >= address) return name + " is listed before " + lines[j].name;
        }
    }
    const Type again =
        orgscale::with_parameters(object, [](const auto&, const auto&, const auto& old) {
            return static_cast<typename Type::real_type>(old);
        });
    if (values_of(again) != values_of(object)) return "it makes a different object";
    return {};
}
