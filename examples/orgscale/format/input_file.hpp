#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>

namespace program {

/// A file opened for reading. Refuses (bad_input) what can't be read, or is no file: a device or a pipe may never
/// end.
[[nodiscard]] std::ifstream opened(const std::filesystem::path& file);

/// The contents of a file, up to a limit of bytes; refuses a larger one.
[[nodiscard]] std::string read_file(const std::filesystem::path& file, std::size_t most = 4U << 20U);

} // namespace program
