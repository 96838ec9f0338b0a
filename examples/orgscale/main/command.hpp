#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace program {

/// An option of a command.
struct command_option {
    std::string name; ///< "--report"
    std::string value; ///< what it takes, as its help shows it: "FILE.html"; empty if it takes nothing
    std::string meaning;                ///< a line of its help
    bool        alone          = false; ///< stands in place of the operand and all other options
    bool        value_optional = false;
    bool        required       = false;
};

/// What a command was given.
struct command_input {
    std::string                        operand;
    std::map<std::string, std::string> options; ///< those that were given, by name

    [[nodiscard]] bool has(const std::string& option) const { return options.contains(option); }

    /// The value of an option; nothing where it wasn't given.
    [[nodiscard]] std::optional<std::string> value(const std::string& option) const
    {
        const auto at = options.find(option);
        return at != options.end() ? std::optional{at->second} : std::nullopt;
    }
};

/// A subcommand of orgscale: its name, its command line, its help, and what it does.
struct command {
    std::string                 name;    ///< "plan"
    std::string                 summary; ///< a line in the list of commands
    std::string                 about;   ///< the first paragraph of its help
    std::string                 operand; ///< what it works on: "SCENARIO.json"
    std::vector<command_option> options;
    std::string                 notes; ///< the rest of its help

    /// Does it and returns what is to be printed. Input that can't be used is refused by an exception whose
    /// text is one line; nothing is written then.
    std::string (*run)(const command_input& given);
};

} // namespace program
