#pragma once

#include <filesystem>
#include <string>

namespace program {

/// A file that is there whole or not at all: written beside its place, and moved there by keep().
/// Without keep() nothing is left. Refusals are bad_input.
class output_file {
public:
    output_file(const std::filesystem::path& place, const std::string& text);
    ~output_file();
    output_file(const output_file&)            = delete;
    output_file& operator=(const output_file&) = delete;

    void keep();

private:
    std::filesystem::path place_;
    std::filesystem::path beside_;
    bool                  kept_ = false;
};

} // namespace program
