#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

/// A temporary file path unique to one test; the file is removed at the end.
class file_for_test {
public:
    explicit file_for_test(const std::string& name)
        : path_{(std::filesystem::temp_directory_path() / ("orgscale_ensemble_" + name)).string()}
    {
        std::filesystem::remove_all(path_);
    }
    file_for_test(const file_for_test&)            = delete;
    file_for_test& operator=(const file_for_test&) = delete;
    ~file_for_test()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
        std::filesystem::remove_all(path_ + ".part", ignored);
    }

    [[nodiscard]] const std::string& path() const { return path_; }

    [[nodiscard]] std::string text() const
    {
        std::ifstream file{path_, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
    void write(const std::string& text) const
    {
        std::ofstream{path_, std::ios::binary | std::ios::trunc} << text;
    }

private:
    std::string path_;
};
