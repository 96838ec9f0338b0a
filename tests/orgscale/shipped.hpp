#pragma once

#include <map>
#include <string>

#include "scenario/read_scenario.hpp"
#include "study/make_study.hpp"

namespace program_tests {

/// A scenario that comes with the program: "browser".
inline program::problem shipped(const std::string& name)
{
    return program::read_scenario(std::string{ORGSCALE_SCENARIOS} + "/" + name + ".json");
}

/// What is computed of it, once for all tests.
inline const program::study& studied(const std::string& name)
{
    static std::map<std::string, program::study> all;
    const auto                                   at = all.find(name);
    return at != all.end() ? at->second
                           : all.emplace(name, program::make_study(shipped(name))).first->second;
}

/// The organisation with one parameter set.
inline program::organisation with(const program::organisation& one, const std::string& parameter,
                                  double value)
{
    return program::with_values(one, {{parameter, value}});
}

/// The value of one of its parameters.
inline double value_of(const program::organisation& one, const std::string& parameter)
{
    for (const auto& line : program::parameters_of(one))
        if (line.name == parameter) return line.value;
    throw std::runtime_error{one.name() + " has no " + parameter};
}

} // namespace program_tests
