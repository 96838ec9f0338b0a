#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace program {

/// A file that is there whole or not at all: written beside its place, and moved there by keep(). Without
/// keep() nothing is left. What stands in its way is refused (bad_input) before there is anything to write.
class output_file {
public:
    /// To be written from these files, none of which it may replace, under any name or link.
    explicit output_file(const std::filesystem::path&              place,
                         const std::vector<std::filesystem::path>& inputs = {});
    ~output_file();
    output_file(const output_file&)            = delete;
    output_file& operator=(const output_file&) = delete;

    void keep(const std::string& text);

private:
    void write(const std::string& text);

    std::string           name_;
    std::filesystem::path place_;
    std::filesystem::path beside_;
    bool                  kept_ = false;
};

} // namespace program
