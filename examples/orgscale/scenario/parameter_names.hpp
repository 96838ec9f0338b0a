#pragma once

#include <string>

namespace program {

/// Whether a name that a reader writes means a parameter: by its full name, or without its section, "alignment" for
/// "governance.alignment". A growth law's parameter comes first: "patience" is not "intake.patience".
[[nodiscard]] bool means(const std::string& written, const std::string& parameter);

/// A parameter in words: "time per level"; with its section where a growth law has one of the same name: "intake
/// patience".
[[nodiscard]] std::string in_words(const std::string& parameter);

} // namespace program
