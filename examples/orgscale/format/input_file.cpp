#include "format/input_file.hpp"

#include <system_error>

#include "format/bad_input.hpp"

namespace program {

namespace {

std::string name_of(const std::filesystem::path& file)
{
    auto name = file.string();
    for (auto& letter : name)
        if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f) letter = ' ';
    return name;
}

} // namespace

std::ifstream opened(const std::filesystem::path& file)
{
    namespace fs = std::filesystem;
    std::error_code error;
    const auto      name  = name_of(file);
    const auto      there = fs::status(file, error);
    if (!fs::exists(there)) throw bad_input{name + ": there is no such file"};
    if (fs::is_directory(there)) throw bad_input{name + ": is a directory, not a file"};
    if (!fs::is_regular_file(there)) throw bad_input{name + ": is a device or a pipe, not a file"};
    std::ifstream in{file, std::ios::binary};
    if (!in.is_open()) throw bad_input{name + ": can't be read"};
    return in;
}

std::string read_file(const std::filesystem::path& file, std::size_t most)
{
    auto        in = opened(file);
    std::string all; // some that say they are empty aren't, and don't end
    for (char buffer[1 << 16]; in;) {
        in.read(buffer, sizeof buffer);
        all.append(buffer, static_cast<std::size_t>(in.gcount()));
        if (all.size() > most)
            throw bad_input{name_of(file) + ": is larger than " + std::to_string(most >> 20U) +
                            " MB, more than can be used"};
    }
    if (in.bad()) throw bad_input{name_of(file) + ": can't be read"};
    return all;
}

} // namespace program
